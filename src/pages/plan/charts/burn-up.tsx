import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'

import { Figure, Legend, legendLines, place, textWidth, type Drawing, type Told } from '#pages/charts/drawing.tsx'

/** An evening of a plan: how many working days were gone by then, and what had come. */
export type Evening = { readonly gone: number; readonly fact: number; readonly label: string }

/** What a burn-up shows. `all` counts the working days of the period; amounts are of one unit. */
export type BurnUpChart = {
  readonly told: Told
  readonly all: number
  readonly evenings: readonly Evening[]
  readonly plan: number | null
  /** The fact at the end at today’s speed. */
  readonly forecast: number | null
  readonly ticks: readonly { readonly gone: number; readonly label: string }[]
  readonly names: { readonly fact: string; readonly pace: string; readonly forecast: string; readonly plan: string }
  readonly format: (amount: number) => string
  readonly formatShort: (amount: number) => string
}

type Point = { readonly gone: number; readonly amount: number }
type Scale = ReturnType<typeof scaleLinear<number, number>>
type Frame = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
type Drawn = { readonly chart: BurnUpChart; readonly frame: Frame; readonly x: Scale; readonly y: Scale }

/**
 * Draws the fact of a plan growing over its working days: beside the pace that leads to the plan, and on to where it
 * will end at today’s speed. A weekend is no step to the right: it brings nothing and costs nothing.
 */
export function BurnUp(chart: BurnUpChart) {
  return <Figure told={chart.told} draw={(width) => drawn(chart, width)} />
}

function drawn(chart: BurnUpChart, width: number): Drawing {
  const entries = legendOf(chart)
  const lines = legendLines(
    entries.map(({ name }) => name),
    width - 70,
  )
  const amounts = [...chart.evenings.map(({ fact }) => fact), chart.plan ?? 0, chart.forecast ?? 0]
  const [top, bottom] = [14 + lines * 18, 250 + lines * 18]
  const y = scaleLinear([Math.min(0, ...amounts), Math.max(1, ...amounts)], [bottom, top]).nice(5)
  const frame = { left: roomFor(y.ticks(5).map(chart.formatShort)), right: width - 14, top, bottom }
  const x = scaleLinear([0, Math.max(1, chart.all)], [frame.left, frame.right])
  const all = { chart, frame, x, y }
  return {
    height: frame.bottom + 26,
    shapes: (
      <>
        <Legend entries={entries} at={{ x: frame.left, y: 14, width: width - 70 }} />
        <Grid {...all} />
        <Lines {...all} />
        {chart.evenings.map(({ label, fact, gone }) => (
          <circle class="chart-dot" cx={place(x(gone))} cy={place(y(fact))} r={width > 400 ? 3.5 : 2.5}>
            <title>{`${label}: ${chart.format(fact)}`}</title>
          </circle>
        ))}
      </>
    ),
  }
}

/** What stands before the lines is as wide as its longest text. */
function roomFor(labels: readonly string[]): number {
  return Math.max(40, ...labels.map(({ length }) => 16 + length * 6.9))
}

function legendOf({ names, plan, forecast }: BurnUpChart) {
  const planned = [
    { name: names.pace, tone: 'chart-key-pace' },
    { name: names.plan, tone: 'chart-key-plan' },
  ]
  return [
    { name: names.fact, tone: 'chart-key-fact' },
    ...(plan === null ? [] : planned),
    ...(forecast === null ? [] : [{ name: names.forecast, tone: 'chart-key-forecast' }]),
  ]
}

function Lines({ chart, x, y }: Drawn) {
  const { plan, all, forecast, names, format } = chart
  const at = { x: (point: Point) => place(x(point.gone)), y: (point: Point) => place(y(point.amount)) }
  const path = line<Point>(at.x, at.y).digits(1)
  const under = area<Point>(at.x, place(y(0)), at.y).digits(1)
  const points = chart.evenings.map(({ gone, fact }): Point => ({ gone, amount: fact }))
  const last = points.at(-1)
  const from = (amount: number, to: number) =>
    path([
      { gone: 0, amount },
      { gone: all, amount: to },
    ])
  return (
    <>
      <path class="chart-area-fact" d={under(points)} />
      {plan === null ? null : <path class="chart-line-plan" d={from(plan, plan)} />}
      {plan === null ? null : <path class="chart-line-pace" d={from(0, plan)} />}
      <path class="chart-line-fact" d={path(points)} />
      {forecast === null || last === undefined || last.gone >= all ? null : (
        <path class="chart-line-forecast" d={path([last, { gone: all, amount: forecast }])}>
          <title>{`${names.forecast}: ${format(forecast)}`}</title>
        </path>
      )}
    </>
  )
}

function Grid({ chart, frame, x, y }: Drawn) {
  return (
    <g class="chart-grid">
      {y.ticks(5).map((amount) => (
        <>
          <line x1={frame.left} x2={frame.right} y1={place(y(amount))} y2={place(y(amount))} />
          <text class="chart-text" x={frame.left - 8} y={place(y(amount) + 4)} text-anchor="end">
            {chart.formatShort(amount)}
          </text>
        </>
      ))}
      {apart(chart, x).map(({ gone, label, anchor }) => (
        <text class="chart-text" x={place(x(gone))} y={frame.bottom + 18} text-anchor={anchor}>
          {label}
        </text>
      ))}
    </g>
  )
}

const shares = { start: 0, middle: 0.5, end: 1 } as const

/** The days under the chart that do not run into one another: where there is no room the later one is left out. */
function apart({ ticks, all }: BurnUpChart, x: Drawn['x']) {
  let free = Number.NEGATIVE_INFINITY
  return ticks.flatMap((tick) => {
    const anchor = tick.gone === all ? ('end' as const) : tick.gone === 0 ? ('start' as const) : ('middle' as const)
    const width = textWidth(tick.label)
    const left = x(tick.gone) - width * shares[anchor]
    if (left < free) return []
    free = left + width + 8
    return [{ ...tick, anchor }]
  })
}
