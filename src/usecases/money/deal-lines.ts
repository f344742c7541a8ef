import { applyFields } from '#domain/deals/fields'
import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { isPlausible, mostMinor } from '#domain/kernel/money'
import { areTooLong, sellerOf, shownLines } from '#domain/money/deal-lines'
import { linesKopecks, mostLineLetters, usualUnit } from '#domain/money/lines'
import type { Caller } from '#domain/kernel/access'
import type { Ports } from '#ports/ports'
import type { ShownLines, SetLines } from '#schemas/money/deal-lines'
import type { InvoiceLine } from '#schemas/money/money'
import { expectVersion, once, type Command } from '#usecases/command'
import { commit, notBefore } from '#usecases/deals/commit'
import { openSeenFile, refuseReader } from '#usecases/deals/deal-file'
import { refuseOthersFields } from '#usecases/deals/refuse-others-fields'
import { withAmount } from '#usecases/deals/with-amount'

type Needs = Pick<Ports, 'clock' | 'deals' | 'gateFacts' | 'people' | 'rules' | 'settings'>

/** What a deal sells, line by line, for whoever may see it. */
export async function readLines(ports: Needs, caller: Caller, dealId: string): Promise<ShownLines> {
  const { deal, newest } = await openSeenFile(ports, caller, dealId)
  const lines = await ports.deals.linesOf(dealId)
  return shownLines(deal, lines, sellerOf(newest.model, deal.pipeline)?.vat)
}

/**
 * Sets what a deal sells, all lines at once; their sum becomes its amount in the same write. Without lines the amount stays,
 * and is written by hand again. Whoever may change the deal and write its amount does it; of a won deal it is a correction of
 * the books and needs a reason. Refuses deals in another currency than roubles.
 */
export function setLines(ports: Needs, command: Command, dealId: string, input: SetLines): Promise<ShownLines> {
  return once(ports, command, () => set(ports, command, dealId, input))
}

async function set(
  ports: Needs,
  command: Command,
  dealId: string,
  { items: asked, reason }: SetLines,
): Promise<ShownLines> {
  const items = asked.map((line): InvoiceLine => ({
    ...line,
    quantity: line.quantity ?? 1,
    unit: line.unit ?? usualUnit,
  }))
  const { deal, newest, people, mayEdit } = await openSeenFile(ports, command.caller, dealId)
  if (!mayEdit) refuseReader(deal)
  expectVersion(deal, command)
  const { model } = newest
  if (deal.currency !== 'RUB' && items.length > 0)
    throw dealRefusal('field_value.lines_roubles', { currency: deal.currency })
  if (areTooLong(items)) throw dealRefusal('field_value.lines_long', { most: mostLineLetters })
  const amount = linesKopecks(items)
  if (!isPlausible(amount)) throw dealRefusal('field_value.lines_sum', { most: mostMinor })
  if (model.fields['amount']?.formula !== undefined) throw dealRefusal('field_value.lines_computed')
  const sum = items.length === 0 ? {} : { amount }
  const { fields, changes } = applyFields(deal.fields, sum, { model, people, currency: deal.currency })
  const at = notBefore(ports.clock.now(), deal)
  refuseOthersFields(command.caller, ['amount'], { owner: deal.owner, people, model, at }, { mayEdit })
  const vat = sellerOf(model, deal.pipeline)?.vat
  const before = await ports.deals.linesOf(dealId)
  if (JSON.stringify(before) === JSON.stringify(items)) return shownLines(deal, before, vat)
  const { amountFrom: _from, ...rest } = deal
  const next = await withAmount(
    ports,
    { ...rest, fields, ...(items.length === 0 ? {} : { amountFrom: 'lines' as const }) },
    { caller: command.caller, people, changes, reason },
  )
  const detail = { changes, lines: items.length, ...(reason === undefined ? {} : { reason }) }
  const told = shownLines({ ...next, version: deal.version + 1 }, items, vat)
  await commit(ports, command, { was: deal, next, name: 'deal.updated', detail, at, lines: items, told })
  return told
}
