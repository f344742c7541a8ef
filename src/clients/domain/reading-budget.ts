import type { ReadingRules } from '#schemas/clients/client-rules'

/** How many cards of other people's clients, and numbers, somebody may be shown on a day before their head is told. */
export type Budget = { readonly cards: number; readonly reveals: number }

const usual: Budget = { cards: 120, reveals: 60 }
const ofHeads: Budget = { cards: 400, reveals: 200 }

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
  return { cards: most('cards'), reveals: most('reveals') }
}

/** Whether so much has been read that nothing more is shown until the head allows it: twice the budget, of either. */
export function isSpent(
  budget: Budget,
  { cards, reveals }: { readonly cards: number; readonly reveals: number },
): boolean {
  return cards >= 2 * budget.cards || reveals >= 2 * budget.reveals
}
