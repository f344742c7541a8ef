import { clientFactIn } from '#domain/rules/client-facts'
import type { Model } from '#schemas/model'
import type { documentTexts } from './texts/documents'

type Texts = (typeof documentTexts)['en']['formOf']

/**
 * What people call a value whose genitive was confirmed, and whose it is: “position of the signer, on our side”. Undefined where
 * nobody calls it anything, and of what was confirmed before it was kept.
 */
export function formName(
  field: string | undefined,
  { clients, fields }: Pick<Model, 'clients' | 'fields'>,
  { parts, ofDeal, whose, own }: Texts,
): string | undefined {
  if (field === undefined) return undefined
  const [, side = '', id = field] = /^(client|seller)\.(?:.+\.)?([^.]+)$/.exec(field) ?? []
  if (side === '') return named(ofDeal, id) ?? (fields[id] === undefined ? undefined : own(fields[id].name))
  const fact = clientFactIn(field, clients)
  const isOwn = fact !== undefined && fact.field.builtIn !== true
  const part = isOwn ? own(fact.field.name) : named(parts, id)
  if (part === undefined) return undefined
  if (side === 'seller') return whose.seller(part)
  return (fact?.role ?? '') === '' ? whose.client(part) : whose.role(part, fact?.roleName ?? '')
}

function named(names: Readonly<Record<string, string>>, id: string): string | undefined {
  return Object.hasOwn(names, id) ? names[id] : undefined
}
