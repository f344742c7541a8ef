import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { Language } from '#schemas/language-names'
import type { Saying } from '#schemas/saying'
import { say } from './say'

/** Exit codes of every command: 0 done, 1 faults found, 2 used wrongly, 3 Norma's own failure or a blocked plan, 4 a stale plan. */
export const exitCodes = { done: 0, faults: 1, usage: 2, changes: 2, internal: 3, blocked: 3, stale: 4 } as const

/** What the surroundings say: only the command line reads them. */
export const commandEnvironment = {
  engine: process.env['AWS_ENDPOINT_URL_DYNAMODB'],
  dataDir: process.env['NORMA_DATA'] ?? '.norma',
  url: process.env['NORMA_URL'],
  token: process.env['NORMA_TOKEN'],
  /** How much a person may ask in a minute; 0 or no number is as if nothing was said. */
  requestsAMinute: Number(process.env['NORMA_REQUESTS_A_MINUTE'] ?? '') || undefined,
  clientSecret: process.env['NORMA_CLIENT_SECRET'],
  channels: {
    smtpUrl: process.env['NORMA_SMTP_URL'],
    mailFrom: process.env['NORMA_MAIL_FROM'],
    telegramToken: process.env['NORMA_TELEGRAM_TOKEN'],
    telegramUrl: process.env['NORMA_TELEGRAM_URL'],
    allowLoopback: process.env['NORMA_ALLOW_LOOPBACK'] === 'yes',
  },
  pbx: { password: process.env['NORMA_PBX_PASSWORD'], key: process.env['NORMA_PBX_KEY'] },
  hasColour: hasColour(process.stdout.isTTY),
  lang: typedLang(process.argv) ?? localeLang(process.env),
} as const

/** Whether to colour what is printed: FORCE_COLOR and NO_COLOR say so, else a terminal does. */
function hasColour(isTerminal: boolean): boolean {
  const forced = process.env['FORCE_COLOR']
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false'
  return (process.env['NO_COLOR'] ?? '') === '' && process.env['TERM'] !== 'dumb' && isTerminal
}

/** The language that was typed with `--lang`; what is typed wrongly is told of later. */
export function typedLang(words: readonly string[]): 'en' | 'ru' | undefined {
  const at = words.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const typed = words[at]?.startsWith('--lang=') === true ? words[at]?.slice('--lang='.length) : words[at + 1]
  return at >= 0 && (typed === 'en' || typed === 'ru') ? typed : undefined
}

/** The language of the locale, of those Norma speaks; where there is a locale, LANGUAGE lists those that go before its own. */
export function localeLang(env: Readonly<Record<string, string | undefined>>): 'en' | 'ru' {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '')
  if (locale === undefined || locale === 'C' || locale === 'POSIX') return 'en'
  const wished = [...(env['LANGUAGE'] ?? '').split(':'), locale]
  return wished.map(spokenIn).find((language) => language !== undefined) ?? 'en'
}

function spokenIn(locale: string): 'en' | 'ru' | undefined {
  const [, language] = /^(en|ru)(?:[_.@-]|$)/i.exec(locale) ?? []
  return language === undefined ? undefined : language.toLowerCase() === 'ru' ? 'ru' : 'en'
}

/** The language somebody chose with `--lang`, else that of the locale; another one is refused. */
export function langOf(chosen: string | undefined): 'en' | 'ru' {
  if (chosen === undefined) return commandEnvironment.lang
  if (chosen === 'en' || chosen === 'ru') return chosen
  throw new UsageError(say('lang', { written: chosen }))
}

/** The day it is, `YYYY-MM-DD`: by it a calendar may be behind. */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}

/** What stands on the command line for text that comes from standard input, once `-` has been read. */
export const fromStdin = 'standard input'

/** Why a command does not go on, as a sentence that is told in the language of whoever typed it. */
export class CommandError extends Error {
  readonly saying: Saying

  constructor(saying: Saying, options?: ErrorOptions) {
    super(`${saying.say} ${JSON.stringify(saying.with ?? {})}`, options)
    this.name = new.target.name
    this.saying = saying
  }
}

/** Somebody used a command wrongly: the sentence says what to type instead. */
export class UsageError extends CommandError {}

/** Something outside this process said no or nothing at all: the sentence is all there is to tell. */
export class OutsideError extends CommandError {}

/** A command was used wrongly, and it is another room that said so: the cause holds its words. */
export class RefusedUsage extends Error {
  constructor(cause: Error) {
    super(cause.message, { cause })
    this.name = 'RefusedUsage'
  }
}

/** Text of the rules to begin with: the named file, else pipelines.yaml here, else the one that comes with the product. */
export function rulesTextOf(file: string | undefined): string {
  return readFileSync(rulesPathOf(file), 'utf8')
}

/** Where those rules stand. */
export function rulesPathOf(file: string | undefined): string {
  if (file !== undefined && !existsSync(file)) throw new UsageError(say('file_missing', { files: [file] }))
  const here = file ?? usualRules
  return existsSync(here) ? here : join(productFolder(), usualRules)
}

/**
 * Where the first rules of an empty data folder stand: the named file, else pipelines.yaml here, else those that come with the
 * product, in the language. In the product's own folder pipelines.yaml is one of these and gives way to its Russian twin.
 */
export function firstRulesPath(file: string | undefined, language: Language): string {
  const path = rulesPathOf(file)
  const isOwn = file === undefined && realpathSync(path) === realpathSync(productFile(usualRules))
  return isOwn && language === 'ru' ? productFile(russianRules) : path
}

/** The company that comes with the product, in Russian. */
const russianRules = 'examples/pipelines.ru.yaml'

/** The name of the file of rules where none is named. */
export const usualRules = 'pipelines.yaml'

/** Where a file stands that comes with the product. */
export function productFile(path: string): string {
  return join(productFolder(), path)
}

/** The folder that holds the product, from its sources or from its bundle. */
function productFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
}
