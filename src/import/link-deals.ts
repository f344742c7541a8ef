import { isDealId } from '#domain/deals/deal-ids'
import { linksIn } from '#domain/deals/linked'
import { labelOf } from '#domain/deals/label-of'
import { Refusal } from '#domain/kernel/refusal'
import type { Model } from '#schemas/model'
import { updateDeal } from '#usecases/deals/update-deal'

import type { DealDraft } from './draft-deals'
import { isImported, onDay } from './import-deal'
import type { ImportRun, InputTable } from './import-run'
import type { DealsInput } from './mapping'
import { say, type Reason } from './say'

/** What a line says of other deals: by the id its own deal has in the file, the other’s external id or id for each field. */
export type NamedDeals = Pick<DealDraft, 'line' | 'externalId' | 'createdAt'> & {
  readonly links: Readonly<Record<string, string>>
}

/** A deal of a file without what it says of others, and that: others may stand further down, and are named when all are there. */
export function withoutLinks(
  draft: DealDraft,
  model: Model,
): { readonly draft: DealDraft; readonly named?: NamedDeals } {
  const links = linksIn(draft.fields, model)
  if (Object.keys(links).length === 0) return { draft }
  const fields = Object.fromEntries(Object.entries(draft.fields).filter(([id]) => links[id] === undefined))
  const { line, externalId, createdAt } = draft
  return { draft: { ...draft, fields }, named: { line, externalId, createdAt, links } }
}

/** Lets the deals of a file name others: of it, of files before it, or there already. What names none is told with its line. */
export async function linkDeals(
  { input, tally, run }: InputTable<DealsInput>,
  named: readonly NamedDeals[],
): Promise<void> {
  for (const one of named) {
    // oxlint-disable-next-line no-await-in-loop -- few deals name others, and each is asked for by itself
    const reasons = await linkDeal(run, input.file, one)
    if (reasons.length === 0) continue
    tally.leftOut += 1
    // oxlint-disable-next-line no-await-in-loop -- told in the order of the lines
    await run.leaveOut(input.file, { line: one.line, reasons })
  }
}

async function linkDeal(run: ImportRun, file: string, named: NamedDeals): Promise<readonly Reason[]> {
  const { model } = run
  const fields: Record<string, string> = {}
  const reasons: Reason[] = []
  for (const [id, text] of Object.entries(named.links)) {
    const to = model.fields[id]?.to ?? ''
    // oxlint-disable-next-line no-await-in-loop -- one or two fields a deal
    const found = await dealOf(run, text)
    if (found?.pipeline === to && text !== named.externalId) fields[id] = found.id
    else {
      const direction = model.pipelines[to]?.name ?? to
      reasons.push(say('names_no_deal', { field: labelOf(id, model).name, text, direction }))
    }
  }
  return Object.keys(fields).length === 0 ? reasons : [...reasons, ...(await writeLinks(run, { file, named, fields }))]
}

/** The deal of an external id, or of an id: one of the files of this run, or one there is. */
async function dealOf({ ports: { deals }, told }: ImportRun, text: string) {
  const known = told.get(text)
  const id = (await deals.byExternalId(text)) ?? (isDealId(text) ? text : undefined)
  const deal = id === undefined ? undefined : await deals.find(id)
  return deal ?? (known === undefined ? undefined : { id: text, pipeline: known })
}

async function writeLinks(
  { ports, command, isDryRun }: ImportRun,
  {
    file,
    named,
    fields,
  }: { readonly file: string; readonly named: NamedDeals; readonly fields: Record<string, string> },
): Promise<readonly Reason[]> {
  const id = isDryRun ? undefined : await ports.deals.byExternalId(named.externalId)
  // What people have changed since is theirs.
  if (id === undefined || !(await isImported(ports, id))) return []
  try {
    await updateDeal(onDay(ports, named.createdAt), command(file), id, { fields })
    return []
  } catch (error) {
    if (error instanceof Refusal) return [error]
    throw error
  }
}
