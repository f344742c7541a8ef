import Type from 'typebox'

import { shape } from './shape'

/** One sentence by its key, with what goes into it: the same in every language. */
export type Saying = Type.Static<typeof Saying>
export const Saying = shape('Saying', {
  say: Type.String({ description: 'The key of the sentence', examples: ['deal_closed'] }),
  with: Type.Optional(Type.Record(Type.String(), Type.Unknown(), { description: 'What goes into it' })),
})
