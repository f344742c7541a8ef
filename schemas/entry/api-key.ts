import Type from 'typebox'

import { Rights } from '#schemas/people'
import { instant, line, shape } from '#schemas/shape'

const name = line({ maxLength: 100, description: 'What it is for, as people speak of it', examples: ['Site form'] })
const days = Type.Optional(
  Type.Integer({ minimum: 1, maximum: 365, description: 'After how many days it ends by itself; 90 where absent' }),
)
const isOfCompany = Type.Boolean({
  description:
    'Whether it is the company’s: it then works for a week longer than whoever answers for it works here, so that somebody else can take it over',
})

/** Asks for a key with which a program comes in. */
export type NewApiKey = Type.Static<typeof NewApiKey>
export const NewApiKey = shape('NewApiKey', {
  name,
  scopes: Rights,
  days,
  isOfCompany: Type.Optional(isOfCompany),
})

/** What a key is called and what it may do from now on. */
export type SaveApiKey = Type.Static<typeof SaveApiKey>
export const SaveApiKey = shape('SaveApiKey', {
  name,
  scopes: Rights,
  responsible: Type.Optional(
    line({ maxLength: 64, description: 'Employee who answers for it from now on; only for keys of the company' }),
  ),
})

/** Asks for a new secret of a key. */
export type RotateApiKey = Type.Static<typeof RotateApiKey>
export const RotateApiKey = shape('RotateApiKey', { days })

/** A key with which a program comes in, without its secret: that is not kept. */
export type ApiKey = Type.Static<typeof ApiKey>
export const ApiKey = shape('ApiKey', {
  id: Type.String({ examples: ['key_4fJx0qk0Yl'] }),
  name,
  responsible: Type.String({ description: 'Employee who answers for it: it reaches no further than they do' }),
  scopes: Rights,
  isOfCompany,
  createdAt: instant('When it was made'),
  createdBy: Type.String({ description: 'Employee who made it' }),
  expiresAt: instant('When it ends by itself'),
  usedAt: Type.Optional(instant('When it was last used, to the hour')),
  oldSecretUntil: Type.Optional(instant('Until when the secret before the newest one is good too')),
})

export type ApiKeyList = Type.Static<typeof ApiKeyList>
export const ApiKeyList = shape('ApiKeyList', { items: Type.Array(ApiKey) })

/** A key with its secret, which is told this once. */
export type ApiKeyWithSecret = Type.Static<typeof ApiKeyWithSecret>
export const ApiKeyWithSecret = shape('ApiKeyWithSecret', {
  key: ApiKey,
  secret: Type.String({
    description: 'What the program sends as `Authorization: Bearer …`; shown this once',
    examples: ['norma_k1_4fJx0qk0Yl_3m7b2nQp8sVwXy1A4fJx0qk0Yl3m7b2n_0aZ91b'],
  }),
})

export type ApiKeyRemoved = Type.Static<typeof ApiKeyRemoved>
export const ApiKeyRemoved = shape('ApiKeyRemoved', { removed: Type.String({ description: 'Id of the key' }) })
