import Type from 'typebox'

import { Actor } from './event'
import { subjectEventNames } from './event-names'
import { instant, nullable, shape, words } from './shape'
import { Subject } from './subject'

/**
 * An event of something else than a deal, as it is stored and published: what changed, never the values, for it may be about
 * people. `id` is `<subject>:<version>`.
 */
export type SubjectEvent = Type.Static<typeof SubjectEvent>
export const SubjectEvent = shape('SubjectEvent', {
  id: Type.String({ examples: ['client_01KAQ4B6Y2M3T9J8V5C7D1E0FG:3'] }),
  name: words(subjectEventNames),
  schemaVersion: Type.Literal(1),
  at: instant('When it happened'),
  actor: Actor,
  correlationId: Type.String({ description: 'The same for everything one request or schedule caused' }),
  causationId: nullable(Type.String({ description: 'The event that caused this one' })),
  detail: shape('SubjectDetail', {
    dealId: Type.Literal('', { description: 'It is of no deal' }),
    subject: Subject,
    changed: Type.Array(Type.String(), { description: 'Names of what changed' }),
    owner: Type.Optional(nullable(Type.String({ description: 'Employee whose it is since' }))),
    into: Type.Optional(Type.String({ description: 'The client it was merged into, or was a part of' })),
    merge: Type.Optional(Type.String({ description: 'The merge that was made, or undone' })),
  }),
})
