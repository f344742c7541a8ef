import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { readAmi, type AmiEnd, type AmiPlace, type AmiSession, type Patience } from './ami-session'
import { callsSince } from './cdr-file'
import { handOn, type Door, type Handed } from './hand-on'
import { orderedCalls, type DialPlan, type OrderedCalls } from './ordered-calls'
import { growingPauses, pause } from './pauses'
import { openSpool, type Room, type Spool } from './spool'
import { toldBlock } from './told-block'

/** Where the exchange and Norma are, and where what waits is kept. */
export type PbxSettings = {
  readonly ami: AmiPlace
  readonly door: Door
  readonly folder: string
  /** The file of calls that the exchange writes, for what happened while nobody listened. */
  readonly cdr?: string
  /** How telephones are called, where Norma may ask for calls. */
  readonly dial?: DialPlan
}

/** What can be said of the program at a time. */
export type PbxState = {
  readonly exchange: 'connecting' | 'listening' | AmiEnd
  readonly norma: 'taking' | Handed['kind']
  /** Why Norma did not take it, in a word of the network. */
  readonly why?: string
  /** When something was heard of a call last, and when something was handed on. */
  readonly heardAt?: string
  readonly handedAt?: string
  readonly waiting: { readonly batches: number; readonly bytes: number }
  readonly dropped: number
  /** Why the disk takes nothing, where it does not. */
  readonly disk?: string
  /** Why the file of calls could not be read. */
  readonly file?: string
}

type Options = {
  readonly tell: (state: PbxState) => void
  readonly signal: AbortSignal
  readonly patience?: Patience
  readonly room?: Room
  /** First and longest pause before it tries again. */
  readonly pausesMs?: readonly [first: number, most: number]
  /** How often Norma is asked for calls. */
  readonly ordersMs?: number
}

/** Whoever was not let in once may be shut out for long: it is asked no oftener than so. */
const refusedMs = 300_000

/** So long what is heard is gathered before it is written down and handed on. */
const gatherMs = 200

/** How far back the file of calls is looked at, beyond what was heard last. */
const overlapMs = 120_000

/**
 * Stands between an Asterisk and Norma until it is told to stop: what the exchange tells of calls is written down here, handed
 * on, and taken away once Norma has it. Returns `refused` where the exchange has never let it in with this name and password.
 */
export async function runPbx(settings: PbxSettings, options: Options): Promise<'stopped' | 'refused'> {
  const spool = openSpool(settings.folder, options.room)
  const said = keptState(settings.folder, spool, options.tell)
  const stop = new AbortController()
  const signal = AbortSignal.any([stop.signal, options.signal])
  const handing = handAll({ settings, spool, said, options }, signal)
  const how = await listen({ settings, spool, said, options }, signal)
  stop.abort()
  await handing
  return how
}

type Parts = {
  readonly settings: PbxSettings
  readonly spool: Spool
  readonly said: Said
  readonly options: Options
}

/** Listens to the exchange, again and again. */
async function listen({ settings, spool, said, options }: Parts, signal: AbortSignal): Promise<'stopped' | 'refused'> {
  const pauses = growingPauses(...(options.pausesMs ?? [1_000, 60_000]))
  let wasIn = false
  while (!signal.aborted) {
    const since = said.heardAt()
    said.say({ exchange: 'connecting' })
    const gone = new AbortController()
    const ready = async () => {
      wasIn = true
      pauses.reset()
      said.say({ exchange: 'listening' })
      void calls?.ask(AbortSignal.any([gone.signal, signal]))
      await missed(settings, { spool, said, since })
    }
    const heard = ears(spool, said)
    const session = readAmi(
      settings.ami,
      {
        ready: () => void ready(),
        block: (block) => {
          calls?.hear(block)
          const told = toldBlock(block, Date.now())
          if (told !== undefined) heard(told)
        },
      },
      options.patience,
    )
    const calls = callsOver(session, { settings, options, told: heard })
    const why = await over(session, signal)
    gone.abort()
    if (why === undefined) break
    said.say({ exchange: why })
    if (why === 'refused' && !wasIn) return 'refused'
    await pause(why === 'refused' ? Math.max(refusedMs, pauses.next()) : pauses.next(), signal)
  }
  return 'stopped'
}

/** What Norma may ask for over a connection, where it may. */
function callsOver(
  session: AmiSession,
  { settings: { dial, door }, options, told }: Pick<Parts, 'settings' | 'options'> & { told: (block: string) => void },
): OrderedCalls | undefined {
  if (dial === undefined) return undefined
  const pauses = growingPauses(...(options.pausesMs ?? [2_000, 60_000]))
  return orderedCalls({ door, plan: dial, session, told, pauses, everyMs: options.ordersMs ?? 2_000 })
}

