import { dealRefusal } from './words/deal-refusal'
import { leaveRow } from './contribution'
import { monthOf } from '#domain/time/period'
import { convert, isPlausible, mostMinor, type Conversion } from '#domain/kernel/money'
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
  const conversion = { from: deal.currency, to: money.currency, rate }
  return {
    at,
    month: monthOf(model.calendar.timezone, at),
    amountMinor,
    currency: deal.currency,
    rate,
    baseMinor: plausible(amountMinor, conversion),
    baseCurrency: money.currency,
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

/** What a won amount comes to in company currency; one that nobody can mean is refused where it would enter the books. */
function plausible(amountMinor: number, conversion: Conversion): number {
  const minor = convert(amountMinor, conversion)
  if (isPlausible(amountMinor) && isPlausible(minor)) return minor
  throw dealRefusal('field_value.amount', { most: mostMinor, currency: conversion.from, own: conversion.to })
}

/**
 * The books after the amount of a won deal was corrected: the same moment, owner and rate, another amount. `company` is
 * the currency of the company; books from before it was kept with them are in it.
 */
export function correctedWon(won: Won, amountMinor: number, company: string): Won {
  const to = won.baseCurrency ?? company
  return { ...won, amountMinor, baseMinor: plausible(amountMinor, { from: won.currency, to, rate: won.rate }) }
}

/** Books that were converted without the digits of both currencies, as they should be; undefined where they are right. */
export function convertedAnew(won: Won, company: string): Won | undefined {
  const to = won.baseCurrency ?? company
  const baseMinor = isPlausible(won.amountMinor)
    ? convert(won.amountMinor, { from: won.currency, to, rate: won.rate })
    : 0
  return baseMinor === won.baseMinor || (won.baseCurrency === undefined && won.currency === to && won.rate !== '1')
    ? undefined
    : { ...won, baseMinor, baseCurrency: to }
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
