import Type from 'typebox'

import { dealStatuses } from '#schemas/deal'
import { nullable, shape, words } from '#schemas/shape'

/** What is told of a deal that another names, or that names it. */
export type NamedDeal = Type.Static<typeof NamedDeal>
export const NamedDeal = shape('NamedDeal', {
  id: Type.String(),
  number: Type.String({ description: 'The short number that people say: the end of the id' }),
  title: Type.String(),
  pipeline: Type.String({ description: 'Direction' }),
  stage: Type.String(),
  status: words(dealStatuses),
  owner: Type.String({ description: 'Employee who manages it' }),
})

/** A link between two deals, as one of them has it. */
export type LinkedDeal = Type.Static<typeof LinkedDeal>
export const LinkedDeal = shape('LinkedDeal', {
  field: Type.String({ description: 'Field of the type `link` by which the one names the other' }),
  deal: nullable(NamedDeal),
})

/** Which deals the fields of a deal name, and which name it. */
export type LinkedDeals = Type.Static<typeof LinkedDeals>
export const LinkedDeals = shape('LinkedDeals', {
  to: Type.Array(LinkedDeal, { description: 'Deals that this one names; null where the reader may not see the deal' }),
  from: Type.Array(LinkedDeal, { description: 'Deals that name this one, the newest first' }),
  isAll: Type.Boolean({ description: 'False where more deals name this one than are told' }),
})
