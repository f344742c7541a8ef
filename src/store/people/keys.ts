import type { Key, KeyLine } from '#store/key'

/** What is kept of the people of the company, and of the company itself. */
export const keyLines = [
  { item: 'employee', pk: 'P#', sk: 'E#{id}', question: 'everybody in one query' },
  { item: 'department', pk: 'P#', sk: 'D#{id}', question: 'everybody in one query' },
  { item: 'turn', pk: 'RR#{queue}', sk: '#', question: 'whose turn it is' },
  { item: 'settings', pk: 'S#', sk: 'company', question: 'currency and rates' },
  { item: 'currency changes', pk: 'S#', sk: 'currencies', question: 'in which currencies the company has reckoned' },
] as const satisfies readonly KeyLine[]

/** The keys of people and settings. */
export const keys = {
  employee: (id: string): Key => ({ pk: 'P#', sk: `E#${id}` }),
  department: (id: string): Key => ({ pk: 'P#', sk: `D#${id}` }),
  turn: (queue: string): Key => ({ pk: `RR#${queue}`, sk: '#' }),
  settings: (): Key => ({ pk: 'S#', sk: 'company' }),
  currencyChanges: (): Key => ({ pk: 'S#', sk: 'currencies' }),
} as const
