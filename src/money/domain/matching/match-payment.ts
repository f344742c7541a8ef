import { dayInDigits } from '#domain/kernel/texts/day-in-digits'
import { sumOf } from '#domain/kernel/money'

import { mentionsIn } from './mentions'
import { leftOf, type Among, type Match, type MatchInvoice, type MatchPayment } from './match'
import { pickInvoices, type Picked } from './pick-invoices'
import { alike } from './purpose-text'

/** Says which invoices a payment is for. Nothing is booked by itself but where the file lets it and nothing speaks against it. */
export function matchPayment(payment: MatchPayment, among: Among): Match {
  const inn = innOf(payment.inn)
  if (payment.direction === 'own' || among.ourInns.map(innOf).includes(inn))
    return { do: 'ignore', rule: 'own_transfer' }
  if (payment.direction === 'none') return { do: 'ignore', rule: 'not_ours' }
  const text = alike(payment.purpose)
  const own =
    inn === ''
      ? []
      : othersLast(
          payment,
          among.invoices.filter((one) => innOf(one.inn) === inn),
        )
  if (payment.direction === 'out') return outgoing(payment, { text, own, among })
  if (isMoneyBack(text)) return { do: 'suggest', rule: 'money_back', invoices: [] }
  const mentions = mentionsIn(payment.purpose)
  const picked = pickInvoices(mentions, own, payment)
  if (picked.invoices.length > 0) return unlessAgainst(byNumber(payment, picked), payment, among)
  if (own.length === 0 && isBanksOwn(text)) return bankIncome(text)
  const others = othersLast(payment, pickInvoices(mentions, among.invoices, payment).invoices)
  if (others.length > 0) return { do: 'suggest', rule: 'other_payer', invoices: others.map(({ id }) => id) }
  return unlessAgainst(byAmount(payment, own, { text, among }), payment, among)
}

/** A match as it is, or only suggested where the file leaves it to people, or the purpose speaks against booking it. */
function unlessAgainst(match: Match, payment: MatchPayment, among: Among): Match {
  if (match.do !== 'book') return match
  const ids = new Set(match.shares.map(({ invoice }) => invoice))
  const invoices = among.invoices.filter(({ id }) => ids.has(id))
  const isByHand =
    among.alone === 'nothing' || isBesidePrice(alike(payment.purpose)) || isForOthers(payment, invoices, among)
  return isByHand ? suggested(match) : match
}

/** Whether the money came to the account of another of our companies than issued the invoice. */
function isOfOther({ seller }: Pick<MatchPayment, 'seller'>, invoice: MatchInvoice): boolean {
  return invoice.seller !== undefined && (seller ?? invoice.seller) !== invoice.seller
}

/** Invoices of whoever got the money before those of our other companies. */
function othersLast(payment: MatchPayment, invoices: readonly MatchInvoice[]): readonly MatchInvoice[] {
  return invoices.toSorted((a, b) => Number(isOfOther(payment, a)) - Number(isOfOther(payment, b)))
}

function byNumber(payment: MatchPayment, { invoices, isSure, isWhole }: Picked): Match {
  const ids = invoices.map(({ id }) => id)
  const open = invoices.filter((one) => leftOf(one) > 0)
  const isOthers = invoices.some((one) => isOfOther(payment, one))
  const told = invoices.filter((one) => toldBefore(one, payment))
  if (told.length > 0) {
    const isClear = isSure && isWhole && !isOthers && told.length === invoices.length
    return (isClear ? inPlaceOf(told, payment) : undefined) ?? { do: 'suggest', rule: 'told_before', invoices: ids }
  }
  if (open.length === 0) return { do: 'suggest', rule: 'paid_already', invoices: ids }
  if (!isSure || !isWhole || isOthers || open.length < invoices.length)
    return { do: 'suggest', rule: 'not_sure', invoices: (isSure ? invoices : open).map(({ id }) => id) }
  const left = sumOf(open.map(leftOf))
  if (open.length > 1 && left !== payment.kopecks) return { do: 'suggest', rule: 'several', invoices: ids }
  const shares = open.map((one) => ({ invoice: one.id, kopecks: Math.min(leftOf(one), payment.kopecks) }))
  return { do: 'book', rule: 'number_and_inn', shares }
}

