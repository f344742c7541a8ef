import type { KeptInvoice, KeptPayment, PaymentState } from '#schemas/money/money'
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'

import { numberPieces } from '#money/domain/matching/purpose-text'
import { isToTell } from '#domain/money/invoice-state'
import type { Days, KeptStatement, MoneyChange, MoneyStore, Place } from '#ports/money'
import { answerPut } from '#store/deals/answer-put'
import { countingPuts, numbersOn } from '#store/numbers/counting'
import { getMany } from '#store/get-many'
import type { Key } from '#store/key'
import { onlyRevision, onlyVersion } from '#store/only-revision'
import { pageOf, queryAll } from '#store/query'
import type { TableAccess } from '#store/table-access'
import { asText, fromText } from '#store/text-item'
import { transact, type TransactItem } from '#store/transact'
import { deleteIf } from '#store/write-over'
import { indexKeys, keys, partitions } from './keys'

type Access = Pick<TableAccess, 'document' | 'table'>
type Item = Readonly<Record<string, unknown>>

const states: readonly PaymentState[] = ['booked', 'suggested', 'unmatched', 'ignored']

/** Invoices, payments and statements in the one table. */
export function moneyStore(access: Access): MoneyStore {
  const invoices = async (items: readonly Item[]): Promise<readonly KeptInvoice[]> =>
    items.flatMap((item) => fromText<KeptInvoice>(item['invoice']) ?? [])
  const byIds = async (ids: readonly string[]) => invoices(await getMany(access, ids.map(keys.invoice)))
  return {
    findInvoice: async (id) => fromText<KeptInvoice>((await find(access, keys.invoice(id)))?.['invoice']),
    findInvoices: byIds,
    invoicesOf: async (dealId) => {
      const own = await queryAll(access, { pk: partitions.invoicesOf(dealId) })
      const found = await byIds(own.map(({ sk }) => String(sk)))
      return found.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    },
    issuedIn: async (year) => byIds(await idsOfYear(access, year)),
    issuedBetween: async (days) => byIds(await idsBetween(access, days)),
    versionsIn: (year) => versionsOfYear(access, year),
    issuedTo: async (inn) => byIds(await idsIn(access, 'gsi1', indexKeys.issuedTo(inn))),
    issuedUnder: async (piece) => byIds(await idsIn(access, 'gsi2', indexKeys.issuedUnder(piece))),
    ...paymentsOf(access),
    ...numbersOn(access),
    save: async (change, mark) => (await transact(access.document, writesOf(access, change, mark))) === undefined,
    ...settlingOf(access),
    keepStatement: async (statement) => {
      const Item = { ...keys.statement(statement.id), statement: asText(statement) }
      await access.document.send(new PutCommand({ TableName: access.table, Item }))
    },
    findStatement: async (id) => fromText<KeptStatement>((await find(access, keys.statement(id)))?.['statement']),
    statements: (page) => pageOf(access, { pk: partitions.statements(), newestFirst: true, ...page }, statementIn),
  }
}

/** Payments by id, and those of a state, the youngest first. */
function paymentsOf(
  access: Access,
): Pick<MoneyStore, 'findPayment' | 'findPayments' | 'knownPayments' | 'payments' | 'paymentsBetween' | 'places'> {
  return {
    findPayment: async (id) => fromText<KeptPayment>((await find(access, keys.payment(id)))?.['payment']),
    findPayments: (ids) => findPayments(access, ids),
    paymentsBetween: async ({ from, to }) => {
      const keysOf = (state: PaymentState) =>
        queryAll(access, { index: 'gsi1', pk: indexKeys.inState(state), from, to: `${to}~` })
      const found = (await Promise.all(states.map(keysOf))).flat()
      const ids = new Set(found.map(({ pk }) => String(pk)))
      const items = await getMany(
        access,
        [...ids].map((pk) => ({ pk, sk: '#' })),
      )
      return items.map(paymentIn)
    },
    knownPayments: async (ids) => {
      const found = await getMany(access, ids.map(keys.payment))
      return new Map(found.map(paymentIn).map(({ id, state, statement }) => [id, { state, statement }]))
    },
    places: async (ids) => {
      const found = new Map((await getMany(access, ids.map(keys.place))).map((item) => [item['pk'], item]))
      return ids.map((id) => placeIn(id, found.get(keys.place(id).pk)))
    },
    payments: async ({ state, ...page }) => {
      const ask = { index: 'gsi1', pk: indexKeys.inState(state), newestFirst: true, ...page } as const
      const { items, cursor } = await pageOf(access, ask, ({ pk }) => String(pk))
      const found = await getMany(
        access,
        items.map((pk) => ({ pk, sk: '#' })),
      )
      const byKey = new Map(found.map((item) => [String(item['pk']), paymentIn(item)]))
      // An index may lag behind: what has got another state since is not shown under the old one.
      const own = items.flatMap((pk) => byKey.get(pk) ?? []).filter((payment) => payment.state === state)
      return cursor === undefined ? { items: own } : { items: own, cursor }
    },
  }
}

