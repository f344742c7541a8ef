import { reportRefusal } from '#reports/words/report-refusal'
import { reaches, type Caller } from '#domain/kernel/access'
import type { People } from '#ports/people'
import type { Page } from '#ports/page'
import type { Ports } from '#ports/ports'
import type { ExportEntry } from '#schemas/report'

type Asker = { readonly caller: Caller; readonly people: People }

/**
 * A page of who has taken data out of Norma, the newest first: of those whose audit somebody may see. It may be shorter than
 * asked for though more comes after it: the rest of a page is not looked for entry by entry.
 */
export async function readAudit(
  { reports }: Pick<Ports, 'reports'>,
  { caller, people }: Asker,
  page: { readonly limit: number; readonly cursor?: string },
): Promise<{ items: ExportEntry[]; cursor?: string }> {
  if (caller.reach.audit_read === 'none') throw reportRefusal('forbidden.audit')
  const found: ExportEntry[] = []
  let next: Page<ExportEntry> | undefined
  do {
    const cursor = next?.cursor ?? page.cursor
    // oxlint-disable-next-line no-await-in-loop -- a page that is somebody else’s leads to the next
    next = await reports.exports({ limit: page.limit - found.length, ...(cursor === undefined ? {} : { cursor }) })
    found.push(...next.items.filter(({ by }) => reaches(caller, 'audit_read', by, people)))
  } while (next.cursor !== undefined && found.length < page.limit / 2)
  return { items: found, ...(next.cursor === undefined ? {} : { cursor: next.cursor }) }
}
