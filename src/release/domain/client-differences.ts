import type { Difference } from '#domain/rules/difference'
import { listText } from '#domain/rules/rule-words'
import type { ClientRules, ConsentKind, ReadingLine } from '#schemas/clients/client-rules'
import type { Model } from '#schemas/model'
import { sectionDifferences, type Entry } from './paper-differences'

/**
 * In what two versions differ of clients: what is known of them, what they can be in a deal, whose they are, who sees what,
 * what they are asked to agree to, and what is said of personal data. It holds at once, for cards that are there too.
 */
export function clientDifferences(before: Model, after: Model): readonly Difference[] {
  const now = sectionsOf(after)
  return sectionsOf(before).flatMap(([prefix, was], at) =>
    sectionDifferences('client', prefix, was, now[at]?.[1] ?? {}),
  )
}

type Section = Readonly<Record<string, Entry | undefined>>

function sectionsOf({ clients, consents }: Model): readonly (readonly [prefix: string, section: Section])[] {
  const { kinds, roles, personalData, see, duplicates, reading, ...whose } = clients ?? {}
  return [
    ['clients.kinds.company.fields.', placed(kinds?.company)],
    ['clients.kinds.person.fields.', placed(kinds?.person)],
    ['clients.roles.', roles ?? {}],
    ['', { clients: { ...whose, origin: nowhere } }],
    ['clients.', { see, ...placed({ duplicates, reading: readingOf(reading) }), personal_data: personalData }],
    ['consents.', shortened(consents)],
  ]
}

const nowhere = { line: 0, column: 0, path: '' } as const

/** What is said, with where it stands; what comes with the product stands nowhere. */
function placed(fields: Readonly<Record<string, (object & Partial<Entry>) | undefined>> = {}): Section {
  return Object.fromEntries(
    Object.entries(fields).map(([id, field]) => [id, field === undefined ? undefined : { origin: nowhere, ...field }]),
  )
}

function readingOf(reading: ClientRules['reading']): object | undefined {
  return reading === undefined ? undefined : { budgets: reading.budgets.map(budgetText), alarm: reading.alarm }
}

function budgetText({ who, cards, reveals, rows, searches }: ReadingLine): string {
  const parts = Object.entries({ who, cards, reveals, rows, searches }).filter(([, value]) => value !== undefined)
  return listText(parts.map(([key, value]) => `${key}: ${String(value)}`))
}

/** So much of a text is shown that one sees which it is. */
const shown = 80

function shortened(consents: Readonly<Record<string, ConsentKind>> = {}): Section {
  return Object.fromEntries(
    Object.entries(consents).map(([id, consent]) => {
      const { text } = consent
      return [id, { ...consent, text: text.length > shown ? `${text.slice(0, shown)}…` : text }]
    }),
  )
}
