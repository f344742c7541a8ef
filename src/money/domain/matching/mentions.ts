import { namedDay, numberPieces, readyPurpose, type NamedDay } from './purpose-text'

/** A number that a purpose names as that of an invoice, with the day beside it, if any. */
export type Mention = {
  /** Its pieces; `alternative` where the word before it may be part of it, as in `СЧ-2026-0125`. */
  readonly pieces: readonly string[]
  readonly alternative?: readonly string[]
  readonly day?: NamedDay
  /** A bare number right behind it, which may belong to it. */
  readonly stray?: string
  /** The last of a row of numbers that it begins: `12…15`, `12 по 15`. */
  readonly until?: string
  /** A dash stands before the last of it, which may be the end of a row as well as a year. */
  readonly isDashed?: boolean
}

const numberSign = String.raw`(?:(?:(?:№\s*)+|N[ОO°º]?(?![A-ZА-Я])|#|НОМЕР[АУ]?|НОМ)[.:]?\s*)`
/** “Счёт” in its cases and as it is shortened, a contract in one with it included; an account and a tax invoice are others. */
const invoiceWord = String.raw`(?:СЧЕТ(?:А|У|ОМ|Е|АМ|АМИ|АХ|ОВ)?|СЧ(?:-[А-Я]{1,3}(?=[\s.№]))?|INV(?:ОIСЕ)?)(?![А-ЯA-Z])(?:-(?:ДОГ|ОФЕРТ|КОНТРАКТ|ЗАКАЗ)[А-Я]*)?`
const notInvoice = String.raw`(?!\s*[-/.]?\s*Ф(?:АКТ|[\s.№\d]|$))`
const fillers = String.raw`(?:[\s.:,"«(]|НА\s+(?:ПРЕД)?ОПЛАТУ|НА\s+АВАНС[А-Я]*|ПОКУПАТЕЛ[ЯЮ]|КЛИЕНТ[АУ]|-(?=\d)|С(?=\s*(?:№|\d)))*`
const dayFirst = String.raw`(?:ОТ\s*)?⟦(?<before>[\d-]+)⟧\s*${numberSign}`
const figures = String.raw`[0-9A-ZА-Я]*\d[0-9A-ZА-Я]*(?:[-/\\_][0-9A-ZА-Я]+|\.\d+)*(?![0-9A-ZА-Я])`
const tied = String.raw`(?:[A-ZА-Я]{1,6}\d{1,3}\s+(?=\d)|[A-ZА-Я]{1,6}\d{0,3}\s*-\s*(?=\d))?`
/** Right behind the word a prefix may stand apart, unless it is a word of its own. */
const apart = String.raw`(?:(?!(?:ЗА|ПО|ОТ|НА|В|К|С|И|НДС|ИНН|ДОГ|УПД|АКТ|РУБ)(?![А-Я]))[A-ZА-Я]{1,5}\s+(?=\d))?`
const number = `(?:${tied}|${apart})${figures}`
const dayBehind = String.raw`\s*[("«]?\s*(?:ОТ)?\s*⟦(?<after>[\d-]+)⟧\s*\)?`
const sumBehind = String.raw`\s*(?:(?:-|НА\s+СУММУ|СУММ[АОЙУ]+|\()\s*\d[\d ]*(?:[.,-]\d{2})?|\d[\d ]*[.,-]\d{2})(?!\d|[/_]\d)\s*(?:РУБ[А-Я]*\.?|Р\.)?\s*\)?`
const between = String.raw`\s*(?:,\s*И(?![А-Я])|[,;+&]|И(?![А-Я])|А\s+ТАКЖЕ)\s*`
const unit = String.raw`(?!\s*(?:%|РУБ|Р\.|КОП|ШТ|КГ|МЕС|ЧАС|ДН|ГОД|УСЛУГ|ЕД))`

