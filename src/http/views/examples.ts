import type { ExamplesOf } from '#http/described'
import type { operations } from './operations'

const input = {
  list: 'deals',
  name: 'Large and late',
  where: 'fields.amount>=50000000;nextDueAt<=today',
  sort: '-fields.amount',
  columns: ['title', 'stage', 'owner', 'fields.amount', 'nextDueAt'],
} as const
const view = {
  ...input,
  columns: [...input.columns],
  id: 'view_01KAQ4B6Y2M3T9J8V5C7D1E0FG',
  owner: 'anna',
  isShared: false,
}

/** An example of every operation on views; only the description of the interface shows them. */
export const examples = {
  listViews: { answer: { items: [view] } },
  createView: { body: { ...input, columns: [...input.columns] }, answer: view },
  readView: { params: { view: view.id }, answer: view },
  saveView: { params: { view: view.id }, body: { ...input, columns: [...input.columns] }, answer: view },
  removeView: { params: { view: view.id }, answer: view },
} as const satisfies ExamplesOf<typeof operations>
