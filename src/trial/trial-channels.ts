import { buyerOf } from '#domain/deals/of-buyer'
import type { CallFact } from '#channels/domain/facts'
import { systemCaller } from '#domain/kernel/access'
import { phonesIn } from '#domain/kernel/phone'
import { dateIn, instantOf, msOf } from '#domain/time/zone'
import type { MemoryWorld } from '#product/memory-world'
import type { KeptIntegration } from '#ports/integrations'
import type { WebhookOutlet } from '#ports/webhooks'
import type { Deal } from '#schemas/deal'
import type { Channel, Model } from '#schemas/model'
import { peopleNamed } from './company'
import type { CallAction, FormAction, MessageAction } from './test-file'

/** What a trial has that speaks by channels: its world and rules, its deal, and the talks beside that with the client. */
type Talking = {
  readonly world: MemoryWorld
  readonly model: Model
  readonly dealId: string
  readonly talks: string[]
}

/** What speaks for each kind of channel where rules are tried: nothing leaves this machine. */
const adapters: Readonly<Record<Channel['kind'], KeptIntegration['adapter']>> = {
  phone: 'generic',
  messenger: 'telegram',
  mail: 'mail',
  form: 'site',
}

/** A call is judged when so long nothing more was heard of it. */
const restMs = 31_000

/** A way out that answers as a messenger does, and leads nowhere. */
export const trialOutlet: Pick<WebhookOutlet, 'post' | 'faultOf'> = {
  post: async () => ({ status: 200, text: '{"ok":true,"result":{"message_id":1}}', headers: {} }),
  faultOf: async () => undefined,
}

/** Connects every channel of the rules, with the number, address or form that is called as the channel is. */
export async function connectChannels({ world, model }: Pick<Talking, 'world' | 'model'>): Promise<void> {
  const people = await world.ports.people.load()
  const logins = Object.fromEntries(Object.keys(people.employees).map((id) => [id, id]))
  for (const { id, kind, name } of Object.values(model.channels ?? {})) {
    // oxlint-disable-next-line no-await-in-loop -- few, and in the order of the file
    await world.ports.integrations.save({
      id: integrationId(id),
      adapter: adapters[kind],
      name,
      settings: { zone: model.calendar.timezone, mailbox: 'trial@company.example' },
      lines: { '*': id },
      logins,
      paused: false,
      createdAt: world.now(),
      createdBy: systemCaller('system', 'trial').actor.id,
      secrets: [{ values: { token: 'trial', key: 'trial' } }],
      rev: 1,
    })
  }
}

function integrationId(channel: string): string {
  return `trial-${channel.replaceAll('_', '-')}`
}

async function connected({ world }: Talking, channel = ''): Promise<KeptIntegration> {
  const found = await world.ports.integrations.find(integrationId(channel))
  if (found === undefined) throw new Error(`Nothing is connected for the channel ${channel}.`)
  return found
}

/** The numbers and addresses of whoever buys, numbers first. */
export async function waysOf({ ports }: MemoryWorld, deal: Deal): Promise<readonly string[]> {
  const buyer = buyerOf(deal)
  const card = buyer === undefined ? undefined : await ports.clients.find(buyer)
  const ways = (card?.personal.ways ?? []).map(({ text }) => text)
  return ways.toSorted((one, other) => Number(one.includes('@')) - Number(other.includes('@')))
}

/** Whoever it is about: who is named, else the client of the deal. */
async function whoIs({ world }: Talking, deal: Deal, named: string | undefined): Promise<string> {
  return named ?? (await waysOf(world, deal))[0] ?? 'hidden'
}

/** Somebody rings, or is rung; time goes on until the call is over and judged. */
export async function ring(scene: Talking, deal: Deal, action: CallAction): Promise<void> {
  const [{ keepCallFacts }, { settleCalls }] = await Promise.all([
    import('#channels/usecases/keep-call-facts'),
    import('#channels/usecases/settle-calls'),
  ])
  const { world } = scene
  const from = world.now()
  const integration = await connected(scene, action.channel)
  const who = await whoIs(scene, deal, action.who)
  const { talks, waits } = action
  const ends = instantOf(msOf(from) + (waits + (talks ?? 0)) * 1000)
  const isTaken = talks !== undefined
  const by = await personOf(scene, deal, action.by)
  const fact: CallFact = {
    kind: 'call',
    call: `${from}#${who}`,
    direction: action.kind === 'call' ? 'in' : 'out',
    client: who === 'hidden' ? '' : who,
    startedAt: from,
    ...(isTaken ? { answeredAt: instantOf(msOf(from) + waits * 1000), talkSeconds: talks } : {}),
    endedAt: ends,
    result: isTaken ? 'answered' : 'missed',
    ...(isTaken || action.kind === 'call_back' ? { by } : {}),
    place: 'ringing',
    last: 'whole',
  }
  await passOn(scene, ends)
  await keepCallFacts(world.ports, integration, [fact], ends)
  await passOn(scene, instantOf(msOf(ends) + restMs))
  await settleCalls(world.ports, world.now())
  await note(scene, who)
}

