import { isOpenDepartment } from '#domain/kernel/departments-led'
import type { Department } from '#schemas/people'

import type { PageAsk } from './page'
import type { Choice } from './piece-form'
import { frameTexts } from './texts/frame'

type Ask = {
  readonly language: PageAsk['language']
  readonly people: { readonly departments: Readonly<Record<string, Department>> }
}

/** The departments that something may be put into, by name: those that are open, and the closed one it is in already. */
export function departmentChoice(ask: Ask, current: string | null | undefined): readonly Choice[] {
  return everyDepartment(ask).filter(([id]) => id === current || isOpenDepartment(ask.people.departments[id]))
}

/** All departments by name, for what may be asked of the past: those that were closed last, and it is said of them. */
export function everyDepartment({ language, people: { departments } }: Ask): readonly Choice[] {
  return Object.values(departments)
    .toSorted(
      (a, b) => Number(isOpenDepartment(b)) - Number(isOpenDepartment(a)) || a.name.localeCompare(b.name, language),
    )
    .map((one) => [one.id, isOpenDepartment(one) ? one.name : frameTexts[language].closedDepartment(one.name)] as const)
}
