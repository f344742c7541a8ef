import { calendarOf, defaultSettings, digestPauseMs } from '#domain/people/quiet'
import { noticeId } from '#domain/people/notice-id'
import { NotDelivered, retryAfterMs, Undeliverable } from '#domain/kernel/delivering'
import { sayMessage } from '#domain/kernel/texts/say-notice'
import { sentenceIn, type Told } from '#domain/kernel/saying'
import { textHash } from '#domain/kernel/text-hash'
import { instantOf, msOf } from '#domain/time/zone'
import { deliveryShards, type DeliveryKey, type KeptDelivery } from '#ports/notices'
import type { Ports } from '#ports/ports'
import type { ChannelName, Notice, NotificationSettings } from '#schemas/notice'
import type { Employee } from '#schemas/people'
import type { Saying } from '#schemas/saying'
import { noticeSaying, noticeTold } from '#notices/words/notice-refusal'
import { everyOne, inGroups } from '#usecases/in-groups'
import { addressOn, tell, type TellPorts } from '#usecases/people/tell'

type Needs = TellPorts & Pick<Ports, 'channels' | 'integrations'>

/** A message is somebody's for so long; when it is not reported by then, another sender may try. */
const leaseMs = 300_000

/** How many people are written to side by side, of one shard. */
const sideBySide = 8

/** No new message is begun after so long, so that a slow channel has an end; the rest has its turn at the next run. */
const runMs = 240_000

/** The most notices in one message. */
const mostInMessage = 40

/**
 * Sends what is due on one channel: one message to a person, or one for each notice where they want no digest. What does
 * not get through is tried again for a day and then given up, and the person finds that in their inbox. A message may
 * come twice, when a sender dies between sending and noting it; it then carries the id it had.
 */
export async function sendNotifications(ports: Needs, channel: ChannelName): Promise<void> {
  const until = instantOf(msOf(ports.clock.now()) + runMs)
  const shards = Array.from({ length: deliveryShards }, (_, shard) => shard)
  await everyOne(shards.map((shard) => sendShard(ports, { channel, shard, until })))
}

async function sendShard(
  ports: Needs,
  { channel, shard, until }: { channel: ChannelName; shard: number; until: string },
): Promise<void> {
  const due = await ports.notices.dueDeliveries(channel, shard, ports.clock.now())
  const people = [...groupedBy(due, ({ employee }) => employee)]
  await inGroups(people, sideBySide, async ([employee, keys]) => {
    if (ports.clock.now() < until) await sendToPerson(ports, channel, employee, keys)
  })
}

type Recipient = { readonly employee: Employee; readonly to: string; readonly settings: NotificationSettings }

async function sendToPerson(
  ports: Needs,
  channel: ChannelName,
  employeeId: string,
  keys: readonly DeliveryKey[],
): Promise<void> {
  const now = ports.clock.now()
  const found = await ports.notices.findDeliveries(keys)
  const due = found.filter(({ state, nextAt }) => state === 'waiting' && nextAt !== undefined && nextAt <= now)
  const recipient = await recipientOf(ports, channel, employeeId)
  if (recipient === undefined) return giveUp(ports, due, new NotDelivered(noticeTold(noticeSaying('channel_left'))))
  const groups = await groupsOf(ports, channel, due, recipient)
  for (const group of groups) {
    // oxlint-disable-next-line no-await-in-loop -- messages to one person in order
    await sendGroup(ports, channel, group, recipient)
  }
}

async function recipientOf(ports: Needs, channel: ChannelName, id: string): Promise<Recipient | undefined> {
  const [{ employees }, settings = defaultSettings] = await Promise.all([
    ports.people.load(),
    ports.notices.settings(id),
  ])
  const employee = Object.hasOwn(employees, id) ? employees[id] : undefined
  const to = employee?.active === true ? addressOn(channel, employee, settings) : undefined
  return employee === undefined || to === undefined ? undefined : { employee, to, settings }
}

/** What goes out together. What was tried before stays together, so that it keeps its id; new things wait for the pause to end. */
async function groupsOf(
  ports: Needs,
  channel: ChannelName,
  due: readonly KeptDelivery[],
  { employee, settings }: Recipient,
): Promise<readonly (readonly KeptDelivery[])[]> {
  const tried = due.filter(({ message }) => message !== undefined)
  const again = [...groupedBy(tried, ({ message = '' }) => message).values()]
  const fresh = due.filter(({ message }) => message === undefined).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  if (!settings.digest) return [...again, ...fresh.map((one) => [one])]
  const last = await ports.notices.lastSent(employee.id, channel)
  const sinceMs = last === undefined ? Infinity : msOf(ports.clock.now()) - msOf(last)
  // Sent later than now: then the clock was ahead, and nobody has to wait until it is there again.
  const isPausing = sinceMs >= 0 && sinceMs < digestPauseMs
  if (isPausing && !fresh.some(({ urgent }) => urgent)) return again
  const packs: KeptDelivery[][] = []
  for (let first = 0; first < fresh.length; first += mostInMessage)
    packs.push(fresh.slice(first, first + mostInMessage))
  return [...again, ...packs]
}

