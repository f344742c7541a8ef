import type { Saying } from '#schemas/saying'
import type { NamedDay } from '#config/days/with-days'
import { say } from '#cli/say'

type Moved = {
  readonly off: readonly NamedDay[]
  readonly worked: readonly NamedDay[]
  readonly unsure: readonly Saying[]
}

/** What the government has moved by its yearly resolution; the law allows it to, and no rule foretells it. */
const resolutions: Readonly<Record<number, { readonly off: readonly string[]; readonly worked: readonly string[] }>> = {
  2024: { off: ['04-29', '04-30', '05-10', '12-30', '12-31'], worked: ['04-27', '11-02', '12-28'] },
  2025: { off: ['05-02', '05-08', '06-13', '11-03', '12-31'], worked: ['11-01'] },
  2026: { off: ['01-09', '03-09', '05-11', '12-31'], worked: [] },
}

/**
 * The days off that move in Russia. A holiday on a weekend moves to the next working day by the Labour Code
 * (article 112), but for those of January, which only the government moves.
 */
export function movedInRussia(year: number, holidays: readonly NamedDay[]): Moved {
  const resolution = resolutions[year]
  if (resolution !== undefined) {
    const named = (name: string) => (day: string) => ({ date: `${year}-${day}`, name })
    return {
      off: resolution.off.map(named('Перенос выходного дня')),
      worked: resolution.worked.map(named('Рабочая суббота')),
      unsure: [say('unsure_shorter')],
    }
  }
  const closed = new Set(holidays.map(({ date }) => date))
  const off: NamedDay[] = []
  for (const { date, name } of holidays) {
    if (date < `${year}-01-09` || !isWeekend(date)) continue
    let day = date
    while (isWeekend(day) || closed.has(day)) day = nextDay(day)
    closed.add(day)
    off.push({ date: day, name: `${name} (перенос)` })
  }
  return { off, worked: [], unsure: [say('unsure_resolution', { year }), say('unsure_shorter')] }
}

function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
}

function nextDay(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
