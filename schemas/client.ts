import Type from 'typebox'

import { clientKinds, wayKinds } from './client-names'
import { Fields } from './deal'
import { languages } from './language-names'
import { day, instant, line, nullable, shape, words } from './shape'

const clientId = (description: string) =>
  line({ maxLength: 80, description, examples: ['client_01KAQ4B6Y2M3T9J8V5C7D1E0FG'] })
const employeeId = (description: string) => nullable(line({ maxLength: 64, description, examples: ['anna.petrova'] }))
const name = line({ maxLength: 200, description: 'As it is spoken of: company or person', examples: ['Aurora'] })
const inn = line({ maxLength: 20, description: 'Taxpayer’s number (INN), 10 or 12 digits', examples: ['7707083893'] })
const kpp = line({ maxLength: 20, description: 'Code of the reason of registration (KPP) of a company or branch' })

/** What documents and invoices of a company say of it. */
export type Requisites = Type.Static<typeof Requisites>
export const Requisites = shape('Requisites', {
  legalName: Type.Optional(line({ maxLength: 400, description: 'Full name with its legal form' })),
  ogrn: Type.Optional(line({ maxLength: 20, description: 'Number in the state register (OGRN, OGRNIP)' })),
  address: Type.Optional(line({ maxLength: 400, description: 'Registered address' })),
  bank: Type.Optional(line({ maxLength: 200, description: 'Name of the bank' })),
  bik: Type.Optional(line({ maxLength: 20, description: 'Code of the bank (BIK)' })),
  account: Type.Optional(line({ maxLength: 30, description: 'Account at that bank, 20 digits' })),
  correspondentAccount: Type.Optional(line({ maxLength: 30, description: 'Account of the bank itself, 20 digits' })),
  signer: Type.Optional(line({ maxLength: 200, description: 'Who signs' })),
  signerGenitive: Type.Optional(
    line({ maxLength: 200, description: 'The same in the genitive, for “in the person of”' }),
  ),
  signerTitle: Type.Optional(line({ maxLength: 200, description: 'Position of who signs' })),
  signsBy: Type.Optional(line({ maxLength: 200, description: 'On what basis: the charter, a power of attorney' })),
})

/** A number or an address of a client. */
export type ClientWay = Type.Static<typeof ClientWay>
export const ClientWay = shape('ClientWay', {
  id: Type.String({ pattern: '^w\\d{1,6}$', examples: ['w1'] }),
  kind: words(wayKinds),
  text: Type.String({ description: 'The number or the address; masked where `masked` is true' }),
  masked: Type.Boolean({ description: 'Whether it is hidden in part: reveal shows it, and keeps who asked' }),
  note: Type.Optional(Type.String({ description: 'Whose or what for' })),
})

/** Somebody at a company, seen from either side. */
export type ClientLink = Type.Static<typeof ClientLink>
export const ClientLink = shape('ClientLink', {
  id: Type.String({ description: 'The client at the other end' }),
  kind: words(clientKinds),
  name: Type.String(),
  title: Type.Optional(Type.String({ description: 'Position of the person there' })),
  since: Type.Optional(day('First day there')),
  until: Type.Optional(day('Last day there')),
})

/** A client’s card. */
export type ClientCard = Type.Static<typeof ClientCard>
export const ClientCard = shape('ClientCard', {
  id: clientId('Its id'),
  version: Type.Integer({ minimum: 1, description: 'Grows by one with every change; the ETag' }),
  kind: words(clientKinds),
  name: Type.String(),
  owner: employeeId('Employee whose client it is; null for nobody’s'),
  inn: Type.Optional(Type.String()),
  kpp: Type.Optional(Type.String()),
  requisites: Type.Optional(Requisites),
  fields: Type.Optional(Fields),
  ways: Type.Array(ClientWay),
  contactsHidden: Type.Optional(
    Type.Boolean({ description: 'There are numbers or addresses, and the rules show them to others alone' }),
  ),
  unread: Type.Optional(
    Type.Array(Type.String(), {
      description: 'What was written as a number or an address but is not one; whose client it is sees it',
    }),
  ),
  links: Type.Array(ClientLink, { description: 'People at a company; companies of a person' }),
  restrictedUntil: Type.Optional(
    day('To be erased after this day; until then kept for what a contract leaves behind, and shown to nobody'),
  ),
  from: Type.Optional(
    Type.Array(Type.String(), { description: 'Cards that were merged into it: their ids lead here' }),
  ),
  createdAt: instant('When the card was made'),
  createdBy: Type.String({ description: 'Employee, integration or rule that made it' }),
  updatedAt: instant('When it last changed'),
})

/** A client as a list shows it. */
export type ClientRow = Type.Static<typeof ClientRow>
export const ClientRow = shape('ClientRow', {
  id: Type.String(),
  kind: words(clientKinds),
  name: Type.String(),
  owner: employeeId('Employee whose client it is; null for nobody’s'),
  contact: Type.Optional(Type.String({ description: 'The first number or address, masked' })),
  inn: Type.Optional(inn),
  createdAt: instant('When the card was made'),
  fields: Type.Optional(Fields),
})

export type ClientPage = Type.Static<typeof ClientPage>
export const ClientPage = shape('ClientPage', { items: Type.Array(ClientRow) })

