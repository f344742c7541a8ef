import { expect, test } from 'vitest'

import { typedDay, typedMoment, writtenDay, writtenMoment } from '#browser/moments'

test.each([
  ['31.12.2026 16:30', 'Europe/Moscow', '2026-12-31T13:30:00.000Z'],
  ['31/12/2026 16:30', 'Europe/Moscow', '2026-12-31T13:30:00.000Z'],
  ['31/12/2026, 16:30', 'Europe/Moscow', '2026-12-31T13:30:00.000Z'],
  [' 1.3.27 9.05 ', 'Europe/Moscow', '2027-03-01T06:05:00.000Z'],
  ['2026-12-31T16:30', 'Asia/Yekaterinburg', '2026-12-31T11:30:00.000Z'],
  // Clocks that are put forward skip it, clocks that are put back show it twice.
  ['28.03.2027 02:30', 'Europe/Berlin', '2027-03-28T01:30:00.000Z'],
  ['25.10.2026 02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
  ['25.10.2026 03:30', 'Europe/Berlin', '2026-10-25T02:30:00.000Z'],
])('%s in %s is %s', (text, zone, instant) => {
  expect(typedMoment(text, zone)).toBe(instant)
})

test.each([
  '31.12.2026',
  '31.02.2026 10:00',
  '12/31/2026 10:00',
  '31.12.2026 24:00',
  '31.12.2026 10',
  'soon',
  '1.1.27 9:00 x',
])('%s is no moment', (text) => {
  expect(typedMoment(text, 'Europe/Moscow')).toBeUndefined()
})

test.each(['ru', 'en'])('a day and a moment are written as %s writes them, and read again', (language) => {
  const [day, moment] = [writtenDay('2026-12-31', language), writtenMoment('2026-12-31T16:30', language)]

  expect([day, moment]).toEqual(
    language === 'ru' ? ['31.12.2026', '31.12.2026 16:30'] : ['31/12/2026', '31/12/2026 16:30'],
  )
  expect(typedDay(day)).toBe('2026-12-31')
  expect(typedMoment(moment, 'Europe/Moscow')).toBe('2026-12-31T13:30:00.000Z')
})
