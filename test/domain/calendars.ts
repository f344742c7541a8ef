import type { Calendar, Duration, DurationUnit } from '#schemas/model'

/** Mon-fri 09:00-18:00 in Moscow with the holidays of early 2027; Saturday 2027-02-20 is worked. */
export const moscow: Calendar = {
  timezone: 'Europe/Moscow',
  workWeek: [1, 2, 3, 4, 5],
  hours: [{ from: '09:00', to: '18:00' }],
  holidays: [
    '2027-01-01',
    '2027-01-04',
    '2027-01-05',
    '2027-01-06',
    '2027-01-07',
    '2027-01-08',
    '2027-02-23',
    '2027-03-08',
  ],
  extraWorkingDays: ['2027-02-20'],
  shortDays: {},
}

/** Mon-fri 10:00-18:00 in Moscow without any holiday. */
export const tenToSix: Calendar = {
  ...moscow,
  hours: [{ from: '10:00', to: '18:00' }],
  holidays: [],
  extraWorkingDays: [],
}

/** A shop in Berlin that never closes. */
export const berlinAllNight: Calendar = {
  timezone: 'Europe/Berlin',
  workWeek: [1, 2, 3, 4, 5, 6, 7],
  hours: [{ from: '00:00', to: '24:00' }],
  holidays: [],
  extraWorkingDays: [],
  shortDays: {},
}

/** Reads `4 working hours` or `1 calendar day` into a duration. */
export function duration(text: string): Duration {
  const [count, kind, unit] = text.split(' ') as [string, Duration['kind'], string]
  return { count: Number(count), kind, unit: (unit.endsWith('s') ? unit : `${unit}s`) as DurationUnit, text }
}

/** Writes an instant the way the store does, from Moscow wall clock such as `2026-12-30 16:30`. */
export function inMoscow(wall: string): string {
  return new Date(`${wall.replace(' ', 'T')}:00+03:00`).toISOString()
}
