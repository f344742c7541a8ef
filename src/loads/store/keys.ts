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
] as const satisfies readonly KeyLine[]

/** The keys of loads. */
export const keys = {
  load: (id: string): Key => ({ pk: partitions.loads(), sk: id }),
  toRun: (id: string): Key => ({ pk: partitions.toRun(), sk: `E#${id}` }),
} as const

/** Partitions that are read in order. */
export const partitions = {
  loads: (): string => 'LO#',
  toRun: (): string => 'LQ#',
} as const
