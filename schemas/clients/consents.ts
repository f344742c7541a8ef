import Type from 'typebox'

import { consentChannels } from '#schemas/clients/client-rules'
import { instant, line, shape, words } from '#schemas/shape'

const sha = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the text they saw, hexadecimal' })

const address = Type.String({
  pattern: '^[0-9A-Fa-f.:]{2,45}$',
  description: 'Network address they agreed from',
  examples: ['203.0.113.7'],
})

/** Writes down that a client has agreed to something. */
export type GiveConsent = Type.Static<typeof GiveConsent>
export const GiveConsent = shape('GiveConsent', {
  consent: line({ maxLength: 64, description: 'Id of the consent in the rules', examples: ['news'] }),
  version: Type.Optional(
    line({ maxLength: 64, description: 'The wording they saw; that of the rules in force where absent' }),
  ),
  textSha256: Type.Optional(sha),
  page: Type.Optional(line({ maxLength: 500, description: 'Where they agreed: address of a page, or a paper' })),
  ip: Type.Optional(address),
  at: Type.Optional(instant('When they agreed; now where absent')),
})

/** Writes down that a client has revoked a consent, or asked for none. */
export type RevokeConsent = Type.Static<typeof RevokeConsent>
export const RevokeConsent = shape('RevokeConsent', {
  reason: Type.Optional(line({ maxLength: 500, description: 'How they said it', examples: ['By mail'] })),
})

/** Something a client said of a consent. */
export const SaidConsent = shape('SaidConsent', {
  id: Type.String(),
  state: words(['agreed', 'revoked']),
  at: instant('When'),
  by: Type.String({ description: 'Who wrote it down' }),
  version: Type.Optional(Type.String({ description: 'The wording they saw' })),
  textSha256: Type.Optional(sha),
  page: Type.Optional(Type.String({ description: 'Where they agreed' })),
  ip: Type.Optional(Type.String({ description: 'Network address they agreed from' })),
  text: Type.Optional(Type.String({ description: 'The words they saw, where the rules do not have them' })),
  reason: Type.Optional(Type.String()),
})

/** What a client has agreed to and revoked, consent by consent. */
export type ClientConsents = Type.Static<typeof ClientConsents>
export const ClientConsents = shape('ClientConsents', {
  client: Type.String(),
  items: Type.Array(
    shape('ClientConsent', {
      consent: Type.String({ description: 'Id in the rules' }),
      name: Type.String(),
      state: words(['agreed', 'revoked', 'none'], { description: 'none: nothing was said of it yet' }),
      required: Type.Boolean({ description: 'Whether the rules want it' }),
      for: Type.Array(words(consentChannels)),
      current: Type.Boolean({ description: 'Whether they agreed to the wording of the rules in force' }),
      said: Type.Array(SaidConsent, { description: 'The newest first' }),
    }),
  ),
})

/** What a client said of a consent, with the words they saw. */
export type ConsentText = Type.Static<typeof ConsentText>
export const ConsentText = shape('ConsentText', {
  id: Type.String(),
  consent: Type.String({ description: 'Id in the rules' }),
  name: Type.String(),
  state: words(['agreed', 'revoked']),
  at: instant('When they said it'),
  version: Type.Optional(Type.String({ description: 'The wording they saw' })),
  textSha256: Type.Optional(sha),
  page: Type.Optional(Type.String({ description: 'Where they agreed' })),
  text: Type.Optional(Type.String({ description: 'The words; absent where nothing but their SHA-256 was told' })),
})