async function personOf({ world, model }: Talking, deal: Deal, named = 'owner'): Promise<string> {
  const people = await world.ports.people.load()
  const on = dateIn(model.calendar.timezone, world.now())
  return peopleNamed(named, deal.owner, on, people)[0] ?? deal.owner
}

/** The client writes. */
export async function write(scene: Talking, deal: Deal, action: MessageAction): Promise<void> {
  const { keepMessageFacts } = await import('#channels/usecases/keep-message-facts')
  const { world } = scene
  const at = world.now()
  const integration = await connected(scene, action.channel)
  const contact = await whoIs(scene, deal, action.who)
  const { name, text } = action
  const message = `trial-${world.history().length}-${at}`
  const said = { message, contact, to: contact, direction: 'in' as const, text, at }
  const fact = { kind: 'message' as const, ...said, ...(name === undefined ? {} : { name }) }
  await keepMessageFacts(world.ports, integration, [fact], at)
  await note(scene, contact)
}

/** The client sends a form of the site. */
export async function fillIn(scene: Talking, deal: Deal, action: FormAction): Promise<void> {
  const { takeRequest } = await import('#channels/usecases/take-request')
  const { world } = scene
  const integration = await connected(scene, action.channel)
  const { form, name, email, text } = action
  const ways = action.phone === undefined && email === undefined ? await waysOf(world, deal) : []
  const phone = action.phone ?? ways.find((way) => !way.includes('@'))
  const address = email ?? (phone === undefined ? ways.find((way) => way.includes('@')) : undefined)
  const said = {
    ...(form === undefined ? {} : { form }),
    ...(name === undefined ? {} : { name }),
    ...(phone === undefined ? {} : { phone }),
    ...(address === undefined ? {} : { email: address }),
  }
  const arrival = {
    id: `trial-${world.history().length}`,
    at: world.now(),
    state: 'waiting' as const,
    bytes: 0,
    media: '',
    integration: integration.id,
    method: 'POST',
    tail: '',
    query: '',
    headers: {},
    body: new Uint8Array(),
  }
  const fact = { kind: 'form' as const, ...said, message: text, also: [], source: {} }
  await takeRequest(world.ports, { integration, arrival, fact })
  await note(scene, phone ?? address ?? '')
}

/** The talk with whoever is behind a number or an address, as it is called by the one form there is of it. */
export async function talkWith({ ports }: Pick<MemoryWorld, 'ports'>, who: string): Promise<string> {
  return ports.talks.talkIdOf(who.includes('@') ? who.toLowerCase() : (phonesIn(who)[0]?.number ?? who))
}

/** Whose debts are looked at after the step. */
async function note({ world, talks }: Talking, who: string): Promise<void> {
  const talk = await talkWith(world, who)
  if (!talks.includes(talk)) talks.push(talk)
}

/** Lets time pass; what waits for the next opening to be sent is sent then, on the way. */
export async function passOn({ world }: Pick<Talking, 'world'>, target: string): Promise<void> {
  const { sendMessages } = await import('#channels/usecases/send-messages')
  await world.settle()
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- time goes on step by step
    const [id] = await world.ports.talks.outgoingDue(target, 1)
    // oxlint-disable-next-line no-await-in-loop
    const next = id === undefined ? undefined : (await world.ports.talks.findOutgoing(id))?.nextAt
    if (next === undefined || next > target) break
    // oxlint-disable-next-line no-await-in-loop
    await world.passTo(next > world.now() ? next : world.now())
    // oxlint-disable-next-line no-await-in-loop
    await sendMessages(world.ports, world.now())
    // oxlint-disable-next-line no-await-in-loop
    await world.settle()
  }
  await world.passTo(target)
}

/** The templates that went out since, oldest first: of every order that something was written for. */
export async function sentSince({ world }: Talking, before: number): Promise<readonly string[]> {
  const { orderedMessageId } = await import('#channels/domain/outgoing')
  const ids = world
    .history()
    .flatMap(({ detail: { subject } }, no) => (subject?.kind === 'message' ? [{ id: subject.id, no }] : []))
  const writtenAt = new Map(ids.map(({ id, no }) => [id, no]))
  const found: string[] = []
  for (const { id } of ids) {
    // oxlint-disable-next-line no-await-in-loop -- a few, all in memory
    const order = (await world.ports.talks.findOutgoing(id))?.order
    const no = order === undefined ? undefined : writtenAt.get(orderedMessageId(id))
    if (order !== undefined && no !== undefined && no >= before) found.push(order.template)
  }
  return found
}
