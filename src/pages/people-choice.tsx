import type { PageAsk } from './page'

/** Everybody who works here and is wanted, as a choice: by name, as the language of the page puts names in order. */
export function peopleChoice(
  { people, language }: Pick<PageAsk, 'people' | 'language'>,
  isWanted: (id: string) => boolean = () => true,
): readonly (readonly [id: string, name: string])[] {
  return Object.values(people.employees)
    .filter(({ id, active }) => active && isWanted(id))
    .toSorted((a, b) => a.name.localeCompare(b.name, language))
    .map(({ id, name }) => [id, name] as const)
}