const where = Type.Optional(
  line({
    maxLength: 1000,
    description:
      'What it is narrowed to, part by part: a column, `=` and what it may be, several with commas, nothing for clients who have none; or `~` and what a text has. Columns: name, kind, owner, inn, createdAt, fields.<id>.',
    examples: ['kind=company;fields.segment=large,medium'],
  }),
)

/** Which clients to list. */
export type ClientQuery = Type.Static<typeof ClientQuery>
export const ClientQuery = shape('ClientQuery', {
  owner: Type.Optional(
    line({ maxLength: 64, description: 'Employee whose clients; all that the caller may see where absent' }),
  ),
  kind: Type.Optional(words(clientKinds)),
  where,
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: 'At most so many; 50 where absent' })),
  cursor: Type.Optional(Type.String({ maxLength: 2000, description: 'From the Link header of the page before' })),
})

/** The same for a file. */
export type ClientFileQuery = Type.Static<typeof ClientFileQuery>
export const ClientFileQuery = shape('ClientFileQuery', {
  where,
  columns: Type.Optional(
    Type.String({
      maxLength: 4000,
      description: 'Columns of the file, set apart by commas, with the name first; the usual ones where absent',
      examples: ['kind,owner,fields.segment'],
    }),
  ),
  lang: Type.Optional(words(languages, { description: 'Language of titles; Accept-Language where absent' })),
})

/** Asks for a new card. */
export type CreateClient = Type.Static<typeof CreateClient>
export const CreateClient = shape('CreateClient', {
  kind: words(clientKinds),
  name,
  owner: Type.Optional(employeeId('Whose client it is; the caller’s where absent')),
  inn: Type.Optional(inn),
  kpp: Type.Optional(kpp),
  requisites: Type.Optional(Requisites),
  fields: Type.Optional(Fields),
  phone: Type.Optional(line({ maxLength: 80, description: 'Phone number, any spelling; several parted by commas' })),
  email: Type.Optional(line({ maxLength: 254, description: 'E-mail address' })),
})

/** Asks for changes of a card; what is not named stays, null takes away. */
export type UpdateClient = Type.Static<typeof UpdateClient>
export const UpdateClient = shape('UpdateClient', {
  name: Type.Optional(name),
  owner: Type.Optional(employeeId('Whose client it is from now on')),
  inn: Type.Optional(nullable(inn)),
  kpp: Type.Optional(nullable(kpp)),
  requisites: Type.Optional(Requisites),
  fields: Type.Optional(Fields),
})

/** Asks for a number or an address to be added to a card. */
export type AddClientWay = Type.Static<typeof AddClientWay>
export const AddClientWay = shape('AddClientWay', {
  kind: words(wayKinds),
  text: line({
    maxLength: 254,
    description: 'The number, in any spelling, or the address',
    examples: ['+7 495 012-34-56'],
  }),
  note: Type.Optional(line({ maxLength: 200, description: 'Whose or what for' })),
})

/** Asks for a person and a company to be linked, or for what is said of the link to be changed. */
export type LinkClients = Type.Static<typeof LinkClients>
export const LinkClients = shape('LinkClients', {
  client: clientId('The person at a company, or the company of a person'),
  title: Type.Optional(line({ maxLength: 200, description: 'Position of the person there' })),
  since: Type.Optional(day('First day there')),
  until: Type.Optional(day('Last day there')),
})

/** Asks for a number or an address to be shown. Who asked is kept before it is. */
export type RevealWay = Type.Static<typeof RevealWay>
export const RevealWay = shape('RevealWay', {
  way: line({ maxLength: 10, description: 'Id of the number or address', examples: ['w1'] }),
})

export type RevealedWay = Type.Static<typeof RevealedWay>
export const RevealedWay = shape('RevealedWay', { id: Type.String(), text: Type.String() })

/** Deals of a client that the caller may see, the newest first. */
export type ClientDeals = Type.Static<typeof ClientDeals>
export const ClientDeals = shape('ClientDeals', {
  items: Type.Array(
    shape('ClientDeal', {
      id: Type.String(),
      role: Type.String({ description: 'What the client is in it: `client` for the buyer' }),
      title: Type.String(),
      pipeline: Type.String(),
      stage: Type.String(),
      status: Type.String(),
      owner: Type.String(),
      since: instant('Since when the client is in it'),
    }),
  ),
})

/** Who opened the card of a client, and who was shown numbers and addresses, the newest first. */
export type ClientReaders = Type.Static<typeof ClientReaders>
export const ClientReaders = shape('ClientReaders', {
  items: Type.Array(
    shape('ClientReading', {
      employee: Type.String(),
      at: instant('When; of a card the first look of that day'),
      way: Type.Optional(
        Type.String({ description: 'The number or address that was shown; absent where the card was opened' }),
      ),
    }),
  ),
})

/** Asks for a client to be in a deal, as its buyer or in a role of the file. */
export type LinkDealClient = Type.Static<typeof LinkDealClient>
export const LinkDealClient = shape('LinkDealClient', {
  client: clientId('The client'),
  role: line({ maxLength: 64, description: '`client` for who buys, or a role under `clients` of the rules' }),
})
