/** The numbers of a seller in one series and, where it starts anew every year, one year; `never` otherwise. */
export type Count = { readonly seller: string; readonly series: string; readonly year: string }

/** A number of a count, mostly the next: written only while the last one is as it was, and only where nobody has it. */
export type Counting = Count & { readonly n: number; readonly wasLast?: number }

/** Numbers without gaps, whichever room gives them. */
export type Numbers = {
  /** The last number of a count; undefined where none was given. */
  readonly lastOf: (count: Count) => Promise<number | undefined>
}
