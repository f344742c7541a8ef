import { headsIn } from '#domain/kernel/departments-led'
import { absenceOn } from '#domain/people/responsible'
import type { Department, Employee } from '#schemas/people'

import type { PageAsk } from './page'
import type { Choice } from './piece-form'
import { frameTexts } from './texts/frame'

type Ask = Pick<PageAsk, 'people' | 'language'> & Partial<Pick<PageAsk, 'me' | 'now' | 'format'>>
type Roles = Readonly<Record<string, { readonly name: string }>>

/**
 * Everybody who works here and is wanted, as a choice: by departments, one's own first, and in each by name, with their roles
 * where the rules' are given, as the language of the page puts names in order. Of who is away today it is said until when.
 */
export function peopleChoice(
  ask: Ask,
  isWanted: (id: string) => boolean = () => true,
  roles: Roles = {},
): readonly Choice[] {
  const { people, language, me } = ask
  const heads = headsIn(people.departments)
  const said = (person: Employee): string => {
    const names = person.roles.flatMap((role) => roles[role]?.name ?? [])
    const isFounder = names.length > mostRoles
    const what = heads.has(person.id) && names.length === 0 ? frameTexts[language].head : names.join(', ')
    const named = isFounder || what === '' ? person.name : `${person.name} – ${what}`
    return [named, ...awayOf(person, ask)].join(', ')
  }
  const place = ({ department }: Employee): string => (department === me?.department ? '' : nameOf(people, department))
  return Object.values(people.employees)
    .filter(({ id, active }) => active && isWanted(id))
    .toSorted((a, b) => place(a).localeCompare(place(b), language) || a.name.localeCompare(b.name, language))
    .map((person) => [person.id, said(person), nameOf(people, person.department)] as const)
}

function awayOf({ id }: Employee, { people, now, format, language }: Ask): readonly string[] {
  if (now === undefined || format === undefined) return []
  const absence = absenceOn(id, format.localInput(now).slice(0, 10), people)
  return absence === undefined ? [] : [frameTexts[language].awayUntil(format.shortDay(absence.to))]
}

/** Whoever is in more roles than this is in all of them until others are hired: that says nothing. */
const mostRoles = 3

function nameOf(
  { departments }: { readonly departments: Readonly<Record<string, Department>> },
  id: string | null | undefined,
): string {
  return departments[id ?? '']?.name ?? '–'
}
