import { moneySaying } from '#money/words/money-refusal'

import type { AccountTotals, StatementFault, StatementLine } from './statement'
import { flowsOf, flowWithin, type Side } from './account-flows'

type Settled = { readonly lines: readonly StatementLine[]; readonly faults: readonly StatementFault[] }

/**
 * Takes a payment that stands in a file twice once, unless what the bank says of its sum counts both; and tells of every
 * stretch whose sums do not add up, with the difference.
 */
export function settleLines(lines: readonly StatementLine[], accounts: readonly AccountTotals[]): Settled {
  const seen = new Map<string, StatementLine>()
  const again: StatementLine[] = []
  for (const line of lines) {
    if (seen.has(line.identity)) again.push(line)
    else seen.set(line.identity, line)
  }
  const real = countedTwice(lines, again, accounts)
  const faults = again.map((line) => twice(line, seen.get(line.identity)?.line ?? 0, real.has(line)))
  const counted = new Map<string, number>()
  const kept = lines.flatMap((line) => {
    if (seen.get(line.identity) !== line && !real.has(line)) return []
    const count = (counted.get(line.identity) ?? 0) + 1
    counted.set(line.identity, count)
    return [count === 1 ? line : { ...line, identity: `${line.identity}#${count}` }]
  })
  const flows = flowsOf(kept)
  return { lines: kept, faults: [...faults, ...accounts.flatMap((totals) => misfits(totals, flows))] }
}

/** Payments that stand there again and without which the bank’s own sums are not reached. */
function countedTwice(
  lines: readonly StatementLine[],
  again: readonly StatementLine[],
  accounts: readonly AccountTotals[],
): ReadonlySet<StatementLine> {
  if (again.length === 0) return new Set()
  const all = flowsOf(lines)
  const reached = accounts.flatMap((totals) =>
    (['payer', 'payee'] as const).flatMap((side) => {
      const declared = side === 'payee' ? totals.received : totals.spent
      return declared !== undefined && flowWithin(all, side, totals) === declared ? [{ ...totals, side }] : []
    }),
  )
  return new Set(
    again.filter((line) => {
      const side = line.direction === 'in' ? 'payee' : 'payer'
      return reached.some((one) => one.side === side && one.account === line[side].account && isWithin(line, one))
    }),
  )
}

function isWithin({ bookedOn }: StatementLine, { from = '', to = '9999' }: AccountTotals): boolean {
  return bookedOn >= from && bookedOn <= to
}

function twice(line: StatementLine, first: number, isReal: boolean): StatementFault {
  const values = { number: line.number, on: line.bookedOn, first }
  const about = isReal ? moneySaying('bank_file_twice_counted', values) : moneySaying('bank_file_twice', values)
  return { line: line.line, weight: 'warning', about }
}

function misfits(totals: AccountTotals, flows: ReturnType<typeof flowsOf>): readonly StatementFault[] {
  const { account, line, opening, received, spent, closing } = totals
  const off = (declared: number | undefined, side: Side): number =>
    declared === undefined ? 0 : declared - flowWithin(flows, side, totals)
  const isWhole = opening !== undefined && closing !== undefined && received !== undefined && spent !== undefined
  const found = [
    ['bank_file_received_off', off(received, 'payee')],
    ['bank_file_spent_off', off(spent, 'payer')],
    ['bank_file_closing_off', isWhole ? closing - (opening + received - spent) : 0],
  ] as const
  return found.flatMap(([say, kopecks]) =>
    kopecks === 0 ? [] : [{ line, weight: 'warning', about: moneySaying(say, { account, kopecks }) }],
  )
}
