import { expect, test } from 'vitest'

import { typedMinor } from '#domain/numbers/typed-amount'
import { typedNumber } from '#domain/numbers/typed-number'
import { typedDay, typedMoment, writtenDay, writtenMoment } from '#browser/moments'

// In Moscow it is the last day of the year already.
const now = Date.parse('2026-12-30T22:30:00.000Z')

test.each([
  ['завтра 10:00', 'Europe/Moscow', '2027-01-01T07:00:00.000Z'],
  ['Сегодня в 9.30', 'Europe/Moscow', '2026-12-31T06:30:00.000Z'],
  ['tomorrow at 10:00', 'Europe/London', '2026-12-31T10:00:00.000Z'],
  ['2026/12/31 16:30', 'Europe/Moscow', '2026-12-31T13:30:00.000Z'],
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
  expect(typedMoment(text, { zone, now })).toBe(instant)
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
  expect(typedMoment(text, { zone: 'Europe/Moscow', now })).toBeUndefined()
})

test.each(['ru', 'en'])('a day and a moment are written as %s writes them, and read again', (language) => {
  const [day, moment] = [writtenDay('2026-12-31', language), writtenMoment('2026-12-31T16:30', language)]

  expect([day, moment]).toEqual(
    language === 'ru' ? ['31.12.2026', '31.12.2026 16:30'] : ['31/12/2026', '31/12/2026 16:30'],
  )
  expect(typedDay(day, { zone: 'Europe/Moscow' })).toBe('2026-12-31')
  expect(typedMoment(moment, { zone: 'Europe/Moscow' })).toBe('2026-12-31T13:30:00.000Z')
})

test.each([
  ['5.12.26', '2026-12-05'],
  ['05/12/2026', '2026-12-05'],
  ['5-12-2026', '2026-12-05'],
  ['2026.12.5', '2026-12-05'],
  ['завтра', '2027-01-01'],
  ['ПОСЛЕЗАВТРА', '2027-01-02'],
  ['yesterday', '2026-12-30'],
  ['31.02.26', undefined],
  ['constructor', undefined],
  ['12/31/2026', undefined],
  ['5.12', undefined],
])('the day typed as “%s” is %s', (text, day) => {
  expect(typedDay(text, { zone: 'Europe/Moscow', now })).toBe(day)
})

test.each([
  ['1 250 000,50', 125_000_050, '1250000.50'],
  ['1,250,000.50', 125_000_050, '1250000.50'],
  ['1.250.000,50', 125_000_050, '1250000.50'],
  ['1\u00A0250\u00A0000,5', 125_000_050, '1250000.5'],
  ['1.250.000', 125_000_000, '1250000'],
  ['−12,5', -1250, '-12.5'],
  ['12.5 %', undefined, '12.5'],
  ['1,5 млн', 150_000_000, undefined],
  ['300 тыс. руб.', 30_000_000, undefined],
  ['100 USD', undefined, undefined],
  ['$100', undefined, '100'],
  ['12,345', undefined, '12.345'],
  ['1.2.3', undefined, undefined],
  ['сто', undefined, undefined],
])('“%s” in a field of a Russian page is %s kopecks, or the number %s', (text, minor, number) => {
  expect(typedMinor(text, { language: 'ru', digits: 2, currency: 'RUB' })).toBe(minor)
  expect(typedNumber(text, 'ru')).toBe(number)
})

test.each([
  ['1,250,000.50', 125_000_050, '1250000.50'],
  ['1,250', 125_000, '1250'],
  ['1 250,5', 125_050, '1250.5'],
  ['1.250.000,50', 125_000_050, '1250000.50'],
  ['12.345', undefined, '12.345'],
])('“%s” in a field of an English page is %s kopecks, or the number %s', (text, minor, number) => {
  expect(typedMinor(text, { language: 'en', digits: 2, currency: 'RUB' })).toBe(minor)
  expect(typedNumber(text, 'en')).toBe(number)
})
