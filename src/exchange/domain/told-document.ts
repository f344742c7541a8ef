import type { Saying } from '#schemas/saying'
import { dayIn, isNoDay, kopecksIn, truthIn } from './read-value'
import { childrenIn, textIn, type XmlNode } from './xml-node'

/** What kind of business a document of 1C is. */
export type ToldKind = 'order' | 'payment' | 'refund' | 'shipment' | 'other'

/** A document as 1C tells of it. What it does not say is not there. */
export type ToldDocument = {
  readonly id: string
  readonly kind: ToldKind
  /** What 1C calls it, for people. */
  readonly operation: string
  readonly number: string
  /** The document it is for: of a payment, the order. */
  readonly basis?: string
  readonly on?: string
  readonly kopecks?: number
  readonly numberThere?: string
  readonly onThere?: string
  readonly isPosted?: boolean
  readonly isDeleted?: boolean
  readonly isCancelled?: boolean
  readonly isPaid?: boolean
  readonly paidNumber?: string
  readonly paidOn?: string
  readonly status?: string
  readonly statusName?: string
}

/** The id under which an invoice of ours would be that a document is about; undefined where it is about none. */
export function invoiceIn({ kind, id, basis }: ToldDocument): string | undefined {
  return kind === 'order' ? id : basis
}

/** Somebody whom 1C tells of: as whom it knows them, and by what they are recognised. */
export type ToldBuyer = { readonly id: string; readonly inn: string }

/** What was wrong in one document: what, and where. */
export type DocumentFault = { readonly id: string; readonly about: Saying }

/** How the words of a document are refused. */
export type SayFault = (
  key: 'no_id' | 'bad_currency' | 'bad_day' | 'bad_sum' | 'bad_truth',
  values: FaultValues,
) => Saying
type FaultValues = { readonly id: string; readonly name: string; readonly text: string }

const kinds: readonly (readonly [RegExp, ToldKind])[] = [
  [/^(?:Заказ товара|Счет на оплату|Счёт на оплату)$/i, 'order'],
  [/^(?:Выплата (?:без)?наличных денег|Эквайринговая операция)$/i, 'payment'],
  [/^Возврат (?:(?:без)?наличных денег|дс.*)$/i, 'refund'],
  [/^Отпуск товара$/i, 'shipment'],
]

/** How roubles are called there; a document that says nothing is in roubles. */
const roubles = /^(?:RUB|RUR|руб\.?|рубль|643|810)?$/i

/** Names of one requisite; some versions of 1C misspell one of them. */
const statusIds = ['Статуса заказа ИД', 'Статус заказа ИД'] as const

/**
 * The documents that an element tells of: itself, and those that hang on it, which are for it. A value that cannot be read
 * costs its document, not the others.
 */
export function toldDocuments(
  node: XmlNode,
  say: SayFault,
): { readonly documents: readonly ToldDocument[]; readonly faults: readonly DocumentFault[] } {
  const id = textIn(node, 'Ид').slice(0, 200)
  const below = childrenIn(node, 'ПодчиненныеДокументы', 'ПодчиненныйДокумент').map((one) => readOne(one, say, id))
  const read = [readOne(node, say), ...below]
  return {
    documents: read.flatMap((one) => ('about' in one ? [] : [one])),
    faults: read.flatMap((one) => ('about' in one ? [one] : [])),
  }
}

function readOne(node: XmlNode, say: SayFault, basis?: string): ToldDocument | DocumentFault {
  const [id, operation, number] = ['Ид', 'ХозОперация', 'Номер'].map((name) => textIn(node, name).slice(0, 200)) as [
    string,
    string,
    string,
  ]
  const about = { id: id === '' ? number : id, name: 'Ид', text: '' }
  if (id === '') return { id: about.id, about: say('no_id', about) }
  const currency = textIn(node, 'Валюта')
  if (!roubles.test(currency))
    return { id, about: say('bad_currency', { id, name: 'Валюта', text: currency.slice(0, 20) }) }
  const reader = valuesOf(node, id, say)
  const status = statusIds.map((name) => reader.text(name)).find((text) => text !== undefined)
  const statusName = reader.text('Статус заказа')
  const own: ToldDocument = {
    id,
    operation,
    kind: kinds.find(([like]) => like.test(operation))?.[1] ?? 'other',
    number,
    ...defined({
      basis: basis ?? blank(textIn(node, 'Основание').slice(0, 200)),
      on: reader.day('Дата', textIn(node, 'Дата')),
      kopecks: reader.sum('Сумма', textIn(node, 'Сумма')),
      numberThere: reader.text('Номер по 1С'),
      onThere: reader.day('Дата по 1С'),
      isPosted: reader.truth('Проведен'),
      isDeleted: reader.truth('ПометкаУдаления'),
      isCancelled: reader.truth('Отменен'),
      isPaid: reader.truth('Оплачен') ?? reader.truth('Заказ оплачен'),
      paidNumber: reader.text('Номер оплаты по 1С') ?? reader.text('Номер платежного документа'),
      paidOn: reader.day('Дата оплаты по 1С') ?? reader.day('Дата оплаты'),
      status: status ?? codeIn(statusName),
      statusName: nameIn(statusName),
    }),
  }
  return reader.fault() ?? own
}

/** `[P] Оплачен`: the code in brackets. */
function codeIn(name: string | undefined): string | undefined {
  return name === undefined ? undefined : /^\[([^\]]{1,50})\]/.exec(name)?.[1]
}

function nameIn(name: string | undefined): string | undefined {
  return name === undefined ? undefined : blank(name.replace(/^\[[^\]]*\]\s*/, '').slice(0, 100))
}

function valuesOf(node: XmlNode, id: string, say: SayFault) {
  const list = childrenIn(node, 'ЗначенияРеквизитов', 'ЗначениеРеквизита')
  const requisites = new Map(list.map((one) => [textIn(one, 'Наименование'), textIn(one, 'Значение')]))
  let fault: DocumentFault | undefined
  const refuse = (key: Parameters<SayFault>[0], name: string, text: string): undefined => {
    fault ??= { id, about: say(key, { id, name, text: text.slice(0, 60) }) }
    return undefined
  }
  const text = (name: string): string | undefined => blank(requisites.get(name)?.slice(0, 100))
  return {
    text,
    fault: () => fault,
    day: (name: string, given = requisites.get(name)): string | undefined => {
      if (given === undefined || isNoDay(given)) return undefined
      return dayIn(given) ?? refuse('bad_day', name, given)
    },
    sum: (name: string, given: string): number | undefined =>
      given === '' ? undefined : (kopecksIn(given) ?? refuse('bad_sum', name, given)),
    truth: (name: string): boolean | undefined => {
      const given = requisites.get(name)
      return given === undefined ? undefined : (truthIn(given) ?? refuse('bad_truth', name, given))
    },
  }
}

/** Those whom a list of counterparties tells of, as far as they can be recognised. */
export function toldBuyers(node: XmlNode): readonly ToldBuyer[] {
  const [id, inn] = [textIn(node, 'Ид'), textIn(node, 'ИНН')]
  return id === '' || id.length > 200 || !/^\d{10}(?:\d{2})?$/.test(inn) ? [] : [{ id, inn }]
}

function blank(text: string | undefined): string | undefined {
  const bare = text?.trim() ?? ''
  return bare === '' ? undefined : bare
}

function defined<T extends object>(value: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    readonly [K in keyof T]?: Exclude<T[K], undefined>
  }
}