/** Whether another system has said that something of an invoice is paid, which may be this payment of the days before. */
function toldBefore({ told }: MatchInvoice, { bookedOn }: MatchPayment): boolean {
  return told !== undefined && told.kopecks > 0 && bookedOn <= told.until
}

/** Invoices that are paid by somebody’s word: the bank’s payment takes the place of that, where it cannot be another one. */
function inPlaceOf(invoices: readonly MatchInvoice[], { kopecks }: MatchPayment): Match | undefined {
  const parts = invoices.map(({ id, told }) => ({ invoice: id, kopecks: told?.kopecks ?? 0 }))
  if (invoices.some((one) => leftOf(one) > 0)) return undefined
  const [only] = parts
  if (parts.length === 1 && only !== undefined && kopecks <= only.kopecks)
    return { do: 'book', rule: 'told_before', shares: [{ ...only, kopecks }] }
  const isAll = sumOf(parts.map((part) => part.kopecks)) === kopecks
  return isAll ? { do: 'book', rule: 'told_before', shares: parts } : undefined
}

function byAmount(
  payment: MatchPayment,
  own: readonly MatchInvoice[],
  { text, among }: { readonly text: string; readonly among: Among },
): Match {
  const { kopecks, purpose } = payment
  const told = own.filter((one) => toldBefore(one, payment) && one.told?.kopecks === kopecks)
  const open = own.filter((one) => leftOf(one) > 0)
  const alikes = open.filter((one) => leftOf(one) === kopecks)
  if (told.length > 0) return { do: 'suggest', rule: 'told_before', invoices: [...told, ...alikes].map(({ id }) => id) }
  const [only] = alikes
  const isAlone =
    among.alone === 'inn_and_amount' &&
    alikes.every((one) => !isOfOther(payment, one)) &&
    alikes.length === 1 &&
    mentionsIn(purpose).length === 0
  if (only !== undefined && isAlone)
    return { do: 'book', rule: 'inn_and_amount', shares: [{ invoice: only.id, kopecks }] }
  if (only !== undefined) return { do: 'suggest', rule: 'inn_and_amount', invoices: alikes.map(({ id }) => id) }
  const all = [open.filter((one) => !isOfOther(payment, one)), open].find(
    (some) => some.length > 1 && sumOf(some.map(leftOf)) === kopecks,
  )
  if (all !== undefined) return { do: 'suggest', rule: 'all_open', invoices: all.map(({ id }) => id) }
  const named = own.filter(({ number, on }) => isBeside(text, number, on))
  if (named.length > 0) return { do: 'suggest', rule: 'number_beside_day', invoices: named.map(({ id }) => id) }
  return { do: 'none', rule: own.length > 0 ? 'advance' : 'nothing_found' }
}

/** Whether a number stands beside its invoice’s very day, though no word says that it is one. */
function isBeside(text: string, number: string, on: string): boolean {
  const day = dayInDigits(on)
  const plain = alike(number).replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
  return new RegExp(`(?<!(?:ДОГ|СПЕЦ|УПД|АКТ|НАКЛ)[А-Я.]*\\s*(?:№\\s*)?)(?<![\\dА-Я/-])${plain}\\s+ОТ\\s+${day}`).test(
    text,
  )
}

function outgoing(
  payment: MatchPayment,
  { text, own, among }: { readonly text: string; readonly own: readonly MatchInvoice[]; readonly among: Among },
): Match {
  const { kopecks, purpose, bookedOn } = payment
  if (own.length === 0 || !isMoneyBack(text)) return { do: 'ignore', rule: 'outgoing' }
  const { invoices, isSure } = pickInvoices(mentionsIn(purpose), own, { kopecks, bookedOn })
  const [only] = invoices
  const isRefund = invoices.length === 1 && isSure && among.alone !== 'nothing' && only !== undefined
  if (isRefund && only.paid >= kopecks && !isOfOther(payment, only))
    return { do: 'refund', rule: 'number_and_inn', shares: [{ invoice: only.id, kopecks: -kopecks }] }
  const paid = invoices.length > 0 ? invoices : own.filter((one) => one.paid > 0)
  return { do: 'suggest_refund', rule: 'money_back', invoices: paid.map(({ id }) => id) }
}

function suggested(match: Extract<Match, { shares: unknown }>): Match {
  return { do: 'suggest', rule: match.rule, invoices: match.shares.map(({ invoice }) => invoice) }
}

