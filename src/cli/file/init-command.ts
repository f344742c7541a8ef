import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'

import { firstFile } from '#config/first/first-file'
import { readAnswers, usualAnswers } from '#config/first/read-answers'
import type { RawAnswers } from '#config/first/read-answers'
import type { FirstLanguage } from '#config/first/first-words'
import { projectSchema } from '#config/schema/project-schema'
import { askAnswers } from './ask-answers'
import type { Prompts } from './ask-answers'
import { commandEnvironment, UsageError } from '#cli/environment'
import { refuseThere } from './refuse-there'
import { printSaid, say } from '#cli/say'
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
  refuseThere(out, options.force)
  const given: RawAnswers = {
    // Where Russian is spoken the file is Russian, unless somebody says otherwise.
    ...(commandEnvironment.lang === 'ru' ? { language: 'ru' } : {}),
    ...(options.answers === undefined ? {} : answersFrom(options.answers)),
    ...answersIn(options),
  }
  const language: FirstLanguage = given.language === 'ru' ? 'ru' : 'en'
  const ask = options.answers === undefined ? await prompts() : undefined
  const read = readAnswers(
    ask === undefined ? given : { ...(await askAnswers(ask, given, language)), language: given.language ?? 'en' },
    commandEnvironment.lang,
  )
  if ('faults' in read) throw new UsageError(say('as_told', { text: read.faults.join('\n       ') }))
  const text = firstFile(read.answers)
  writeFileSync(out, text)
  const schema = besideOf(out)
  writeFileSync(schema, `${JSON.stringify(projectSchema(text))}\n`)
  const usual = ask === undefined ? Object.keys(usualAnswers).filter((key) => !(key in given)) : []
  await printSaid(
    read.answers.language,
    say('init_wrote', { file: out, schema }),
    ...(usual.length === 0 ? [] : [say('init_usual', { keys: usual })]),
    say('init_next'),
  )
}

/** People at a terminal are asked; a script gets what is usual where it answers nothing. */
async function terminalPrompts(): Promise<Prompts | undefined> {
  if (process.stdin.isTTY !== true || process.stdout.isTTY !== true) return undefined
  const { checkbox, input } = await import('@inquirer/prompts')
  return { input, checkbox: async (question) => checkbox({ ...question, choices: [...question.choices] }) }
}

function answersFrom(file: string): RawAnswers {
  if (!existsSync(file)) throw new UsageError(say('file_missing', { files: [file] }))
  let read: unknown
  try {
    read = parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new UsageError(say('file_unreadable', { file, why: error instanceof Error ? error.message : String(error) }))
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) {
    throw new UsageError(say('answers_shape', { file, company: usualAnswers.company }))
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
