import { monthOf, periodAfter } from '#domain/time/period'
import { shelfNames } from '#reports/domain/facts'
import type { Ports } from '#ports/ports'

const { open: _open, ...ofMonths } = shelfNames

/** From how many deals, and how many entries that lie on a shelf by themselves, packing pays. */
const WORTH_PACKING = { deals: 40, alone: 20 } as const
/** How far back shelves are looked at: history that is imported may land on any of them. */
export const keptMonths = 120

/**
 * Packs what lies loose on the shelves of reports, so that a month stays a few requests to read however much happened in
 * it. It changes no number, and may run at any time, also twice at once.
 */
export async function packReports(
  { reports, rules }: Pick<Ports, 'reports' | 'rules'>,
  at: string,
): Promise<{ readonly packed: number }> {
  const current = monthOf((await rules.current()).model.calendar.timezone, at)
  const months = Array.from({ length: keptMonths + 1 }, (_, index) => periodAfter(current, 1 - index))
  let packed =
    (await reports.packDeals(WORTH_PACKING.deals)) + (await reports.pack(shelfNames.open, WORTH_PACKING.alone))
  for (const month of months) {
    for (const shelf of Object.values(ofMonths).map((named) => named(month))) {
      packed += await reports.pack(shelf, WORTH_PACKING.alone)
    }
  }
  return { packed }
}
