import Type from 'typebox'

import { day, instant, line, prose, shape, words } from '#schemas/shape'
import { keepLines, requestActs, requestKinds, requestStates, requestWays } from './request-names'

const kind = words(requestKinds, {
  description:
    'access: what is kept of them; correction: something is wrong; erasure: to be forgotten; objection: to be left alone',
})
const note = prose({ maxLength: 500, description: 'What they asked, as far as it is not said yet' })

/** Writes down what a client asks of what is kept of them. */
export type NewSubjectRequest = Type.Static<typeof NewSubjectRequest>
export const NewSubjectRequest = shape('NewSubjectRequest', {
  kind,
  way: words(requestWays, { description: 'How they asked' }),
  receivedOn: Type.Optional(day('When it came; today where absent. The clock runs from then')),
  note: Type.Optional(note),
})

/** Answers a request by hand: a correction that is made, a client who is left alone, or why it is refused. */
export type AnswerSubjectRequest = Type.Static<typeof AnswerSubjectRequest>
export const AnswerSubjectRequest = shape('AnswerSubjectRequest', {
  state: words(['done', 'refused'], {
    description: 'Access and erasure are done by the act alone: by handing out the package, by the erasure',
  }),
  answer: line({ maxLength: 500, description: 'What was answered, or why it is refused' }),
})

/** What a client asked of what is kept of them, and what has become of it. */
export type SubjectRequest = Type.Static<typeof SubjectRequest>
export const SubjectRequest = shape('SubjectRequest', {
  id: Type.String(),
  client: Type.String(),
  kind,
  way: words(requestWays),
  receivedOn: day('When it came'),
  note: Type.Optional(note),
  dueAt: instant('Until when it has to be answered'),
  state: words(requestStates),
  responsible: Type.String({ description: 'Employee who answers it' }),
  createdAt: instant('When it was written down'),
  createdBy: Type.String({ description: 'Employee' }),
  act: Type.Optional(words(requestActs, { description: 'By what it was answered' })),
  answer: Type.Optional(Type.String()),
  closedAt: Type.Optional(instant('When it was answered')),
  closedBy: Type.Optional(Type.String({ description: 'Employee' })),
})

export type SubjectRequests = Type.Static<typeof SubjectRequests>
export const SubjectRequests = shape('SubjectRequests', { items: Type.Array(SubjectRequest) })

/** A client whom the rules erase: announced, or done. */
export type ErasedByRule = Type.Static<typeof ErasedByRule>
export const ErasedByRule = shape('ErasedByRule', {
  client: Type.String(),
  line: words(keepLines, { description: 'Line of `keep`' }),
  announcedAt: instant('When it was announced'),
  until: day('Kept until this day, and erased after it'),
  state: words(['due', 'done', 'kept'], {
    description: 'kept: something has happened meanwhile, or the rules are others',
  }),
})

/** Which month, of those erased by the rules. */
export type ErasedByRuleQuery = Type.Static<typeof ErasedByRuleQuery>
export const ErasedByRuleQuery = shape('ErasedByRuleQuery', {
  month: Type.Optional(
    Type.String({
      pattern: '^\\d{4}-(0[1-9]|1[0-2])$',
      description: 'In which they are kept last; this one where absent',
    }),
  ),
})

/** Whom the rules erase in a month, and how far the round through all cards is. */
export type ErasedByRules = Type.Static<typeof ErasedByRules>
export const ErasedByRules = shape('ErasedByRules', {
  month: Type.String(),
  items: Type.Array(ErasedByRule),
  isMore: Type.Boolean({ description: 'There are more than are told' }),
  round: Type.Optional(
    shape('KeepRound', {
      beganOn: day('When the last round through all cards began'),
      endedOn: Type.Optional(day('When it came to its end')),
      looked: Type.Integer({ description: 'Cards looked at' }),
      announced: Type.Integer({ description: 'Clients announced' }),
    }),
  ),
})
