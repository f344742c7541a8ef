import { adapterOf } from '#channels/adapters'
import type { Adapter } from '#channels/adapter'
import { channelsRefusal } from '#channels/words/channels-refusal'
import type { Caller } from '#domain/kernel/access'
import type { Refusal } from '#domain/kernel/refusal'
import { mailText } from '#domain/kernel/mail'
import { peopleRefusal } from '#domain/people/words/people-refusal'
import { instantOf, isZone, msOf } from '#domain/time/zone'
import type { IntegrationSecrets, KeptIntegration } from '#ports/integrations'
import type { Ports } from '#ports/ports'
import type {
  CreateIntegration,
  Integration,
  IntegrationWithSecrets,
  NameOfIntegration,
  RotateIntegrationSecret,
  SaveIntegration,
} from '#schemas/integration'
import type { Command } from '#usecases/command'
import { ownIntegration, refuseChannels, shownIntegration, shownWith } from './read-integrations'

type Needs = Pick<Ports, 'clock' | 'integrations' | 'outlet' | 'people' | 'rules'>

const mostIntegrations = 100
const overlapMs = 24 * 3_600_000

/** Connects something. What is ours of its secrets is made here and told this once, with what to enter where. */
export async function createIntegration(
  ports: Needs,
  { caller, language = 'en' }: Command,
  { id, adapter: adapterId, secrets = {}, ...input }: CreateIntegration,
): Promise<IntegrationWithSecrets> {
  refuseChannels(caller)
  const adapter = known(adapterId)
  const [all, { model }] = await Promise.all([ports.integrations.all(), ports.rules.current()])
  if (all.some((one) => one.id === id)) throw channelsRefusal('field_value.integration_taken', { id })
  if (all.length >= mostIntegrations)
    throw channelsRefusal('field_value.too_many_integrations', { most: mostIntegrations })
  await refuseInput(ports, input)
  const values = { ...madeFor(ports, adapter), ...givenFor(adapter, secrets) }
  const kept: KeptIntegration = {
    id,
    adapter: adapterId,
    name: input.name,
    settings: { zone: model.calendar.timezone, ...input.settings },
    lines: input.lines ?? {},
    logins: input.logins ?? {},
    paused: false,
    createdAt: ports.clock.now(),
    createdBy: caller.actor.id,
    rev: 1,
    secrets: [{ values }],
  }
  await write(ports, kept)
  return shownWith(await shownIntegration(ports, kept), adapter, values, language)
}

/** Sets what is connected otherwise: its name, numbers, logins, zone, sites; only over what somebody has seen. */
export async function saveIntegration(
  ports: Needs,
  { caller, ifMatch }: Command,
  id: string,
  input: SaveIntegration,
): Promise<Integration> {
  const kept = await ownIntegration(ports, caller, id)
  if (ifMatch !== undefined && ![ifMatch].flat().includes(kept.rev)) throw conflict(id)
  await refuseInput(ports, input)
  const next = {
    ...kept,
    name: input.name,
    settings: { ...kept.settings, ...input.settings },
    lines: input.lines ?? kept.lines,
    logins: input.logins ?? kept.logins,
    rev: kept.rev + 1,
  }
  await write(ports, next)
  return shownIntegration(ports, next)
}

/** Says whose a number, a form or a login is; only over what somebody has seen. */
export async function nameOfIntegration(
  ports: Needs,
  { caller, ifMatch }: Command,
  id: string,
  { what, name, to }: NameOfIntegration,
): Promise<Integration> {
  const kept = await ownIntegration(ports, caller, id)
  if (ifMatch !== undefined && ![ifMatch].flat().includes(kept.rev)) throw conflict(id)
  if (what === 'field') return nameOfField(ports, kept, { name, to })
  const [part, other] = what === 'line' ? (['lines', 'logins'] as const) : (['logins', 'lines'] as const)
  const { [name]: _was, ...rest } = kept[part]
  const table = to === null ? rest : { ...rest, [name]: to }
  await refuseInput(ports, { name: kept.name, [part]: to === null ? {} : { [name]: to } })
  const next = { ...kept, [part]: table, [other]: kept[other], rev: kept.rev + 1 }
  await write(ports, next)
  return shownIntegration(ports, next)
}

const fieldKinds = ['name', 'phone', 'email', 'message'] as const

