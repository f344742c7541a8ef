import { scaleBand, scaleLinear } from 'd3-scale'
import { stack } from 'd3-shape'

import {
  Figure,
  Legend,
  NameAbove,
  isNarrow,
  laidAbove,
  legendLines,
  place,
  textWidth,
  type Drawing,
  type Told,
} from '#pages/charts/drawing.tsx'

/** A column and how much each of the series has in it. */
export type Column = { readonly label: string; readonly values: readonly number[] }

/** What stacked columns show: parts of a whole, day by day or person by person. */
export type StackedBarsChart = {
  readonly told: Told
  readonly series: readonly {
    readonly name: string
    readonly tone: 'good' | 'behind' | 'faint' | 'pale' | 'plain' | 'soft'
  }[]
  readonly columns: readonly Column[]
  /** Whether the columns follow each other as days do: then not each has to be named. */
  readonly isSequence?: boolean
  readonly format: (value: number) => string
}

type Drawn = {
  readonly chart: StackedBarsChart
  readonly frame: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
  readonly x: ReturnType<typeof scaleBand<number>>
  readonly y: ReturnType<typeof scaleLinear<number, number>>
}

/** Draws a column each, its parts one above the other. */
export function StackedBars(chart: StackedBarsChart) {
  return <Figure told={chart.told} draw={(width) => drawn(chart, width)} />
}

function drawn(chart: StackedBarsChart, width: number): Drawing {
  const { series, columns } = chart
  const entries = series.map(({ name, tone }) => ({ name, tone: `chart-bar-${tone}` }))
  const lines = legendLines(
    entries.map(({ name }) => name),
    width - 60,
  )
  const frame = { left: 44, right: width - 8, top: 14 + lines * 18, bottom: 200 + lines * 18 }
  const labels = labelsOf(chart.columns, frame.right - frame.left)
  if (isNarrow(width) && labels.each > 1 && chart.isSequence !== true) return drawnInRows(chart, width)
  const highest = Math.max(1, ...columns.map(({ values }) => values.reduce((sum, value) => sum + value, 0)))
  const x = scaleBand(columns.keys(), [frame.left, frame.right]).padding(0.2)
  const y = scaleLinear([0, highest], [frame.bottom, frame.top]).nice(4)
  const all = { chart, frame, x, y }
  return {
    height: frame.bottom + labels.height,
    shapes: (
      <>
        <Legend entries={entries} at={{ x: frame.left, y: 14, width: width - 60 }} />
        <Grid {...all} />
        <Parts {...all} />
        <Labels {...all} labels={labels} />
      </>
    ),
  }
}

const tallRow = 42

/** A row each, below its name: on a phone there is no room to name columns beside each other. */
function drawnInRows({ series, columns, format }: StackedBarsChart, width: number): Drawing {
  const entries = series.map(({ name, tone }) => ({ name, tone: `chart-bar-${tone}` }))
  const lines = legendLines(
    entries.map(({ name }) => name),
    width,
  )
  const sumOf = ({ values }: Column) => values.reduce((sum, value) => sum + value, 0)
  const x = scaleLinear([0, Math.max(1, ...columns.map(sumOf))], [0, width])
  const laid = laidAbove(
    columns.map((column) => ({ name: column.label, text: format(sumOf(column)) })),
    { width, top: 12 + lines * 18, height: tallRow },
  )
  return {
    height: laid.bottom,
    shapes: (
      <>
        <Legend entries={entries} at={{ x: 0, y: 14, width }} />
        {columns.map((column, index) => {
          const { top = 0, below = 0, lines: name = [] } = laid.rows[index] ?? {}
          let from = 0
          return (
            <g>
              <NameAbove lines={name} text={format(sumOf(column))} y={top + 13} width={width} />
              {column.values.map((value, part) => {
                const left = from
                from += value
                if (value === 0) return null
                return (
                  <rect
                    class={`chart-bar-${series[part]?.tone ?? 'plain'}`}
                    x={place(x(left))}
                    y={below + 18}
                    width={place(x(value))}
                    height={14}
                  >
                    <title>{`${column.label}: ${series[part]?.name ?? ''} ${format(value)}`}</title>
                  </rect>
                )
              })}
            </g>
          )
        })}
      </>
    ),
  }
}

function Grid({ chart, frame, y }: Drawn) {
  return (
    <g class="chart-grid">
      {y
        .ticks(4)
        .filter(Number.isInteger)
        .map((value) => (
          <>
            <line x1={frame.left} x2={frame.right} y1={place(y(value))} y2={place(y(value))} />
            <text class="chart-text" x={frame.left - 8} y={place(y(value) + 4)} text-anchor="end">
              {chart.format(value)}
            </text>
          </>
        ))}
    </g>
  )
}

function Parts({ chart: { series, columns, format }, x, y }: Drawn) {
  const layers = stack<Column, number>()
    .keys(series.keys())
    .value((column, key) => column.values[key] ?? 0)([...columns])
  return layers.map((layer, part) =>
    layer.map(([from, to], index) =>
      to === from ? null : (
        <rect
          class={`chart-bar-${series[part]?.tone ?? 'plain'}`}
          x={place(x(index) ?? 0)}
          y={place(y(to))}
          width={place(x.bandwidth())}
          height={place(y(from) - y(to))}
        >
          <title>{`${columns[index]?.label ?? ''}: ${series[part]?.name ?? ''} ${format(to - from)}`}</title>
        </rect>
      ),
    ),
  )
}

type Laid = { readonly each: number; readonly isTurned: boolean; readonly height: number }

/** Labels side by side where all fit, else turned under their columns; of days on a phone every second one, and so on. */
function labelsOf(columns: readonly Column[], width: number): Laid {
  const longest = Math.max(30, ...columns.map(({ label }) => textWidth(label)))
  const step = width / Math.max(1, columns.length)
  if (longest + 8 <= step) return { each: 1, isTurned: false, height: 26 }
  const each = Math.max(1, Math.ceil(lineHeight / step))
  return { each, isTurned: true, height: 20 + Math.ceil(longest * Math.SQRT1_2) }
}

const lineHeight = 15

function Labels({ chart: { columns }, frame, x, labels }: Drawn & { readonly labels: Laid }) {
  const { each, isTurned } = labels
  return columns.map(({ label }, index) => {
    if (index % each !== 0) return null
    const [left, top] = [place((x(index) ?? 0) + x.bandwidth() / 2), frame.bottom + (isTurned ? 14 : 18)]
    return (
      <text
        class="chart-text"
        x={left}
        y={top}
        text-anchor={isTurned ? 'end' : 'middle'}
        transform={isTurned ? `rotate(-45 ${left} ${top})` : undefined}
      >
        {label}
      </text>
    )
  })
}