async function findPayments(access: Access, ids: readonly string[]): Promise<readonly KeptPayment[]> {
  const items = await getMany(access, ids.map(keys.payment))
  const found = new Map(items.map(paymentIn).map((one) => [one.id, one]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** The ids that an index holds: what else there is of a thing stands in the table. */
async function idsIn(access: Access, index: 'gsi1' | 'gsi2', pk: string): Promise<readonly string[]> {
  return (await queryAll(access, { index, pk })).map((item) => String(item['pk']).slice(keys.invoice('').pk.length))
}

/** The ids of invoices that were issued in a year. */
async function idsOfYear(access: Access, year: string): Promise<readonly string[]> {
  const own = await queryAll(access, { pk: partitions.issuedIn(year) })
  return own.map(({ sk }) => String(sk).slice('YYYY-MM-DD#'.length))
}

async function idsBetween(access: Access, { from, to }: Days): Promise<readonly string[]> {
  const years = Array.from({ length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 }, (_, no) =>
    String(Number(from.slice(0, 4)) + no),
  )
  const found = await Promise.all(
    years.map((year) => queryAll(access, { pk: partitions.issuedIn(year), from, to: `${to}~` })),
  )
  return found.flat().map(({ sk }) => String(sk).slice('YYYY-MM-DD#'.length))
}

/** Which invoices were issued in a year, when, and at which version each of them is. */
async function versionsOfYear(access: Access, year: string): ReturnType<MoneyStore['versionsIn']> {
  const own = await queryAll(access, { pk: partitions.issuedIn(year) })
  return own.map(({ sk, version }) => ({
    on: String(sk).slice(0, 'YYYY-MM-DD'.length),
    id: String(sk).slice('YYYY-MM-DD#'.length),
    ...(typeof version === 'number' ? { version } : {}),
  }))
}

function settlingOf(access: Access): Pick<MoneyStore, 'unsettled' | 'settle'> {
  return {
    unsettled: async (limit) => {
      const read = ({ sk, mark }: Item) => ({ id: String(sk), mark: String(mark) })
      return (await pageOf(access, { pk: partitions.unsettled(), limit }, read)).items
    },
    // Where something was booked meanwhile, whoever did that settles it.
    settle: ({ id, mark }) => {
      const only = { ConditionExpression: 'mark = :mark', ExpressionAttributeValues: { ':mark': mark } }
      return deleteIf(access.document, { TableName: access.table, Key: keys.unsettled(id), ...only })
    },
  }
}

/** The one transaction of a command. */
function writesOf({ table }: Access, change: MoneyChange, mark: string): readonly TransactItem[] {
  const { invoices = [], payments = [], places = [], counting, answer } = change
  const put = (Item: Item, condition: object = {}): TransactItem => ({ Put: { TableName: table, Item, ...condition } })
  const deals = new Set(invoices.map(({ invoice }) => invoice.dealId))
  return [
    ...invoices.map(({ invoice, wasVersion }) => put(invoiceItem(invoice), onlyVersion(wasVersion))),
    ...invoices
      .filter(({ wasVersion }) => wasVersion === undefined)
      .map(({ invoice }) => put(keys.invoiceOf(invoice.dealId, invoice.id))),
    // Written again with every change, so that those issued before there was a register come into it.
    ...invoices.flatMap(({ invoice: { id, on, version } }) =>
      on === null ? [] : [put({ ...keys.invoiceOfYear(on, id), version })],
    ),
    ...payments.map(({ payment, wasVersion }) => put(paymentItem(payment), onlyVersion(wasVersion))),
    ...places.map(({ at, ...place }) => put(placeItem(place, at), onlyRevision(place.rev))),
    ...(counting === undefined ? [] : countingPuts(table, counting)),
    ...[...deals].map((dealId) => put({ ...keys.unsettled(dealId), mark })),
    ...payments
      .filter(({ payment, wasVersion }) => isToTell(payment, wasVersion))
      .map(({ payment }) => put({ ...keys.unsettled(payment.id), mark })),
    ...(answer === undefined ? [] : [answerPut(table, answer, answer.at)]),
  ]
}

function invoiceItem(invoice: KeptInvoice): Item {
  const { id, version, number, on, buyer, cancelled } = invoice
  const isOpen = number !== null && cancelled === undefined
  const place = `${on ?? ''}#${id}`
  return {
    ...keys.invoice(id),
    version,
    ...(isOpen && buyer.inn !== undefined ? { gsi1pk: indexKeys.issuedTo(buyer.inn), gsi1sk: place } : {}),
    ...(isOpen ? { gsi2pk: indexKeys.issuedUnder(numberPieces(number).at(-1) ?? ''), gsi2sk: place } : {}),
    invoice: asText(invoice),
  }
}

/** For how long a place is kept: files that meet there are loaded in the same moment, a long one within hours. */
const placeDays = 3

function placeItem({ id, ids, rev = 0 }: Place, at: string): Item {
  const expiresAt = Math.ceil(Date.parse(at) / 1000) + placeDays * 86_400
  return { ...keys.place(id), rev: rev + 1, ids, expiresAt }
}

function paymentItem(payment: KeptPayment): Item {
  const { id, version, state, bookedOn } = payment
  const place = { gsi1pk: indexKeys.inState(state), gsi1sk: `${bookedOn}#${id}` }
  return { ...keys.payment(id), version, ...place, payment: asText(payment) }
}

async function find({ document, table }: Access, key: Key): Promise<Item | undefined> {
  return (await document.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item
}

function paymentIn(item: Item): KeptPayment {
  return read<KeptPayment>(item['payment'])
}

function placeIn(id: string, item: Item | undefined): Place {
  const { ids, rev } = item ?? {}
  return { id, ids: Array.isArray(ids) ? ids.map(String) : [], ...(typeof rev === 'number' ? { rev } : {}) }
}

function statementIn(item: Item): KeptStatement {
  return read<KeptStatement>(item['statement'])
}

function read<T>(stored: unknown): T {
  const found = fromText<T>(stored)
  if (found === undefined) throw new Error('An item of money holds nothing.')
  return found
}
