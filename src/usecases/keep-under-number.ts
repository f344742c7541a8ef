import type { Count, Counting, Numbers } from '#ports/numbers'

import { again, whileOthersWrite } from './while-others-write'

/** What is kept under a number that another system has given; without one where it is none of a series here. */
export type Numbered = {
  readonly counted: (Count & { readonly n: number }) | undefined
  readonly isThere: () => Promise<boolean>
  /** Keeps it in one transaction with its number; false when something of it is there, or others were at the count. */
  readonly save: (counting: { readonly counting?: Counting }) => Promise<boolean>
}

/** Many may issue of one series meanwhile. */
const mostLooks = 40

/**
 * Keeps something under its number once; false where it is there already, or somebody else has that number. Others who give
 * numbers of the same series meanwhile only make it look again.
 */
export async function keepUnderNumber(
  { lastOf }: Numbers,
  what: string,
  { counted, isThere, save }: Numbered,
): Promise<boolean> {
  return whileOthersWrite(
    what,
    async () => {
      if (await isThere()) return false
      const wasLast = counted === undefined ? undefined : await lastOf(counted)
      const counting =
        counted === undefined ? {} : { counting: { ...counted, ...(wasLast === undefined ? {} : { wasLast }) } }
      if (await save(counting)) return true
      // Where the count stands as it was, nobody was faster: the number is somebody’s.
      const isTaken = counted !== undefined && (await lastOf(counted)) === wasLast
      return isTaken ? false : again
    },
    mostLooks,
  )
}
