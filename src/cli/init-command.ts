import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'

import { firstFile } from '#config/first/first-file'
import { readAnswers, usualAnswers } from '#config/first/read-answers'
import type { RawAnswers } from '#config/first/read-answers'
import type { FirstLanguage } from '#config/first/words'
import { projectSchema } from '#config/schema/project-schema'
import { askAnswers } from './ask-answers'
import type { Prompts } from './ask-answers'
import { UsageError } from './environment'
import { besideOf } from './schema-command'

type Options = {
  readonly out: string
  readonly answers?: string
  readonly company?: string
  readonly zone?: string
  readonly hours?: string
  readonly directions?: string
  readonly stages?: string
  readonly roles?: string
  readonly lang?: string
  readonly force?: boolean
}

/** `norma init`: writes the first file of a company, from answers or by asking for them. */
export async function initCommand(options: Options, prompts = terminalPrompts): Promise<void> {
  const { out } = options
  if (existsSync(out) && options.force !== true) {
    throw new UsageError(`There is a file ${out} already. Choose another with --out, or write over it with --force.`)
  }
  const given = { ...(options.answers === undefined ? {} : answersFrom(options.answers)), ...answersIn(options) }
  const language: FirstLanguage = given.language === 'ru' ? 'ru' : 'en'
  const ask = options.answers === undefined ? await prompts() : undefined
  const read = readAnswers(
    ask === undefined ? given : { ...(await askAnswers(ask, given, language)), language: given.language ?? 'en' },
  )
  if ('faults' in read) throw new UsageError(read.faults.join('\n       '))
  const text = firstFile(read.answers)
  writeFileSync(out, text)
  const schema = besideOf(out)
  writeFileSync(schema, `${JSON.stringify(projectSchema(text))}\n`)
  const usual = ask === undefined ? Object.keys(usualAnswers).filter((key) => !(key in given)) : []
  process.stdout.write(`${farewell(read.answers.language, { out, schema, usual: usual.join(', ') })}\n`)
}

type Done = { readonly out: string; readonly schema: string; readonly usual: string }

function farewell(language: FirstLanguage, { out, schema, usual }: Done): string {
  const lines = {
    en: [
      `Wrote ${out}, and ${schema} by which your editor completes it.`,
      ...(usual === '' ? [] : [`Not answered and therefore as usual: ${usual}.`]),
      'Next: norma holidays RU 2027 --write for the public holidays, norma check after every change, norma start to run it.',
    ],
    ru: [
      `Записано: ${out} и ${schema} – по нему редактор подсказывает.`,
      ...(usual === '' ? [] : [`Ответа не было, поэтому как обычно: ${usual}.`]),
      'Дальше: norma holidays RU 2027 --write впишет праздники, norma check – после каждой правки, norma start – запуск.',
    ],
  }
  return lines[language].join('\n')
}

/** People at a terminal are asked; a script gets what is usual where it answers nothing. */
async function terminalPrompts(): Promise<Prompts | undefined> {
  if (process.stdin.isTTY !== true || process.stdout.isTTY !== true) return undefined
  const { checkbox, input } = await import('@inquirer/prompts')
  return { input, checkbox: async (question) => checkbox({ ...question, choices: [...question.choices] }) }
}

function answersFrom(file: string): RawAnswers {
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`)
  let read: unknown
  try {
    read = parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) {
    throw new UsageError(`${file} needs lines such as “company: ${usualAnswers.company}”.`)
  }
  return read
}

function answersIn(options: Options): RawAnswers {
  const { company, zone, hours, directions, stages, roles, lang } = options
  const named = { company, zone, hours, directions, stages, roles, language: lang }
  return Object.fromEntries(
    // The command line makes a number of “2000”, be it the name of a company or not.
    Object.entries(named).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  )
}
