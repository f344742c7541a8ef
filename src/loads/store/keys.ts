import type { KeptLoad } from '#ports/files'
import type { Key, KeyLine } from '#store/key'

/** What is kept of files that are loaded in the background. */
export const keyLines = [
  {
    item: 'load',
    pk: 'LO#',
    sk: '{load}',
    question: 'how far a file is, and what came of it',
    personal: 'who the papers of a register are for, and what stood in rows that could not be read, for 30 days',
  },
  {
    item: 'load to run',
    pk: 'LQ#',
    sk: 'E#{load}',
    question: 'files that are not loaded to their end; told when they come',
    told: true,
  },
  {
    item: 'load of a person',
    pk: 'LW#{what}#{kind}#{id}',
    sk: '{load}',
    question: 'the last files of a kind that somebody has had loaded',
  },
] as const satisfies readonly KeyLine[]

/** The keys of loads. */
export const keys = {
  load: (id: string): Key => ({ pk: 'LO#', sk: id }),
  toRun: (id: string): Key => ({ pk: partitions.toRun(), sk: `E#${id}` }),
  own: (what: string, id: string, actor: KeptLoad['actor']): Key => ({ pk: partitions.own(what, actor), sk: id }),
} as const

/** Partitions that are read in order. */
export const partitions = {
  toRun: (): string => 'LQ#',
  own: (what: string, { kind, id }: KeptLoad['actor']): string => `LW#${what}#${kind}#${id}`,
} as const
