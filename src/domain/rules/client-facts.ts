import { clientKinds, type ClientKind } from '#schemas/client-names'
import type { ClientField, ClientRules } from '#schemas/clients/client-rules'
import type { Field } from '#schemas/model'

/** How what is asked of clients begins: `client.inn` of who buys, `client.payer.inn` of whoever is that. */
export const clientPrefix = 'client.'

const text = (id: string, name: string): Field => ({ id, name, type: 'text', builtIn: true })

/** What every card can say without being declared. */
export const builtInClientFields: Readonly<Record<ClientKind, readonly Field[]>> = {
  company: [
    text('name', 'Name of the client'),
    text('inn', 'INN of the client'),
    text('kpp', 'KPP of the client'),
    text('phone', 'Telephone of the client'),
    text('email', 'E-mail address of the client'),
    text('legal_name', 'Full name of the client'),
    text('ogrn', 'OGRN of the client'),
    text('address', 'Registered address of the client'),
    text('bik', 'BIK of the client'),
    text('account', 'Account of the client'),
    text('signer', 'Who signs for the client'),
  ],
  person: [
    text('name', 'Name of the client'),
    text('inn', 'INN of the client'),
    text('phone', 'Telephone of the client'),
    text('email', 'E-mail address of the client'),
  ],
}

/** What may be asked of a client: which role of the deal, by its id (empty for who buys), and which field of the card. */
export type ClientFact = {
  readonly role: string
  /** What people call the role; empty for who buys. */
  readonly roleName: string
  readonly field: ClientField
}

/** The fields of a kind of client, those that every card has first. */
export function fieldsOfKind(rules: ClientRules | undefined, kind: ClientKind): readonly ClientField[] {
  return [...builtInClientFields[kind], ...Object.values(rules?.kinds[kind] ?? {})]
}

/** Everything that may be asked of clients, by its name in the file. Who buys may be a company or a person. */
export function clientFacts(rules: ClientRules | undefined): ReadonlyMap<string, ClientFact> {
  const found = new Map<string, ClientFact>()
  for (const field of clientKinds.flatMap((kind) => fieldsOfKind(rules, kind))) {
    const id = `${clientPrefix}${field.id}`
    if (!found.has(id)) found.set(id, { role: '', roleName: '', field })
  }
  for (const role of Object.values(rules?.roles ?? {})) {
    for (const field of fieldsOfKind(rules, role.of)) {
      found.set(`${clientPrefix}${role.id}.${field.id}`, { role: role.id, roleName: role.name, field })
    }
  }
  return found
}

/** What a name of the file asks of a client; undefined where it asks something else. */
export function clientFactIn(name: string, rules: ClientRules | undefined): ClientFact | undefined {
  return name.startsWith(clientPrefix) ? clientFacts(rules).get(name) : undefined
}
