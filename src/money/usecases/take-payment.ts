import type { KeptInvoice, KeptPayment, PaymentState } from '#schemas/money/money'
import { paidOf, shareIsTold, toldOf } from '#domain/money/invoice-state'
import { dateIn } from '#domain/time/zone'
import type { Match, MatchInvoice } from '#money/domain/matching/match'
import { matchPayment } from '#money/domain/matching/match-payment'
import { findTwins, placesOf } from '#money/domain/statement/same-payment'
import type { StatementLine } from '#money/domain/statement/statement'
import type { Ports } from '#ports/ports'
import { bookOnTold } from './book-on-told'
import { laterBy } from './later-by'
import type { BankScene } from './money-rights'
import { decideMoney, type Decided } from './save-money'

type Needs = Pick<Ports, 'clock' | 'deals' | 'gateFacts' | 'ids' | 'money' | 'people' | 'rules'>

/** The statement a payment comes with, the rules it is judged by, and when. */
export type Taking = BankScene & {
  readonly statement: string
  readonly at: string
  readonly by: string
  /** Payments that the file was held against before its own were taken; what stands beside a line else has come since. */
  readonly seen: Set<string>
}

type Candidates = { readonly candidates: () => Promise<readonly KeptInvoice[]> }

/**
 * Takes a payment of a statement, once: one that is known adds nothing. It is booked in the same transaction that writes it,
 * on the invoices as they are then. What somebody has to look at becomes their task. One that may be another that is known
 * (`resembles`) is never booked by itself: somebody says whether it is.
 */
export async function takePayment(
  ports: Needs,
  line: StatementLine,
  taking: Taking & Candidates & { readonly resembles?: string },
): Promise<PaymentState | 'known'> {
  const id = paymentIdOf(line)
  let same: KeptPayment | undefined
  const payment = await decideMoney(ports, `The payment ${id} was taken`, async () => {
    const known = await ports.money.findPayment(id)
    if (known !== undefined) return { change: {}, answer: undefined }
    const { places, twin } = await besides(ports, line, { ...taking, id })
    same = twin?.is === 'same' ? twin.payment : undefined
    if (same !== undefined) return { change: {}, answer: undefined }
    const resembles = taking.resembles ?? twin?.payment.id
    const like = resembles === undefined ? {} : { resembles }
    const { change, answer } = await decided(ports, line, {
      ...taking,
      ...like,
      id,
      invoices: await taking.candidates(),
    })
    return { change: { ...change, places }, answer }
  })
  if (same !== undefined) {
    taking.seen.add(same.id)
    await takeAgain(ports, line, { ...taking, known: same })
  }
  if (payment === undefined) return 'known'
  return payment.state
}

/** So many payments of one place are known by it: those that came in the same moment, not all of a day. */
const mostBeside = 100

/**
 * What another file that is loaded in the same moment has brought beside a line, and where the line will stand with it: whoever
 * writes there first makes the other one look again.
 */
async function besides(
  { money }: Pick<Ports, 'money'>,
  line: StatementLine,
  { id, statement, seen, at }: Pick<Taking, 'statement' | 'seen' | 'at'> & { readonly id: string },
) {
  const found = await money.places(placesOf(line))
  const late = [...new Set(found.flatMap(({ ids }) => ids))].filter((one) => !seen.has(one))
  const others = (await money.findPayments(late)).filter((one) => one.statement !== statement)
  const places = found.map((place) => ({ ...place, at, ids: [...place.ids, id].slice(-mostBeside) }))
  return { places, twin: findTwins([line], others).get(line) }
}

/**
 * Takes a payment that is known by what another file told of it. Where nobody knew whose it was and this file says it, its
 * invoices are looked for anew.
 */
export async function takeAgain(
  ports: Needs,
  line: StatementLine,
  taking: Taking & Candidates & { readonly known: KeptPayment },
): Promise<void> {
  const { id } = taking.known
  if (!isToldMore(taking.known, line)) return
  await decideMoney(ports, `The payment ${id} was changed`, async () => {
    const over = await ports.money.findPayment(id)
    if (over === undefined || !isToldMore(over, line)) return { change: {}, answer: undefined }
    return decided(ports, line, { ...taking, id, over, invoices: await taking.candidates() })
  })
}

/**
 * Whether a payment waits for somebody because its file did not say who paid, and a line says it. What somebody has taken
 * back, or has to tell from another one, stays theirs to say.
 */
function isToldMore({ state, inn, resembles, trace }: KeptPayment, line: StatementLine): boolean {
  if (resembles !== undefined || trace.some(({ did }) => did !== 'loaded')) return false
  return (state === 'suggested' || state === 'unmatched') && inn === '' && otherSide(line).inn !== ''
}

