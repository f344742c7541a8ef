import { monthOf, periodAfter } from '#domain/period'
import { shelfNames } from '#domain/reports/facts'
import type { Ports } from '#ports'

/** Loose entries on a shelf from which packing pays: some 100 KB, a tenth of what one request reads. */
const WORTH_PACKING = 200
/** How far back shelves are looked at: history that is imported may land on any of them. */
const MONTHS = 120

/**
 * Packs what lies loose on the shelves of reports, so that a month stays a few requests to read however much happened in
 * it. It changes no number, and may run at any time, also twice at once.
 */
export async function packReports(
  { reports, rules }: Pick<Ports, 'reports' | 'rules'>,
  at: string,
): Promise<{ readonly packed: number }> {
  const current = monthOf((await rules.current()).model.calendar.timezone, at)
  const months = Array.from({ length: MONTHS + 1 }, (_, index) => periodAfter(current, 1 - index))
  let packed = await reports.pack(shelfNames.open, WORTH_PACKING)
  for (const month of months) {
    for (const shelf of [shelfNames.deals(month), shelfNames.tasks(month), shelfNames.refusals(month)]) {
      packed += await reports.pack(shelf, WORTH_PACKING)
    }
  }
  return { packed }
}