/** Whether what is paid hangs on an invoice without being its price, or was sent by mistake: a person says what it is for. */
function isBesidePrice(text: string): boolean {
  return /(?<![А-Я])(?:ПЕН[ИЯЕЮ](?:МИ)?(?![А-Я])|ШТРАФ|НЕУСТО[ЙЕ]|ПРЕТЕНЗИ|ГОСПОШЛИН|ЗАЛОГ(?![ОЕ]В)|ЗАДАТ[КО]|ОБЕСПЕЧИТЕЛ|ЗАЙМ|ЗАЕМ|УБЫТК|УЩЕРБ|ОШИБОЧН|ИЗЛИШН|ЛИШНЕ|СТОРНО|ОТМЕН[АЫУ]|АННУЛИР|ЗАЧЕТ(?!Н)|ВЗАИМОЗАЧЕТ|ИСПОЛНИТЕЛЬН[А-Я]* (?:ЛИСТ|ПРОИЗВ)|РЕШЕНИ[ЮЕЯ] СУДА|СУДЕБН|БОНУС|СУБСИДИ|УСТАВН[А-Я]* КАПИТАЛ|(?:ПО|ПОГАШ[А-Я]*|ОПЛАТ[АУЫ]) КРЕДИТ|ДЕПОЗИТ|ЗАЧИСЛЕНИ|УСТУПК|ЦЕССИ|ФАКТОРИНГ|АККРЕДИТИВ|ТРЕТЬ[А-Я]+ ЛИЦ|ПО (?:ПРОСЬБЕ|ПИСЬМУ) (?:ООО|ОАО|ЗАО|ПАО|АО|ИП)(?![А-Я])|ПЕРЕВОД[А-Я]* ДОЛГ|ПОРУЧИТЕЛ|ЗА ДОЛЖНИК|ДИВИДЕНД)/.test(
    text,
  )
}

/** Whether a purpose says that somebody else’s debt is paid: by another INN, or by a name behind “за” that is not the buyer’s. */
function isForOthers(
  { purpose, inn }: MatchPayment,
  invoices: readonly MatchInvoice[],
  { ourInns }: Pick<Among, 'ourInns'>,
): boolean {
  const text = alike(purpose)
  const inns = Array.from(text.matchAll(/ИНН[\s:№/]*(\d{10}|\d{12})(?!\d)/g), ([, found = '']) => innOf(found))
  if (inns.some((one) => one !== innOf(inn) && !ourInns.map(innOf).includes(one))) return true
  const named =
    /(?<![А-Я])ЗА\s+(?:(?:КЛИЕНТА|ФИРМУ|КОМПАНИЮ|ОРГАНИЗАЦИЮ)\s+)?(?:ООО|ОАО|ЗАО|ПАО|АО|ИП)\s+["«„“]?\s*([А-Я][^"»”“,;(]*)/.exec(
      text,
    )?.[1]
  if (named === undefined) return false
  const words = wordsIn(named)
  return invoices.every(
    ({ buyer }) => buyer !== undefined && !wordsIn(alike(buyer)).some((word) => words.includes(word)),
  )
}

function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\d]{3,}/gu) ?? []
}

function isMoneyBack(text: string): boolean {
  return /(?<![А-Я])(?:ВОЗВРАТ(?!Н)|ВОЗВРАЩ|ВОЗВР(?![А-Я]))/.test(text)
}

function isBanksOwn(text: string): boolean {
  return /ПРОЦЕНТ[А-Я]*\s+(?:НА|ПО)\s+(?:ОСТАТ|ДЕПОЗИТ|ДОГОВОР[А-Я]*\s+(?:БАНКОВ|ДЕПОЗИТ))|КАПИТАЛИЗАЦ|ВОЗВРАТ ДЕПОЗИТ|ЭКВАЙРИНГ/.test(
    text,
  )
}

function bankIncome(text: string): Match {
  return text.includes('ЭКВАЙРИНГ') ? { do: 'none', rule: 'acquiring' } : { do: 'ignore', rule: 'bank_income' }
}

/** An INN as it is compared: a workbook takes the nought at the front of one. */
function innOf(inn: string): string {
  const digits = inn.replaceAll(/\D/g, '')
  return digits.length === 9 || digits.length === 11 ? `0${digits}` : digits
}
