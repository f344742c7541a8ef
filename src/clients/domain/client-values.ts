import { keysIn, withWays } from './ways'
import type { Requisites } from '#schemas/client'
import type { FieldValue } from '#schemas/deal'
import type { WholeClient } from '#schemas/kept-client'

const requisites: Readonly<Record<string, keyof Requisites>> = {
  legal_name: 'legalName',
  ogrn: 'ogrn',
  address: 'address',
  bik: 'bik',
  account: 'account',
  signer: 'signer',
  signer_genitive: 'signerGenitive',
  post: 'signerTitle',
  acts_on: 'signsBy',
  bank: 'bank',
  corr_account: 'correspondentAccount',
}

/** What a card says under the id of a field; null where it says nothing. */
export function valueOn({ client, personal }: WholeClient, field: string): FieldValue {
  if (field === 'name' || field === 'inn' || field === 'kpp') return client[field] ?? null
  if (field === 'phone' || field === 'email') return personal.ways.find(({ kind }) => kind === field)?.text ?? null
  const requisite = requisites[field]
  if (requisite !== undefined) return personal.requisites?.[requisite] ?? null
  return client.fields[field] ?? personal.fields?.[field] ?? null
}

/** A card that says something under the id of a field: for whoever tries rules, not for people. */
export function withValue(card: WholeClient, field: string, value: FieldValue, home?: string): WholeClient {
  const { client, personal } = card
  const said = value === null ? '' : String(value)
  if (field === 'name') return { ...card, client: { ...client, name: said } }
  if (field === 'inn' || field === 'kpp') {
    const { [field]: _, ...rest } = client
    return { ...card, client: said === '' ? rest : { ...rest, [field]: said } }
  }
  if (field === 'phone' || field === 'email') {
    const ways = personal.ways.filter(({ kind }) => kind !== field)
    return { client, personal: { ...personal, ...withWays({ ...personal, ways }, keysIn({ [field]: said }, home)) } }
  }
  const requisite = requisites[field]
  if (requisite !== undefined)
    return { client, personal: { ...personal, requisites: { ...personal.requisites, [requisite]: said } } }
  return { ...card, client: { ...client, fields: { ...client.fields, [field]: value } } }
}
