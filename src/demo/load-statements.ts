import { dayInDigits } from '#domain/kernel/texts/day-in-digits'
import { isInn } from '#domain/kernel/requisites'
import { rulesLanguage } from '#domain/rules/rules-language'
import { addDays } from '#domain/time/days'
import { dateIn } from '#domain/time/zone'
import { loadStatement } from '#money/usecases/load-statement'
import type { Invoice } from '#schemas/money/money'
import { byEmployee, inRole, sceneOf, type Company } from './demo-scene'
import { randomOf, type Random } from './random'

/** A payment as the bank will tell of it. */
type Told = {
  readonly on: string
  readonly kopecks: number
  readonly name: string
  readonly inn: string
  readonly purpose: string
  readonly isOut?: boolean
}

const words = {
  en: {
    pays: (number: string, on: string) => `Payment of invoice ${number} of ${on}, VAT included`,
    part: (number: string, on: string) => `Advance by invoice ${number} of ${on}`,
    plain: 'For services, VAT included',
    fee: 'Fee for keeping the account',
    bank: 'Example Bank',
    stranger: 'Unnamed LLC',
  },
  ru: {
    pays: (number: string, on: string) => `Оплата по счёту № ${number} от ${on}, в т.ч. НДС`,
    part: (number: string, on: string) => `Аванс по счёту № ${number} от ${on}`,
    plain: 'Оплата за услуги, в т.ч. НДС',
    fee: 'Комиссия за ведение счёта',
    bank: 'АО «Примерный банк»',
    stranger: 'ООО «Безымянный»',
  },
} as const

/** An INN of a company that does not exist, with the right check digit. */
export function madeUpInn(random: Random): string {
  const digits = `99${Array.from({ length: 7 }, () => random.whole(0, 9)).join('')}`
  return Array.from({ length: 10 }, (_, last) => `${digits}${last}`).find(isInn) ?? digits
}

/**
 * Loads the statements of the last month, one a week, as the accountant would: most invoices are paid, one in part and one
 * with an advance; beside them the bank’s own fees, and money that nobody knows what it is for.
 */
export async function loadStatements(company: Company, invoices: readonly Invoice[], seed: string): Promise<void> {
  const { model, now } = company
  const account = Object.values(model.sellers ?? {})[0]?.account
  if (model.bank === undefined || account === undefined) return
  const random = randomOf(`statements ${seed}`)
  const today = dateIn(model.calendar.timezone, now)
  const told = [...paymentsOf(invoices, random, { company, today }), ...othersOf(random, { company, today })]
  for (const week of [4, 3, 2, 1]) {
    const [from, to] = [addDays(today, -7 * week), addDays(today, -7 * (week - 1))]
    // What is older than the month has come with statements that are not shown.
    const own = told
      .filter(({ on }) => on < to && (on >= from || week === 4))
      .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    const at = week === 1 ? now : `${to}T06:00:00.000Z`
    const scene = sceneOf(company, randomOf(`statement ${seed} ${week}`), at < now ? at : now)
    const accountant = byEmployee(scene, inRole(scene, 'accountant'))
    const content = Buffer.from(statementText(account, own)).toString('base64')
    // oxlint-disable-next-line no-await-in-loop -- one week after the other
    await scene.act(() => loadStatement(scene.ports, accountant, { name: `kl_to_1c ${to}.txt`, content }))
  }
}

type Around = { readonly company: Company; readonly today: string }

function paymentsOf(invoices: readonly Invoice[], random: Random, { company, today }: Around): readonly Told[] {
  const t = words[rulesLanguage(company.model)]
  return invoices.flatMap((invoice, at): readonly Told[] => {
    const { number, on, buyer, kopecks } = invoice
    if (number === null || on === null || buyer.inn === undefined || random.chance(0.25)) return []
    const paidOn = addDays(on, random.whole(1, 5))
    if (paidOn >= today) return []
    const shown = dayInDigits(on)
    const of = { on: paidOn, name: buyer.name, inn: buyer.inn }
    if (at % 7 === 2) return [{ ...of, kopecks: Math.round(kopecks / 2), purpose: t.part(number, shown) }]
    return [{ ...of, kopecks: kopecks + (at % 7 === 5 ? 500_000 : 0), purpose: t.pays(number, shown) }]
  })
}

/** What has to do with no invoice. */
function othersOf(random: Random, { company, today }: Around): readonly Told[] {
  const t = words[rulesLanguage(company.model)]
  return [26, 19, 12, 5].flatMap((ago, at): readonly Told[] => {
    const on = addDays(today, -ago)
    const fee = { on, kopecks: 150_000, name: t.bank, inn: '7701990020', purpose: t.fee, isOut: true }
    const unknown = {
      on,
      kopecks: random.whole(20, 90) * 100_000,
      name: t.stranger,
      inn: madeUpInn(random),
      purpose: t.plain,
    }
    return at % 2 === 0 ? [fee] : [fee, unknown]
  })
}

/** A statement as banks write it. */
function statementText(account: string, told: readonly Told[]): string {
  const other = '40702810100000000777'
  const documents = told.flatMap(({ on, kopecks, name, inn, purpose, isOut = false }, at) => {
    const side = isOut ? 'Получатель' : 'Плательщик'
    return [
      'СекцияДокумент=Платежное поручение',
      `Номер=${at + 1}`,
      `Дата=${dayInDigits(on)}`,
      `Сумма=${Math.floor(kopecks / 100)}.${String(kopecks % 100).padStart(2, '0')}`,
      `ПлательщикСчет=${isOut ? account : other}`,
      `ПолучательСчет=${isOut ? other : account}`,
      `${side}ИНН=${inn}`,
      `${side}1=${name}`,
      `${isOut ? 'ДатаСписано' : 'ДатаПоступило'}=${dayInDigits(on)}`,
      `НазначениеПлатежа=${purpose}`,
      'КонецДокумента',
    ]
  })
  return [
    '1CClientBankExchange',
    'ВерсияФормата=1.03',
    'Кодировка=Windows',
    `РасчСчет=${account}`,
    ...documents,
    'КонецФайла',
    '',
  ].join('\r\n')
}
