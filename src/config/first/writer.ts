import { stringify } from 'yaml'
import * as words from './first-words'
import type { Both, FirstLanguage } from './first-words'

/** What a company says about itself before its first file is written. */
export type Answers = {
  readonly company: string
  readonly zone: string
  readonly hours: { readonly week: string; readonly times: string }
  readonly directions: readonly (keyof typeof words.directions)[]
  readonly stages: readonly (keyof typeof words.stages)[]
  readonly helpers: readonly (keyof typeof words.helpers)[]
  readonly language: FirstLanguage
}

/** What every section of a first file is written with. */
export type Writer = {
  readonly answers: Answers
  readonly say: (text: Both) => string
  readonly remark: (name: keyof typeof words.remarks, facts?: Readonly<Record<string, string>>) => string
  readonly by: (helper: keyof typeof words.helpers | undefined) => string
  readonly head: string
}

/** Makes ready to write for these answers. */
export function writerFor(answers: Answers): Writer {
  const has = (helper: keyof typeof words.helpers): boolean => answers.helpers.includes(helper)
  const head = has('head_of_sales') ? 'head_of_sales' : 'owner_manager'
  return {
    answers,
    say: (text) => asValue(text[answers.language]),
    remark: (name, facts = {}) =>
      Object.entries(facts).reduce(
        (text, [key, value]) => text.replace(`{${key}}`, () => value),
        words.remarks[name][answers.language],
      ),
    by: (helper) => (helper === 'head_of_sales' ? head : helper !== undefined && has(helper) ? helper : 'owner'),
    head,
  }
}

/** A text as it must be written to mean just this. */
export function asValue(text: string): string {
  return stringify(plainLine(text), { lineWidth: 0, version: '1.2' }).trim()
}

/** A text somebody typed, on one line and without signs that no file can hold. */
export function plainLine(text: string): string {
  return text.replaceAll(/[\s\p{C}]+/gu, ' ').trim()
}

/** The managers who sell in a direction. */
export function teamOf(direction: string): keyof typeof words.teams {
  return direction.startsWith('b2b') ? 'b2b_managers' : 'b2c_managers'
}

/** The teams of managers that the chosen directions need. */
export function teamsOf({ directions }: Answers): readonly (keyof typeof words.teams)[] {
  return [...new Set(directions.map(teamOf))]
}
