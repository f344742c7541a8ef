import { inCompanyCurrency } from '#domain/deals/currency-sums'
import { stagesToWin } from '#domain/rules/stage-rules'
import type { Money } from '#domain/deals/winning'
import { divideHalfEven } from '#domain/kernel/ratio'
import { distribute } from './plan-totals'
import type { Model } from '#schemas/model'
import type { CurrencySum } from '#schemas/views'

/** Open deals of one stage: how many, what they add up to, and what that is worth by the chance of the stage. */
export type OpenStage = {
  readonly pipeline: string
  readonly stage: string
  readonly count: number
  /** Minor units of company currency; what has no rate is not in it. */
  readonly sumMinor: number
  /**
   * Of the sum, or of the count for plans of deals; null where the rules name no chance. The stages add up to what all of them are
   * likely to bring, rounded once: as the plan’s own row says it.
   */
  readonly likely: number | null
}

/** What is open, by direction and stage. */
export type OpenGroup = {
  readonly pipeline: string
  readonly stage: string
  readonly count: number
  readonly sums: readonly CurrencySum[]
}

/**
 * Where what may still come lies: the stages before winning that hold something, in the order of the file, the same stage of
 * several groups together.
 */
export function openByStage(
  groups: readonly OpenGroup[],
  { model, money, isSum }: { readonly model: Model; readonly money: Money; readonly isSum: boolean },
): readonly OpenStage[] {
  const found = Object.values(model.pipelines).flatMap((direction) =>
    stagesToWin(direction).flatMap(({ id: stage, chance }) => {
      const pipeline = direction.id
      const here = groups.filter((one) => one.pipeline === pipeline && one.stage === stage)
      const count = here.reduce((sum, one) => sum + one.count, 0)
      if (count === 0) return []
      const sumMinor = inCompanyCurrency(
        here.flatMap(({ sums }) => sums),
        money,
      ).minor
      return [{ pipeline, stage, count, sumMinor, chance }]
    }),
  )
  // Chances are percents that may have decimals: in hundredths of a percent they are whole.
  const worth = found.map(
    ({ sumMinor, count, chance = 0 }) => BigInt(isSum ? sumMinor : count) * BigInt(Math.round(chance * 100)),
  )
  const whole = worth.reduce((sum, one) => sum + one, 0n)
  const likely = whole === 0n ? [] : distribute(Number(divideHalfEven(whole, 10_000n)), worth)
  return found.map(({ chance, ...stage }, at) => ({
    ...stage,
    likely: chance === undefined ? null : (likely[at] ?? 0),
  }))
}
