import type { InvoicedMoney, PaperMoney } from './paper-money'
import { rowFor } from '#reports/domain/groups'
import type { Scene } from '#reports/domain/shelves'
import { sumColumn, type Grain, type RowTexts, type Table } from '#reports/domain/table'

/**
 * What was invoiced and what was paid, by month and legal entity of ours. Of invoices: those issued in a month and not
 * cancelled, what was paid and given back of them to this day, and what is left; the first is always the others together. Of
 * payments: what the bank told of in a month, and what became of each kopeck of it. By a field of deals invoices have a row for
 * what their deals hold there; a payment is of no deal and is left out.
 */
export function paperTables(scene: Scene): readonly Table[] {
  const { papers } = scene
  if (papers === undefined) return []
  return [
    invoiceTable(scene, papers),
    ...(papers.payments === undefined || scene.by === 'field' ? [] : [paymentTable(papers, papers.payments)]),
  ]
}

function invoiceTable(scene: Scene, { invoices, sellers }: PaperMoney): Table {
  const { scope } = scene
  const seen = invoices.filter(({ owner, pipeline }) => scope.sees(owner) && scope.wants({ owner, pipeline }))
  const columns = [
    sumColumn('count'),
    sumColumn('invoiced', 'money'),
    sumColumn('paid', 'money'),
    sumColumn('refunded', 'money'),
    sumColumn('left', 'money'),
  ]
  const grains = (rowIn: (one: InvoicedMoney) => string) => seen.map((one) => invoiceGrain(rowIn(one), one))
  if (scene.by === 'field') {
    return { id: 'invoices', rowsAre: 'field', columns, grains: grains((one) => rowFor(scene, one) ?? '') }
  }
  const rows = rowsOf(seen)
  return {
    id: 'invoices',
    rowsAre: 'month',
    textColumns: [{ id: 'seller', kind: 'text' }],
    columns,
    rows,
    texts: textsOf(rows, sellers),
    grains: grains(rowOf),
  }
}

function invoiceGrain(row: string, { deal, owner, pipeline, at, invoiced, paid, refunded }: InvoicedMoney): Grain {
  const values = { count: 1, invoiced, paid, refunded, left: invoiced - paid + refunded }
  return { row, deal, person: owner, pipeline, at, values }
}

function paymentTable({ sellers }: PaperMoney, payments: NonNullable<PaperMoney['payments']>): Table {
  const rows = rowsOf(payments)
  const given = (id: 'count' | 'received' | 'booked' | 'advance' | 'waiting' | 'other' | 'back') => ({
    ...sumColumn(id, id === 'count' ? 'count' : 'money'),
    isGiven: true as const,
  })
  return {
    id: 'payments',
    rowsAre: 'month',
    textColumns: [{ id: 'seller', kind: 'text' }],
    columns: (['count', 'received', 'booked', 'advance', 'waiting', 'other', 'back'] as const).map(given),
    rows,
    texts: textsOf(rows, sellers),
    grains: payments.map((one): Grain => {
      const { received, booked, advance, waiting, other, back } = one
      const values = { count: 1, received, booked, advance, waiting, other, back }
      return { row: rowOf(one), deal: '', person: '', pipeline: '', values }
    }),
  }
}

type Placed = { readonly month: string; readonly seller: string }

function rowOf({ month, seller }: Placed): string {
  return `${month}/${seller}`
}

function rowsOf(all: readonly Placed[]): readonly string[] {
  return [...new Set(all.map(rowOf))].toSorted()
}

function textsOf(rows: readonly string[], sellers: PaperMoney['sellers']): ReadonlyMap<string, RowTexts> {
  return new Map(
    rows.map((row) => {
      const [, seller = ''] = row.split('/')
      return [row, { label: { text: null, kind: 'text' }, seller: { text: sellers[seller] ?? seller, kind: 'text' } }]
    }),
  )
}
