import type { ReadingRules } from '#schemas/clients/client-rules'

/**
 * How much of other people's clients somebody may read on a day before their head is told: cards, numbers that are shown,
 * rows of lists and files, and searches.
 */
export type Budget = {
  readonly cards: number
  readonly reveals: number
  readonly rows: number
  readonly searches: number
}

const usual: Budget = { cards: 120, reveals: 60, rows: 3000, searches: 400 }
const ofHeads: Budget = { cards: 400, reveals: 200, rows: 20_000, searches: 800 }

/** Whose budget is asked for: their roles, and whether they lead a department. */
export type BudgetOf = { readonly leads: boolean; readonly roles: readonly string[] }

/**
 * What somebody may read on a day. What the file says of one of their roles goes before what it says of everybody; of
 * several the largest holds. A head sees to many people's clients: what is for heads holds for them where it is more.
 */
export function budgetOf({ leads, roles }: BudgetOf, rules: ReadingRules | undefined): Budget {
  const lines = rules?.budgets ?? []
  const most = (key: keyof Budget): number => {
    const said = (isFor: (who: string | undefined) => boolean) =>
      lines.flatMap((line) => (isFor(line.who) && line[key] !== undefined ? [line[key]] : []))
    const ofRoles = said((who) => who !== undefined && roles.includes(who))
    const ofAll = said((who) => who === undefined)
    const own = ofRoles.length > 0 ? ofRoles : ofAll.length > 0 ? ofAll : [usual[key]]
    const heads = said((who) => who === 'owner_manager')
    return Math.max(...own, ...(leads ? (heads.length > 0 ? heads : [ofHeads[key]]) : []))
  }
  return { cards: most('cards'), reveals: most('reveals'), rows: most('rows'), searches: most('searches') }
}

const kinds = ['cards', 'reveals', 'rows', 'searches'] as const

/** Whether more has been read of something than the budget. */
export function isOver(budget: Budget, read: Partial<Budget>): boolean {
  return kinds.some((kind) => (read[kind] ?? 0) > budget[kind])
}

/** Whether so much has been read that nothing more is shown until the head allows it: twice the budget, of anything. */
export function isSpent(budget: Budget, read: Budget): boolean {
  return kinds.some((kind) => read[kind] >= 2 * budget[kind])
}

/** The budget when nobody is expected to read: at night, on a day off, while one is away. */
export function halfOf(budget: Budget): Budget {
  const half = (count: number) => Math.ceil(count / 2)
  return {
    cards: half(budget.cards),
    reveals: half(budget.reveals),
    rows: half(budget.rows),
    searches: half(budget.searches),
  }
}

/** From so many cards of a day on it is looked at whether that is much for whoever reads. */
export const fewCards = 40
/** So many of the last working days are looked at, and so many of them must have seen any reading to tell what is usual. */
export const daysLooked = 20
const daysToTell = 5
const timesUsual = 4

/** More than this is much for somebody who read so many cards on the days before; undefined where too few days can tell. */
export function muchFor(cards: readonly number[]): number | undefined {
  const read = cards.filter((count) => count > 0).toSorted((one, other) => one - other)
  if (read.length < daysToTell) return undefined
  const middle = read.length / 2
  const median = ((read[Math.ceil(middle) - 1] ?? 0) + (read[Math.floor(middle)] ?? 0)) / 2
  return Math.max(fewCards, Math.floor(timesUsual * median))
}
