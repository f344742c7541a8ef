import { issuedFact, paidShareFact } from '#domain/rules/money-facts'
import type { StageRules } from '#domain/rules/stage-rules'

/** What a gate asks of money and is not so: a part of what was invoiced that is not paid, or an invoice that is not issued. */
export type UnpaidLine = {
  readonly field: 'paid' | 'invoiced'
  /** As the file words it. */
  readonly text: string
  readonly money: MoneyWish
}

/** `now` is null where nothing is invoiced yet. */
export type MoneyWish =
  | { readonly is: 'paid'; readonly atLeast: number; readonly now: number | null }
  | { readonly is: 'invoiced'; readonly invoice: string }

/** What a gate asks of invoices and payments, as far as it does not hold by what was found out. */
export function unmetMoney({ stage: { gate }, model, facts = {} }: StageRules): readonly UnpaidLine[] {
  const unissued = (gate?.invoiced ?? []).filter((kind) => facts[issuedFact(kind)] !== true)
  const issued = unissued.map((kind): UnpaidLine => {
    const invoice = model.invoices?.[kind]?.name ?? kind
    return { field: 'invoiced', text: `invoiced: ${kind}`, money: { is: 'invoiced', invoice } }
  })
  const atLeast = gate?.paid
  if (atLeast === undefined) return issued
  const found = facts[paidShareFact]
  const now = typeof found === 'number' ? found : null
  if (now !== null && now >= atLeast) return issued
  return [...issued, { field: 'paid', text: `paid: at least ${atLeast}%`, money: { is: 'paid', atLeast, now } }]
}
