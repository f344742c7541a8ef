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

const titles: Readonly<Record<'en' | 'ru', Readonly<Record<ReleaseGroup, string>>>> = {
  en: {
    blocked: 'BLOCKED – nothing can be published until these are answered',
    warnings: 'WARNINGS – nothing is stopped by these',
    moves: 'MOVES',
    nextEntry: 'FROM THE NEXT STAGE ENTRY',
    newDeals: 'NEW DEALS ONLY',
    atOnce: 'AT ONCE',
  },
  ru: {
    blocked: 'МЕШАЕТ – без ответа ничего нельзя опубликовать',
    warnings: 'ОБРАТИТЕ ВНИМАНИЕ – это ничему не мешает',
    moves: 'ПЕРЕЕЗДЫ',
    nextEntry: 'СО СЛЕДУЮЩЕГО ВХОДА НА ЭТАП',
    newDeals: 'ТОЛЬКО НОВЫЕ СДЕЛКИ',
    atOnce: 'СРАЗУ',
  },
}

const order = [
  'blocked',
  'warnings',
  'moves',
  'nextEntry',
  'newDeals',
  'atOnce',
] as const satisfies readonly ReleaseGroup[]

/** A plan group by group, in the order in which it is read; groups with nothing in them are left out. */
export function planGroups(plan: ReleasePlan, language: 'en' | 'ru'): readonly PlanGroup[] {
  return order.flatMap((id) =>
    plan[id].length === 0
      ? []
      : [{ id, title: titles[language][id], lines: plan[id].map((change) => lineOf(change, id)) }],
  )
}

function lineOf(change: ReleaseChange, group: ReleaseGroup): PlanLine {
  const { key, from, to, directions, line, paste, now, examples } = change
  const turned = from === undefined && to === undefined ? '' : `: ${from ?? '–'} → ${to ?? '–'}`
  const where = directions.map(({ pipeline, deals }) => `${pipeline} ${deals}`).join(', ')
  const isAsked = group === 'blocked' || group === 'moves' || group === 'nextEntry'
  return {
    mark: markOf(change, group),
    head: `${key}${turned}`,
    body: where === '' ? [] : [where],
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
