import { dateIn } from '#domain/time/zone'
import { countOf, nextNumber } from '#domain/numbers/next-number'
import { paidOf, shownInvoice, stateOf } from '#domain/money/invoice-state'
import { moneyRefusal } from '#money/words/money-refusal'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { Calendar, Duration, Model } from '#schemas/model'
import type { Invoice, KeptInvoice } from '#schemas/money/money'
import { once, type Command } from '#usecases/command'
import { openSeenFile } from '#usecases/deals/deal-file'
import { freshDrafts } from './fresh-draft'
import { laterBy } from './later-by'
import { answered } from './make-invoice'
import { mayAct, roleName } from './money-rights'
import { decideMoney, type Decided } from './save-money'

type Needs = Pick<Ports, 'clock' | 'deals' | 'ids' | 'money' | 'people' | 'rules' | 'gateFacts'>

/**
 * Issues an invoice: it gets the next number of its seller and series in the very transaction that issues it, so that none is
 * lost and none is given twice. The year is that of the company's time zone. Refuses one that is issued or cancelled.
 */
export function issueInvoice(ports: Needs, command: Command, id: string): Promise<Invoice> {
  return once(ports, command, async () => {
    const scene = await openInvoice(ports, command, id)
    return decideMoney(ports, `The numbers of invoices were given`, async (): Promise<Decided<Invoice>> => {
      const was = await readInvoice(ports, id)
      if (stateOf(was) !== 'draft') throw moneyRefusal('invoice_state.not_draft', { number: was.number ?? '' })
      const at = ports.clock.now()
      const { model } = scene
      const deal = (await ports.deals.find(was.dealId)) ?? scene.deal
      const [draft = was] = await freshDrafts(ports, [was], { deal, model })
      const { invoice, counting } = await numbered(ports, draft, { model, at, by: command.caller.actor.id })
      const answer = shownInvoice(invoice)
      const change = { invoices: [{ invoice, wasVersion: was.version }], counting, ...answered(command, answer, at) }
      return { change, answer }
    })
  })
}

/** Cancels an invoice for a reason; it keeps its number. Refused while something is booked on it. */
export function cancelInvoice(ports: Needs, command: Command, id: string, reason: string): Promise<Invoice> {
  return once(ports, command, async () => {
    await openInvoice(ports, command, id)
    return decideMoney(ports, `The invoice ${id} was changed`, async (): Promise<Decided<Invoice>> => {
      const was = await readInvoice(ports, id)
      const number = was.number ?? ''
      if (was.cancelled !== undefined) throw moneyRefusal('invoice_state.cancelled', { number })
      if (paidOf(was) !== 0) throw moneyRefusal('invoice_state.booked', { number, kopecks: paidOf(was) })
      const at = ports.clock.now()
      const cancelled = { at, by: command.caller.actor.id, reason }
      const invoice = { ...was, version: was.version + 1, cancelled }
      const answer = shownInvoice(invoice)
      return { change: { invoices: [{ invoice, wasVersion: was.version }], ...answered(command, answer, at) }, answer }
    })
  })
}

async function readInvoice({ money }: Pick<Ports, 'money'>, id: string): Promise<KeptInvoice> {
  const found = await money.findInvoice(id)
  if (found === undefined) throw moneyRefusal('invoice_unknown', { id })
  return found
}

type Opened = { readonly model: Model; readonly deal: Deal }

/** Opens an invoice for whoever the file lets issue and cancel it, and says to others who that is, if they may see the deal. */
async function openInvoice(ports: Needs, { caller }: Command, id: string): Promise<Opened> {
  const invoice = await readInvoice(ports, id)
  const [deal, people, { model }] = await Promise.all([
    ports.deals.find(invoice.dealId),
    ports.people.load(),
    ports.rules.current(),
  ])
  const kind = model.invoices?.[invoice.kind]
  if (deal === undefined) throw moneyRefusal('invoice_unknown', { id })
  if (kind !== undefined && mayAct(caller, kind.by, deal.owner, people)) return { model, deal }
  await openSeenFile(ports, caller, invoice.dealId)
  if (kind === undefined) throw moneyRefusal('money_unset.kind', { name: invoice.name })
  throw moneyRefusal('forbidden.invoice', { name: kind.name, role: roleName(model, kind.by) })
}

async function numbered(
  { money }: Pick<Ports, 'money'>,
  invoice: KeptInvoice,
  { model, at, by }: { readonly model: Model; readonly at: string; readonly by: string },
) {
  const kind = model.invoices?.[invoice.kind]
  const series = model.numbers?.[kind?.number ?? '']
  if (kind === undefined || series === undefined) throw moneyRefusal('money_unset.kind', { name: invoice.name })
  const on = dateIn(model.calendar.timezone, at)
  const count = countOf(series, invoice.seller, on)
  const wasLast = await money.lastOf(count)
  const { n, number } = nextNumber(series, on, wasLast)
  const dueOn = kind.payIn === undefined ? null : dueDayOf(kind.payIn, at, model.calendar)
  const issued: KeptInvoice = {
    ...invoice,
    version: invoice.version + 1,
    isIssued: true,
    number,
    on,
    dueOn,
    issuedBy: by,
  }
  return { invoice: issued, counting: { ...count, n, ...(wasLast === undefined ? {} : { wasLast }) } }
}

function dueDayOf(duration: Duration, at: string, calendar: Calendar): string | null {
  const due = laterBy(duration, at, calendar)
  return due === null ? null : dateIn(calendar.timezone, due)
}
