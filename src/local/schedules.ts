import { readFileSync, renameSync, writeFileSync } from 'node:fs'

import { Cron } from 'croner'

import { schedulerExpression, type Schedule } from '#events/schedule'

import { systemClock, type LocalClock } from './local-clock'
import { say, type Log } from './say'

/** A declared schedule with its ports filled in. */
export type LocalSchedule = {
  readonly declaration: Pick<Schedule, 'name' | 'when' | 'zone'>
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
  /** Resolves when none runs. */
  readonly idle: () => Promise<void>
  readonly stop: () => Promise<void>
}

type Entry = LocalSchedule & { running: Promise<void> | undefined; off: () => void }

type State = {
  readonly entries: ReadonlyMap<string, Entry>
  readonly lastRuns: Record<string, string>
  readonly options: SchedulesOptions
  readonly clock: LocalClock
  isStopped: boolean
}

/** Runs what is due by the clock, never one twice at once; what fell due while Norma was off is caught up once. */
export function startSchedules(options: SchedulesOptions): Schedules {
  const entries = new Map(
    options.schedules.map((schedule): [string, Entry] => {
      // Whatever AWS would not take must not work here either.
      schedulerExpression(schedule.declaration)
      return [schedule.declaration.name, { ...schedule, running: undefined, off: () => undefined }]
    }),
  )
  const clock = options.clock ?? systemClock
  const state: State = { entries, lastRuns: read(options.path), options, clock, isStopped: false }
  for (const name of entries.keys()) state.lastRuns[name] ??= new Date(clock.now()).toISOString()
  // Kept from the first start on: a machine that is off every night would otherwise never know what it missed.
  save(state)
  for (const entry of entries.values()) plan(state, entry)
  return {
    runNow: (name) => {
      const entry = entries.get(name)
      if (entry !== undefined) return entry.running ?? run(state, entry)
      throw new Error(`There is no schedule “${name}”. There are: ${[...entries.keys()].join(', ')}.`)
    },
    idle: () => idle(state),
    stop: async () => {
      state.isStopped = true
      for (const { off } of entries.values()) off()
      await idle(state)
    },
  }
}

function read(path: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>
  } catch {
    // The first start: nothing has run, so nothing was missed.
    return {}
  }
}

/** Sets the entry's timer for the run that follows its last one: at once when that was missed. */
function plan(state: State, entry: Entry): void {
  if (state.isStopped) return
  const { name } = entry.declaration
  const now = state.clock.now()
  const due = nextAfter(entry.declaration, notAfter(now, state.lastRuns[name] ?? ''))
  entry.off = state.clock.after(Math.min(Math.max(0, due - now), longestSleepMs), () => {
    // Looked at again now and then, as somebody may have set the clock meanwhile.
    if (state.clock.now() < due) return plan(state, entry)
    void (entry.running ?? run(state, entry)).then(() => plan(state, entry))
  })
}

const longestSleepMs = 60_000

/** A run cannot have been later than now: then the clock was ahead and has been set back. */
function notAfter(now: number, last: string): string {
  return Date.parse(last) > now ? new Date(now).toISOString() : last
}

function nextAfter({ when, zone }: LocalSchedule['declaration'], last: string): number {
  if ('everyMinutes' in when) return Date.parse(last) + when.everyMinutes * 60_000
  const next = new Cron(when.cron, { timezone: zone, paused: true }).nextRun(new Date(last))
  return next?.getTime() ?? Infinity
}

function run(state: State, entry: Entry): Promise<void> {
  entry.running = attempt(state, entry).finally(() => {
    entry.running = undefined
  })
  return entry.running
}

async function attempt(state: State, entry: Entry): Promise<void> {
  const { name } = entry.declaration
  const at = new Date(state.clock.now()).toISOString()
  try {
    await entry.run(at)
  } catch (error) {
    // As with Scheduler after its retries: the next run is not held up by this one.
    state.options.log(say('schedule_failed', { name }), { schedule: name, error })
  }
  // Noted after the work: a run that a crash cut short is missed, and caught up.
  state.lastRuns[name] = at
  save(state)
}

function save({ options: { path }, lastRuns }: State): void {
  writeFileSync(`${path}.new`, JSON.stringify(lastRuns, undefined, 2))
  renameSync(`${path}.new`, path)
}

async function idle(state: State): Promise<void> {
  for (const { running } of state.entries.values()) await running
}
