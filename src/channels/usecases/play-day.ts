import { buyerOf } from '#domain/deals/of-buyer'
import { adapterOf } from '#channels/adapters'
import { filled, type RecordedArrival, type RecordedDay, type RecordedIntegration } from '#channels/domain/recorded-day'
import { systemCaller } from '#domain/kernel/access'
import { rulesLanguage } from '#domain/rules/rules-language'
import type { KeptIntegration } from '#ports/integrations'
import type { Ports } from '#ports/ports'
import type { CreateIntegration } from '#schemas/integration'
import { answerDoor } from './answer-door'
import { createIntegration } from './save-integration'

/** How a day is played. */
export type Playing = {
  /** Waits so many seconds, as fast as the day goes. */
  readonly wait: (seconds: number) => Promise<void>
  readonly tell: (arrival: RecordedArrival, status: number) => void
}

/** What came of it. */
export type Played = { readonly sent: number; readonly refused: number }

/** So many numbers of clients are at hand. */
const mostClients = 20

/**
 * Plays a recorded day into a company, by the door that providers use: what is not connected yet is connected, times are
 * those of now, numbers may be those of clients with open deals.
 */
export async function playDay(
  ports: Ports,
  { integrations, arrivals }: RecordedDay,
  playing: Playing,
): Promise<Played> {
  const connected = new Map<string, KeptIntegration>()
  for (const one of integrations) connected.set(one.id, await connect(ports, one))
  const clients = await numbersOf(ports, [...connected.values()])
  const counted = { sent: 0, refused: 0 }
  let past = 0
  for (const arrival of arrivals.toSorted((one, other) => one.at - other.at)) {
    // oxlint-disable-next-line no-await-in-loop -- one thing after another is the day
    await playing.wait(Math.max(0, arrival.at - past))
    past = arrival.at
    // oxlint-disable-next-line no-await-in-loop -- the same
    const status = await send(ports, connected.get(arrival.integration), arrival, clients)
    counted[status < 400 ? 'sent' : 'refused'] += 1
    playing.tell(arrival, status)
  }
  return counted
}

/** What is connected under that name already stays as it is. */
async function connect(
  ports: Ports,
  { id, adapter, name, lines = {}, logins = {}, settings, secrets = {} }: RecordedIntegration,
) {
  const known = await ports.integrations.find(id)
  if (known !== undefined) return known
  if (adapterOf(adapter) === undefined) throw new Error(`No adapter is called ${adapter}.`)
  const [{ employees }, { model }] = await Promise.all([ports.people.load(), ports.rules.current()])
  const active = Object.values(employees).filter((one) => one.active)
  const taken = new Map<string, number>()
  const people = Object.entries(logins).flatMap(([login, role]) => {
    const members = active.filter(({ roles }) => roles.includes(role))
    const turn = taken.get(role) ?? 0
    taken.set(role, turn + 1)
    const one = members[turn % Math.max(1, members.length)]
    return one === undefined ? [] : [[login, one.id] as const]
  })
  const channels = Object.entries(lines).filter(([, channel]) => Object.hasOwn(model.channels ?? {}, channel))
  const command = { caller: systemCaller('system', 'play'), correlationId: ports.ids.next('cor') }
  const body = {
    id,
    adapter,
    name: name[rulesLanguage(model)],
    lines: Object.fromEntries(channels),
    logins: Object.fromEntries(people),
    ...(settings === undefined ? {} : { settings }),
    secrets,
  } as CreateIntegration
  await createIntegration(ports, command, body)
  const made = await ports.integrations.find(id)
  if (made === undefined) throw new Error(`“${id}” was connected and is not there.`)
  return made
}

/** Numbers of clients with open deals of whoever is behind the extensions. */
async function numbersOf({ deals, clients }: Ports, connected: readonly KeptIntegration[]): Promise<readonly string[]> {
  const owners = [...new Set(connected.flatMap(({ logins }) => Object.values(logins)))]
  const pages = await Promise.all(owners.map((owner) => deals.byOwner({ owner, limit: 10 })))
  const open = pages.flatMap(({ items }) => items.filter(({ status }) => status === 'open'))
  const found = await Promise.all(
    open.slice(0, mostClients).map(async ({ client, links }) => {
      const card = await clients.find(buyerOf({ links }) ?? '')
      return [client.phone, ...(card?.personal.ways ?? []).map(({ text }) => text)].find((one) => one?.startsWith('+'))
    }),
  )
  return found.flatMap((one) => one ?? [])
}

async function send(
  ports: Ports,
  kept: KeptIntegration | undefined,
  { integration, method, tail, query, headers, body, isRecorded }: RecordedArrival,
  clients: readonly string[],
): Promise<number> {
  const secrets = kept?.secrets[0]?.values ?? {}
  const now = ports.clock.now()
  const fill = (text: string) => filled(text, { now, secrets, clients })
  const request = {
    method,
    tail: fill(tail),
    query: fill(query),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fill(value)])),
    body: new TextEncoder().encode(fill(body)),
  }
  const { status } = await answerDoor(ports, { integration, request })
  if (status !== 401 || !isRecorded) return status
  // What was recorded was from whoever knew the secret; it says so no more, for names and numbers in it were replaced.
  const id = `${now}_${ports.ids.next('arr').slice('arr_'.length)}`
  const media = request.headers['content-type'] ?? ''
  const bytes = request.body.length
  await ports.integrations.keep({ integration, id, at: now, state: 'waiting', bytes, media, ...request })
  return 200
}
