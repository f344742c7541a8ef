import { Refusal } from '#domain/kernel/refusal'

import { draftFault } from './check-draft'
import { draftDeals, type DealDraft } from './draft-deals'
import { importDeal, type Taken } from './import-deal'
import type { ImportRun, InputTable, Taking } from './import-run'
import type { DealsInput } from './mapping'
import type { LeftOut } from './read-table'
import { say, type Reason } from './say'
import { sideBySide } from './side-by-side'

/** How many deals are under way at once; the commands of one deal follow one another. */
const atOnce = 16

/** Takes the deals of a file, many side by side; whatever cannot be taken is told with its line, the rest goes on. */
export async function importDeals({ input, table, run }: InputTable<DealsInput>): Promise<Taking> {
  const { drafts, leftOut } = draftDeals(table, {
    input,
    lookups: run.lookups,
    model: run.model,
    currency: run.currency,
  })
  const counts = { made: 0, continued: 0, there: 0 }
  const refused: LeftOut[] = []
  let done = 0
  const unique = drafts.filter((draft) => {
    const reason = faultOf(draft, input, run)
    if (reason !== undefined) refused.push({ line: draft.line, reasons: [reason] })
    return reason === undefined
  })
  await sideBySide(unique, atOnce, async (draft) => {
    try {
      counts[await take(draft, input, run)] += 1
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused.push({ line: draft.line, reasons: [error] })
    }
    done += 1
    run.tell({ file: input.file, done, total: unique.length })
  })
  return { ...counts, leftOut: [...leftOut, ...refused] }
}

function faultOf(draft: DealDraft, { file }: DealsInput, run: ImportRun): Reason | undefined {
  const before = run.seen.get(draft.externalId)
  if (before !== undefined) return say('id_twice', { id: draft.externalId, place: before })
  run.seen.set(draft.externalId, `${file}:${draft.line}`)
  return draftFault(draft, { model: run.model, people: run.people.known, now: run.now })
}

async function take(draft: DealDraft, { file }: DealsInput, run: ImportRun): Promise<Taken> {
  if (run.isDryRun) return (await run.ports.deals.byExternalId(draft.externalId)) === undefined ? 'made' : 'there'
  const attempt = () => importDeal(run.ports, run.command(file), draft, file)
  try {
    return await attempt()
  } catch (error) {
    // Somebody was at the deal in the same moment: it is looked at once more, as it is now.
    if (error instanceof Refusal && error.code === 'version_conflict') return attempt()
    throw error
  }
}
