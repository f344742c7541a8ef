import { originAt, reportIn } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import { parseNumber } from '#config/values/parse-value'
import { mapOf, scalarOf, textOf } from '#config/yaml/tree'
import type { Entry, MapNode } from '#config/yaml/tree'
import { clientFacts } from '#domain/rules/client-facts'
import type { ClientKind } from '#schemas/client-names'
import type { ClientField, ClientRole, ClientRules } from '#schemas/clients/client-rules'
import { readPersonalData } from './read-personal-data'
import { readDuplicates } from './read-duplicates'
import { readReading } from './read-reading'
import { readSee } from './read-see'
import { humanName, readBounds, readOptions } from './read-fields'

const types: readonly ClientField['type'][] = ['text', 'number', 'percent', 'date', 'choice', 'yes_no']

/** Reads what is known of clients, and lets conditions ask for it, with what every card says. */
export function readClients(context: Context, root: MapNode): ClientRules | undefined {
  const section = mapOf(root, 'clients')
  const kinds = section === undefined ? undefined : mapOf(section, 'kinds')
  const rules: ClientRules | undefined =
    section === undefined
      ? undefined
      : {
          kinds: { company: fieldsOf(context, kinds, 'company'), person: fieldsOf(context, kinds, 'person') },
          roles: rolesOf(context, section),
          ...readHome(section),
          ...readSee(context, mapOf(section, 'see')),
          ...readDuplicates(context, mapOf(section, 'duplicates')),
          ...readReading(context, mapOf(section, 'reading')),
          ...readPersonalData(context, section),
        }
  for (const [id, { field }] of clientFacts(rules)) context.clientFields.set(id, { ...field, id })
  return rules
}

function readHome(section: MapNode): Pick<ClientRules, 'home' | 'owner'> {
  const [home, owner] = [textOf(section, 'home'), textOf(section, 'owner')]
  return {
    ...(home === undefined ? {} : { home }),
    ...(owner === 'stays' || owner === 'follows_deal' ? { owner } : {}),
  }
}

function fieldsOf(
  context: Context,
  kinds: MapNode | undefined,
  kind: ClientKind,
): Readonly<Record<string, ClientField>> {
  const block = kinds === undefined ? undefined : mapOf(kinds, kind)
  const entries = block === undefined ? [] : (mapOf(block, 'fields')?.entries ?? [])
  return Object.fromEntries(entries.map((entry) => [entry.key, readField(context, entry)] as const))
}

function readField(context: Context, entry: Entry): ClientField {
  const map = entry.value.kind === 'map' ? entry.value : undefined
  const type = types.find((known) => map !== undefined && known === textOf(map, 'type')) ?? 'text'
  return {
    id: entry.key,
    name: (map === undefined ? undefined : textOf(map, 'name')) ?? humanName(entry.key),
    type,
    ...(map !== undefined && type === 'choice' ? { options: readOptions(context, map, entry) } : {}),
    ...(map === undefined ? {} : readBounds(context, map, entry, type)),
    ...(map !== undefined && textOf(map, 'personal') === 'yes' ? { personal: true } : {}),
    builtIn: false,
    origin: originAt(context, entry.keyAt, entry.path),
  }
}

function rolesOf(context: Context, section: MapNode): Readonly<Record<string, ClientRole>> {
  const entries = mapOf(section, 'roles')?.entries ?? []
  return Object.fromEntries(
    entries.flatMap((entry) => {
      if (entry.value.kind !== 'map') return []
      const most = readMost(context, entry.value)
      const role: ClientRole = {
        id: entry.key,
        name: textOf(entry.value, 'name') ?? humanName(entry.key),
        of: textOf(entry.value, 'of') === 'person' ? 'person' : 'company',
        ...(most === undefined ? {} : { most }),
        origin: originAt(context, entry.keyAt, entry.path),
      }
      return [[entry.key, role] as const]
    }),
  )
}

function readMost(context: Context, map: MapNode): number | undefined {
  const node = scalarOf(map, 'most')
  if (node === undefined) return undefined
  const most = parseNumber(node.text)
  if (most !== undefined && Number.isInteger(most) && most >= 1 && most <= 10) return most
  const message = say('bad-most', { text: node.text })
  reportIn(context, node, { code: 'unknown-value', message, help: say('write', { text: 'most: 1' }) })
  return undefined
}