/** Waits until a connection is over; undefined where it was to stop. */
async function over(session: AmiSession, signal: AbortSignal): Promise<AmiEnd | undefined> {
  const end = () => session.end()
  signal.addEventListener('abort', end, { once: true })
  const why = await session.over
  signal.removeEventListener('abort', end)
  return signal.aborted ? undefined : why
}

/** Writes down what is heard, some blocks at once. */
function ears(spool: Spool, said: Said): (block: string) => void {
  let heard: string[] = []
  const keep = () => {
    const blocks = heard
    heard = []
    keepBlocks(spool, said, blocks)
  }
  return (block) => {
    if (heard.length === 0) setTimeout(keep, gatherMs)
    heard.push(block)
  }
}

function keepBlocks(spool: Spool, said: Said, blocks: readonly string[]): void {
  try {
    spool.add(blocks)
    said.say({ heardAt: new Date().toISOString(), disk: undefined })
  } catch (error) {
    // The spool holds them and writes them with the next.
    said.say({ disk: (error as Error).message })
  }
}

/** Takes what the exchange has on file of the time in which nobody listened. */
async function missed(
  { cdr }: PbxSettings,
  { spool, said, since }: { readonly spool: Spool; readonly said: Said; readonly since: string | undefined },
): Promise<void> {
  if (cdr === undefined || since === undefined) return
  try {
    const blocks = await callsSince(cdr, Date.parse(since), overlapMs)
    if (blocks.length > 0) keepBlocks(spool, said, blocks)
    said.say({ file: undefined })
  } catch (error) {
    said.say({ file: (error as Error).message })
  }
}

/** Hands on what waits, the oldest first; nothing is taken away before Norma has it. */
async function handAll({ settings, spool, said, options }: Parts, signal: AbortSignal): Promise<void> {
  const pauses = growingPauses(...(options.pausesMs ?? [1_000, 60_000]))
  // Whoever stops hands on what waits once more, as long as it is taken.
  for (let isLast = false; !isLast;) {
    isLast = signal.aborted
    for (let batch = spool.next(); batch !== undefined; batch = spool.next()) {
      const handed = await handOn(settings.door, batch.text)
      const isOut = settle(spool, batch, handed)
      said.say({
        norma: handed.kind === 'taken' ? 'taking' : handed.kind,
        why: 'why' in handed ? handed.why : undefined,
      })
      if (isOut) pauses.reset()
      if (handed.kind === 'taken') said.say({ handedAt: new Date().toISOString() })
      if (!isOut && signal.aborted) return
      if (!isOut) await pause(pauses.next(), signal)
    }
    if (!isLast) await pause(gatherMs, signal)
  }
}

/** Does with a batch what was answered; false where it stays first in the row. */
function settle(spool: Spool, batch: Parameters<Spool['done']>[0], { kind }: Handed): boolean {
  if (kind === 'taken') spool.done(batch)
  else if (kind === 'too_large') spool.halve(batch)
  else if (kind === 'refused') spool.setAside(batch)
  else return false
  return true
}

type Said = {
  readonly say: (more: { readonly [K in keyof PbxState]?: PbxState[K] | undefined }) => void
  readonly heardAt: () => string | undefined
}

/** What is said of the program: told when it changes, and on disk, so that the next start knows what was heard last. */
function keptState(folder: string, spool: Spool, tell: Options['tell']): Said {
  const path = join(folder, stateFile)
  let state: PbxState = {
    exchange: 'connecting',
    norma: 'taking',
    waiting: spool.waiting(),
    dropped: 0,
    ...wasAt(path),
  }
  return {
    heardAt: () => state.heardAt,
    say: (more) => {
      const next = Object.fromEntries(Object.entries({ ...state, ...more }).filter(([, one]) => one !== undefined))
      state = { ...(next as PbxState), waiting: spool.waiting(), dropped: spool.dropped() }
      tell(state)
      try {
        writeFileSync(`${path}.new`, JSON.stringify(state), { mode: 0o600 })
        renameSync(`${path}.new`, path)
      } catch {
        // A full disk is told of where calls are written down; the state on it is for looking only.
      }
    },
  }
}

const stateFile = 'state.json'

/** What a program says of itself in a folder; undefined where none has run there. */
export function stateIn(folder: string): PbxState | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, stateFile), 'utf8')) as PbxState
  } catch {
    return undefined
  }
}

function wasAt(path: string): Pick<PbxState, 'heardAt' | 'handedAt'> {
  try {
    const { heardAt, handedAt } = JSON.parse(readFileSync(path, 'utf8')) as PbxState
    return { ...(heardAt === undefined ? {} : { heardAt }), ...(handedAt === undefined ? {} : { handedAt }) }
  } catch {
    return {}
  }
}
