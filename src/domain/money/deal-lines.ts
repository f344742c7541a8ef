import type { Deal } from '#schemas/deal'
import type { InvoiceLine } from '#schemas/money/money'
import type { Model, Seller } from '#schemas/model'
import { lineKopecks, linesKopecks, lineVat, linesVat, mostLineLetters, partOf, rateOf, usualUnit } from './lines'
import type { ShownLines } from '#schemas/money/deal-lines'

/** Our legal entity that sells in a direction: the one it names, else the first; undefined where the file has none. */
export function sellerOf(
  { sellers = {}, pipelines }: Pick<Model, 'sellers' | 'pipelines'>,
  pipeline: string,
): Seller | undefined {
  const named = pipelines[pipeline]?.seller
  return named === undefined ? Object.values(sellers)[0] : sellers[named]
}

/** What a deal sells where nobody has entered lines: one of its title and amount. */
export function oneLine({ title, fields }: Pick<Deal, 'title' | 'fields'>): InvoiceLine {
  const { amount } = fields
  return {
    name: title,
    quantity: 1,
    unit: usualUnit,
    priceKopecks: typeof amount === 'number' ? Math.max(0, amount) : 0,
  }
}

/**
 * A part of what lines come to, in percent, to the kopeck: one line a rate of VAT, called as given. All of it are the lines
 * themselves.
 */
export function shareOfLines(
  lines: readonly InvoiceLine[],
  { percent, name, vat }: { readonly percent: number; readonly name: string; readonly vat: number | undefined },
): readonly InvoiceLine[] {
  if (percent === 100) return lines
  const rates = [...new Set(lines.map((line) => rateOf(line, vat)))]
  const wholes = rates.map((rate) => linesKopecks(lines.filter((line) => rateOf(line, vat) === rate)))
  const parts = wholes.slice(1).map((whole) => partOf(whole, percent))
  // What rounding leaves goes to the first, so that the parts come to the part of the whole.
  const first = partOf(linesKopecks(lines), percent) - parts.reduce((sum, part) => sum + part, 0)
  return rates.map((vatPercent, at) => ({
    name,
    quantity: 1,
    unit: usualUnit,
    priceKopecks: at === 0 ? first : (parts[at - 1] ?? 0),
    vatPercent,
  }))
}

/** Whether lines would not fit where they are kept. */
export function areTooLong(lines: readonly Pick<InvoiceLine, 'name' | 'unit'>[]): boolean {
  return lines.reduce((sum, { name, unit }) => sum + name.length + unit.length, 0) > mostLineLetters
}

/** Lines as they are shown: with what each comes to and the VAT inside. */
export function shownLines(
  { id, version, title }: Pick<Deal, 'id' | 'version' | 'title'>,
  lines: readonly InvoiceLine[],
  vat: number | undefined,
): ShownLines {
  return {
    dealId: id,
    version,
    title,
    items: lines.map((line) => ({
      ...line,
      vatPercent: rateOf(line, vat),
      isOwnRate: line.vatPercent !== undefined,
      kopecks: lineKopecks(line),
      vatKopecks: lineVat(line, vat),
    })),
    kopecks: linesKopecks(lines),
    vatKopecks: linesVat(lines, vat),
  }
}
