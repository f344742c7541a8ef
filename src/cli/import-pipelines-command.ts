import { existsSync, readFileSync, writeFileSync } from 'node:fs'

import { check } from '#config/check'
import { projectSchema } from '#config/schema/project-schema'
import { readBitrixExport } from '#import/bitrix-export'
import { pipelinesOfBitrix } from '#import/bitrix-pipelines'
import { commandEnvironment, UsageError } from './environment'
import { fileWords } from './file-words'
import { besideOf } from './schema-command'

type Options = { readonly out: string; readonly zone: string; readonly lang?: string; readonly force?: boolean }

/** `norma import-pipelines`: makes a first file of a Bitrix24 export, with what must be completed by hand marked. */
export function importPipelinesCommand(files: readonly string[], { out, zone, lang, force }: Options): void {
  if (files.length === 0) throw new UsageError('Name the file of the export: norma import-pipelines export.json')
  if (lang !== undefined && lang !== 'en' && lang !== 'ru') throw new UsageError(`--lang is en or ru, not “${lang}”.`)
  if (out !== '-' && existsSync(out) && force !== true) {
    throw new UsageError(`There is a file ${out} already. Choose another with --out, or write over it with --force.`)
  }
  const read = readBitrixExport(files.map(jsonOf))
  if ('fault' in read) throw new UsageError(read.fault)
  const { categories, stages } = read.found
  const isRussian = [...categories, ...stages].some(({ name }) => /[а-яё]/i.test(name))
  const made = pipelinesOfBitrix(read.found, { zone, language: lang ?? (isRussian ? 'ru' : 'en') })
  if ('fault' in made) throw new UsageError(made.fault)
  const [first] = check(made.text).diagnostics
  // What is made here has no fault of its own; what may have one is the zone somebody named.
  if (first !== undefined) throw new UsageError([first.message, first.help].filter(Boolean).join(' '))
  if (out === '-') {
    process.stdout.write(made.text)
    return
  }
  writeFileSync(out, made.text)
  writeFileSync(besideOf(out), `${JSON.stringify(projectSchema(made.text))}\n`)
  const words = fileWords[commandEnvironment.lang]
  const marks = made.text.split('TO DO:').length - 1
  process.stdout.write(
    [words.imported(out, made), ...made.leftOut.map(words.leftOut), words.toDo(marks), ''].join('\n'),
  )
}

function jsonOf(file: string): unknown {
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`)
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new UsageError(`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}
