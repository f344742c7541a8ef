import { textHash } from '#domain/kernel/text-hash'

import type { StatementLine } from './statement'

/**
 * By what a payment is known again, as banks give none an id: our account, the day it was booked on, number, amount, and the
 * account and INN on the other side. The same payment of another file has the same one.
 */
export function paymentIdentity(line: Omit<StatementLine, 'identity'>): string {
  const { direction, account, bookedOn, number, kopecks, payer, payee } = line
  const other = direction === 'in' ? payer : payee
  const mark = [account, bookedOn, number.replace(/^0+(?=.)/, ''), kopecks, direction, other.account, other.inn]
  return textHash(mark.join('|'))
}
