import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Whether nobody sits before this run. */
export const isInCi = (process.env['CI'] ?? '') !== ''

/** What only a file that starts something imports: an engine, a process, a browser, a synth, a build. */
const starts =
  /'(?:node:child_process|node:worker_threads|playwright-core|aws-cdk-lib|esbuild|#test\/support\/engine|#local\/(?:open-store|norma|runtime|group-commit)|#embedded\/[^']+|#bin\/[^']+|#cdk\/[^']+)'/

const imports =
  /(?:^|\n)(?:import|export)(?! type)[^;]*?'(\.\/[^']+|#test\/[^']+)'|import\('(\.\/[^']+|#test\/[^']+)'\)/g

/** What only a file that looks at this process itself imports: it needs one that has run nothing else. */
const looksInside = /'node:inspector\/promises'/

/**
 * Test files of three kinds: `quick` ones only compute, `whole` ones start engines, processes or browsers, `apart` ones
 * count what their process does.
 */
export type KindsOfTests = Readonly<Record<'quick' | 'whole' | 'apart', readonly string[]>>

/** Every test file of the repository by its kind, told from what it and its helpers import. */
export function kindsOfTests(): KindsOfTests {
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join('test', name))
    .toSorted()
  const apart = files.filter((file) => isImporting(file, looksInside, new Set()))
  const whole = files.filter((file) => !apart.includes(file) && isImporting(file, starts, new Set()))
  return { quick: files.filter((file) => !apart.includes(file) && !whole.includes(file)), whole, apart }
}

/** Whether a file, or one of the test files it imports, imports something. */
function isImporting(file: string, what: RegExp, seen: Set<string>): boolean {
  if (seen.has(file)) return false
  seen.add(file)
  const text = readFileSync(file, 'utf8').replaceAll(/^import type .*$/gm, '')
  if (what.test(text)) return true
  return [...text.matchAll(imports)].some(([, named, loaded]) => {
    const path = pathOf(file, named ?? loaded ?? '')
    return path !== undefined && isImporting(path, what, seen)
  })
}

function pathOf(from: string, name: string): string | undefined {
  const path = name.startsWith('#') ? name.slice(1) : join(dirname(from), name)
  return [`${path}.ts`, `${path}.tsx`].find((file) => existsSync(file))
}
