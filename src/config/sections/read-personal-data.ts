import { originAt, remember, reportIn } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import { resolveName } from '#config/names/resolve-name'
import { mapOf, scalarOf, scalarsOf } from '#config/yaml/tree'
import type { MapNode, ScalarNode } from '#config/yaml/tree'
import { isOfDays } from '#domain/rules/personal-data'
import { clientKinds } from '#schemas/client-names'
import type { ClientRules, KeepRules, PersonalDataRules, RequestRules } from '#schemas/clients/client-rules'
import { requestKinds } from '#schemas/clients/request-names'
import type { Duration } from '#schemas/rules/length'
import { readDuration } from './read-tasks'

/** Reads of whose citizens personal data is, where and how long it is kept, and who answers what they ask. */
export function readPersonalData(context: Context, section: MapNode): Pick<ClientRules, 'personalData'> {
  const map = mapOf(section, 'personal_data')
  if (map === undefined) return {}
  const place = scalarOf(map, 'stored_in')
  const storedIn = place === undefined ? undefined : readCountry(context, place, 'stored_in')
  const keep = mapOf(map, 'keep')
  const requests = mapOf(map, 'requests')
  const rules: PersonalDataRules = {
    of: [...new Set(scalarsOf(map, 'of').flatMap((node) => readCountry(context, node, 'of') ?? []))],
    ...(storedIn === undefined ? {} : { storedIn }),
    ...(keep === undefined ? {} : { keep: remember(context, readKeep(context, keep), keep) }),
    ...(requests === undefined ? {} : { requests: readRequests(context, requests) }),
    origin: originAt(context, map, map.path),
  }
  return { personalData: remember(context, rules, map) }
}

function readCountry(context: Context, node: ScalarNode, key: string): string | undefined {
  if (/^[A-Z]{2}$/.test(node.text)) return node.text
  const message = say('bad-country', { text: node.text })
  reportIn(context, node, { code: 'unknown-value', message, help: say('write', { text: `${key}: RU` }) })
  return undefined
}

function readKeep(context: Context, map: MapNode): KeepRules {
  const named = scalarsOf(map, 'kinds').map(({ text }) => text)
  const [contract, lost] = [keptFor(context, map, 'contract'), keptFor(context, map, 'lost')]
  const [noConsent, unknown] = [keptFor(context, map, 'no_consent'), keptFor(context, map, 'unknown')]
  return {
    kinds: named.length === 0 ? ['person'] : clientKinds.filter((kind) => named.includes(kind)),
    ...(contract === undefined ? {} : { contract }),
    ...(lost === undefined ? {} : { lost }),
    ...(noConsent === undefined ? {} : { noConsent }),
    ...(unknown === undefined ? {} : { unknown }),
  }
}

type KeptKey = 'contract' | 'lost' | 'no_consent' | 'unknown'

/** What is kept is kept by days of the calendar: nobody’s working time has to do with it. */
function keptFor(context: Context, map: MapNode, key: KeptKey): Duration | undefined {
  const length = readDuration(context, map, key)
  const node = scalarOf(map, key)
  if (length === undefined || node === undefined || isOfDays(length)) return length
  const message = say('kept-in-days', { text: node.text })
  reportIn(context, node, {
    code: 'unknown-value',
    message,
    help: say('write', { text: `${key}: 30 calendar days` }),
  })
  return undefined
}

function readRequests(context: Context, map: MapNode): RequestRules {
  const named = scalarOf(map, 'by')
  const late = scalarOf(map, 'when_late')
  const by = named === undefined ? undefined : resolveName(context, named, 'role', ['owner_manager'])
  const whenLate = late === undefined ? undefined : resolveName(context, late, 'escalation')
  const due = requestKinds.flatMap((kind) => {
    const length = readDuration(context, map, kind)
    return length === undefined ? [] : [[kind, length] as const]
  })
  return {
    ...(by === undefined ? {} : { by }),
    due: Object.fromEntries(due),
    ...(whenLate === undefined ? {} : { whenLate }),
  }
}
