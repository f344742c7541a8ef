import type { AccountTotals, StatementLine } from './statement'

/** On which side of a payment an account stands: it spends as payer, it receives as payee. */
export type Side = 'payer' | 'payee'

/** What went through each account on each side, added up day after day. */
export type Flows = ReadonlyMap<string, readonly { readonly day: string; readonly sum: number }[]>

/** Adds payments up once, so that any stretch of any account is two look-ups. */
export function flowsOf(lines: readonly StatementLine[]): Flows {
  const byAccount = new Map<string, StatementLine[]>()
  for (const line of lines) {
    if (line.direction === 'none') continue
    if (line.direction !== 'in') add(byAccount, `payer ${line.payer.account}`, line)
    if (line.direction !== 'out') add(byAccount, `payee ${line.payee.account}`, line)
  }
  return new Map(
    [...byAccount].map(([key, own]) => {
      let sum = 0
      const days = own
        .toSorted((a, b) => (a.bookedOn < b.bookedOn ? -1 : 1))
        .map(({ bookedOn, kopecks }) => {
          sum += kopecks
          return { day: bookedOn, sum }
        })
      return [key, days]
    }),
  )
}

/** What went through an account on one side in its stretch of time, in kopecks. */
export function flowWithin(flows: Flows, side: Side, { account, from = '', to = '9999' }: AccountTotals): number {
  const days = flows.get(`${side} ${account}`) ?? []
  return sumBefore(days, (day) => day <= to) - sumBefore(days, (day) => day < from)
}

function sumBefore(days: readonly { readonly day: string; readonly sum: number }[], is: (day: string) => boolean) {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (is(days[middle]?.day ?? '')) low = middle + 1
    else high = middle
  }
  return days[low - 1]?.sum ?? 0
}

function add(groups: Map<string, StatementLine[]>, key: string, line: StatementLine): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [line])
  else group.push(line)
}
