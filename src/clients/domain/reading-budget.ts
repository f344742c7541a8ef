/** How many cards of other people's clients, and numbers, somebody may be shown on a day before their head is told. */
export type Budget = { readonly cards: number; readonly reveals: number }

const usual: Budget = { cards: 120, reveals: 60 }
const ofHeads: Budget = { cards: 400, reveals: 200 }

/** What somebody may read on a day: a head sees to many people's clients. */
export function budgetOf({ leads }: { readonly leads: boolean }): Budget {
  return leads ? ofHeads : usual
}

/** Whether so much has been read that nothing more is shown until the head allows it: twice the budget, of either. */
export function isSpent(
  budget: Budget,
  { cards, reveals }: { readonly cards: number; readonly reveals: number },
): boolean {
  return cards >= 2 * budget.cards || reveals >= 2 * budget.reveals
}
