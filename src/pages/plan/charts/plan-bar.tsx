import { scaleLinear } from 'd3-scale'

import { place } from '#pages/charts/drawing.tsx'

const width = 150

/** A plan in one line of a table: how far the fact has come, with a mark where it should be by now. */
export function PlanBar({
  fact,
  plan,
  expected,
}: {
  readonly fact: number
  readonly plan: number | null
  readonly expected: number | null
}) {
  if (plan === null || plan <= 0) return null
  const x = scaleLinear([0, Math.max(plan, fact)], [0, width])
  const tone = fact >= plan ? 'good' : expected !== null && fact < expected ? 'behind' : 'plain'
  return (
    <svg class="plan-bar" viewBox={`0 0 ${width} 16`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="chart-track" x={0} y={3} width={place(x(plan))} height={10} rx={3} />
      <rect class={`chart-bar-${tone}`} x={0} y={3} width={place(Math.max(0, x(fact)))} height={10} rx={3} />
      {expected === null ? null : <rect class="chart-mark" x={place(x(expected) - 1)} y={0} width={2} height={16} />}
    </svg>
  )
}
