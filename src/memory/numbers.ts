import type { Count, Counting, Numbers } from '#ports/numbers'

/** Numbers in memory; rooms that give some of one series share them. */
export type MemoryNumbers = Numbers & {
  /** Whether nobody has been given a number since. */
  readonly isNext: (counting: Counting) => boolean
  readonly give: (counting: Counting) => void
}

/** Numbers without gaps in memory, by the rules of the one table. */
export function memoryNumbers(): MemoryNumbers {
  const lasts = new Map<string, number>()
  const given = new Set<string>()
  const nameOf = ({ seller, series, year }: Count): string => `${seller}#${series}#${year}`
  return {
    lastOf: async (count) => lasts.get(nameOf(count)),
    isNext: (counting) =>
      lasts.get(nameOf(counting)) === counting.wasLast && !given.has(`${nameOf(counting)}#${counting.n}`),
    give: (counting) => {
      lasts.set(nameOf(counting), Math.max(counting.n, counting.wasLast ?? counting.n))
      given.add(`${nameOf(counting)}#${counting.n}`)
    },
  }
}
