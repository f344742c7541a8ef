import { commonRate, lineKopecks, linesKopecks, linesVat, lineVat, rateOf, usualUnit } from '#domain/money/lines'
import type { PrintedValue } from '#schemas/documents/printed'
import type { Language } from '#schemas/language-names'
import type { InvoiceLine } from '#schemas/money/money'

/**
 * Lines as a template in a language prints them, VAT inside each; `vat` is the rate of our legal entity, for lines that say none.
 * Pieces, which a line is counted in where nobody says, are said in that language.
 */
export function printLines(
  lines: readonly InvoiceLine[],
  { vat, language }: { readonly vat: number | undefined; readonly language: Language },
) {
  return lines.map((line, at): Readonly<Record<string, PrintedValue>> => {
    const sum = lineKopecks(line)
    const inside = lineVat(line, vat)
    return {
      no: ['number', at + 1],
      name: ['text', line.name],
      quantity: ['number', line.quantity],
      unit: ['text', language === 'en' && line.unit === usualUnit ? 'pcs' : line.unit],
      price: ['money', line.priceKopecks],
      sum: ['money', sum],
      net: ['money', sum - (inside ?? 0)],
      net_price: ['money', Math.round((sum - (inside ?? 0)) / line.quantity)],
      vat: ['percent', rateOf(line, vat)],
      vat_sum: ['money', inside],
    }
  })
}

/** What lines come to together, as templates print it; of lines with several rates no rate, their VAT is added up. */
export function printTotals(lines: readonly InvoiceLine[], vat: number | undefined): Record<string, PrintedValue> {
  const total = linesKopecks(lines)
  const inside = linesVat(lines, vat)
  return {
    total: ['money', total],
    net: ['money', total - (inside ?? 0)],
    vat: ['percent', commonRate(lines, vat) ?? null],
    vat_sum: ['money', inside],
    count: ['number', lines.length],
  }
}
