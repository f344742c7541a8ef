import type { Key, KeyLine } from '#store/key'

/** What is kept of what people are told. */
export const keyLines = [
  {
    item: 'notice',
    pk: 'N#{employee}',
    sk: 'I#{notice}',
    gsi2: 'unread: IN#{employee}, {notice}',
    question: 'an inbox, the newest first; what is unread',
  },
  {
    item: 'delivery',
    pk: 'N#{employee}',
    sk: 'D#{notice}#{channel}',
    gsi1: 'waiting: DL#{channel}#{shard}, {nextAt}#{id}',
    question: 'what is due on a channel',
  },
  { item: 'told once', pk: 'N#{employee}', sk: 'K#{what}', question: 'whether somebody was told' },
  { item: 'last sent', pk: 'N#{employee}', sk: 'L#{channel}', question: 'when somebody was last sent something' },
  { item: 'how to tell', pk: 'N#{employee}', sk: 'P#', question: 'channels, language, quiet' },
  { item: 'calendar feed', pk: 'N#{employee}', sk: 'C#', question: 'whether somebody’s calendar is shared' },
  { item: 'secret address', pk: 'CAL#{hash}', sk: '#', question: 'whose tasks a secret address shows' },
  {
    item: 'looked until',
    pk: 'S#',
    sk: 'looked#{schedule}',
    question: 'up to which instant a schedule has told people',
  },
] as const satisfies readonly KeyLine[]

/** The keys of notices. */
export const keys = {
  notice: (employee: string, id: string): Key => ({ pk: `N#${employee}`, sk: `I#${id}` }),
  delivery: (employee: string, id: string): Key => ({ pk: `N#${employee}`, sk: `D#${id}` }),
  toldOnce: (employee: string, what: string): Key => ({ pk: `N#${employee}`, sk: `K#${what}` }),
  lastSent: (employee: string, channel: string): Key => ({ pk: `N#${employee}`, sk: `L#${channel}` }),
  noticeSettings: (employee: string): Key => ({ pk: `N#${employee}`, sk: 'P#' }),
  feedOf: (employee: string): Key => ({ pk: `N#${employee}`, sk: 'C#' }),
  feed: (hash: string): Key => ({ pk: `CAL#${hash}`, sk: '#' }),
  lookedUntil: (schedule: string): Key => ({ pk: 'S#', sk: `looked#${schedule}` }),
} as const

/** Partitions that are read whole, or all items of one kind in them. */
export const partitions = { notices: (employee: string): string => `N#${employee}` } as const

/** How the sort keys of one kind begin, to read that kind alone out of a partition. */
export const prefixes = { inbox: 'I#', deliveries: 'D#' } as const

/** Keys of the sparse indexes. */
export const indexKeys = {
  unread: (employee: string): string => `IN#${employee}`,
  deliveries: (channel: string, shard: number): string => `DL#${channel}#${shard}`,
} as const

/** Whose delivery a key leads to, and which. */
export function noticeKeyParts({ pk, sk }: Key): { readonly employee: string; readonly id: string } {
  return { employee: pk.slice('N#'.length), id: sk.slice('D#'.length) }
}
