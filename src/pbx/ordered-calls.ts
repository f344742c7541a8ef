import { createHmac } from 'node:crypto'

import type { AmiBlock } from './ami-blocks'
import type { AmiSession } from './ami-session'
import type { Door } from './hand-on'
import { pause, type Pauses } from './pauses'

/** How telephones are called at this exchange. */
export type DialPlan = {
  /** The channel of a telephone, `PJSIP/{extension}`. */
  readonly channel: string
  /** The context that calls outside go through. */
  readonly context: string
  /** What stands for +7: 7, +7 or 8, behind a figure for a line outside where one is needed, such as 98. */
  readonly begins: string
}

/** A call that Norma asks for. */
type Order = { readonly command: string; readonly extension: string; readonly number: string }
type Answer = { readonly command: string; readonly why?: string }

const patienceMs = 15_000

/** So long a telephone of ours rings for a call that was ordered. */
const ringMs = 30_000

type Parts = {
  readonly door: Door
  readonly plan: DialPlan
  readonly session: Pick<AmiSession, 'act' | 'over'>
  /** Takes what is known of a call that was ordered: the exchange itself says nothing of who is outside. */
  readonly told: (block: string) => void
  readonly pauses: Pauses
  readonly everyMs: number
  readonly now?: () => number
}

/** The calls that were ordered over one connection, and what the exchange says of them later. */
export type OrderedCalls = {
  /** Hears an event; what became of a call that was ordered is handed on. */
  readonly hear: (block: AmiBlock) => void
  /** Asks Norma for calls until the signal, and has the exchange make them: each once, a lost answer rings nobody again. */
  readonly ask: (signal: AbortSignal) => Promise<void>
}

/** Makes the calls that Norma asks for, over one connection to the exchange. */
export function orderedCalls(parts: Parts): OrderedCalls {
  const made = new Set<string>()
  return {
    hear: ({ says }) => {
      if (says.get('Event') !== 'OriginateResponse') return
      const channel = says.get('ActionID') ?? ''
      if (!made.delete(channel) || says.get('Response') === 'Success') return
      parts.told(blockOf({ Event: 'CallOrdered', Linkedid: channel, Response: 'Failure' }))
    },
    ask: async (signal) => {
      let answers: readonly Answer[] = []
      let stand: Stand = { turn: null, aheadMs: 0 }
      while (!signal.aborted) {
        const told = await ordersFrom(parts, answers, stand)
        if (told === undefined) {
          await pause(parts.pauses.next(), signal)
          continue
        }
        parts.pauses.reset()
        const wasOff = Math.abs(told.stand.aheadMs - stand.aheadMs) > offMs
        const isNext = told.isMore && told.stand.turn !== stand.turn
        stand = told.stand
        answers = []
        for (const order of told.orders) answers = [...answers, await call(parts, made, order)]
        // What was done is said at once, and what waits for the turn just told is asked for: somebody waits for it.
        if (answers.length === 0 && !wasOff && !isNext) await pause(parts.everyMs, signal)
      }
    },
  }
}

/** Clocks that differ by less are the same. */
const offMs = 60_000

/** What Norma has told of itself: the turn that the next question has to name, and how far its clock is ahead of ours. */
type Stand = { readonly turn: number | null; readonly aheadMs: number }
type Told = { readonly orders: readonly Order[]; readonly isMore: boolean; readonly stand: Stand }

/** What Norma wants to be called; undefined where it cannot be asked. What it is told is told again then. */
async function ordersFrom(
  { door: { address, key }, now = Date.now }: Parts,
  answers: readonly Answer[],
  stand: Stand,
): Promise<Told | undefined> {
  const at = new Date(now() + stand.aheadMs).toISOString()
  const body = JSON.stringify({ at, turn: stand.turn, answers })
  const signed = createHmac('sha256', key).update(body).digest('hex')
  try {
    const response = await fetch(`${address.replace(/\/+$/, '')}/orders`, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
      headers: { 'content-type': 'application/json', 'x-norma-signature': `sha256=${signed}` },
    })
    if (response.status !== 200) {
      await response.body?.cancel()
      return undefined
    }
    const says = (await response.json()) as Says
    const orders = (says.calls ?? []).flatMap(({ command, extension, number }) =>
      command !== undefined && isExtension(extension) && isNumber(number) ? [{ command, extension, number }] : [],
    )
    return { orders, isMore: says.waiting === true, stand: standIn(says, now(), stand) }
  } catch {
    return undefined
  }
}

/** An answer; a Norma of before knows of calls alone. */
type Says = {
  readonly calls?: readonly Partial<Order>[]
  readonly now?: string
  readonly turn?: number
  readonly waiting?: boolean
}

function standIn({ now = '', turn }: Says, here: number, was: Stand): Stand {
  const there = Date.parse(now)
  return { turn: turn ?? was.turn, aheadMs: Number.isNaN(there) ? was.aheadMs : there - here }
}

/** Nothing else is put into what the exchange is told. */
function isExtension(text: string | undefined): text is string {
  return text !== undefined && /^[\w.-]{1,40}$/.test(text)
}

function isNumber(text: string | undefined): text is string {
  return text !== undefined && /^\+\d{5,18}$/.test(text)
}

async function call(
  { session, plan, told, now = Date.now }: Parts,
  made: Set<string>,
  { command, extension, number }: Order,
): Promise<Answer> {
  const at = now()
  // The exchange names its own calls alike: by this one the call is known before it says anything of it.
  const channel = `${Math.floor(at / 1000)}.${hashOf(command)}`
  told(
    blockOf({
      Event: 'CallOrdered',
      Linkedid: channel,
      CallerIDNum: extension,
      Exten: number,
      Timestamp: (at / 1000).toFixed(3),
    }),
  )
  // Noted before it is asked for: what became of it may come in one breath with the answer.
  made.add(channel)
  const answer = await session.act({
    Action: 'Originate',
    ActionID: channel,
    Channel: plan.channel.replaceAll('{extension}', extension),
    ChannelId: channel,
    Context: plan.context,
    Exten: dialled(number, plan.begins),
    Priority: '1',
    // Whoever is outside sees the number of the telephone that calls, by the rules of the exchange.
    CallerID: extension,
    Timeout: String(ringMs),
    Async: 'true',
  })
  if (answer?.says.get('Response') === 'Success') return { command }
  made.delete(channel)
  told(blockOf({ Event: 'CallOrdered', Linkedid: channel, Response: 'Failure' }))
  return { command, why: answer?.says.get('Message') ?? 'connection closed' }
}

/** A number as the exchange dials it: `79005550101`, `+79005550101` or `89005550101`, abroad `810` and the number. */
export function dialled(number: string, begins: string): string {
  const [, line = '', style = '7'] = /^(\d?)(\+7|7|8)$/.exec(begins) ?? []
  const digits = number.slice(1)
  if (style === '+7') return `${line}+${digits}`
  if (style === '7') return `${line}${digits}`
  return digits.startsWith('7') ? `${line}8${digits.slice(1)}` : `${line}810${digits}`
}

function hashOf(command: string): string {
  let hash = 7
  for (const sign of command) hash = (hash * 31 + sign.charCodeAt(0)) % 900_000_000
  return String(100_000_000 + hash)
}

function blockOf(says: Readonly<Record<string, string>>): string {
  return Object.entries(says)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\r\n')
}
