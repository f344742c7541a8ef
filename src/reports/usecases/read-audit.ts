import { reportRefusal } from '#reports/words/report-refusal'
import type { Caller } from '#domain/kernel/access'
import type { Page } from '#ports/page'
import type { Ports } from '#ports/ports'
import type { ExportEntry } from '#schemas/report'

/** A page of who has taken data out of Norma, the newest first; for those who answer for all people. */
export async function readAudit(
  { reports }: Pick<Ports, 'reports'>,
  caller: Caller,
  page: { readonly limit: number; readonly cursor?: string },
): Promise<{ items: ExportEntry[]; cursor?: string }> {
  if (caller.reach.people_edit !== 'all') {
    throw reportRefusal('forbidden.audit')
  }
  const { items, cursor }: Page<ExportEntry> = await reports.exports(page)
  return { items: [...items], ...(cursor === undefined ? {} : { cursor }) }
}
