import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A kind of door: the file in which a room, or a noun of the core, says what it has of something. */
export type DoorKind = {
  readonly layer: string
  readonly file: string
  /** Where the core has it below the noun instead: `src/domain/<noun>/words/ru.ts`. */
  readonly nounsIn?: string
  /** Doors and machines above the product: they have such files, and are in no list. */
  readonly notIn?: readonly string[]
  /** What the file must export, and what it may. */
  readonly exports: string
  readonly mayExport?: string
}

/** A door that is there. */
export type Door = {
  /** The room, or the noun of the core. */
  readonly place: string
  /** `#notices/http/operations` */
  readonly specifier: string
  readonly exports: readonly string[]
}

/**
 * The doors of one kind: `src/<layer>/<noun>/<file>` in the core, `src/<room>/<layer>/<file>` in a room (a door without a layer is a room's alone), the core first, each
 * by name. Throws where a file does not export what its kind must, or two places have one name.
 */
export function doorsOf(kind: DoorKind, root = '.'): readonly Door[] {
  const below = (path: string) =>
    existsSync(join(root, path))
      ? readdirSync(join(root, path), { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []))
      : []
  const { layer, file, nounsIn, notIn = [] } = kind
  const nouns = layer === '' ? [] : below(`src/${nounsIn ?? layer}`)
  const core = nouns.map(
    (noun) =>
      [noun, nounsIn === undefined ? `${layer}/${noun}/${file}` : `${nounsIn}/${noun}/${layer}/${file}`] as const,
  )
  const rooms = below('src')
    .filter((room) => !notIn.includes(room))
    .map((room) => [room, join(room, layer, file)] as const)
  const found = [...core.toSorted(byPlace), ...rooms.toSorted(byPlace)].filter(([, path]) =>
    existsSync(join(root, 'src', path)),
  )
  const doors = found.map(([place, path]) => doorAt(place, path, kind, root))
  const double = doors.find(({ place }, index) => doors.findIndex((one) => one.place === place) !== index)
  if (double !== undefined) throw new Error(`Two places are called ${double.place}: ${double.specifier} is the second.`)
  return doors
}

function doorAt(place: string, path: string, { exports, mayExport }: DoorKind, root: string): Door {
  const text = readFileSync(join(root, 'src', path), 'utf8')
  const has = (name: string): boolean =>
    new RegExp(`^export (?:const|function|async function) ${name}\\b`, 'm').test(text)
  if (!has(exports))
    throw new Error(`src/${path} has to export \`${exports}\`: it stands where lists are made from it.`)
  return {
    place,
    specifier: `#${path.replace(/\.ts$/, '')}`,
    exports: [exports, mayExport]
      .filter((name) => name !== undefined && has(name))
      .filter((name) => name !== undefined),
  }
}

const byPlace = ([a]: readonly [string, string], [b]: readonly [string, string]): number => (a < b ? -1 : 1)
