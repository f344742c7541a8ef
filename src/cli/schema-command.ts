import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, parse, relative, resolve } from 'node:path'

import { projectSchema } from '#config/schema/project-schema'
import { UsageError } from './environment'
import { onSave } from './on-save'

type Options = { readonly out?: string; readonly watch?: boolean }

/** `norma schema`: writes the schema of this very file, once or after every save. */
export function schemaCommand(named: string | undefined, options: Options): void {
  const file = named ?? 'pipelines.yaml'
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`)
  if (options.out === '-') {
    if (options.watch === true) throw new UsageError('--watch writes to a file: leave “--out -” out.')
    process.stdout.write(schemaText(file))
    return
  }
  const out = options.out ?? besideOf(file)
  writeSchema(file, out)
  process.stdout.write(`Wrote ${out}.\n${linkAdvice(file, out)}`)
  if (options.watch !== true) return
  process.stdout.write(`Watching ${file}; stop with Ctrl+C.\n`)
  const { stop } = keepSchemaFresh(file, out, () => process.stdout.write(`Wrote ${out}.\n`))
  process.once('SIGINT', stop)
}

/** Writes the schema again after every save of the file, from every part of it that can be read. */
export function keepSchemaFresh(file: string, out: string, written: () => void): { readonly stop: () => void } {
  return onSave(file, () => {
    // Between two steps of a save there may be no file for a moment; the next step calls again.
    if (!existsSync(file)) return
    if (writeSchema(file, out)) written()
  })
}

/** Writes the schema anew where there is one beside the file; a file that never had one gets none. */
export function refreshSchema(file: string): void {
  const out = besideOf(file)
  if (existsSync(out)) writeSchema(file, out)
}

/** Where the schema of a file is expected: `pipelines.schema.json` for `pipelines.yaml`. */
export function besideOf(file: string): string {
  const { dir, name } = parse(file)
  return join(dir, `${name}.schema.json`)
}

/** Writes the schema where it differs from what is there, and says whether it did. */
function writeSchema(file: string, out: string): boolean {
  const text = schemaText(file)
  if (existsSync(out) && readFileSync(out, 'utf8') === text) return false
  writeFileSync(out, text)
  return true
}

function schemaText(file: string): string {
  return `${JSON.stringify(projectSchema(readFileSync(file, 'utf8')))}\n`
}

/** Editors find the schema by a line at the top of the file: what to write there, unless it is there. */
function linkAdvice(file: string, out: string): string {
  const linked = /^#\s*yaml-language-server:\s*\$schema=(\S+)/m.exec(readFileSync(file, 'utf8'))?.[1]
  if (linked !== undefined && resolve(dirname(file), linked) === resolve(out)) return ''
  const path = relative(dirname(resolve(file)), resolve(out)).replaceAll('\\', '/')
  const line = `# yaml-language-server: $schema=${path.startsWith('.') ? path : `./${path}`}`
  const why =
    linked === undefined
      ? 'So that your editor uses it, write'
      : `Your editor uses ${linked} now. Instead of that, write`
  return `${why} at the top of ${file}:\n${line}\n`
}
