import type { Caller } from '#domain/kernel/access'
import { inWords } from '#domain/kernel/saying'
import { shownPayment } from '#domain/money/invoice-state'
import { moneyRefusal } from '#money/words/money-refusal'
import { en } from '#money/words/en'
import type { KeptStatement } from '#ports/money'
import type { Page } from '#ports/page'
import type { Ports } from '#ports/ports'
import type { Language } from '#schemas/language-names'
import type { BankStatement, Payment, PaymentState } from '#schemas/money/money'
import { openBank } from './money-rights'

type Needs = Pick<Ports, 'money' | 'people' | 'rules'>

/** Payments of a state, the youngest first, for whoever the file names under `bank`. */
export async function readPayments(
  ports: Needs,
  caller: Caller,
  ask: { readonly state: PaymentState; readonly limit: number; readonly cursor?: string },
): Promise<{ items: Payment[]; cursor?: string }> {
  await openBank(ports, caller)
  const { items, cursor } = await ports.money.payments(ask)
  return { items: items.map(shownPayment), ...(cursor === undefined ? {} : { cursor }) }
}

/** One payment with everything that was done with it. */
export async function readPayment(ports: Needs, caller: Caller, id: string): Promise<Payment> {
  await openBank(ports, caller)
  const found = await ports.money.findPayment(id)
  if (found === undefined) throw moneyRefusal('payment_unknown', { id })
  return shownPayment(found)
}

/** What a statement brought, its faults in a language. */
export async function readStatement(
  ports: Needs,
  caller: Caller,
  { id, language }: { readonly id: string; readonly language: Language },
): Promise<BankStatement> {
  await openBank(ports, caller)
  const found = await ports.money.findStatement(id)
  if (found === undefined) throw moneyRefusal('statement_unknown', { id })
  return shownStatement(found, language)
}

/** What all statements brought, the youngest first. */
export async function readStatements(
  ports: Needs,
  caller: Caller,
  { language, ...page }: { readonly language: Language; readonly limit: number; readonly cursor?: string },
): Promise<{ items: BankStatement[]; cursor?: string }> {
  await openBank(ports, caller)
  const { items, cursor }: Page<KeptStatement> = await ports.money.statements(page)
  const shown = await Promise.all(items.map((one) => shownStatement(one, language)))
  return { items: shown, ...(cursor === undefined ? {} : { cursor }) }
}

/** A statement with its faults as sentences of a language. */
export async function shownStatement(statement: KeptStatement, language: Language): Promise<BankStatement> {
  const words = language === 'ru' ? (await import('#money/words/ru')).ru : en
  const faults = statement.faults.map(({ about, ...where }) => ({ ...where, text: inWords(words, about) }))
  return { ...statement, faults }
}
