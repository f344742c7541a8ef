import { signedFact } from '#domain/rules/document-facts'
import { issuedFact, paidShareFact } from '#domain/rules/money-facts'
import type { StageRules } from '#domain/rules/stage-rules'
import type { MoneyWords, SignedNow } from './words/values'

/**
 * What a gate asks of money and documents and is not so: a part of what was invoiced that is not paid, an invoice that is
 * not issued, a document that is not signed.
 */
export type UnpaidLine = {
  readonly field: 'paid' | 'invoiced' | 'signed'
  /** As the file words it. */
  readonly text: string
  readonly money: MoneyWords
}

/** What a gate asks of documents, invoices and payments, as far as it does not hold by what was found out. */
export function unmetMoney(rules: StageRules): readonly UnpaidLine[] {
  const { gate } = rules.stage
  const { model, facts = {} } = rules
  const unissued = (gate?.invoiced ?? []).filter((kind) => facts[issuedFact(kind)] !== true)
  const issued = unissued.map((kind): UnpaidLine => {
    const invoice = model.invoices?.[kind]?.name ?? kind
    return { field: 'invoiced', text: `invoiced: ${kind}`, money: { is: 'invoiced', invoice } }
  })
  const missing = [...unsigned(rules), ...issued]
  const atLeast = gate?.paid
  if (atLeast === undefined) return missing
  const found = facts[paidShareFact]
  const now = typeof found === 'number' ? found : null
  if (now !== null && now >= atLeast) return missing
  return [...missing, { field: 'paid', text: `paid: at least ${atLeast}%`, money: { is: 'paid', atLeast, now } }]
}

function unsigned({ stage: { gate }, model, facts = {} }: StageRules): readonly UnpaidLine[] {
  return (gate?.signed ?? []).flatMap((kind): readonly UnpaidLine[] => {
    const found = facts[signedFact(kind)]
    if (found === 'signed') return []
    const document = model.documents?.[kind]?.name ?? kind
    return [{ field: 'signed', text: `signed: ${kind}`, money: { is: 'signed', document, now: signedNow(found) } }]
  })
}

const stops = ['draft', 'client', 'us', 'refused'] as const

function signedNow(found: unknown): SignedNow {
  return stops.find((one) => one === found) ?? 'none'
}
