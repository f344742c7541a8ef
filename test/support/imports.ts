import { readdirSync, readFileSync } from 'node:fs'
import { join, normalize, posix } from 'node:path'

/** Who imports whom: a file by its path from the root, and the files of ours it names, types included. */
export type Imports = ReadonlyMap<string, readonly string[]>

const specifier = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)['"]((?:#|\.\/)[^'"\n]+)['"]/g
const source = /\.tsx?$/

/** The sources below some folders, by their paths. */
export function sourcesIn(folders: readonly string[], root = '.'): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => posix.join(folder, file.replaceAll('\\', '/')))
      .filter((file) => source.test(file) && !file.includes('/generated/')),
  )
}

/** Reads the imports of the files; one that leads nowhere is left to the compiler. */
export function importsOf(files: readonly string[], root = '.'): Imports {
  const known = new Set(files)
  return new Map(
    files.map((file) => {
      const text = readFileSync(join(root, file), 'utf8')
      const named = [...text.matchAll(specifier)].flatMap(([, spec = '']) => placesOf(file, spec))
      return [file, [...new Set(named.filter((one) => known.has(one)))]]
    }),
  )
}

/** Circles of imports, each with one way around it. */
export function circlesIn(imports: Imports): readonly (readonly string[])[] {
  const done = new Set<string>()
  const circles: string[][] = []
  const walk = (file: string, way: readonly string[]): void => {
    const at = way.indexOf(file)
    if (at >= 0) circles.push([...way.slice(at), file])
    if (at >= 0 || done.has(file)) return
    for (const next of imports.get(file) ?? []) walk(next, [...way, file])
    done.add(file)
  }
  for (const file of imports.keys()) walk(file, [])
  return circles
}

function placesOf(file: string, spec: string): readonly string[] {
  const bare = spec.startsWith('.') ? normalize(posix.join(posix.dirname(file), spec)) : placeOfAlias(spec.slice(1))
  return [bare, `${bare}.ts`, `${bare}.tsx`]
}

/** The aliases of package.json: what is outside src has one of its own. */
function placeOfAlias(path: string): string {
  return /^(?:schemas|scripts|functions|cdk|bench|bin|test)\//.test(path) ? path : `src/${path}`
}
