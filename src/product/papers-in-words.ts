import { own } from '#domain/kernel/own'
import { Refusal } from '#domain/kernel/refusal'
import type { Ports } from '#ports/ports'

type Papers = Pick<Ports, 'documents' | 'money'>
type Rules = Pick<Ports['rules'], 'current'>

/** What a kind is called today. */
export type KindNow = (kind: string) => string

/**
 * Documents and invoices of the kinds that the newest rules know: what was made under a name that has been moved since is read
 * under the name of today, and written under it with its next change.
 */
export function papersInWords<P extends Papers>(papers: P, rules: Rules): P {
  const { documents, money } = papers
  const one = async <T extends Kinded>(found: T | undefined): Promise<T | undefined> => {
    const now = found === undefined ? undefined : await kindsOf(rules)
    return found === undefined || now === undefined ? found : inWords(found, now)
  }
  const all = async <T extends Kinded>(found: readonly T[]): Promise<readonly T[]> => {
    const now = found.length === 0 ? undefined : await kindsOf(rules)
    return now === undefined ? found : found.map((paper) => inWords(paper, now))
  }
  return {
    ...papers,
    documents: over(documents, {
      find: async (id) => one(await documents.find(id)),
      ofDeal: async (dealId) => all(await documents.ofDeal(dealId)),
      issuedIn: async (year) => all(await documents.issuedIn(year)),
    }),
    money: over(money, {
      findInvoice: async (id) => one(await money.findInvoice(id)),
      findInvoices: async (ids) => all(await money.findInvoices(ids)),
      invoicesOf: async (dealId) => all(await money.invoicesOf(dealId)),
      issuedIn: async (year) => all(await money.issuedIn(year)),
      issuedBetween: async (days) => all(await money.issuedBetween(days)),
      issuedTo: async (inn) => all(await money.issuedTo(inn)),
      issuedUnder: async (piece) => all(await money.issuedUnder(piece)),
    }),
  }
}

/** A store with some members of its own; one that is loaded on demand cannot be spread. */
function over<T extends object>(store: T, members: Partial<T>): T {
  return new Proxy(store, {
    get: (target, name) => (Object.hasOwn(members, name) ? members[name as keyof T] : target[name as keyof T]),
  })
}

type Kinded = { readonly kind: string }

function inWords<T extends Kinded>(paper: T, now: KindNow): T {
  const kind = now(paper.kind)
  return kind === paper.kind ? paper : { ...paper, kind }
}

/** What kinds are called by the newest rules; undefined where none was ever called otherwise. */
export async function kindsOf(rules: Rules): Promise<KindNow | undefined> {
  try {
    const { model, renamings = [] } = await rules.current()
    const steps = renamings.flatMap(({ papers }) => (papers === undefined ? [] : [papers]))
    if (steps.length === 0) return undefined
    const known = { ...model.documents, ...model.invoices }
    return (kind) => (Object.hasOwn(known, kind) ? kind : steps.reduce((name, step) => own(step, name) ?? name, kind))
  } catch (error) {
    // Before anything was published nothing can be called otherwise.
    if (error instanceof Refusal && error.code === 'rules_unknown') return undefined
    throw error
  }
}
