import { mkdirSync, rmSync, writeFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { schedulerExpression } from '#events/schedule'
import { inWords } from '#domain/kernel/saying'
import type { Log } from '#local/say'
import { en } from '#local/words/en'
import { startSchedules, type LocalSchedule } from '#local/schedules'
import { manualClock, type ManualClock } from '#test/support/manual-clock'
import { useFolder } from '#test/support/temporary-folder'

const minute = 60_000
const hour = 60 * minute

describe('the schedules', () => {
  const folder = useFolder()
  const nightly = { name: 'reconcile', when: { cron: '30 3 * * *' }, zone: 'Europe/Moscow' }
  const hourly = { name: 'pace', when: { everyMinutes: 60 }, zone: 'UTC' }
  const start = (clock: ManualClock, ...schedules: LocalSchedule[]) => {
    const problems: string[] = []
    const log: Log = (saying) => void problems.push(inWords(en, saying))
    return { ...startSchedules({ path: folder.path('schedules.json'), schedules, clock, log }), problems }
  }
  const noting = (declaration: LocalSchedule['declaration']) => {
    const runs: string[] = []
    return { runs, schedule: { declaration, run: (at: string) => Promise.resolve(runs.push(at)) } }
  }
  /** Lets finish what was started, so that the next timers are set. */
  const pass = async (clock: ManualClock, hours: number) => {
    for (let passed = 0; passed < hours; passed += 0.5) {
      clock.advance(hour / 2)
      await settle()
    }
  }
  const settle = async () => {
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  }

  test('run when they are due, in their own zone', async () => {
    const clock = manualClock('2026-11-23T21:00:00.000Z')
    const night = noting(nightly)
    const often = noting(hourly)
    const { stop } = start(clock, night.schedule, often.schedule)

    await pass(clock, 5)

    expect(night.runs).toEqual(['2026-11-24T00:30:00.000Z'])
    expect(often.runs).toHaveLength(5)
    await stop()
  })

  test('catch up once what fell due while Norma was off', async () => {
    const before = start(manualClock('2026-11-20T12:00:00.000Z'), noting(nightly).schedule)
    await before.stop()

    const clock = manualClock('2026-11-23T12:00:00.000Z')
    const { runs, schedule } = noting(nightly)
    const { stop } = start(clock, schedule)
    await pass(clock, 1)

    expect(runs).toEqual(['2026-11-23T12:00:00.000Z'])
    await stop()
  })

  test('never run twice at once', async () => {
    const clock = manualClock()
    let most = 0
    let running = 0
    const finish: (() => void)[] = []
    const run = async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise<void>((resolve) => void finish.push(resolve))
      running -= 1
    }
    const { runNow, stop } = start(clock, { declaration: hourly, run })

    await pass(clock, 1.5)
    const asked = runNow('pace')
    finish.splice(0).forEach((end) => end())
    await asked

    expect(most).toBe(1)
    expect(finish).toEqual([])
    await stop()
  })

  test('go on after a run that failed', async () => {
    const clock = manualClock()
    let runs = 0
    const run = () => {
      runs += 1
      return Promise.reject(new Error('no rules'))
    }
    const { problems, stop } = start(clock, { declaration: hourly, run })

    await pass(clock, 2)

    expect(runs).toBe(2)
    expect(problems).toEqual(['The schedule pace failed', 'The schedule pace failed'])
    await stop()
  })

  test.each([-48, -1, -1 / 6, 3, 48].map((hours) => [hours]))(
    'go on within seconds when the clock is set by %f hours, once each',
    async (hours) => {
      const clock = manualClock('2026-11-25T12:00:00.000Z')
      const often = noting({ name: 'sweep', when: { everyMinutes: 1 }, zone: 'UTC' })
      const night = noting(nightly)
      const { stop } = start(clock, often.schedule, night.schedule)
      clock.advance(30_000)
      await settle()

      clock.set(hours * hour)
      clock.advance(5_000)
      await settle()
      const soon = [...often.runs]
      clock.advance(50_000)
      await settle()
      const before = often.runs.length
      clock.advance(10_000)
      await settle()

      expect(soon).toHaveLength(1)
      expect(before).toBe(1)
      expect(often.runs).toHaveLength(2)
      // Only where the night has gone by since it was run last.
      expect(night.runs).toHaveLength(hours === 48 ? 1 : 0)
      await stop()
    },
  )

  test('run every so many seconds where that is said for one machine', async () => {
    const clock = manualClock('2026-11-25T12:00:00.000Z')
    const often = noting({ name: 'settle', when: { everySeconds: 5 }, zone: 'UTC' })
    const { stop } = start(clock, often.schedule)
    for (let second = 0; second < 20; second += 1) {
      clock.advance(1_000)
      await settle()
    }

    expect(often.runs).toHaveLength(4)
    await stop()
  })

  test('do not wait for a time that their last run only seems to have had', async () => {
    const ahead = manualClock('2027-11-25T12:00:00.000Z')
    await start(ahead, noting(hourly).schedule, noting(nightly).schedule).stop()

    const clock = manualClock('2026-11-25T12:00:00.000Z')
    const often = noting(hourly)
    const night = noting(nightly)
    const { stop } = start(clock, often.schedule, night.schedule)
    await pass(clock, 13)

    expect(often.runs[0]).toBe('2026-11-25T12:00:00.000Z')
    expect(night.runs).toEqual(['2026-11-26T00:30:00.000Z'])
    await stop()
  })

  test('go on when a full disk does not take what ran when', async () => {
    const clock = manualClock()
    const often = noting(hourly)
    const { problems, lastRuns, stop } = start(clock, often.schedule)
    rmSync(folder.path('schedules.json'))
    mkdirSync(folder.path('schedules.json'))

    await pass(clock, 2)

    expect(often.runs).toHaveLength(2)
    expect(lastRuns()).toEqual({ pace: often.runs[1] })
    expect(problems).toContain('What ran when could not be written down; after a restart it runs again')
    await stop()
  })

  test.each(['', 'null', '[1,2]', '{"pace":', '{"pace":"soon"}', '{"pace":7}', '\0\0\0'])(
    'begin anew where what ran when cannot be read: %j',
    async (left) => {
      const clock = manualClock()
      writeFileSync(folder.path('schedules.json'), left)
      const { lastRuns, stop } = start(clock, noting(hourly).schedule)

      expect(lastRuns()).toEqual({ pace: new Date(clock.now()).toISOString() })
      await stop()
    },
  )

  test('are refused when there is none of that name', () => {
    const { runNow } = start(manualClock(), noting(hourly).schedule)

    expect(() => runNow('pase')).toThrow('There is no schedule “pase”. There are: pace.')
  })
})

describe('a schedule in the words of AWS', () => {
  test.each([
    [{ everyMinutes: 1 }, 'rate(1 minute)'],
    [{ everyMinutes: 5 }, 'rate(5 minutes)'],
    [{ cron: '30 3 * * *' }, 'cron(30 3 * * ? *)'],
    [{ cron: '0 9 * * MON-FRI' }, 'cron(0 9 ? * MON-FRI *)'],
    [{ cron: '0 0 1 */3 *' }, 'cron(0 0 1 */3 ? *)'],
  ])('%j', (when, expected) => {
    expect(schedulerExpression({ name: 'pace', when })).toBe(expected)
  })

  test.each([
    ['0 9 * * 1', 'The schedule pace is due at “0 9 * * 1”'],
    ['0 9 * *', 'The schedule pace is due at “0 9 * *”'],
    ['0 9 1 * MON', 'names both a day of the month and of the week'],
  ])('not “%s”', (cron, sentence) => {
    expect(() => schedulerExpression({ name: 'pace', when: { cron } })).toThrow(sentence)
  })
})
