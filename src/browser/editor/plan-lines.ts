import type { Language } from '#schemas/language-names'
import { planEn } from '#release/domain/plan-words-en'
import { planRu } from '#release/domain/plan-words-ru'
import { formatFor } from '#domain/kernel/texts/format'
import type { ReleaseGroup } from '#schemas/release-names'
import type { NowEffect, ReleaseChange, ReleasePlan } from '#schemas/release'

/** One line of a plan as the page shows it. */
export type PlanLine = {
  readonly mark: string
  readonly head: string
  readonly body: readonly string[]
  readonly examples: readonly string[]
  readonly line?: number
  /** Lines that may be written under `moved:`. */
  readonly paste?: readonly string[]
  readonly now?: NowEffect
}

/** A group of a plan: since when its changes hold. */
export type PlanGroup = { readonly id: ReleaseGroup; readonly title: string; readonly lines: readonly PlanLine[] }

const languages = { en: planEn, ru: planRu } as const

const order = [
  'blocked',
  'warnings',
  'moves',
  'nextEntry',
  'newDeals',
  'atOnce',
] as const satisfies readonly ReleaseGroup[]

/** A plan group by group, in the order in which it is read; groups with nothing in them are left out. */
export function planGroups(plan: ReleasePlan, language: Language): readonly PlanGroup[] {
  return order.flatMap((id) =>
    plan[id].length === 0
      ? []
      : [{ id, title: languages[language].groups[id], lines: plan[id].map((change) => lineOf(change, id, language)) }],
  )
}

function lineOf(change: ReleaseChange, group: ReleaseGroup, language: Language): PlanLine {
  const { line, paste, now, examples } = change
  const words = languages[language]
  const format = formatFor(language, 'UTC')
  const isAsked = group === 'blocked' || group === 'moves' || group === 'nextEntry'
  return {
    mark: markOf(change, group),
    head: words.head(change, format),
    // The page has a box to tick where the command line has an option.
    body: [
      ...words.body(change, group, format).filter((text) => !text.includes('--now ')),
      ...(paste === undefined ? [] : [words.paste(change)]),
    ],
    examples: isAsked ? examples.deals.map(({ title }) => title) : [],
    ...(line === undefined ? {} : { line }),
    ...(paste === undefined ? {} : { paste }),
    ...(now === undefined ? {} : { now }),
  }
}

function markOf({ code }: ReleaseChange, group: ReleaseGroup): string {
  if (group === 'blocked') return '✗'
  if (group === 'warnings') return '!'
  if (group === 'moves') return '→'
  if (code.endsWith('-added')) return '+'
  return code.endsWith('-removed') ? '−' : '~'
}