/** Says what stands under a label of a form. */
async function nameOfField(
  ports: Needs,
  kept: KeptIntegration,
  { name, to }: Pick<NameOfIntegration, 'name' | 'to'>,
): Promise<Integration> {
  const { [name]: _was, ...rest } = kept.settings.fields ?? {}
  const kind = fieldKinds.find((one) => one === to)
  if (to !== null && kind === undefined) throw channelsRefusal('field_value.field_kind', { to, known: fieldKinds })
  const fields = kind === undefined ? rest : { ...rest, [name]: kind }
  const next = { ...kept, settings: { ...kept.settings, fields }, rev: kept.rev + 1 }
  await write(ports, next)
  return shownIntegration(ports, next)
}

/** Gives an integration new secrets, told this once; for a day the old ones are good beside them. */
export async function rotateIntegrationSecret(
  ports: Needs,
  { caller, language = 'en' }: Command,
  id: string,
  { secrets = {} }: RotateIntegrationSecret,
): Promise<IntegrationWithSecrets> {
  const kept = await ownIntegration(ports, caller, id)
  const adapter = known(kept.adapter)
  const now = ports.clock.now()
  const until = instantOf(msOf(now) + overlapMs)
  const [current] = kept.secrets
  const values = { ...current?.values, ...madeFor(ports, adapter), ...givenFor(adapter, secrets) }
  // Two are good at once; whoever replaces them more often ends the oldest earlier.
  const old: readonly IntegrationSecrets[] = current === undefined ? [] : [{ ...current, until }]
  const next = { ...kept, secrets: [{ values }, ...old], rev: kept.rev + 1 }
  await write(ports, next)
  return shownWith(await shownIntegration(ports, next), adapter, values, language)
}

/** Keeps what comes unread, or lets it be read again. */
export async function pauseIntegration(
  ports: Needs,
  { caller }: { readonly caller: Caller },
  id: string,
  { paused }: { readonly paused: boolean },
): Promise<Integration> {
  const kept = await ownIntegration(ports, caller, id)
  const next = { ...kept, paused, rev: kept.rev + 1 }
  await write(ports, next)
  return shownIntegration(ports, next)
}

function known(id: string): Adapter {
  const adapter = adapterOf(id)
  if (adapter === undefined) throw new Error(`No adapter is called ${id}.`)
  return adapter
}

/** The secrets that are ours: 32 letters and digits that nobody guesses and every account takes. */
function madeFor({ outlet }: Pick<Needs, 'outlet'>, { secrets }: Adapter): Readonly<Record<string, string>> {
  const own = Object.entries(secrets).filter(([, { isOurs }]) => isOurs)
  return Object.fromEntries(own.map(([name]) => [name, hexOf(outlet.randomBytes(16))]))
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (one) => one.toString(16).padStart(2, '0')).join('')
}

function givenFor({ secrets }: Adapter, given: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(secrets, name))
  if (unknown === undefined) return given
  throw channelsRefusal('field_value.secret_unknown', { name: unknown, known: Object.keys(secrets) })
}

async function refuseInput({ rules, people }: Needs, { settings = {}, lines = {}, logins = {} }: SaveIntegration) {
  const { zone, origins = [], thanks, api, mailbox } = settings
  if (mailbox !== undefined && mailText(mailbox) === undefined)
    throw channelsRefusal('field_value.mailbox', { address: mailbox })
  if (api !== undefined && !/^https?:\/\/\S+$/.test(api)) throw channelsRefusal('field_value.api', { api })
  if (zone !== undefined && !isZone(zone)) throw channelsRefusal('field_value.zone', { zone })
  const strange = origins.find((origin) => !isOrigin(origin))
  if (strange !== undefined) throw channelsRefusal('field_value.origin', { origin: strange })
  if (thanks !== undefined && !/^https?:\/\/\S+$/.test(thanks)) throw channelsRefusal('field_value.thanks', { thanks })
  const [{ model }, { employees }] = await Promise.all([rules.current(), people.load()])
  const channels = Object.keys(model.channels ?? {})
  const channel = Object.values(lines).find((id) => !channels.includes(id))
  if (channel !== undefined) throw channelsRefusal('field_value.channel_unknown', { id: channel, known: channels })
  const employee = Object.values(logins).find((id) => !Object.hasOwn(employees, id))
  if (employee !== undefined) throw peopleRefusal('employee_unknown', { id: employee })
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text && /^https?:$/.test(new URL(text).protocol)
}

async function write({ integrations }: Pick<Needs, 'integrations'>, next: KeptIntegration): Promise<void> {
  if (!(await integrations.save(next))) throw conflict(next.id)
}

function conflict(id: string): Refusal {
  return channelsRefusal('version_conflict.integration', { id })
}
