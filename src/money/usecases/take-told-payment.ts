import { book, unbook } from '#money/domain/invoices/booking'
import { textHash } from '#domain/kernel/text-hash'
import { leftToPay, paidOf, stateOf } from '#domain/money/invoice-state'
import type { Ports } from '#ports/ports'
import type { ToldBecame, ToldPayment } from '#ports/money'
import type { Model } from '#schemas/model'
import type { KeptInvoice, KeptPayment } from '#schemas/money/money'
import { laterBy } from './later-by'
import { takeInvoice } from './take-told-invoice'
import { decideMoney, type Decided } from './save-money'

type Needs = Pick<Ports, 'clock' | 'deals' | 'gateFacts' | 'ids' | 'money' | 'people' | 'rules'>

type Doing = { readonly at: string; readonly by: string }

/** By whose word such payments are booked, unless told otherwise. */
const rule = 'one_c'

/** Takes payments that bookkeeping tells of: its word names the invoice, so nothing has to be looked for. */
export const toldPayments: Ports['toldPayments'] = { take, takeBack, takeInvoice }

async function take(ports: Needs, told: ToldPayment): Promise<ToldBecame> {
  const { model } = await ports.rules.current()
  const { by = rule } = told
  const id = idOf(told.key)
  return decideMoney(ports, `The payment ${id} was taken`, async (): Promise<Decided<ToldBecame>> => {
    const [known, invoice] = await Promise.all([ports.money.findPayment(id), ports.money.findInvoice(told.invoice)])
    if (known !== undefined && known.state === 'booked')
      return nothing(told.kopecks === undefined || told.kopecks === known.kopecks ? 'known' : 'differs')
    // What somebody has taken back, or said to be for no invoice, is not booked again by itself.
    if (known !== undefined && known.trace.at(-1)?.by !== by) return nothing('known')
    const state = invoice === undefined ? 'draft' : stateOf(invoice)
    if (invoice === undefined || state === 'draft' || state === 'cancelled') return nothing('not_payable')
    const most = told.direction === 'in' ? leftToPay(invoice) : Math.max(0, paidOf(invoice))
    const kopecks = told.kopecks ?? most
    if (kopecks === 0 || (most === 0 && told.kopecks === undefined)) return nothing('nothing_left')
    const at = ports.clock.now()
    const payment = paymentOf(told, { id, invoice, kopecks, model, at, known })
    const wasVersion = known === undefined ? {} : { wasVersion: known.version }
    if (most === 0)
      return {
        change: { payments: [{ payment: advance(payment, { at, by }, known), ...wasVersion }] },
        answer: 'booked',
      }
    const wanted = [{ invoice: invoice.id, kopecks: Math.min(kopecks, most) }]
    return { change: book(payment, { wanted, invoices: [invoice], ...wasVersion }, { at, by }), answer: 'booked' }
  })
}

async function takeBack(ports: Needs, key: string): Promise<boolean> {
  const id = idOf(key)
  return decideMoney(ports, `The payment ${id} was changed`, async (): Promise<Decided<boolean>> => {
    const payment = await ports.money.findPayment(id)
    // What gave way to the bank counts again once that is taken back, unless it is said here that it does not.
    const isOver = payment?.state === 'ignored' && payment.trace.at(-1)?.did !== 'gave_way'
    if (payment === undefined || isOver) return { change: {}, answer: false }
    const at = ports.clock.now()
    const invoices = await ports.money.findInvoices([...new Set(payment.shares.map((share) => share.invoice))])
    if (payment.shares.length === 0) {
      const next = { ...payment, version: payment.version + 1, state: 'ignored' as const, suggested: [] }
      return {
        change: { payments: [{ payment: traced(next, at), wasVersion: payment.version }] },
        answer: payment.state !== 'ignored',
      }
    }
    const taken = unbook(payment, invoices, { at, by: rule })
    const payments = taken.payments.map((one) => ({ ...one, payment: { ...one.payment, state: 'ignored' as const } }))
    return { change: { ...taken, payments }, answer: true }
  })
}

function traced(payment: KeptPayment, at: string): KeptPayment {
  return { ...payment, trace: [...payment.trace, { at, by: rule, did: 'ignored' }] }
}

/** More was paid than is invoiced: all of it is an advance, which somebody looks after. */
function advance(payment: KeptPayment, { at, by }: Doing, known: KeptPayment | undefined): KeptPayment {
  const version = payment.version + (known === undefined ? 0 : 1)
  return { ...payment, version, state: 'booked', trace: [...payment.trace, { at, by, did: 'booked' }] }
}

function nothing(answer: ToldBecame): Decided<ToldBecame> {
  return { change: {}, answer }
}

function idOf(key: string): string {
  return `pay_1c_${textHash(key)}`
}

type Taken = {
  readonly id: string
  readonly invoice: KeptInvoice
  readonly kopecks: number
  readonly model: Model
  readonly at: string
  readonly known: KeptPayment | undefined
}

function paymentOf(told: ToldPayment, { id, invoice, kopecks, model, at, known }: Taken): KeptPayment {
  const { bank, sellers = {} } = model
  return {
    id,
    version: known?.version ?? 1,
    state: 'unmatched',
    direction: told.direction,
    account: sellers[invoice.seller]?.account ?? '',
    seller: invoice.seller,
    number: told.number,
    bookedOn: told.bookedOn,
    kopecks,
    name: invoice.buyer.name,
    inn: invoice.buyer.inn ?? '',
    purpose: `${told.by === 'register' ? 'Реестр' : '1С'}: ${told.direction === 'in' ? 'оплата счёта' : 'возврат по счёту'} № ${invoice.number ?? ''}`,
    rule: told.by ?? rule,
    suggested: [],
    shares: [],
    dueAt: bank?.unmatched === undefined ? null : laterBy(bank.unmatched, at, model.calendar),
    statement: told.source,
    line: 0,
    trace: known?.trace.slice() ?? [{ at, by: told.by ?? rule, did: 'loaded' }],
  }
}
