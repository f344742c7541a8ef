import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { check } from '#config/check'
import { namedFiles } from '#domain/rules/named-files'
import { keepTemplate } from '#documents/usecases/keep-template'
import type { KeepFiles } from '#local/found-company'
import type { Manifest } from '#ports/rule-files'

/** A file that rules name, beside the file of these; undefined where there is none. Nothing outside of its folder is read. */
export function fileBeside(rules: string, path: string): Uint8Array | undefined {
  const parts = path.split(/[/\\]/)
  if (parts.includes('..') || /^([/\\]|[a-z]:)/i.test(path)) return undefined
  const file = join(dirname(rules), ...parts)
  return existsSync(file) ? readFileSync(file) : undefined
}

/** Keeps the files that a text names and that lie beside it, for it to be published with; undefined where it names none. */
export async function keepBeside(
  rules: string,
  text: string,
  keep: (path: string, bytes: Uint8Array) => Promise<string>,
): Promise<Manifest | undefined> {
  const { model } = check(text)
  const named = model === undefined ? [] : namedFiles(model)
  if (named.length === 0) return undefined
  const manifest: Record<string, string> = {}
  for (const path of named) {
    const bytes = fileBeside(rules, path)
    // What is missing is told with all other faults.
    if (bytes === undefined) continue
    // oxlint-disable-next-line no-await-in-loop -- a handful of files, one after another
    manifest[path] = await keep(path, bytes)
  }
  return manifest
}

/** Keeps what lies beside the first rules of a company. */
export function keepFirstFiles(rules: string, text: string): KeepFiles {
  return (ports) => keepBeside(rules, text, async (path, bytes) => (await keepTemplate(ports, path, bytes)).sha256)
}
