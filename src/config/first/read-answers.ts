import { check } from '#config/check'
import { suggest } from '#domain/deals/suggest'
import { inWords } from '#domain/kernel/saying'
import type { Saying } from '#schemas/saying'
import { answerWords, say } from './answer-words'
import { firstFile } from './first-file'
import * as words from './first-words'
import type { Both, FirstLanguage } from './first-words'
import type { Answers } from './writer'

/** Answers as somebody gives them: in a file, as options of a command, or to questions. */
export type RawAnswers = {
  readonly company?: unknown
  readonly zone?: unknown
  readonly hours?: unknown
  readonly directions?: unknown
  readonly stages?: unknown
  readonly roles?: unknown
  readonly language?: unknown
}

/** What an answer can be taken from, where it is one of a list. */
export const choices = {
  directions: words.directions,
  stages: words.stages,
  roles: words.helpers,
} as const satisfies Record<string, Readonly<Record<string, Both>>>

/** What stands where nothing was answered. */
export const usualAnswers = {
  company: 'Our company',
  zone: 'Europe/Moscow',
  hours: 'mon-fri 09:00-18:00',
  directions: Object.keys(words.directions),
  stages: Object.keys(words.stages),
  roles: Object.keys(words.helpers),
  language: 'en',
} as const

/** Takes answers for what they say, or tells everything that is wrong with them, in the language of the reader. */
export function readAnswers(
  raw: RawAnswers,
  reader: FirstLanguage,
): { readonly answers: Answers } | { readonly faults: readonly string[] } {
  const faults: string[] = []
  const refuse: Refuse = (saying) => faults.push(inWords(answerWords[reader], saying))
  const unknown = Object.keys(raw).filter((key) => !Object.hasOwn(usualAnswers, key))
  for (const key of unknown) refuse(say('question', { key, guess: suggest(key, Object.keys(usualAnswers)) }))
  const text = (key: 'company' | 'zone' | 'hours'): string => {
    const given = raw[key] ?? usualAnswers[key]
    if (typeof given === 'string' && given.trim() !== '') return given.trim()
    refuse(say('text', { key, such: usualAnswers[key] }))
    return usualAnswers[key]
  }
  const hours = hoursOf(text('hours'))
  if (hours === undefined) refuse(say('hours', { text: shown(raw.hours), such: usualAnswers.hours }))
  const answers: Answers = {
    company: text('company'),
    zone: text('zone'),
    hours: hours ?? { week: 'mon-fri', times: '09:00-18:00' },
    directions: chosen(raw.directions, { key: 'directions', least: 1, refuse }),
    stages: chosen(raw.stages, { key: 'stages', least: 1, refuse }),
    helpers: chosen(raw.roles, { key: 'roles', least: 0, refuse }),
    language: raw.language === 'ru' ? 'ru' : 'en',
  }
  if (raw.language !== undefined && raw.language !== 'ru' && raw.language !== 'en') {
    refuse(say('language', { given: shown(raw.language) }))
  }
  faults.push(...calendarFaults(answers, reader))
  return faults.length === 0 ? { answers } : { faults }
}

function shown(given: unknown): string {
  return typeof given === 'string' ? given : JSON.stringify(given)
}

/** The days come first, the hours after them: `mon-fri 09:00-18:00`. */
function hoursOf(text: string): Answers['hours'] | undefined {
  const found = /^([^\d]+?)[\s,]+(\d.*)$/.exec(text.trim())
  return found?.[1] === undefined || found[2] === undefined ? undefined : { week: found[1], times: found[2] }
}

type Refuse = (saying: Saying) => void

type Wanted = { readonly key: keyof typeof choices; readonly least: number; readonly refuse: Refuse }

function chosen<K extends keyof typeof choices>(
  given: unknown,
  { key, least, refuse }: Wanted & { readonly key: K },
): readonly (keyof (typeof choices)[K])[] {
  const known = Object.keys(choices[key])
  const listed = given === undefined ? known : listOf(given)
  if (listed === undefined) {
    refuse(say('list', { key, such: known.slice(0, 2) }))
    return []
  }
  for (const one of listed.filter((name) => !known.includes(name))) {
    refuse(say('choice', { key, one, guess: suggest(one, known), known }))
  }
  if (listed.length < least) refuse(say('least', { key, known }))
  return Object.keys(choices[key]).filter((name): name is string & keyof (typeof choices)[K] => listed.includes(name))
}

function listOf(given: unknown): readonly string[] | undefined {
  if (typeof given === 'string') return given.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]))
  return Array.isArray(given) ? given.map((one) => shown(one).trim()) : undefined
}

/** Zone and hours are judged by the very check that judges the file. */
function calendarFaults({ company, zone, hours }: Answers, reader: FirstLanguage): readonly string[] {
  const isOdd = (text: string): boolean => !/^[\w\s/+:,–—-]+$/.test(text)
  if (isOdd(zone)) return [inWords(answerWords[reader], say('zone', { text: zone, such: usualAnswers.zone }))]
  const odd = [hours.week, hours.times].find(isOdd)
  if (odd !== undefined) return [inWords(answerWords[reader], say('signs', { text: odd }))]
  const directions = ['b2b_new'] as const
  const text = firstFile({ company, zone, hours, directions, stages: ['presentation'], helpers: [], language: 'en' })
  return check(text, { lang: reader }).diagnostics.map(({ message, help }) => [message, help].filter(Boolean).join(' '))
}
