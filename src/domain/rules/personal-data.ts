import type { PersonalDataRules } from '#schemas/clients/client-rules'
import type { RequestKind } from '#schemas/clients/request-names'
import type { Duration, Model } from '#schemas/model'

/**
 * So long a country wants papers of a contract to be kept, in months. Russia: five years, for the books (402-FZ, article 29)
 * and for taxes (Tax Code, article 23).
 */
const leastMonths: Readonly<Record<string, number>> = { RU: 60 }

/** Countries whose citizens’ data has to be kept at home first. Russia: 152-FZ, article 18 part 5. */
const atHome: readonly string[] = ['RU']

/** How long papers of a contract are kept where the rules say nothing, in months. */
const usualMonths = 60

/** Answered in such a time where the rules say nothing: 152-FZ, articles 20 and 21. */
const usualDue: Readonly<Record<RequestKind, Duration>> = {
  access: { count: 10, kind: 'working', unit: 'days', text: '10 working days' },
  correction: { count: 7, kind: 'working', unit: 'days', text: '7 working days' },
  erasure: { count: 30, kind: 'calendar', unit: 'days', text: '30 calendar days' },
  objection: { count: 10, kind: 'working', unit: 'days', text: '10 working days' },
}

/** What the rules say of personal data. */
export function personalDataIn({ clients }: Pick<Model, 'clients'>): PersonalDataRules | undefined {
  return clients?.personalData
}

/** Whether a length is counted in days, weeks or months of the calendar. */
export function isOfDays({ kind, unit }: Duration): boolean {
  return kind === 'calendar' && (unit === 'days' || unit === 'weeks' || unit === 'months')
}

/** The country that wants papers of a contract to be kept for longer than a length of days, and how many months it wants. */
export function longerByLaw(
  of: readonly string[],
  length: Duration,
): { readonly country: string; readonly months: number } | undefined {
  const wanting = of
    .flatMap((country) => (Object.hasOwn(leastMonths, country) ? [{ country, months: leastMonths[country] ?? 0 }] : []))
    .toSorted((one, other) => other.months - one.months)[0]
  return wanting === undefined || isLongEnough(length, wanting.months) ? undefined : wanting
}

/** The longest that so many months can be, where a length is given in days. */
function isLongEnough({ count, unit }: Duration, months: number): boolean {
  if (unit === 'months') return count >= months
  const days = unit === 'weeks' ? count * 7 : count
  return days >= Math.ceil(months * 30.4375)
}

/** The country whose citizens’ data has to be kept at home and is kept in another. */
export function keptAbroad({ of, storedIn }: Pick<PersonalDataRules, 'of' | 'storedIn'>): string | undefined {
  return storedIn === undefined ? undefined : of.find((country) => atHome.includes(country) && country !== storedIn)
}

/** How long papers of a contract are kept, by the rules or as usual. */
export function contractKept(model: Pick<Model, 'clients'>): Duration {
  const said = personalDataIn(model)?.keep?.contract
  return said ?? { count: usualMonths, kind: 'calendar', unit: 'months', text: `${usualMonths} calendar months` }
}

/** How long talks with whoever has neither card nor deal are kept after the last word, by the rules or as usual. */
export function strangersKept(model: Pick<Model, 'clients'>): Duration {
  const said = personalDataIn(model)?.keep?.unknown
  return said ?? { count: 180, kind: 'calendar', unit: 'days', text: '180 calendar days' }
}

/** In which time a request is answered, by the rules or as usual. */
export function answeredIn(model: Pick<Model, 'clients'>, kind: RequestKind): Duration {
  return personalDataIn(model)?.requests?.due[kind] ?? usualDue[kind]
}