async function sendGroup(
  ports: Needs,
  channel: ChannelName,
  group: readonly KeptDelivery[],
  recipient: Recipient,
): Promise<void> {
  const now = ports.clock.now()
  const message = group[0]?.message ?? `norma-${textHash(group.map(({ id }) => id).join('\n'))}`
  const nextAt = instantOf(msOf(now) + leaseMs)
  const mine = group.map((one) => ({ ...one, message, nextAt, attempts: one.attempts + 1, rev: one.rev + 1 }))
  if (!(await ports.notices.changeDeliveries(mine))) return
  try {
    await handOver(ports, channel, { message, group: mine, recipient, now })
  } catch (error) {
    await putOff(ports, mine, error)
    return
  }
  const sentAt = ports.clock.now()
  await ports.notices.changeDeliveries(
    mine.map(({ nextAt: _next, error: _error, said: _said, ...one }) => ({
      ...one,
      state: 'sent',
      sentAt,
      rev: one.rev + 1,
    })),
  )
  await ports.notices.saveLastSent(recipient.employee.id, channel, sentAt)
}

async function handOver(
  ports: Needs,
  channel: ChannelName,
  {
    message,
    group,
    recipient,
    now,
  }: { message: string; group: readonly KeptDelivery[]; recipient: Recipient; now: string },
): Promise<void> {
  const { channels, rules } = ports
  const send = channels[channel]
  if (send === undefined) throw new NotDelivered(noticeTold(noticeSaying('channel_unset', { channel })))
  const { model } = await rules.current()
  const { employee, to, settings } = recipient
  const notices = group.map(({ notice }) => notice)
  const replyTo = channel === 'email' ? await answerAddress(ports, employee.id, notices) : undefined
  const zone = calendarOf(employee, model).timezone
  const said = sayMessage(notices, settings.language, zone, replyTo !== undefined)
  const answers = replyTo === undefined ? {} : { replyTo }
  await send({ id: message, to, employee: employee.id, at: now, ...said, notices, ...answers })
}

/** Where an answer becomes a comment: on the one deal that everything in a message is about, where mail comes to us at all. */
async function answerAddress(
  ports: Pick<Needs, 'integrations'>,
  employee: string,
  notices: readonly Notice[],
): Promise<string | undefined> {
  const [deal, ...others] = new Set(notices.map((notice) => notice.deal?.id))
  if (deal === undefined || others.length > 0) return undefined
  const { mailInFor } = await import('#usecases/people/mail-in')
  return mailInFor(await ports.integrations.all(), employee, { use: 'comment', deal }).mailIn
}

async function putOff(ports: Needs, group: readonly KeptDelivery[], error: unknown): Promise<void> {
  const pause = error instanceof Undeliverable ? null : retryAfterMs(Math.max(...group.map(({ attempts }) => attempts)))
  if (pause === null) return giveUp(ports, group, error)
  const nextAt = instantOf(msOf(ports.clock.now()) + pause)
  const fault = faultOf(error)
  await ports.notices.changeDeliveries(
    group.map(({ said: _said, ...one }) => ({ ...one, ...fault, nextAt, rev: one.rev + 1 })),
  )
}

/** What is kept of a failure: its sentence in English, and by its keys where it is one of ours. */
function faultOf(error: unknown): { readonly error: string; readonly said?: Saying[] } {
  const told = toldBy(error)
  const why = (error instanceof Error ? error.message : String(error)).slice(0, 500)
  return { error: why, ...(told === undefined ? {} : { said: [...told.sayings] }) }
}

function toldBy(error: unknown): Told | undefined {
  return error instanceof Undeliverable || error instanceof NotDelivered ? error.told : undefined
}

/** Says so in the inbox, once a day and channel, and then lets go. */
async function giveUp(ports: Needs, group: readonly KeptDelivery[], error: unknown): Promise<void> {
  const [first] = group
  if (first === undefined) return
  const { channel, employee } = first
  const fault = faultOf(error)
  const [why, told] = [fault.error, toldBy(error)]
  const russian = told === undefined ? {} : { whyRu: await sentenceIn('ru', { message: why, told }) }
  const at = ports.clock.now()
  const once = `channel_failed#${channel}#${at.slice(0, 10)}`
  const notice = { id: noticeId(at, once), kind: 'channel_failed', at, channel, why, ...russian } as const
  await tell(ports, employee, notice, { once, inboxOnly: true })
  await ports.notices.changeDeliveries(
    group.map(({ nextAt: _next, said: _said, ...one }) => ({
      ...one,
      ...fault,
      state: 'given_up',
      rev: one.rev + 1,
    })),
  )
}

function groupedBy<T>(things: readonly T[], keyOf: (thing: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const thing of things) groups.set(keyOf(thing), [...(groups.get(keyOf(thing)) ?? []), thing])
  return groups
}
