import { Refusal } from '#domain/kernel/refusal'

import { draftFault } from './check-draft'
import { draftDeal, groupsOf, type DealDraft } from './draft-deals'
import { importDeal, type Taken } from './import-deal'
import type { ImportRun, InputTable } from './import-run'
import type { DealsInput } from './mapping'
import { linkDeals, withoutLinks, type NamedDeals } from './link-deals'
import { isRow, wholeTable, type LeftOut, type OpenTable, type Row } from './read-table'
import { say, type Reason, ValueError } from './say'
import { sideBySide } from './side-by-side'
import { valueOf } from './value-of'

/** How many deals are under way at once; the commands of one deal follow one another. */
const atOnce = 16

/** The lines of one deal, or one that could not be read. */
type Lines = readonly [Row, ...Row[]] | LeftOut

/** Takes the deals of a file, many side by side; whatever cannot be taken is told with its line, the rest goes on. */
export async function importDeals(ask: InputTable<DealsInput>): Promise<void> {
  const { input, table, tally, run } = ask
  const named: NamedDeals[] = []
  await sideBySide(linesOf(table, input, run), atOnce, async (lines) => {
    await run.goOn()
    const leftOut = 'reasons' in lines ? lines : await takeLines(lines, { ...ask, named })
    tally.rows += 'reasons' in lines ? 1 : lines.length
    if (leftOut !== undefined) {
      tally.leftOut += 1
      await run.leaveOut(input.file, leftOut)
    }
    run.tell({ file: input.file, done: tally.rows, total: Math.max(tally.rows, table.lines - 1), tally })
  })
  await linkDeals(ask, named)
}

/** Deals of a line each are read as they come, those of several lines when all lines are there. */
function* linesOf(table: OpenTable, { groupBy }: DealsInput, { lookups }: ImportRun): Generator<Lines> {
  if (groupBy === undefined) {
    for (const entry of table.entries()) yield isRow(entry) ? [entry] : entry
    return
  }
  const { rows, leftOut } = wholeTable(table)
  yield* leftOut
  yield* groupsOf(rows, groupBy, lookups)
}

async function takeLines(
  rows: readonly [Row, ...Row[]],
  { input, tally, run, named }: InputTable<DealsInput> & { readonly named: NamedDeals[] },
): Promise<LeftOut | undefined> {
  const { lookups, model, currency } = run
  const drafted = draftDeal(rows, { input, lookups, model, currency })
  const id = 'draft' in drafted ? drafted.draft.externalId : externalIdOf(rows[0], input, run)
  const before = id === '' ? undefined : run.seen.find(id)
  if (before !== undefined && before.file !== input.file && input.repeated === 'pass_over') {
    tally.passedOver += 1
    return undefined
  }
  // One that cannot be taken is one that its file has told of all the same: no later file brings it in otherwise.
  if (before === undefined && id !== '') run.seen.add(id, input.file, rows[0].line)
  if ('leftOut' in drafted) return drafted.leftOut
  const { draft, named: others } = withoutLinks(drafted.draft, model)
  const reason = before === undefined ? faultOf(draft, run) : say('id_twice', { id, place: placeOf(before) })
  if (reason !== undefined) return { line: draft.line, reasons: [reason] }
  try {
    tally[await take(draft, input, run)] += 1
    if (Object.values(model.fields).some(({ type }) => type === 'link')) run.told.set(draft.externalId, draft.pipeline)
    if (others !== undefined) named.push(others)
    return undefined
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { line: draft.line, reasons: [error] }
  }
}

/** What tells a deal from all others, where that can be read; else nothing. */
function externalIdOf(row: Row, { externalId }: DealsInput, { lookups }: ImportRun): string {
  try {
    return valueOf(externalId, row, lookups)
  } catch (error) {
    if (error instanceof ValueError) return ''
    throw error
  }
}

function placeOf({ file, line }: { readonly file: string; readonly line: number }): string {
  return `${file}:${line}`
}

function faultOf(draft: DealDraft, { model, currency, now, people }: ImportRun): Reason | undefined {
  return draftFault(draft, { model, currency, now, people: people.known, unsure: people.unsure })
}

async function take(draft: DealDraft, { file }: DealsInput, run: ImportRun): Promise<Taken> {
  const attempt = () => importDeal(run.portsOfDeal(), run.command(file), draft, file)
  try {
    return await attempt()
  } catch (error) {
    // Somebody was at the deal in the same moment: it is looked at once more, as it is now.
    if (error instanceof Refusal && error.code === 'version_conflict') return attempt()
    throw error
  }
}
