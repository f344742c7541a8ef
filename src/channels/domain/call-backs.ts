import type { Call } from './calls'

/** What the rules of the file say of missed calls. */
export type CallBackRules = {
  /** A call back that was shorter is none: a machine may have taken it. */
  readonly talkAtLeastSeconds: number
  /** Numbers that are nobody’s: couriers, the office itself. */
  readonly notClients: ReadonlySet<string>
  /** When a client has to be called back who could not be served at that instant. */
  readonly dueAfter: (instant: string) => string
}

/** What is owed to a client who could not get through: to be called back. */
export type CallBack = {
  readonly client: string
  /** The first call that nobody took; the others are counted. */
  readonly because: string
  readonly missed: readonly string[]
  readonly lastMissedAt: string
  /** Calls to the client that nobody took there. */
  readonly attempts: number
  readonly since: string
  readonly due: string
  readonly closed?: {
    readonly how: 'called back' | 'got through'
    readonly at: string
    readonly call: string
    readonly by?: string
  }
}

type Happening =
  | { readonly kind: 'missed'; readonly at: string; readonly call: Call }
  | { readonly kind: 'talk'; readonly at: string; readonly call: Call }
  | { readonly kind: 'attempt'; readonly at: string; readonly call: Call }

/**
 * The call-backs owed to one client, of all calls with the number that are over, in any order: a missed call opens one where
 * none is open, another is counted on it without moving the date, a talk in either direction pays it, whoever had it and
 * whenever that is learned.
 */
export function callBacksOf(client: string, calls: readonly Call[], rules: CallBackRules): readonly CallBack[] {
  if (rules.notClients.has(client)) return []
  const own = calls.filter((call) => call.client === client)
  const happened = own.flatMap((call) => happeningOf(call, rules) ?? []).toSorted(inOrder)
  const found: CallBack[] = []
  for (const { kind, at, call } of happened) {
    const last = found.at(-1)
    const open = last !== undefined && last.closed === undefined ? last : undefined
    if (kind === 'missed' && open === undefined) {
      if (!isSpeaking(happened, at)) found.push(opened(client, call, at, rules))
    } else if (open !== undefined) found[found.length - 1] = after(open, kind, at, call)
  }
  return found
}

function opened(client: string, call: Call, at: string, { dueAfter }: CallBackRules): CallBack {
  // Nobody could know of a call that was found later: its time begins when it was.
  const from = call.isFoundLater === true && call.learnedAt > at ? call.learnedAt : at
  return { client, because: call.id, missed: [call.id], lastMissedAt: at, attempts: 0, since: at, due: dueAfter(from) }
}

function after(open: CallBack, kind: Happening['kind'], at: string, call: Call): CallBack {
  if (kind === 'missed') return { ...open, missed: [...open.missed, call.id], lastMissedAt: at }
  if (kind === 'attempt') return { ...open, attempts: open.attempts + 1 }
  const by = call.by === undefined ? {} : { by: call.by }
  const how = call.direction === 'in' ? 'got through' : 'called back'
  return { ...open, closed: { how, at, call: call.id, ...by } }
}

function happeningOf(call: Call, { talkAtLeastSeconds }: CallBackRules): Happening | undefined {
  if (call.direction === 'internal' || call.endedAt === undefined) return undefined
  if (call.direction === 'in') {
    if (call.result === 'answered') return { kind: 'talk', at: call.answeredAt ?? call.startedAt, call }
    return { kind: 'missed', at: call.endedAt, call }
  }
  // Whoever tells of a call from their own phone says themselves whether they spoke.
  const isLong = call.asTold === true || call.talkSeconds >= talkAtLeastSeconds
  const isTalk = call.result === 'answered' && isLong
  return isTalk
    ? { kind: 'talk', at: call.answeredAt ?? call.startedAt, call }
    : { kind: 'attempt', at: call.startedAt, call }
}

/** Whether somebody is speaking with the client at that instant, on another line. */
function isSpeaking(happened: readonly Happening[], at: string): boolean {
  return happened.some(({ kind, at: from, call }) => kind === 'talk' && from <= at && at < (call.endedAt ?? from))
}

/** What is missed before what is said at the same instant: it is paid by it. */
function inOrder(one: Happening, other: Happening): number {
  const order = ['missed', 'attempt', 'talk']
  const byTime = one.at < other.at ? -1 : one.at > other.at ? 1 : 0
  return byTime || order.indexOf(one.kind) - order.indexOf(other.kind) || (one.call.id < other.call.id ? -1 : 1)
}
