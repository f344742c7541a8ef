import { readFileSync } from 'node:fs'

import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { Invoice } from '#schemas/money/money'
import { issueInvoice } from '#money/usecases/issue-invoice'
import { makeInvoice } from '#money/usecases/make-invoice'
import { createDeal } from '#usecases/deals/create-deal'
import type { World } from '#test/support/world'

export const ourAccount = '40702810600000012345'
export const alpha = { name: 'ООО «Альфа Пример»', inn: '5001001006' }

const sections = `
sellers:
  main:
    name: ООО «Норма Пример»
    inn: "7701990013"
    bik: "044525999"
    account: "${ourAccount}"
    vat: 22%
numbers:
  bills: { like: "{n}", start_at: 1 }
  by_year: { like: "С-{year}-{n:3}" }
invoices:
  whole: { name: Invoice, number: bills, pay_in: 5 working days, by: accountant }
  advance: { name: Advance, number: by_year, share: 50%, by: accountant }
bank: { by: accountant, unmatched: 4 working hours }
`

/** The product's own file with invoices and a bank; `gate` takes the place of the gate of the first stage. */
export function moneyRules(gate = ''): string {
  const text = readFileSync('pipelines.yaml', 'utf8')
  const gated = text.replace(
    / {4}gate:\n {6}filled: \[decision_maker, need\]\n {6}message: .*\n/,
    `    gate: ${gate}\n`,
  )
  return `${gate === '' ? text : gated}\n${sections}`
}

/** A deal of 120 000 roubles. */
export async function aDealWorth(world: World, amount = 12_000_000, title = 'Machine'): Promise<Deal> {
  const command = await world.asAnybody('helen')
  return createDeal(world.ports, command, { title, pipeline: 'b2b_new', owner: 'anna', fields: { amount } })
}

/** An issued invoice of a deal for somebody. */
export async function anInvoice(world: World, dealId: string, kind = 'whole', buyer = alpha): Promise<Invoice> {
  const accountant = await world.as('alex')
  const draft = await makeInvoice(world.ports, await world.asAnybody('helen'), dealId, { kind, buyer })
  return issueInvoice(world.ports, accountant, draft.id)
}

export type GivenPayment = {
  readonly kopecks: number
  readonly purpose: string
  readonly number?: string
  readonly inn?: string
  readonly on?: string
  readonly isOut?: boolean
}

/** A statement of payments as a bank writes it, in base64. */
export function statementOf(payments: readonly GivenPayment[]): { name: string; content: string } {
  const documents = payments.map(
    ({ kopecks, purpose, number = '1', inn = alpha.inn, on = '02.12.2026', isOut = false }) => {
      const [payer, payee] = isOut ? [ourAccount, '40702810100000000777'] : ['40702810100000000777', ourAccount]
      const side = isOut ? 'Получатель' : 'Плательщик'
      return [
        'СекцияДокумент=Платежное поручение',
        `Номер=${number}`,
        `Дата=${on}`,
        `Сумма=${Math.floor(kopecks / 100)}.${String(kopecks % 100).padStart(2, '0')}`,
        `ПлательщикСчет=${payer}`,
        `ПолучательСчет=${payee}`,
        `${side}ИНН=${inn}`,
        `${side}1=${alpha.name}`,
        `НазначениеПлатежа=${purpose}`,
        'КонецДокумента',
      ]
    },
  )
  const lines = ['1CClientBankExchange', `РасчСчет=${ourAccount}`, ...documents.flat(), 'КонецФайла', '']
  return { name: 'kl_to_1c.txt', content: Buffer.from(lines.join('\r\n')).toString('base64') }
}

/** A deal as it is now. */
export async function dealNow({ deals }: Pick<Ports, 'deals'>, id: string): Promise<Deal> {
  const found = await deals.find(id)
  if (found === undefined) throw new Error(`There is no ${id}.`)
  return found
}
