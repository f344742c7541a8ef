import Type from 'typebox'

import { Saying } from './saying'
import { day, instant, line, nullable, shape, words } from './shape'

/** Everything that may be connected; each has an adapter of that name. */
export const adapterIds = [
  'vats',
  'mango',
  'uis',
  'zadarma',
  'sipuni',
  'asterisk',
  'generic',
  'telegram',
  'max',
  'wazzup',
  'whatsapp',
  'mail',
  'imap',
  'graph',
  'site',
  'tilda',
  'vk',
  'meta_leads',
] as const

const id = (description: string) =>
  Type.String({ pattern: '^[a-z0-9](?:[a-z0-9-]{1,58}[a-z0-9])$', description, examples: ['mango-main'] })

const table = (description: string, examples: readonly unknown[]) =>
  Type.Record(Type.String({ pattern: '^.{1,200}$' }), line({ minLength: 1, maxLength: 200 }), {
    maxProperties: 200,
    description,
    examples: [...examples],
  })

export type IntegrationSettings = Type.Static<typeof IntegrationSettings>
export const IntegrationSettings = shape('IntegrationSettings', {
  zone: Type.Optional(
    line({
      maxLength: 60,
      description: 'Zone of times that say none; the company’s where absent',
      examples: ['Europe/Moscow'],
    }),
  ),
  origins: Type.Optional(
    Type.Array(line({ maxLength: 200 }), {
      maxItems: 50,
      description: 'Sites whose scripts may send forms',
      examples: [['https://shop.example']],
    }),
  ),
  mailbox: Type.Optional(
    line({
      maxLength: 320,
      description: 'The address of ours that mail comes to',
      examples: ['sales@in.shop.example'],
    }),
  ),
  knownOnly: Type.Optional(
    Type.Boolean({
      description:
        'Of this mailbox only mail with clients we know is taken; of any other nothing is kept, not even that it came',
    }),
  ),
  proof: Type.Optional(
    words(['attack', 'always', 'never'], {
      description: 'When forms of a site have to prove that a browser has worked on them; attack where absent',
    }),
  ),
  fields: Type.Optional(
    Type.Record(Type.String({ pattern: '^.{1,200}$' }), words(['name', 'phone', 'email', 'message']), {
      maxProperties: 100,
      description: 'Label of a form: what stands under it, where usual words do not tell',
      examples: [{ 'Ваш сотовый': 'phone' }],
    }),
  ),
  folders: Type.Optional(
    Type.Array(line({ minLength: 1, maxLength: 200 }), {
      maxItems: 10,
      description: 'Folders that are looked into; the inbox and what was sent where absent',
      examples: [['INBOX', 'Sent']],
    }),
  ),
  api: Type.Optional(
    line({
      maxLength: 300,
      description: 'Where the provider’s own interface is, where that is not the usual address',
      examples: ['https://api.telegram.org'],
    }),
  ),
  thanks: Type.Optional(
    line({
      maxLength: 1000,
      description: 'Page that a form of plain HTML leads to',
      examples: ['https://shop.example/thanks'],
    }),
  ),
})

const kept = {
  name: line({ minLength: 1, maxLength: 100, description: 'What people call it', examples: ['Main number'] }),
  settings: Type.Optional(IntegrationSettings),
  lines: Type.Optional(
    table('Number, address or form of ours: channel of the file; `*` is any other', [{ '+74955550000': 'main_line' }]),
  ),
  logins: Type.Optional(table('Extension or login there: employee', [{ '101': 'anna' }])),
}

/** Asks for something to be connected. */
export type CreateIntegration = Type.Static<typeof CreateIntegration>
export const CreateIntegration = shape('CreateIntegration', {
  id: id('Its part of the address that is told to the provider'),
  adapter: words(adapterIds, { description: 'How the provider speaks' }),
  ...kept,
  secrets: Type.Optional(table('What the provider has given; what is ours is made here', [{ key: '…', salt: '…' }])),
})

/** Asks for what is connected to be set otherwise. */
export type SaveIntegration = Type.Static<typeof SaveIntegration>
export const SaveIntegration = shape('SaveIntegration', kept)

