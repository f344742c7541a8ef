import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, parse, relative, resolve } from 'node:path'

import { projectSchema } from '#config/schema/project-schema'
import { inWords } from '#domain/kernel/saying'
import type { Saying } from '#schemas/saying'
import { commandEnvironment, UsageError } from '#cli/environment'
import { printSaid, say, wordsIn } from '#cli/say'
import { watchFile } from './watch-file'
import type { Watching } from './watch-file'
import type { OnText } from './watch-command'

type Options = { readonly out?: string; readonly watch?: boolean }

/** `norma schema`: writes the schema of this very file, once or after every save. */
export async function schemaCommand(named: string | undefined, options: Options): Promise<void> {
  const file = named ?? 'pipelines.yaml'
  if (!existsSync(file)) throw new UsageError(say('file_missing', { files: [file] }))
  const text = readFileSync(file, 'utf8')
  if (options.out === '-') {
    if (options.watch === true) throw new UsageError(say('watch_to_file'))
    process.stdout.write(schemaText(text))
    return
  }
  const out = options.out ?? besideOf(file)
  writeSchema(text, out)
  const { lang } = commandEnvironment
  const wrote = say('wrote', { file: out })
  await printSaid(lang, wrote, ...linkAdvice(text, file, out))
  if (options.watch !== true) return
  await printSaid(lang, say('watching', { file }))
  const words = await wordsIn(lang)
  const watching = keepSchemaFresh(file, out, () => process.stdout.write(`${inWords(words, wrote)}\n`))
  process.once('SIGINT', watching.close)
}

/** Writes the schema again after every save of the file, from every part of it that can be read. */
export function keepSchemaFresh(file: string, out: string, written: () => void): Watching {
  return watchFile(file, (text) => {
    if (text !== undefined && writeSchema(text, out)) written()
  })
}

/** Keeps the schema beside a file fresh while something else watches it, where the file goes by one or has one. */
export function refreshSchema(file: string): OnText {
  const out = besideOf(file)
  return (text) => {
    if (existsSync(out) || linkedIn(text, file) === resolve(out)) writeSchema(text, out)
  }
}

/** Where the schema of a file is expected: `pipelines.schema.json` for `pipelines.yaml`. */
export function besideOf(file: string): string {
  const { dir, name } = parse(file)
  return join(dir, `${name}.schema.json`)
}

/** Writes the schema where it differs from what is there, and says whether it did. */
function writeSchema(text: string, out: string): boolean {
  const schema = schemaText(text)
  if (existsSync(out) && readFileSync(out, 'utf8') === schema) return false
  writeFileSync(out, schema)
  return true
}

function schemaText(text: string): string {
  return `${JSON.stringify(projectSchema(text))}\n`
}

const link = /^#\s*yaml-language-server:\s*\$schema=(\S+)/m

/** The schema that a file says it goes by. */
function linkedIn(text: string, file: string): string | undefined {
  const linked = link.exec(text)?.[1]
  return linked === undefined ? undefined : resolve(dirname(file), linked)
}

/** Editors find the schema by a line at the top of the file: what to write there, unless it is there. */
function linkAdvice(text: string, file: string, out: string): readonly (Saying | string)[] {
  if (linkedIn(text, file) === resolve(out)) return []
  const path = relative(dirname(resolve(file)), resolve(out)).replaceAll('\\', '/')
  const line = `# yaml-language-server: $schema=${path.startsWith('.') ? path : `./${path}`}`
  const linked = link.exec(text)?.[1]
  return [linked === undefined ? say('link', { file }) : say('other_link', { linked, file }), line]
}
