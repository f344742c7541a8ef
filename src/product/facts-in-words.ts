import { own } from '#domain/kernel/own'
import { signedFact, signedKindIn } from '#domain/rules/document-facts'
import { issuedFact, issuedKindIn } from '#domain/rules/money-facts'
import { paperFactIn, paperFactName } from '#domain/rules/paper-facts'
import type { GateFacts } from '#ports/gate-facts'
import type { Ports } from '#ports/ports'
import { kindsOf, type KindNow } from './papers-in-words'

/** What gates ask by the rules of their stay, which may be of a day when kinds were called otherwise. */
export function factsInWords({ find }: GateFacts, rules: Pick<Ports['rules'], 'current'>): GateFacts {
  return {
    find: async (deal, names) => {
      const now = names.some(isOfPaper) ? await kindsOf(rules) : undefined
      if (now === undefined) return find(deal, names)
      const asked = new Map(names.map((name) => [name, factNow(name, now)]))
      const { values, sources } = await find(deal, [...new Set(asked.values())])
      const answers = [...asked].flatMap(([name, fact]) => {
        const value = own(values, fact)
        return value === undefined ? [] : [[name, value] as const]
      })
      return { values: Object.fromEntries(answers), sources }
    },
  }
}

function isOfPaper(name: string): boolean {
  return (signedKindIn(name) ?? issuedKindIn(name) ?? paperFactIn(name)) !== undefined
}

function factNow(name: string, now: KindNow): string {
  const [signed, issued, waited] = [signedKindIn(name), issuedKindIn(name), paperFactIn(name)]
  if (signed !== undefined) return signedFact(now(signed))
  if (issued !== undefined) return issuedFact(now(issued))
  return waited === undefined ? name : paperFactName({ ...waited, paper: now(waited.paper) })
}
