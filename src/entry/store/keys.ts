import type { Key, KeyLine } from '#store/key'

/** What is kept of how people come in. */
export const keyLines = [
  { item: 'entry', pk: 'EN#{employee}', sk: '#', question: 'password, passkeys and open invitation of somebody' },
  { item: 'session', pk: 'EN#{employee}', sk: 'S#{session}', question: 'where somebody is signed in' },
  { item: 'identity', pk: 'EI#{hash}', sk: '#', question: 'whose an identity of the company’s provider is' },
  { item: 'failures', pk: 'EF#{hash}', sk: '#', question: 'how often somebody failed to sign in under a name' },
  {
    item: 'API key',
    pk: 'AK#',
    sk: '{key}',
    question: 'keys of programs: hashes of secrets, scopes, who answers for them',
  },
  { item: 'beginning', pk: 'EB#', sk: '#', question: 'whether the company is a demo, and whether it is new' },
] as const satisfies readonly KeyLine[]

/** The keys of how people come in. */
export const keys = {
  entry: (employee: string): Key => ({ pk: `EN#${employee}`, sk: '#' }),
  session: (employee: string, id: string): Key => ({ pk: `EN#${employee}`, sk: `${prefixes.sessions}${id}` }),
  identity: (hash: string): Key => ({ pk: `EI#${hash}`, sk: '#' }),
  failures: (hash: string): Key => ({ pk: `EF#${hash}`, sk: '#' }),
  apiKey: (id: string): Key => ({ pk: partitions.apiKeys(), sk: id }),
  beginning: (): Key => ({ pk: 'EB#', sk: '#' }),
} as const

/** Partitions that are read whole. */
export const partitions = { apiKeys: (): string => 'AK#' } as const

/** How the sort keys of one kind begin. */
export const prefixes = { sessions: 'S#' } as const
