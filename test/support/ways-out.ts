import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'

/** A place where a file of the repository leads out of it. */
export type WayOut = { readonly file: string; readonly line: number; readonly what: string }

/** What is not ours, what is made anew from what is ours, and what no text can be read from. */
const leftOut = new Set(['.git', 'node_modules', 'dist', 'cdk.out', 'package-lock.json'])
const pictures = /\.(webp|png|jpg|ico|woff2)$/

/** Every file of text in the repository, by its path from the root. */
export function everyFile(folder = '.'): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (leftOut.has(entry.name) || entry.name.startsWith('.norma') || entry.name.endsWith('.log')) return []
    if (entry.isDirectory()) return everyFile(path)
    return entry.isFile() && !pictures.test(entry.name) ? [path] : []
  })
}

/** Folders that machines have and a repository has not, at the start of a path. */
const ofMachines =
  /(?<![\w.)\]}>/-])(?:file:\/\/)?(?:\/(?:home|Users|root|work|tmp|var|opt|mnt|usr|etc|srv|private)\/|~\/|[A-Za-z]:\\(?=\w))[\w./\\-]*/g
/** Steps to a parent, but for a pattern of many paths. */
const parents = /(?<![\w./])(?:\.\.\/)+(?![*\w./-]*\*)[\w./-]*/g
const stepsUp = /\b(?:join|resolve)\(\s*(?:process\.cwd\(\)\s*,\s*)?['"`]\.\.['"`]/g

/**
 * Where a text leads out of the repository: by a path of a machine, or by parents. Code runs in the root, so a path of
 * parents in it leads out from there, wherever its file lies; an import, and everything that is no code, is read from
 * its file.
 */
export function waysOutOf(file: string, text: string): readonly WayOut[] {
  return text.split('\n').flatMap((line, index) => {
    if (index === 0 && line.startsWith('#!')) return []
    const up = [...line.matchAll(parents)].filter((match) => leavesRoot(startOf(file, line, match.index), match[0]))
    const found = [...up, ...line.matchAll(ofMachines), ...line.matchAll(stepsUp)]
    return found.map(([what]) => ({ file, line: index + 1, what }))
  })
}

/** The folder from which a path in a line is read. */
function startOf(file: string, line: string, at: number): string {
  const isCode = /\.(ts|tsx|mts|mjs|js|sh)$|^\.ci\//.test(file)
  const isImport = /(?:\bfrom|\bimport|\bimport\(|\bURL\()\s*['"]$/.test(line.slice(0, at))
  return isCode && !isImport ? '.' : dirname(file)
}

function leavesRoot(folder: string, path: string): boolean {
  return relative('.', normalize(join(folder, path))).startsWith('..')
}

/** Every way out of the repository, as `file:line what`, but for files that are left out and ways that are allowed. */
export function waysOut(exempt: readonly string[], allowed: readonly string[]): readonly string[] {
  return everyFile()
    .filter((file) => !exempt.includes(file))
    .flatMap((file) => waysOutOf(file, readFileSync(file, 'utf8')))
    .filter(({ file, what }) => !allowed.includes(`${file} ${what}`))
    .map(({ file, line, what }) => `${file}:${line} ${what}`)
}
