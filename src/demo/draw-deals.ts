import { rulesLanguage } from '#domain/rules/rules-language'
import type { Language } from '#schemas/language-names'
import { instantOf, msOf } from '#domain/time/zone'
import { nextOpening } from '#domain/time/calendar'
import type { People } from '#ports/people'
import type { Model } from '#schemas/model'
import type { CreateDeal } from '#schemas/commands'
import type { Random } from './random'
import { demoWords } from './company/demo-words'
import { drawPerson } from './company/people-names'

/** A deal to be: when it comes, from where, and to whom. */
export type DrawnDeal = {
  readonly at: string
  readonly source: Source
  readonly deal: CreateDeal & { readonly owner: string; readonly pipeline: string }
  readonly amountMinor: number
}

type Source = 'website' | 'call' | 'referral' | 'exhibition' | 'repeat'
type Direction = 'b2b_new' | 'b2b_repeat' | 'b2c_new' | 'b2c_repeat'

const shares: Readonly<Record<Direction, number>> = { b2b_new: 34, b2b_repeat: 26, b2c_new: 26, b2c_repeat: 14 }
const medians: Readonly<Record<Direction, number>> = {
  b2b_new: 380_000,
  b2b_repeat: 260_000,
  b2c_new: 48_000,
  b2c_repeat: 32_000,
}
const sellers: Readonly<Record<Direction, string>> = {
  b2b_new: 'b2b_hunters',
  b2b_repeat: 'b2b_farmers',
  b2c_new: 'b2c_team',
  b2c_repeat: 'b2c_team',
}
const hour = 3_600_000

/** Sources as the product's own rules in either language call them. */
const sourceNames: Readonly<Record<Language, Readonly<Record<Source, string>>>> = {
  en: { website: 'website', call: 'call', referral: 'referral', exhibition: 'exhibition', repeat: 'repeat' },
  ru: { website: 'сайт', call: 'звонок', referral: 'рекомендация', exhibition: 'выставка', repeat: 'снова к нам' },
}

type Drawing = {
  readonly direction: Direction
  readonly source: Source
  readonly people: People
  readonly at: string
  readonly language: Language
}

/** Directions the demo sells in: those of the product's own rules. */
export const demoDirections = Object.keys(shares) as readonly Direction[]

/** Draws the deals that come in the last days before now, oldest first. */
export function drawDeals(
  random: Random,
  { model, people, now, days, count }: { model: Model; people: People; now: string; days: number; count: number },
): readonly DrawnDeal[] {
  const from = msOf(now) - days * 24 * hour
  return Array.from({ length: count }, () => {
    const any = instantOf(from + random.next() * days * 24 * hour)
    const direction = random.weighted(shares)
    const source = sourceOf(random, direction)
    // Websites take orders at night too; people call when somebody is there.
    const at = source === 'website' && random.chance(0.6) ? any : openAt(random, model, any)
    return drawn(random, { direction, source, people, at, language: rulesLanguage(model) })
  })
    .filter(({ at }) => at <= now)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

function openAt(random: Random, model: Model, instant: string): string {
  const opening = nextOpening(model.calendar, instant)
  return opening === instant ? instant : instantOf(msOf(opening) + Math.floor(random.next() * 3 * hour))
}

function sourceOf(random: Random, direction: Direction): Source {
  if (direction.endsWith('repeat')) return random.weighted({ repeat: 70, call: 20, website: 10 })
  return random.weighted({ website: 50, call: 25, referral: 15, exhibition: 10 })
}

function drawn(random: Random, ask: Drawing): DrawnDeal {
  const { direction, source, people, at, language } = ask
  const isCompany = direction.startsWith('b2b')
  const team = Object.values(people.employees)
    .filter(({ roles, active }) => active && roles.includes(sellers[direction]))
    .map(({ id }) => id)
    .toSorted()
  const owner = team[random.whole(0, team.length - 1)] ?? ''
  const amountMinor = Math.round(random.around(medians[direction], isCompany ? 0.75 : 0.5) / 100) * 10_000
  const client = isCompany ? companyOf(random, language) : personOf(random, language)
  const need = random.pick(demoWords[language][isCompany ? 'companyNeeds' : 'personNeeds'])
  return {
    at,
    source,
    amountMinor,
    deal: {
      title: `${need}: ${client.name}`,
      pipeline: direction,
      owner,
      client,
      fields: {
        client_type: isCompany ? 'company' : 'person',
        repeat_client: direction.endsWith('repeat'),
        source: sourceNames[language][source],
        ...(random.chance(0.6)
          ? { amount: Math.round((amountMinor * (0.8 + random.next() * 0.4)) / 10_000) * 10_000 }
          : {}),
      },
    },
  }
}

function companyOf(random: Random, language: Language) {
  const { companies, trades, quoted } = demoWords[language]
  const name = `${quoted(random.pick(companies))}, ${random.pick(trades)}`
  return { name, phone: phoneOf(random), email: `zakupki${random.whole(100, 999)}@client.example` }
}

/** A person that nobody is, with a number that nobody has. */
export function personOf(random: Random, language: Language): { readonly name: string; readonly phone: string } {
  const { name } = drawPerson(random, language)
  return { name, phone: phoneOf(random) }
}

/** Numbers of a code that is given to nobody. */
function phoneOf(random: Random): string {
  const two = () => String(random.whole(0, 99)).padStart(2, '0')
  return `+7 000 ${String(random.whole(100, 999))}-${two()}-${two()}`
}
