import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'

import { dateOf } from '#domain/time/days'
import { dateIn, isZone, startOfDayMs, wallTimeMs } from '#domain/time/zone'
import { runs } from '#test/support/runs'

const zones = [
  'Europe/Moscow',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Asia/Beirut',
  'Pacific/Chatham',
  'UTC',
  'Asia/Kathmandu',
  'America/Havana',
]
const aZone = fc.constantFrom(...zones)
// 2000-01-01 to 2039-12-31.
const aDay = fc.integer({ min: 10_957, max: 25_566 })

describe('zones agree with Temporal', () => {
  test('on the beginning of days', () => {
    fc.assert(
      fc.property(aZone, aDay, (zone, day) => {
        expect(startOfDayMs(zone, day)).toBe(
          Temporal.PlainDate.from(dateOf(day)).toZonedDateTime(zone).epochMilliseconds,
        )
      }),
      { numRuns: runs(1500) },
    )
  })

  test('on times of day, skipped and repeated ones included', () => {
    fc.assert(
      fc.property(aZone, aDay, fc.integer({ min: 0, max: 1439 }), (zone, day, minutes) => {
        const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
        const expected = Temporal.PlainDateTime.from(`${dateOf(day)}T${time}`).toZonedDateTime(zone).epochMilliseconds

        expect(wallTimeMs(zone, day, time)).toBe(expected)
      }),
      { numRuns: runs(1500) },
    )
  })

  test('at every clock change of twenty years', () => {
    for (const zone of zones) {
      let at: Temporal.ZonedDateTime | null = Temporal.Instant.from('2010-01-01T00:00:00Z').toZonedDateTimeISO(zone)
      while (at !== null && at.year < 2030) {
        const day = Math.floor(Date.UTC(at.year, at.month - 1, at.day) / 86_400_000)
        for (let minutes = 0; minutes < 1440; minutes += 30) {
          const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
          const expected = Temporal.PlainDateTime.from(`${dateOf(day)}T${time}`).toZonedDateTime(zone).epochMilliseconds
          expect([zone, day, time, wallTimeMs(zone, day, time)]).toEqual([zone, day, time, expected])
        }
        expect(startOfDayMs(zone, day)).toBe(
          Temporal.PlainDate.from(dateOf(day)).toZonedDateTime(zone).epochMilliseconds,
        )
        at = at.getTimeZoneTransition('next')
      }
    }
  })

  test('on the day an instant falls on', () => {
    fc.assert(
      fc.property(aZone, fc.integer({ min: 946_684_800_000, max: 2_208_988_800_000 }), (zone, ms) => {
        const expected = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().toString()

        expect(dateIn(zone, new Date(ms).toISOString())).toBe(expected)
      }),
      { numRuns: runs(1500) },
    )
  })
})

test('a zone is known or not', () => {
  expect([isZone('Europe/Moscow'), isZone('Europe/Moskow'), isZone(''), isZone('+03:00')]).toEqual([
    true,
    false,
    false,
    false,
  ])
})
