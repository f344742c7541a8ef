import Type from 'typebox'

import { metrics, planScopes } from './plan-names'
import { day, shape, words } from './shape'

const limit = Type.Optional(
  Type.Integer({ minimum: 1, maximum: 100, description: 'How many at most, 50 where absent; a page may hold fewer' }),
)
const cursor = Type.Optional(
  Type.String({ maxLength: 4000, description: 'Taken from the Link header of the page before' }),
)
const id = (description: string) => Type.Optional(Type.String({ minLength: 1, maxLength: 64, description }))

/** Where a list goes on. */
export type PageQuery = Type.Static<typeof PageQuery>
export const PageQuery = shape('PageQuery', { limit, cursor })

/** Which deals: a column of a board, the deals of one manager, or those that have certain words. */
export type DealsQuery = Type.Static<typeof DealsQuery>
export const DealsQuery = shape('DealsQuery', {
  pipeline: id('Direction; together with stage: a column of its board'),
  stage: id('Stage; together with pipeline'),
  owner: id('Employee, or me: deals that are under way'),
  q: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 100,
      description:
        'Words to look for: each must be in the title, the name of the client or of the owner, or be its number elsewhere or the end of its id (six characters at least). Case, ё and quotation marks do not matter. A whole id, phone number or e-mail address leads straight to the deal, a contact to the client’s latest one',
    }),
  ),
  limit,
  cursor,
})

export const taskStates = ['open', 'overdue', 'today', 'week', 'undated', 'done', 'handed_on'] as const
export type TaskState = (typeof taskStates)[number]

/** Which tasks. */
export type TasksQuery = Type.Static<typeof TasksQuery>
export const TasksQuery = shape('TasksQuery', {
  assignee: id('Employee, or me; me where neither assignee nor department is given'),
  department: id('Everybody in this department'),
  state: Type.Optional(
    words(taskStates, {
      description:
        'open (where absent), overdue, due today, due within seven days, without a date, done in `month`, or handed_on: open ones that they were late with and another has now',
    }),
  ),
  month: Type.Optional(
    Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$', description: 'For done: the month, this one where absent' }),
  ),
  direction: id('Only tasks of deals in this direction'),
  template: id('Only tasks made from this template'),
  limit,
  cursor,
})

const metric = Type.Optional(words(metrics, { description: 'sum where absent' }))

/** Which rows of a plan's progress. */
export type ProgressQuery = Type.Static<typeof ProgressQuery>
export const ProgressQuery = shape('ProgressQuery', {
  metric,
  by: Type.Optional(
    words(planScopes, {
      description: 'What a row is; company, or employee for who may not see the company, where absent',
    }),
  ),
  at: Type.Optional(day('Day as of which the pace is worked out, today where absent')),
})

/** Which row of a plan, day by day. */
export type BurnUpQuery = Type.Static<typeof BurnUpQuery>
export const BurnUpQuery = shape('BurnUpQuery', {
  metric,
  scope: Type.Optional(words(planScopes, { description: 'company where absent' })),
  id: Type.Optional(Type.String({ maxLength: 200, description: 'As for a target; empty for the company' })),
})
