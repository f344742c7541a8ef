import { buyerRole } from '#domain/deals/of-buyer'
import { clientFactIn } from '#domain/rules/client-facts'
import { fieldName } from '#playbook/playbook-scene'
import { sayings } from '#playbook/rule-sentences'
import type { ClientField } from '#schemas/clients/client-rules'
import type { Language } from '#schemas/language-names'
import type { DealPageFile } from '#usecases/deals/read-deal-page'

import { clientAddress } from '#pages/links.tsx'

/** What a gate waits to be filled in, by name; what is asked of a client leads to the card, where it is written. */
export function WantedName({ file, id, language }: { file: DealPageFile; id: string; language: Language }) {
  const { deal, rules } = file
  const name = <>{fieldName({ model: rules.model, words: sayings[language] }, id)}</>
  const fact = clientFactIn(id, rules.model.clients)
  if (fact === undefined) return name
  const role = fact.role === '' ? buyerRole : fact.role
  const card = deal.links?.find((one) => one.role === role)?.client
  return card === undefined ? name : <a href={`${clientAddress(card)}${placeOf(fact.field)}`}>{name}</a>
}

/** Where on the card it is written: requisites in a place of their own, the name, ways and own fields at its beginning. */
function placeOf({ id, builtIn }: ClientField): string {
  return !builtIn || ['phone', 'email', 'name'].includes(id) ? '' : '#requisites'
}

/** What a gate asks of the clients of a deal: it is written on their cards, not in the deal. */
export function askedOfClients({ gate, rules }: DealPageFile): readonly string[] {
  return gate.missing.fields.map(({ id }) => id).filter((id) => clientFactIn(id, rules.model.clients) !== undefined)
}
