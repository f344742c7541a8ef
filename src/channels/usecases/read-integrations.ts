import { lineAs } from '#channels/domain/intake'
import { adapterOf } from '#channels/adapters'
import { historyOf } from '#channels/usecases/reconciling/histories'
import type { Adapter } from '#channels/adapter'
import { channelsRefusal } from '#channels/words/channels-refusal'
import type { Caller } from '#domain/kernel/access'
import { msOf } from '#domain/time/zone'
import type { KeptIntegration } from '#ports/integrations'
import type { Page } from '#ports/page'
import type { Ports } from '#ports/ports'
import type {
  Arrival,
  Integration,
  IntegrationDay,
  IntegrationTested,
  IntegrationWithSecrets,
} from '#schemas/integration'
import type { Language } from '#schemas/language-names'

type Needs = Pick<Ports, 'clock' | 'integrations'>

/** Everything that is connected, by its name. */
export async function readIntegrations(ports: Needs, caller: Caller): Promise<Integration[]> {
  refuseChannels(caller)
  const all = await ports.integrations.all()
  return Promise.all(all.map((one) => shownIntegration(ports, one)))
}

/** One of them. */
export async function readIntegration(ports: Needs, caller: Caller, id: string): Promise<Integration> {
  return shownIntegration(ports, await ownIntegration(ports, caller, id))
}

/** What came by it, the newest first. */
export async function readArrivals(
  ports: Needs,
  caller: Caller,
  id: string,
  page: { readonly limit: number; readonly cursor?: string },
): Promise<Page<Arrival> & { items: Arrival[] }> {
  await ownIntegration(ports, caller, id)
  const found = await ports.integrations.arrivals(id, page)
  return { ...found, items: [...found.items] }
}

/** Whether anything is heard of it, and what of it belongs to nobody yet. */
export async function testIntegration(ports: Needs, caller: Caller, id: string): Promise<IntegrationTested> {
  const kept = await ownIntegration(ports, caller, id)
  const { lastAt, unmapped } = await ports.integrations.health(id)
  const hears = lastAt !== undefined && msOf(ports.clock.now()) - msOf(lastAt) < 86_400_000
  const isNumber = (name: string) => /^\+?\d{7,}$/.test(name)
  return {
    hears,
    ...(lastAt === undefined ? {} : { lastAt }),
    unmapped: unmapped.filter((name) => !isNumber(name) && !Object.hasOwn(kept.logins, name)),
    lines: unmapped.filter((name) => isNumber(name) && lineAs(kept.lines, name) === undefined),
  }
}

/** What came by it day by day in the last thirty days, the newest first. */
export async function readIntegrationDays(ports: Needs, caller: Caller, id: string): Promise<IntegrationDay[]> {
  await ownIntegration(ports, caller, id)
  const from = new Date(msOf(ports.clock.now()) - 29 * 86_400_000).toISOString().slice(0, 10)
  return [...(await ports.integrations.days(id, from))]
}

/** What is connected under a name, for somebody who may see that. */
export async function ownIntegration(
  { integrations }: Pick<Needs, 'integrations'>,
  caller: Caller,
  id: string,
): Promise<KeptIntegration> {
  refuseChannels(caller)
  const found = await integrations.find(id)
  if (found !== undefined) return found
  throw channelsRefusal('integration_unknown', { id })
}

/** Refuses whoever may not decide what is connected. */
export function refuseChannels({ reach }: Caller): void {
  if (reach.channels_edit === 'all') return
  throw channelsRefusal('forbidden.channels')
}

/** What is connected, as it is shown: nothing of a secret but until when the old ones are good. */
export async function shownIntegration({ clock, integrations }: Needs, kept: KeptIntegration): Promise<Integration> {
  const { rev: version, secrets, ...shown } = kept
  const { unmapped: _unmapped, ...health } = await integrations.health(kept.id)
  const isAsked = adapterOf(kept.adapter)?.fetches !== undefined || historyOf(kept.adapter) !== undefined
  const looked = isAsked ? await integrations.lookedInto(kept.id) : undefined
  const until = secrets[1]?.until
  return {
    ...shown,
    version,
    kind: adapterOf(kept.adapter)?.kind ?? 'phone',
    address: `/in/${kept.id}`,
    ...(until !== undefined && until > clock.now() ? { oldSecretsUntil: until } : {}),
    ...health,
    ...(looked?.lookedAt === undefined ? {} : { lookedAt: looked.lookedAt }),
    ...(looked?.fault === undefined ? {} : { fault: looked.fault.why }),
  }
}

/** The same with the secrets that are ours, and what to enter where. */
export function shownWith(
  integration: Integration,
  { connect, secrets: declared }: Adapter,
  values: Readonly<Record<string, string>>,
  language: Language,
): IntegrationWithSecrets {
  const own = Object.entries(values).filter(([name]) => declared[name]?.isOurs === true)
  const secret = own[0]?.[1] ?? ''
  const filled = connect[language].map((line) =>
    line.replaceAll('{address}', integration.address).replaceAll('{secret}', secret),
  )
  return { integration, secrets: Object.fromEntries(own), connect: filled, instruction: filled.join('\n') }
}
