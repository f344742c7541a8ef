import { dealRefusal } from './words/deal-refusal'
import { leaveRow } from './contribution'
import { monthOf } from '#domain/time/period'
import type { Deal, Won } from '#schemas/deal'
import type { Employee } from '#schemas/people'
import type { Model } from '#schemas/model'

/** Company currency and what other currencies are worth in it. */
export type Money = { readonly currency: string; readonly rates: Readonly<Record<string, string>> }

/**
 * The books of a deal that becomes won at an instant: everything it counts for, frozen. A currency without a rate is
 * refused: nobody could say what the deal brings to the plan.
 */
export function wonNow(
  deal: Deal,
  at: string,
  { model, employees, money }: { model: Model; employees: Readonly<Record<string, Employee>>; money: Money },
): Won {
  const amountMinor = typeof deal.fields['amount'] === 'number' ? deal.fields['amount'] : 0
  const rate = rateOf(deal.currency, money)
  return {
    at,
    month: monthOf(model.calendar.timezone, at),
    amountMinor,
    currency: deal.currency,
    rate,
    baseMinor: timesRate(amountMinor, rate),
    owner: deal.owner,
    department: employees[deal.owner]?.department ?? '',
    pipeline: deal.pipeline,
    axes: { ...model.pipelines[deal.pipeline]?.axes },
  }
}

function rateOf(currency: string, money: Money): string {
  const rate = currency === money.currency ? '1' : money.rates[currency]
  if (rate !== undefined) return rate
  throw dealRefusal('field_value.no_rate', { currency, own: money.currency })
}

/** The books after the amount of a won deal was corrected: the same moment, owner and rate, another amount. */
export function correctedWon(won: Won, amountMinor: number): Won {
  return { ...won, amountMinor, baseMinor: timesRate(amountMinor, won.rate) }
}

/** A deal with other books (or none), remembering the plan row it leaves. */
export function withWon(deal: Deal, won: Won | undefined): Deal {
  const countedBefore = leaveRow(deal, won)
  const { won: _won, countedBefore: _before, ...bare } = deal
  return {
    ...bare,
    ...(won === undefined ? {} : { won }),
    ...(countedBefore.length === 0 ? {} : { countedBefore: [...countedBefore] }),
  }
}

/** Minor units times a decimal rate given as text, exactly, rounded half to even. */
export function timesRate(amountMinor: number, rate: string): number {
  const [whole = '0', fraction = ''] = rate.split('.')
  const scale = 10n ** BigInt(fraction.length)
  const product = BigInt(amountMinor) * BigInt(whole + fraction)
  const quotient = product / scale
  const rest = product % scale
  const twice = (rest < 0n ? -rest : rest) * 2n
  const isUp = twice > scale || (twice === scale && quotient % 2n !== 0n)
  return Number(quotient + (isUp ? (product < 0n ? -1n : 1n) : 0n))
}
