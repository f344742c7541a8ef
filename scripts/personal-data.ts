import type { PersonalDoor } from '#ports/personal'
import type { KeyLine } from '#store/key'

/** What is kept of clients and has no door yet, with the reason. A room that is new has no place here: it has a door. */
export const withoutDoor: Readonly<Record<string, string>> = {
  deals: 'A deal carries its client itself, and there is no client apart from deals to ask about.',
}

/** What keeps personal data of clients and does not answer for it; empty where all is well. */
export function personalFaults(
  lines: Readonly<Record<string, readonly KeyLine[]>>,
  doors: Readonly<Record<string, Pick<PersonalDoor, 'places'>>>,
  excused: Readonly<Record<string, string>> = withoutDoor,
): readonly string[] {
  const keeping = Object.entries(lines).flatMap(([place, all]) =>
    all.filter((line) => line.personal !== undefined).map((line) => ({ place, item: line.item })),
  )
  const missing = keeping.filter(({ place, item }) => !doors[place]?.places.includes(item) && !(place in excused))
  const unknown = Object.entries(doors).flatMap(([place, { places }]) =>
    places
      .filter((item) => !keeping.some((one) => one.place === place && one.item === item))
      .map((item) => ({ place, item })),
  )
  const idle = Object.keys(excused).filter((place) => place in doors || !keeping.some((one) => one.place === place))
  return [
    ...missing.map(
      ({ place, item }) =>
        `${place} keeps personal data in “${item}”: name it in the \`places\` of src/${place}/clients.ts, with a way to export, erase and move it.`,
    ),
    ...unknown.map(
      ({ place, item }) =>
        `src/${place}/clients.ts names “${item}”, which its keys.ts does not declare with \`personal\`.`,
    ),
    ...idle.map(
      (place) => `${place} is excused from having a door for personal data and needs no excuse: take it away.`,
    ),
  ]
}
