import Type from 'typebox'

import { shape, words } from './shape'
import { subjectKinds } from './subject-names'

/** What an event is of, or a task belongs to. */
export type Subject = Type.Static<typeof Subject>
export const Subject = shape('Subject', {
  kind: words(subjectKinds),
  id: Type.String({ minLength: 1, description: 'Its id, such as deal_01KAQ4B6Y2M3T9J8V5C7D1E0FG' }),
})
