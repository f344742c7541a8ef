import { existsSync, readFileSync, writeFileSync } from 'node:fs'

import { check } from '#config/check'
import { projectSchema } from '#config/schema/project-schema'
import { readBitrixExport } from '#import/bitrix-export'
import { pipelinesOfBitrix } from '#import/bitrix-pipelines'
import { ImportError } from '#import/say'
import { commandEnvironment, langOf, RefusedUsage, UsageError } from '#cli/environment'
import { refuseThere } from './refuse-there'
import { printSaid, say } from '#cli/say'
import { besideOf } from './schema-command'

type Options = { readonly out: string; readonly zone: string; readonly lang?: string; readonly force?: boolean }

/** `norma import-pipelines`: makes a first file of a Bitrix24 export, with what must be completed by hand marked. */
export async function importPipelinesCommand(
  files: readonly string[],
  { out, zone, lang, force }: Options,
): Promise<void> {
  if (files.length === 0) throw new UsageError(say('export_unnamed'))
  const asked = lang === undefined ? undefined : langOf(lang)
  if (out !== '-') refuseThere(out, force)
  const read = readBitrixExport(files.map(jsonOf))
  if ('fault' in read) throw new RefusedUsage(new ImportError(read.fault))
  const { categories, stages } = read.found
  const isRussian = [...categories, ...stages].some(({ name }) => /[а-яё]/i.test(name))
  const made = pipelinesOfBitrix(read.found, { zone, language: asked ?? (isRussian ? 'ru' : 'en') })
  if ('fault' in made) throw new RefusedUsage(new ImportError(made.fault))
  const [first] = check(made.text, { lang: commandEnvironment.lang }).diagnostics
  // What is made here has no fault of its own; what may have one is the zone somebody named.
  if (first !== undefined) {
    throw new UsageError(say('as_told', { text: [first.message, first.help].filter(Boolean).join(' ') }))
  }
  if (out === '-') {
    process.stdout.write(made.text)
    return
  }
  writeFileSync(out, made.text)
  writeFileSync(besideOf(out), `${JSON.stringify(projectSchema(made.text))}\n`)
  const { pipelines, reasons, leftOut, text } = made
  await printSaid(
    commandEnvironment.lang,
    say('imported', { file: out, pipelines, stages: made.stages, reasons }),
    ...leftOut.map((name) => say('direction_left_out', { name })),
    say('to_do', { count: text.split('TO DO:').length - 1 }),
  )
}

function jsonOf(file: string): unknown {
  if (!existsSync(file)) throw new UsageError(say('file_missing', { files: [file] }))
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new UsageError(say('file_no_json', { file, why: error instanceof Error ? error.message : String(error) }))
  }
}