/** The id of a payment follows from what the bank tells, so that it cannot be there twice. */
export function paymentIdOf({ account, bookedOn, identity }: StatementLine): string {
  return `pay_${bookedOn.slice(0, 7).replace('-', '')}_${account.slice(-7)}_${identity.replace('#', '_')}`
}

type Deciding = Taking & {
  readonly id: string
  readonly invoices: readonly KeptInvoice[]
  readonly resembles?: string
  /** The payment as it is known, where this line says more of it. */
  readonly over?: KeptPayment
}

async function decided(ports: Needs, line: StatementLine, taking: Deciding): Promise<Decided<KeptPayment | undefined>> {
  const { model, bank, invoices, at, resembles, over } = taking
  const seller = Object.values(model.sellers ?? {}).find(({ account }) => account === line.account)?.id
  const { direction, kopecks, bookedOn, purpose } = line
  const { inn } = otherSide(line)
  const asked = { direction, kopecks, bookedOn, purpose, inn, ...(seller === undefined ? {} : { seller }) }
  const match = matchPayment(asked, {
    invoices: invoices.flatMap((one) => candidate(one, model.calendar.timezone)),
    ourInns: Object.values(model.sellers ?? {}).map((one) => one.inn),
    alone: bank.matchAlone,
  })
  const isAsked = resembles !== undefined && match.do !== 'ignore'
  const found = isAsked ? asking(match) : match
  const fresh = newPayment(line, found, { ...taking, ...(seller === undefined ? {} : { seller }) })
  const payment = over === undefined ? fresh : toldAnew(over, fresh, taking)
  const wasVersion = over === undefined ? {} : { wasVersion: over.version }
  if (found.do !== 'book' && found.do !== 'refund') {
    const version = payment.version + (over === undefined ? 0 : 1)
    return { change: { payments: [{ payment: { ...payment, version }, ...wasVersion }] }, answer: payment }
  }
  const ask = { wanted: found.shares, invoices, ...wasVersion }
  const booked = await bookOnTold(ports, payment, ask, { at, by: found.rule })
  const [written] = booked.payments
  return { change: booked, answer: written?.payment ?? payment }
}

/** What may be known already is shown with the invoices it would be for, and waits. */
function asking(match: Match): Match {
  const invoices =
    'shares' in match ? match.shares.map(({ invoice }) => invoice) : 'invoices' in match ? match.invoices : []
  return { do: 'suggest', rule: 'perhaps_known', invoices }
}

/** A payment as it is known, with what a line says more of it; where it came from first stays. */
function toldAnew(over: KeptPayment, fresh: KeptPayment, { at, by }: Taking): KeptPayment {
  const { account, bookedOn, statement, line, version, number, dueAt } = over
  const trace = [...over.trace, { at, by, did: 'loaded' as const }]
  const stays = { account, bookedOn, statement, line, version, dueAt, number: number === '' ? fresh.number : number }
  return { ...fresh, ...stays, trace }
}

function candidate(invoice: KeptInvoice, zone: string): readonly MatchInvoice[] {
  const { id, number, on, buyer, kopecks, cancelled, seller, shares } = invoice
  if (number === null || on === null) return []
  const days = shares.filter(shareIsTold).map((share) => dateIn(zone, share.at))
  const told = days.length === 0 ? {} : { told: { kopecks: toldOf(invoice), until: days.toSorted().at(-1) ?? '' } }
  return [
    {
      id,
      number,
      on,
      inn: buyer.inn ?? '',
      buyer: buyer.name,
      kopecks,
      paid: paidOf(invoice),
      seller,
      isCancelled: cancelled !== undefined,
      ...told,
    },
  ]
}

function otherSide({ direction, payer, payee }: StatementLine): StatementLine['payer'] {
  return direction === 'in' ? payer : payee
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
  { id, seller, statement, at, by, bank, model, resembles }: Deciding & { seller?: string },
) {
  const other = otherSide(line)
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
    ...(other.account === '' ? {} : { otherAccount: other.account }),
    ...(line.on === line.bookedOn ? {} : { on: line.on }),
    purpose: line.purpose,
    rule: match.rule,
    suggested: 'invoices' in match ? [...match.invoices] : [],
    ...(resembles === undefined ? {} : { resembles }),
    shares: [],
    dueAt: bank.unmatched === undefined ? null : laterBy(bank.unmatched, at, model.calendar),
    statement,
    line: line.line,
    trace: [{ at, by, did: 'loaded' }],
  }
  return payment
}
