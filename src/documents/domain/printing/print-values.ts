import { choiceName } from '#domain/rules/choice-name'
import { kindOfField } from '#documents/domain/template/known-values'
import { dealNumber } from '#domain/deals/deal-number'
import { fieldsOf } from '#domain/rules/stage-rules'
import type { PrintedValue } from '#schemas/documents/printed'
import type { Deal, FieldValue } from '#schemas/deal'
import type { Field, Model, Seller } from '#schemas/model'

type Values = Readonly<Record<string, PrintedValue>>
type Names = Readonly<Record<string, { readonly name: string }>>

/** The fields of a deal as templates print them: options and people by their names, money in kopecks. */
export function printDeal(deal: Deal, model: Model, people: Names): Values {
  const stored = fieldsOf(deal, model)
  const fields = Object.values(model.fields).flatMap((field): readonly (readonly [string, PrintedValue])[] => {
    const kind = kindOfField(field)
    return kind === undefined ? [] : [[field.id, [kind, printed(stored[field.id] ?? null, field, people)]]]
  })
  return {
    ...Object.fromEntries(fields),
    title: ['text', deal.title],
    deal_number: ['text', dealNumber(deal.id)],
    owner: ['text', people[deal.owner]?.name ?? ''],
  }
}

/** One value of a field as it is printed. */
export function printed(value: FieldValue, field: Pick<Field, 'options' | 'former'>, people: Names): PrintedValue[1] {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value !== 'string') return null
  const choice = choiceName(field, value)
  if (choice !== undefined) return choice
  return Object.hasOwn(people, value) ? (people[value]?.name ?? value) : value
}

/** Our own legal entity as templates print it. */
export function printSeller(seller: Seller | undefined): Values {
  if (seller === undefined) return {}
  const { signer } = seller
  const said: Readonly<Record<string, string | undefined>> = {
    name: seller.name,
    inn: seller.inn,
    kpp: seller.kpp,
    ogrn: seller.ogrn,
    address: seller.address,
    bank: seller.bank,
    bik: seller.bik,
    account: seller.account,
    corr_account: seller.corrAccount,
    signer: signer?.name,
    post: signer?.post,
    acts_on: signer?.actsOn,
  }
  return Object.fromEntries(
    Object.entries(said).map(([name, text]): [string, PrintedValue] => [`seller.${name}`, ['text', text ?? null]]),
  )
}
