import type { Key, KeyLine } from '#store/key'

/** What is kept of views of lists. */
export const keyLines = [
  { item: 'saved view', pk: 'SF#{employee}', sk: '{id}', question: 'how somebody wants to see a list again' },
  { item: 'shared view', pk: 'SF#~all', sk: '{id}', question: 'the views everybody is offered' },
] as const satisfies readonly KeyLine[]

/** The keys of views. */
export const keys = {
  own: (employee: string, id: string): Key => ({ pk: `SF#${employee}`, sk: id }),
  // No id of an employee begins with a tilde.
  shared: (id: string): Key => ({ pk: 'SF#~all', sk: id }),
} as const
