import type { KeptInvoice, KeptPayment } from '#schemas/money/money'
import { numberPieces } from '#money/domain/matching/purpose-text'
import { isToTell } from '#domain/money/invoice-state'
import type { MemoryDeals } from '#memory/deals/deals'
import { kept } from '#memory/kept'
import type { MemoryNumbers } from '#memory/numbers'
import { shelf, type Shelf } from '#memory/shelf'
import type { Days, KeptStatement, MoneyChange, MoneyStore, Place } from '#ports/money'

type Kept = {
  readonly invoices: Map<string, KeptInvoice>
  readonly payments: Map<string, KeptPayment>
  readonly inState: Shelf<KeptPayment>
  readonly places: Map<string, Place>
  readonly numbers: MemoryNumbers
  readonly marks: Map<string, string>
}

/** Money in memory, by the rules of the one table. */
export function memoryMoney(
  { keepAnswer }: Pick<MemoryDeals, 'keepAnswer'>,
  numbers: MemoryNumbers,
): { readonly money: MoneyStore; readonly versionOf: (invoice: string) => number | undefined } {
  const all: Kept = {
    invoices: new Map(),
    payments: new Map(),
    inState: shelf(),
    places: new Map(),
    numbers,
    marks: new Map(),
  }
  const statements = shelf<KeptStatement>()
  const money: MoneyStore = {
    ...reading(all),
    save: async (change, mark) => {
      const { at: _at, ...answer } = change.answer ?? { at: '' }
      if (!isNext(all, change) || ('key' in answer && !keepAnswer(answer))) return false
      write(all, change, mark)
      return true
    },
    unsettled: async (limit) => [...all.marks].slice(0, limit).map(([id, mark]) => ({ id, mark })),
    settle: async ({ id, mark }) => all.marks.get(id) === mark && all.marks.delete(id),
    keepStatement: async (statement) => statements.put('', statement.id, kept(statement)),
    findStatement: async (id) => statements.get('', id),
    statements: async (page) => statements.page('', { newestFirst: true, ...page }),
  }
  return { money, versionOf: (id) => all.invoices.get(id)?.version }
}

type Read =
  | 'findInvoice'
  | 'findInvoices'
  | 'invoicesOf'
  | 'issuedIn'
  | 'issuedBetween'
  | 'paymentsBetween'
  | 'versionsIn'
  | 'issuedTo'
  | 'issuedUnder'
  | 'findPayment'
  | 'findPayments'
  | 'knownPayments'
  | 'payments'
  | 'places'
  | 'lastOf'

function reading({ invoices, payments, inState, places, numbers }: Kept): Pick<MoneyStore, Read> {
  const issued = (): readonly KeptInvoice[] =>
    [...invoices.values()].filter((one) => one.isIssued && one.cancelled === undefined)
  return {
    findInvoice: async (id) => invoices.get(id),
    findInvoices: async (ids) => ids.flatMap((id) => invoices.get(id) ?? []),
    invoicesOf: async (dealId) =>
      [...invoices.values()].filter((one) => one.dealId === dealId).toSorted((x, y) => (x.id < y.id ? -1 : 1)),
    issuedIn: async (year) => [...invoices.values()].filter(({ on }) => on?.slice(0, 4) === year),
    issuedBetween: async (days) => [...invoices.values()].filter(({ on }) => on !== null && isWithin(on, days)),
    paymentsBetween: async (days) => [...payments.values()].filter(({ bookedOn }) => isWithin(bookedOn, days)),
    versionsIn: async (year) =>
      [...invoices.values()].flatMap(({ id, on, version }) => (on?.slice(0, 4) === year ? [{ id, on, version }] : [])),
    issuedTo: async (inn) => issued().filter(({ buyer }) => buyer.inn === inn),
    issuedUnder: async (piece) => issued().filter(({ number }) => numberPieces(number ?? '').at(-1) === piece),
    findPayment: async (id) => payments.get(id),
    findPayments: async (ids) => ids.flatMap((id) => payments.get(id) ?? []),
    knownPayments: async (ids) => new Map(ids.flatMap((id) => paymentsNamed(payments.get(id)))),
    places: async (ids) => ids.map((id) => places.get(id) ?? { id, ids: [] }),
    payments: async ({ state, ...page }) => inState.page(state, { newestFirst: true, ...page }),
    lastOf: numbers.lastOf,
  }
}

function paymentsNamed(payment: KeptPayment | undefined) {
  if (payment === undefined) return []
  const { id, state, statement } = payment
  return [[id, { state, statement }] as const]
}

/** Whether everything is still as it was decided on. */
function isNext(all: Kept, { invoices = [], payments = [], places = [], counting }: MoneyChange): boolean {
  return (
    invoices.every(({ invoice, wasVersion }) => all.invoices.get(invoice.id)?.version === wasVersion) &&
    payments.every(({ payment, wasVersion }) => all.payments.get(payment.id)?.version === wasVersion) &&
    places.every(({ id, rev }) => all.places.get(id)?.rev === rev) &&
    (counting === undefined || all.numbers.isNext(counting))
  )
}

function write(all: Kept, { invoices = [], payments = [], places = [], counting }: MoneyChange, mark: string): void {
  for (const { id, ids, rev = 0 } of places) all.places.set(id, { id, ids, rev: rev + 1 })
  for (const { invoice } of invoices) {
    all.invoices.set(invoice.id, kept(invoice))
    all.marks.set(invoice.dealId, mark)
  }
  for (const { payment, wasVersion } of payments) {
    const was = all.payments.get(payment.id)
    if (was !== undefined) all.inState.take(was.state, placeOf(was))
    if (isToTell(payment, wasVersion)) all.marks.set(payment.id, mark)
    all.payments.set(payment.id, kept(payment))
    all.inState.put(payment.state, placeOf(payment), kept(payment))
  }
  if (counting !== undefined) all.numbers.give(counting)
}

function placeOf({ bookedOn, id }: KeptPayment): string {
  return `${bookedOn}#${id}`
}

function isWithin(day: string, { from, to }: Days): boolean {
  return day >= from && day <= to
}
