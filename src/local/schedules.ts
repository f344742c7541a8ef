import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

import { Cron } from 'croner'

import { isInstant } from '#domain/time/zone'
import { schedulerExpression, type Often, type Schedule } from '#events/schedule'

import { systemClock, type LocalClock } from './local-clock'
import { say, type Log } from './say'

/** A declared schedule with its ports filled in. */
export type LocalSchedule = {
  readonly declaration: Pick<Schedule, 'name' | 'zone'> & { readonly when: Schedule['when'] | Often }
  readonly run: (at: string) => Promise<unknown>
}

export type SchedulesOptions = {
  readonly path: string
  readonly schedules: readonly LocalSchedule[]
  readonly clock?: LocalClock
  readonly log: Log
}

/** The schedules of this machine. */
export type Schedules = {
  /** Runs one now, by its name, and waits for it; if it runs already, waits for that run. */
  readonly runNow: (name: string) => Promise<void>
  /** When each was run last, by its name; until the first run since when it waits for it. */
  readonly lastRuns: () => Readonly<Record<string, string>>
  /** Resolves when none runs. */
  readonly idle: () => Promise<void>
  readonly stop: () => Promise<void>
}

type Entry = LocalSchedule & {
  running: Promise<void> | undefined
  /** When the run that follows a last one is due: looked up once. */
  due: { readonly last: string; readonly at: number } | undefined
}

type State = {
  readonly entries: ReadonlyMap<string, Entry>
  readonly lastRuns: Record<string, string>
  readonly options: SchedulesOptions
  readonly clock: LocalClock
  /** What the machine's clock was ahead of the steady one when it was looked at last. */
  ahead: number
  isStopped: boolean
  off: () => void
}

/**
 * Runs what is due by the clock, never one twice at once; what fell due while Norma was off is caught up once. When
 * somebody sets the clock, what runs every so many minutes runs at once: nobody knows how much of its time has passed.
 */
export function startSchedules(options: SchedulesOptions): Schedules {
  const entries = new Map(
    options.schedules.map((schedule): [string, Entry] => {
      // Whatever AWS would not take must not work here either.
      const { when } = schedule.declaration
      if (!('everySeconds' in when)) schedulerExpression({ ...schedule.declaration, when })
      return [schedule.declaration.name, { ...schedule, running: undefined, due: undefined }]
    }),
  )
  const clock = options.clock ?? systemClock
  const lastRuns = read(options.path)
  const ahead = clock.now() - clock.steady()
  const state: State = { entries, lastRuns, options, clock, ahead, isStopped: false, off: () => undefined }
  for (const name of entries.keys()) state.lastRuns[name] ??= instant(clock.now())
  // Kept from the first start on: a machine that is off every night would otherwise never know what it missed.
  save(state)
  look(state)
  return {
    runNow: (name) => {
      const entry = entries.get(name)
      if (entry !== undefined) return entry.running ?? run(state, entry)
      throw new Error(`There is no schedule “${name}”. There are: ${[...entries.keys()].join(', ')}.`)
    },
    lastRuns: () => Object.fromEntries([...entries.keys()].map((name) => [name, state.lastRuns[name] ?? ''])),
    idle: () => idle(state),
    stop: async () => {
      state.isStopped = true
      state.off()
      await idle(state)
    },
  }
}

function read(path: string): Record<string, string> {
  try {
    const kept: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return Object.fromEntries(Object.entries(kept ?? {}).filter(([, at]) => isInstant(at)))
  } catch {
    // The first start, or a file that a power cut left in pieces: nothing is known to have been missed.
    return {}
  }
}

/** So often the clock is looked at, as somebody may have set it. */
const longestSleepMs = 2_000

/** By so much two clocks do not differ on their own from one look to the next. */
const setByMs = 1_000

/** Runs what is due, and sets the timer for the next look. */
function look(state: State): void {
  if (state.isStopped) return
  const now = state.clock.now()
  heedSetting(state, now)
  let next = Infinity
  for (const entry of state.entries.values()) {
    if (entry.running !== undefined) continue
    const due = dueOf(entry, state.lastRuns[entry.declaration.name] ?? '')
    if (due > now) next = Math.min(next, due)
    else void run(state, entry).then(() => look(state))
  }
  state.off()
  state.off = state.clock.after(Math.min(next - now, longestSleepMs), () => look(state))
}

/** A run cannot have been later than now: then the clock was ahead and has been set back. */
function heedSetting(state: State, now: number): void {
  const ahead = now - state.clock.steady()
  const isSet = Math.abs(ahead - state.ahead) > setByMs
  state.ahead = ahead
  for (const { declaration } of state.entries.values()) {
    const { name, when } = declaration
    const isLater = Date.parse(state.lastRuns[name] ?? '') > now
    if (!isSet && !isLater) continue
    if (!('cron' in when)) state.lastRuns[name] = instant(now - pauseOf(when))
    else if (isLater) state.lastRuns[name] = instant(now)
  }
}

function instant(ms: number): string {
  return new Date(ms).toISOString()
}

function dueOf(entry: Entry, last: string): number {
  if (entry.due?.last !== last) entry.due = { last, at: nextAfter(entry.declaration, last) }
  return entry.due.at
}

function nextAfter({ when, zone }: LocalSchedule['declaration'], last: string): number {
  if (!('cron' in when)) return Date.parse(last) + pauseOf(when)
  const next = new Cron(when.cron, { timezone: zone, paused: true }).nextRun(new Date(last))
  return next?.getTime() ?? Infinity
}

function pauseOf(when: Often | { readonly everyMinutes: number }): number {
  return 'everySeconds' in when ? when.everySeconds * 1_000 : when.everyMinutes * 60_000
}

function run(state: State, entry: Entry): Promise<void> {
  entry.running = attempt(state, entry).finally(() => {
    entry.running = undefined
  })
  return entry.running
}

async function attempt(state: State, entry: Entry): Promise<void> {
  const { name } = entry.declaration
  const at = instant(state.clock.now())
  try {
    await entry.run(at)
  } catch (error) {
    // As with Scheduler after its retries: the next run is not held up by this one.
    state.options.log(say('schedule_failed', { name }), { schedule: name, error })
  }
  // Noted after the work: a run that a crash cut short is missed, and caught up.
  state.lastRuns[name] = at
  keep(state)
}

/** Keeps what ran when. What a full disk does not take is only run again after a restart. */
function keep(state: State): void {
  try {
    save(state)
  } catch (error) {
    state.options.log(say('schedules_unwritten'), { error })
  }
}

function save({ options: { path }, lastRuns }: State): void {
  const draft = `${path}.new`
  try {
    writeFileSync(draft, JSON.stringify(lastRuns, undefined, 2))
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

async function idle(state: State): Promise<void> {
  for (const { running } of state.entries.values()) await running
}
