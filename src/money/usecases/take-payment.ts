import type { KeptInvoice, KeptPayment, PaymentState } from '#schemas/money/money'
import { book } from '#money/domain/invoices/booking'
import { paidOf } from '#domain/money/invoice-state'
import type { Match, MatchInvoice } from '#money/domain/matching/match'
import { matchPayment } from '#money/domain/matching/match-payment'
import type { StatementLine } from '#money/domain/statement/statement'
import type { Ports } from '#ports/ports'
import { laterBy } from './later-by'
import type { BankScene } from './money-rights'
import { decideMoney, type Decided } from './save-money'

type Needs = Pick<Ports, 'clock' | 'deals' | 'gateFacts' | 'ids' | 'money' | 'people' | 'rules'>

/** The statement a payment comes with, the rules it is judged by, and when. */
export type Taking = BankScene & { readonly statement: string; readonly at: string; readonly by: string }

type Candidates = { readonly candidates: () => Promise<readonly KeptInvoice[]> }

/**
 * Takes a payment of a statement, once: one that is known adds nothing. It is booked in the same transaction that writes it,
 * on the invoices as they are then. What somebody has to look at becomes their task.
 */
export async function takePayment(
  ports: Needs,
  line: StatementLine,
  taking: Taking & Candidates,
): Promise<PaymentState | 'known'> {
  const id = paymentIdOf(line)
  const payment = await decideMoney(ports, `The payment ${id} was taken`, async () => {
    const known = await ports.money.findPayment(id)
    if (known !== undefined) return { change: {}, answer: undefined }
    return decided(line, { ...taking, id, invoices: await taking.candidates() })
  })
  if (payment === undefined) return 'known'
  return payment.state
}

/** The id of a payment follows from what the bank tells, so that it cannot be there twice. */
export function paymentIdOf({ account, bookedOn, identity }: StatementLine): string {
  return `pay_${bookedOn.slice(0, 7).replace('-', '')}_${account.slice(-7)}_${identity.replace('#', '_')}`
}

type Deciding = Taking & { readonly id: string; readonly invoices: readonly KeptInvoice[] }

function decided(line: StatementLine, taking: Deciding): Decided<KeptPayment | undefined> {
  const { model, bank, invoices, at } = taking
  const seller = Object.values(model.sellers ?? {}).find(({ account }) => account === line.account)?.id
  const other = line.direction === 'in' ? line.payer : line.payee
  const { direction, kopecks, bookedOn, purpose } = line
  const asked = { direction, kopecks, bookedOn, purpose, inn: other.inn, ...(seller === undefined ? {} : { seller }) }
  const match = matchPayment(asked, {
    invoices: invoices.flatMap(candidate),
    ourInns: Object.values(model.sellers ?? {}).map(({ inn }) => inn),
    alone: bank.matchAlone,
  })
  const payment = newPayment(line, match, { ...taking, ...(seller === undefined ? {} : { seller }) })
  if (match.do !== 'book' && match.do !== 'refund') return { change: { payments: [{ payment }] }, answer: payment }
  const booked = book(payment, { wanted: match.shares, invoices }, { at, by: match.rule })
  const [written] = booked.payments
  return { change: booked, answer: written?.payment ?? payment }
}

function candidate(invoice: KeptInvoice): readonly MatchInvoice[] {
  const { id, number, on, buyer, kopecks, cancelled, seller } = invoice
  if (number === null || on === null) return []
  return [
    {
      id,
      number,
      on,
      inn: buyer.inn ?? '',
      kopecks,
      paid: paidOf(invoice),
      seller,
      isCancelled: cancelled !== undefined,
    },
  ]
}

const stateAfter: Readonly<Record<Match['do'], PaymentState>> = {
  book: 'booked',
  refund: 'booked',
  suggest: 'suggested',
  suggest_refund: 'suggested',
  ignore: 'ignored',
  none: 'unmatched',
}

function newPayment(
  line: StatementLine,
  match: Match,
  { id, seller, statement, at, by, bank, model }: Deciding & { seller?: string },
) {
  const other = line.direction === 'in' ? line.payer : line.payee
  const payment: KeptPayment = {
    id,
    version: 1,
    state: stateAfter[match.do],
    direction: line.direction === 'none' ? 'own' : line.direction,
    account: line.account,
    ...(seller === undefined ? {} : { seller }),
    number: line.number,
    bookedOn: line.bookedOn,
    kopecks: line.kopecks,
    name: other.name,
    inn: other.inn,
    purpose: line.purpose,
    rule: match.rule,
    suggested: 'invoices' in match ? [...match.invoices] : [],
    shares: [],
    dueAt: bank.unmatched === undefined ? null : laterBy(bank.unmatched, at, model.calendar),
    statement,
    line: line.line,
    trace: [{ at, by, did: 'loaded' }],
  }
  return payment
}
