import type { Difference } from '#domain/rules/difference'
import type { Model } from '#schemas/model'
import { sectionDifferences, type Entry } from './paper-differences'

/**
 * In what two versions differ of clients: what is known of them, what they can be in a deal, what they are asked to agree to,
 * and what is said of personal data. It holds at once, for cards that are there too.
 */
export function clientDifferences(before: Model, after: Model): readonly Difference[] {
  const now = sectionsOf(after)
  return sectionsOf(before).flatMap(([prefix, was], at) =>
    sectionDifferences('client', prefix, was, now[at]?.[1] ?? {}),
  )
}

type Section = Readonly<Record<string, Entry | undefined>>

function sectionsOf({ clients, consents }: Model): readonly (readonly [prefix: string, section: Section])[] {
  const { kinds, roles, personalData } = clients ?? {}
  return [
    ['clients.kinds.company.fields.', placed(kinds?.company)],
    ['clients.kinds.person.fields.', placed(kinds?.person)],
    ['clients.roles.', roles ?? {}],
    ['clients.', { personal_data: personalData }],
    ['consents.', consents ?? {}],
  ]
}

const nowhere = { line: 0, column: 0, path: '' } as const

/** Fields with where they stand; those that come with the product stand nowhere. */
function placed(fields: Readonly<Record<string, object & Partial<Entry>>> = {}): Section {
  return Object.fromEntries(Object.entries(fields).map(([id, field]) => [id, { origin: nowhere, ...field }]))
}
