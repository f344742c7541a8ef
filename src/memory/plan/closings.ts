import type { ClosingStore, KeptClosing, MonthSpan, SeenClosing } from '#ports/closings'
import type { NotedCorrection } from '#schemas/plan'
import { kept } from '#memory/kept'

/** Closed months and what was corrected of them, and what a change of a deal does with them. */
export type MemoryClosings = {
  readonly store: ClosingStore
  readonly isAsSeen: (seen: SeenClosing) => boolean
  readonly note: (corrections: readonly NotedCorrection[]) => void
}

/** Closed months by the rules of the one table. */
export function memoryClosings(): MemoryClosings {
  const closings = new Map<string, KeptClosing>()
  const noted: NotedCorrection[] = []
  const inOrder = (month: (one: NotedCorrection) => string, span: MonthSpan) =>
    noted
      .filter((one) => isIn(month(one), span))
      .toSorted((a, b) => (`${month(a)}#${a.at}#${a.dealId}` < `${month(b)}#${b.at}#${b.dealId}` ? -1 : 1))
  const store: ClosingStore = {
    closing: async (month) => closings.get(month),
    closings: async (span) =>
      [...closings.values()].filter(({ month }) => isIn(month, span)).toSorted((a, b) => (a.month < b.month ? -1 : 1)),
    keepClosing: async (closing) => {
      const isNext = (closings.get(closing.month)?.rev ?? 0) === closing.rev - 1
      if (isNext) closings.set(closing.month, kept(closing))
      return isNext
    },
    correctionsOf: async (span) => inOrder(({ key }) => key.month, span),
    correctionsIn: async (span) => inOrder(({ month }) => month, span),
  }
  return {
    store,
    isAsSeen: ({ month, rev }) => closings.get(month)?.rev === rev,
    note: (corrections) => {
      noted.push(...corrections.map((one) => kept(one)))
    },
  }
}

function isIn(month: string, { from, to }: MonthSpan): boolean {
  return month >= from && month <= to
}
