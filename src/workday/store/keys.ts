import { padded, type Key, type KeyLine } from '#store/key'

/** What is kept of handovers. */
export const keyLines = [
  {
    item: 'handover',
    pk: 'HO#',
    sk: '{handover}',
    gsi1: 'under way: HW#, {handover}',
    question: 'what went from whom to whom, and how far it is',
  },
  {
    item: 'handover step',
    pk: 'HS#{handover}',
    sk: '{no}',
    question: 'what is given in a step, and what became of it',
  },
] as const satisfies readonly KeyLine[]

/** The keys of handovers. */
export const keys = {
  handover: (id: string): Key => ({ pk: partitions.handovers(), sk: id }),
  step: (id: string, no: number): Key => ({ pk: partitions.steps(id), sk: padded(no) }),
} as const

/** Partitions that are read whole. */
export const partitions = {
  handovers: (): string => 'HO#',
  steps: (id: string): string => `HS#${id}`,
} as const

/** Where handovers stand that are not at their end, or come back on a day. */
export const indexKeys = { underWay: 'HW#' } as const
