import Type from 'typebox'

import { Fields } from '#schemas/deal'
import { line, nullable, shape } from '#schemas/shape'

/** Asks to change many cards in one way. */
export type ChangeClients = Type.Static<typeof ChangeClients>
export const ChangeClients = shape('ChangeClients', {
  clients: Type.Array(line({ maxLength: 80 }), { minItems: 1, maxItems: 100, description: 'Ids of clients' }),
  giveTo: Type.Optional(
    nullable(line({ maxLength: 64, description: 'Whose clients they are from now on; null for nobody’s' })),
  ),
  fields: Type.Optional(Fields),
})
