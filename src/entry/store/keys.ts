import type { Key, KeyLine } from '#store/key'

/** What is kept of how people come in. */
export const keyLines = [
  { item: 'entry', pk: 'EN#{employee}', sk: '#', question: 'password, passkeys and open invitation of somebody' },
  { item: 'session', pk: 'EN#{employee}', sk: 'S#{session}', question: 'where somebody is signed in' },
  { item: 'identity', pk: 'EI#{hash}', sk: '#', question: 'whose an identity of the company’s provider is' },
  { item: 'beginning', pk: 'EB#', sk: '#', question: 'whether the company is a demo, and whether it is new' },
] as const satisfies readonly KeyLine[]

/** The keys of how people come in. */
export const keys = {
  entry: (employee: string): Key => ({ pk: `EN#${employee}`, sk: '#' }),
  session: (employee: string, id: string): Key => ({ pk: `EN#${employee}`, sk: `${prefixes.sessions}${id}` }),
  identity: (hash: string): Key => ({ pk: `EI#${hash}`, sk: '#' }),
  beginning: (): Key => ({ pk: 'EB#', sk: '#' }),
} as const

/** How the sort keys of one kind begin. */
export const prefixes = { sessions: 'S#' } as const
