import Type from 'typebox'

import { instant, line, nullable, shape } from '#schemas/shape'

/** An event that a consumer could not handle. */
export const DeadLetter = shape('DeadLetter', {
  consumer: Type.String({ description: 'Who could not handle it' }),
  id: Type.String({ description: 'Its number among those of the consumer' }),
  event: Type.String({ description: 'Name of the event' }),
  dealId: nullable(Type.String({ description: 'The deal it is about, if it is about one' })),
  why: Type.String({ description: 'The last fault' }),
  at: instant('When it was put aside'),
})
export type DeadLetter = Type.Static<typeof DeadLetter>

/** What was put aside. */
export type DeadLetters = Type.Static<typeof DeadLetters>
export const DeadLetters = shape('DeadLetters', {
  isHere: Type.Boolean({ description: 'False in AWS, where they lie in queues of their own' }),
  items: Type.Array(DeadLetter),
})

/** Asks for what was put aside to be tried again: all of it, that of a consumer, or some. */
export type RedriveLetters = Type.Static<typeof RedriveLetters>
export const RedriveLetters = shape('RedriveLetters', {
  consumer: Type.Optional(line({ maxLength: 100, description: 'Only that of this consumer' })),
  ids: Type.Optional(
    Type.Array(line({ maxLength: 20 }), { maxItems: 1000, description: 'Only these of the consumer' }),
  ),
})

/** How much is tried again. */
export type Redriven = Type.Static<typeof Redriven>
export const Redriven = shape('Redriven', { redriven: Type.Integer() })