/** Something that is connected, without its secrets. */
export type Integration = Type.Static<typeof Integration>
export const Integration = shape('Integration', {
  id: id('Its part of the address'),
  adapter: words(adapterIds),
  kind: words(['phone', 'form', 'messenger', 'mail']),
  name: kept.name,
  address: Type.String({ description: 'Path that the provider sends to', examples: ['/in/mango-main'] }),
  settings: IntegrationSettings,
  lines: table('Number, address or form of ours: channel of the file', [{ '*': 'main_line' }]),
  logins: table('Extension or login there: employee', [{ '101': 'anna' }]),
  paused: Type.Boolean({ description: 'What comes is kept and not read' }),
  version: Type.Integer({ minimum: 1, description: 'Grows with every change; its ETag' }),
  createdAt: instant('When it was connected'),
  createdBy: Type.String(),
  oldSecretsUntil: Type.Optional(instant('Until when the secrets before the last are good, too')),
  lastAt: Type.Optional(instant('When something came last')),
  arrived: Type.Integer({ description: 'What came and was from whoever knows the secret' }),
  unreadable: Type.Integer({ description: 'What of it could not be read' }),
  refused: Type.Integer({ description: 'What did not know the secret, and was not kept' }),
  lookedAt: Type.Optional(instant('When a mailbox was looked into, or a provider asked for its calls, last')),
  fault: Type.Optional(Type.String({ description: 'Why that was not possible last, in the words of the server' })),
})
/** What came by it on one day, and what of it could not be read. */
export type IntegrationDay = Type.Static<typeof IntegrationDay>
export const IntegrationDay = shape('IntegrationDay', {
  day: day('Calendar day in UTC'),
  arrived: Type.Integer(),
  unreadable: Type.Integer(),
})
export const IntegrationDays = shape('IntegrationDays', {
  items: Type.Array(IntegrationDay, { description: 'The last 30 days on which something came, the newest first' }),
})

/** Says whose a number, a form or a login is: a channel of the file, an employee, or nobody’s. */
export type NameOfIntegration = Type.Static<typeof NameOfIntegration>
export const NameOfIntegration = shape('NameOfIntegration', {
  what: words(['line', 'login', 'field'], {
    description: 'line: number, address or form of ours; login: extension or login; field: label of a form',
  }),
  name: line({ maxLength: 200, description: 'As the provider writes it', examples: ['101'] }),
  to: nullable(
    line({ maxLength: 200, description: 'Channel, employee, or name, phone, email, message; null for nothing' }),
  ),
})
export const IntegrationList = shape('IntegrationList', { items: Type.Array(Integration) })

/** Something connected with its secrets; this answer alone ever shows them. */
export type IntegrationWithSecrets = Type.Static<typeof IntegrationWithSecrets>
export const IntegrationWithSecrets = shape('IntegrationWithSecrets', {
  integration: Integration,
  secrets: table('What the provider has to be told', [{ token: '…' }]),
  connect: Type.Array(Type.String(), { description: 'What to enter where, line by line' }),
  instruction: Type.String({ description: 'The same as one text' }),
})

/** Asks for new secrets: those the provider has given; what is ours is made here. */
export type RotateIntegrationSecret = Type.Static<typeof RotateIntegrationSecret>
export const RotateIntegrationSecret = shape('RotateIntegrationSecret', {
  secrets: Type.Optional(table('What the provider has given', [{ salt: '…' }])),
})

/** Asks for what comes to be kept unread, or read again. */
export type PauseIntegration = Type.Static<typeof PauseIntegration>
export const PauseIntegration = shape('PauseIntegration', { paused: Type.Boolean() })

export const arrivalStates = ['waiting', 'read', 'ignored', 'unreadable', 'paused'] as const

/** Something that came, without its bytes. */
export type Arrival = Type.Static<typeof Arrival>
export const Arrival = shape('Arrival', {
  id: Type.String(),
  at: instant('When it came'),
  state: words(arrivalStates, { description: 'ignored: it says nothing that is kept' }),
  bytes: Type.Integer(),
  media: Type.String({ description: 'Type of the body, as it was sent' }),
  why: Type.Optional(Type.String({ description: 'Why it could not be read' })),
  said: Type.Optional(Type.Array(Saying, { description: 'The same by the keys of its sentences' })),
})
export const ArrivalPage = shape('ArrivalPage', { items: Type.Array(Arrival) })

/** Asks for what came to be read again: one, or all that could not be read or was kept unread. */
export type ReplayArrivals = Type.Static<typeof ReplayArrivals>
export const ReplayArrivals = shape('ReplayArrivals', {
  arrival: Type.Optional(line({ maxLength: 100, description: 'One of them; all that were not read where absent' })),
})
export const ArrivalsReplayed = shape('ArrivalsReplayed', {
  read: Type.Integer({ description: 'What could be read now' }),
  unreadable: Type.Integer({ description: 'What still cannot' }),
})

/** Asks whether anything is heard of an integration. */
export const TestIntegration = shape('TestIntegration', {})

/** What a trial says: whether something that is sent as an example would be understood. */
export type IntegrationTested = Type.Static<typeof IntegrationTested>
export const IntegrationTested = shape('IntegrationTested', {
  hears: Type.Boolean({ description: 'Whether something has come within the last day' }),
  lastAt: Type.Optional(instant('When something came last')),
  unmapped: Type.Array(Type.String(), { description: 'Extensions and logins that are nobody’s' }),
  lines: Type.Array(Type.String(), { description: 'Numbers of ours that belong to no channel' }),
})
