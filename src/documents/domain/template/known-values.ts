import { clientFacts } from '#domain/rules/client-facts'
import type { Field, Model } from '#schemas/model'
import type { ValueKind } from '#schemas/documents/printed'
import type { Known } from './known'

const kinds: Readonly<Record<Field['type'], ValueKind | undefined>> = {
  text: 'text',
  choice: 'text',
  person: 'text',
  money: 'money',
  number: 'number',
  percent: 'percent',
  date: 'date',
  date_time: 'date',
  yes_no: 'yes_no',
  file: undefined,
  link: undefined,
}

/** How a field of the deal or of a client may be printed; undefined for files and links to deals. */
export function kindOfField({ type }: Pick<Field, 'type'>): ValueKind | undefined {
  return kinds[type]
}

const lineKinds: ReadonlyMap<string, ValueKind> = new Map([
  ['no', 'number'],
  ['name', 'text'],
  ['quantity', 'number'],
  ['unit', 'text'],
  ['price', 'money'],
  ['sum', 'money'],
  ['net', 'money'],
  ['net_price', 'money'],
  ['vat', 'percent'],
  ['vat_sum', 'money'],
])

/** What a requisite of our own legal entity is called in a template. */
export const sellerNames = [
  'name',
  'inn',
  'kpp',
  'ogrn',
  'address',
  'bank',
  'bik',
  'account',
  'corr_account',
  'signer',
  'post',
  'acts_on',
] as const

/** Requisites of whoever buys that gates do not ask for. */
export const buyerNames = ['bank', 'corr_account', 'post', 'acts_on', 'signer_genitive'] as const

/** What is there whatever the file declares. */
const always: readonly (readonly [name: string, kind: ValueKind])[] = [
  ['title', 'text'],
  ['total', 'money'],
  ['owner', 'text'],
  ['seller.name', 'text'],
  ['seller.inn', 'text'],
  ['seller.bik', 'text'],
  ['seller.account', 'text'],
]

/** Everything that templates may print by these rules. */
export function knownValues(model: Model): Known {
  const values = new Map<string, ValueKind>()
  for (const field of Object.values(model.fields)) {
    const kind = kindOfField(field)
    if (kind !== undefined) values.set(field.id, kind)
  }
  for (const [name, { field }] of clientFacts(model.clients)) {
    const kind = kindOfField(field)
    if (kind !== undefined) values.set(name, kind)
  }
  for (const name of buyerNames) values.set(`client.${name}`, 'text')
  for (const name of sellerNames) values.set(`seller.${name}`, 'text')
  const ofDocument: readonly (readonly [string, ValueKind])[] = [
    ['number', 'text'],
    ['date', 'date'],
    ['deal_number', 'text'],
    ['vat', 'percent'],
    ['vat_sum', 'money'],
    ['net', 'money'],
    ['count', 'number'],
    ['invoice.number', 'text'],
    ['invoice.date', 'date'],
    ['invoice.due', 'date'],
  ]
  for (const [name, kind] of [...ofDocument, ...always]) values.set(name, kind)
  return { values, lists: new Map([['lines', lineKinds]]), always: new Set(always.map(([name]) => name)) }
}
