import { sumOf } from '#domain/kernel/money'

/** The company's plan, where it comes from, and how far it is from the sum of the employees' plans. */
export type CompanyPlan = {
  readonly plan: number
  readonly source: 'explicit' | 'sum'
  /** Explicit plan minus the sum of employees; `null` where there is only one of them. */
  readonly gap: number | null
}

/** A plan of a longer period, and whether it was added up from its months. */
export type DerivedPlan = {
  readonly value: number
  readonly derived: boolean
  /** How many months have no plan of their own; 0 for a plan that is not derived. */
  readonly missingMonths: number
}

/** A stage on the way to winning; `conversion` (0 to 1) is the share of its deals that go on to the next one. */
export type FunnelStage = { readonly id: string; readonly conversion: number }

/** How many deals a stage must see in all and per working day (one decimal, rounded up). */
export type StageNeed = { readonly id: string; readonly deals: number | null; readonly perDay: number | null }

/** Gives the company's plan: the explicit one, else the sum of employees; `null` where there is neither. */
export function companyPlan(explicit: number | null, employeeSum: number | null): CompanyPlan | null {
  if (explicit !== null)
    return { plan: explicit, source: 'explicit', gap: employeeSum === null ? null : explicit - employeeSum }
  return employeeSum === null ? null : { plan: employeeSum, source: 'sum', gap: null }
}

/** Gives the plan of a longer period: the explicit one, else the sum of its months and says so; `null` without either. */
export function derivePlan(explicit: number | null, monthly: readonly (number | null)[]): DerivedPlan | null {
  if (explicit !== null) return { value: explicit, derived: false, missingMonths: 0 }
  const planned = monthly.filter((value) => value !== null)
  if (planned.length === 0) return null
  const value = sumOf(planned)
  return { value, derived: true, missingMonths: monthly.length - planned.length }
}

/**
 * Splits an integer total by weights so that the parts add up to it exactly: what rounding leaves goes, one by one,
 * to the parts that lost most. Weights are whole numbers, not below 0, such as working days of months.
 */
export function distribute(total: number, weights: readonly (number | bigint)[]): readonly number[] {
  const whole = weights.reduce<bigint>((sum, weight) => sum + BigInt(weight), 0n)
  if (whole === 0n)
    throw new Error('A plan cannot be split between parts that all weigh nothing. Give one of them a weight.')
  const sign = Math.sign(total)
  const shares = weights.map((weight, index) => {
    const exact = BigInt(Math.abs(total)) * BigInt(weight)
    return { index, part: Number(exact / whole), lost: exact % whole }
  })
  const left = Math.abs(total) - shares.reduce((sum, { part }) => sum + part, 0)
  const byLoss = shares.toSorted((a, b) => (a.lost === b.lost ? a.index - b.index : b.lost > a.lost ? 1 : -1))
  const lucky = new Set(byLoss.slice(0, left).map(({ index }) => index))
  return shares.map(({ index, part }) => sign * (part + (lucky.has(index) ? 1 : 0)) + 0)
}

/**
 * Says how many deals each stage must see, in all and per working day, so that the rest of the plan is won.
 * Stages come in the order of the pipeline, the last one's conversion leads to winning. Sums are in minor units.
 * Where it cannot be said (no average, nothing converts, no days left) the number is `null`.
 */
export function decompose(need: {
  readonly remaining: number
  readonly averageAmount: number
  readonly stages: readonly FunnelStage[]
  readonly daysLeft: number
}): { readonly wins: number | null; readonly stages: readonly StageNeed[] } {
  const wins = winsFor(need.remaining, need.averageAmount)
  const stages = need.stages.map(({ id }, index): StageNeed => {
    const onward = need.stages.slice(index).reduce((share, stage) => share * stage.conversion, 1)
    const deals = dealsFor(wins, onward)
    const perDay = deals === null || need.daysLeft <= 0 ? null : roundUp((deals / need.daysLeft) * 10) / 10
    return { id, deals, perDay }
  })
  return { wins, stages }
}

function winsFor(remaining: number, averageAmount: number): number | null {
  if (remaining <= 0) return 0
  return averageAmount <= 0 ? null : roundUp(remaining / averageAmount)
}

function dealsFor(wins: number | null, onward: number): number | null {
  if (wins === 0) return 0
  return wins === null || onward <= 0 ? null : roundUp(wins / onward)
}

/** Rounds up, but not for the noise of binary fractions: 1 / 0.1 is ten deals, not eleven. */
function roundUp(value: number): number {
  return Math.ceil(Number(value.toFixed(9)))
}