const begins = new RegExp(
  `(?<![A-ZА-Я])(?<word>${invoiceWord})${notInvoice}(?<gap>${fillers})(?:${dayFirst}|${numberSign})?["«„“”]?(?<number>${number})["»”“]?`,
  'g',
)
const goesOn = new RegExp(`^${between}(?<sign>${numberSign})?(?<number>${tied}${figures})${unit}`)
const rowSign = String.raw`(?<row>\s*(?:\.{2,}|…|-|(?:ПО|ДО)(?![А-Я])))\s*(?:${numberSign})?`
/** The last of a row with a part behind it: `12/26 - 14/26`. */
const strayOfParts = new RegExp(`^${rowSign}(?<bare>\\d{1,9}[/_]\\d{1,4})(?![\\d/_])`)
const stray = new RegExp(`^(?: |${rowSign})(?<bare>\\d{1,9})(?![\\d.,/-]*\\d|[A-ZА-Я])${unit}(?!\\s*Г(?:\\.|$|\\s))`)
const behind = new RegExp(`^${dayBehind}`)
const sum = new RegExp(`^${sumBehind}`)

/** No row of invoices is longer. */
export const longestRow = 50

/** Words before “счёт” that make it an account. */
const account =
  /(?:ЛИЦЕВ|РАСЧЕТН|ТЕКУЩ|КАРТОЧН|ДЕПОЗИТН|БАНКОВСК|ВЕДЕНИ|ПОПОЛНЕНИ|ОБСЛУЖИВАНИ|ОТКРЫТИ|ЗАКРЫТИ)[А-Я]*\s*$|(?:ОСТАТ[А-Я]*|ЗАЧИСЛ[А-Я]*)\s+(?:ПО|НА)\s*$/

/** Every number that a purpose names as an invoice’s, in order. */
export function mentionsIn(purpose: string): readonly Mention[] {
  const text = readyPurpose(purpose)
  const mentions: Mention[] = []
  let read = 0
  for (const found of text.matchAll(begins)) {
    if (found.index < read || account.test(text.slice(0, found.index))) continue
    const list = listFrom(text, found)
    mentions.push(...list.mentions)
    read = list.end
  }
  return mentions
}

/** A number and those that go on from it by comma or “и”; a day behind the last of several is the day of all before it. */
function listFrom(
  text: string,
  found: RegExpExecArray,
): { readonly mentions: readonly Mention[]; readonly end: number } {
  const { word = '', gap = '', number: first = '', before } = found.groups ?? {}
  const isOne = /^СЧ$|^INV/.test(word) && /^[-.\s]*$/.test(gap)
  const list: {
    pieces: readonly string[]
    alternative?: readonly string[]
    day?: NamedDay
    stray?: string
    until?: string
    isDashed?: boolean
  }[] = [{ ...numbered(first), ...(isOne ? { alternative: numberPieces(word + first) } : {}) }]
  let end = found.index + found[0].length
  if (before !== undefined) date(list, namedDay(before))
  for (;;) {
    end = passedSum(text, end, list.at(-1))
    const day = behind.exec(text.slice(end))
    if (day?.groups?.['after'] !== undefined) {
      date(list, namedDay(day.groups['after']))
      end = passedSum(text, end + day[0].length, list.at(-1))
    }
    const rest = text.slice(end)
    const next = goesOn.exec(rest)
    const { sign, number: more = '' } = next?.groups ?? {}
    const torn = next === null ? (stray.exec(rest) ?? strayOfParts.exec(rest)) : null
    const { row, bare } = torn?.groups ?? {}
    if (bare !== undefined) for (const one of list) one.stray = bare
    const last = list.at(-1)
    if (torn !== null && row !== undefined && last !== undefined && last.until === undefined) {
      Object.assign(last, { until: bare, isDashed: row.trim() === '-' })
      end += torn[0].length
      continue
    }
    if (next === null || (sign === undefined && /^\d+\.\d{2}$/.test(more))) return { mentions: list, end }
    list.push(numbered(more))
    end += next[0].length
  }
}

function numbered(text: string): Pick<Mention, 'pieces' | 'isDashed'> {
  return { pieces: numberPieces(text), isDashed: /\d-\d+$/.test(text) }
}

/** The end of a sum that stands at `end`. A plain number behind a dash may be the last of a row as well: `№ 12 - 14`. */
function passedSum(text: string, end: number, last: Pick<Mention, 'pieces'> | undefined): number {
  const [found = ''] = sum.exec(text.slice(end)) ?? []
  const more = Number(/^\s*-\s*(\d+)\s*$/.exec(found)?.[1]) - Number(last?.pieces.at(-1))
  return more > 0 && more < longestRow && stray.test(text.slice(end)) ? end : end + found.length
}

function date(list: { day?: NamedDay }[], day: NamedDay): void {
  for (const one of list) one.day ??= day
}
