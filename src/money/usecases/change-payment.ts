import { unbook } from '#money/domain/invoices/booking'
import { giveBack } from '#money/domain/invoices/give-back'
import { shownPayment, toDoOf } from '#domain/money/invoice-state'
import { moneyRefusal } from '#money/words/money-refusal'
import type { Ports } from '#ports/ports'
import type { BookPayment, KeptPayment, Payment } from '#schemas/money/money'
import { once, type Command } from '#usecases/command'
import { bookOnTold } from './book-on-told'
import { answered } from './make-invoice'
import { openBank } from './money-rights'
import { decideMoney, type Decided } from './save-money'

type Needs = Pick<Ports, 'clock' | 'deals' | 'gateFacts' | 'ids' | 'money' | 'people' | 'rules'>
type Change = Pick<Decided<Payment>['change'], 'invoices' | 'payments'>

/** Books a payment on invoices, for whoever the file names under `bank`. */
export function bookPayment(ports: Needs, command: Command, id: string, { shares }: BookPayment): Promise<Payment> {
  return change(ports, command, id, async (payment, booking) => {
    const invoices = await ports.money.findInvoices([...new Set(shares.map(({ invoice }) => invoice))])
    return bookOnTold(ports, payment, { wanted: shares, invoices, wasVersion: payment.version }, booking)
  })
}

/**
 * Takes back everything that is booked of a payment; the trace of it stays. What a register or 1C had said, and what had given
 * way to it, counts again.
 */
export function unbookPayment(ports: Needs, command: Command, id: string, reason: string): Promise<Payment> {
  return change(ports, command, id, async (payment, booking) => {
    const invoices = await ports.money.findInvoices([...new Set(payment.shares.map(({ invoice }) => invoice))])
    const taken = unbook(payment, invoices, { ...booking, reason })
    const parts = payment.inPlaceOf ?? []
    const told = await ports.money.findPayments([...new Set(parts.map((part) => part.payment))])
    return giveBack(taken, { parts, told }, booking)
  })
}

/** Says that a payment is for no invoice. */
export function ignorePayment(ports: Needs, command: Command, id: string, reason: string): Promise<Payment> {
  return change(ports, command, id, async (payment, { at, by }) => {
    if (payment.shares.length > 0) throw moneyRefusal('payment_state.booked')
    if (payment.state === 'ignored') throw moneyRefusal('payment_state.ignored')
    const trace = [...payment.trace, { at, by, did: 'ignored' as const, reason }]
    const next = { ...payment, version: payment.version + 1, state: 'ignored' as const, suggested: [], trace }
    return { payments: [{ payment: next, wasVersion: payment.version }] }
  })
}

/** Says what came of an advance or a refund: nothing more is to be done about it. */
export function settlePayment(ports: Needs, command: Command, id: string, note: string): Promise<Payment> {
  return change(ports, command, id, async (payment, { at, by }) => {
    const toDo = toDoOf(payment)
    if (toDo !== 'advance' && toDo !== 'refund') throw moneyRefusal('payment_state.nothing_to_settle')
    const trace = [...payment.trace, { at, by, did: 'settled' as const, reason: note }]
    const next = { ...payment, version: payment.version + 1, settled: { at, by, note }, trace }
    return { payments: [{ payment: next, wasVersion: payment.version }] }
  })
}

function change(
  ports: Needs,
  command: Command,
  id: string,
  decide: (payment: KeptPayment, booking: { readonly at: string; readonly by: string }) => Promise<Change>,
): Promise<Payment> {
  return once(ports, command, async () => {
    await openBank(ports, command.caller)
    return decideMoney(ports, `The payment ${id} was changed`, async (): Promise<Decided<Payment>> => {
      const payment = await ports.money.findPayment(id)
      if (payment === undefined) throw moneyRefusal('payment_unknown', { id })
      const at = ports.clock.now()
      const changed = await decide(payment, { at, by: command.caller.actor.id })
      const answer = shownPayment(changed.payments?.[0]?.payment ?? payment)
      return { change: { ...changed, ...answered(command, answer, at) }, answer }
    })
  })
}
