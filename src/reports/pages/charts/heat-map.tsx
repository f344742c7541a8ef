import { scaleQuantize } from 'd3-scale'

import { Figure, fitted, place, type Drawing, type Told } from '#pages/charts/drawing.tsx'

/** What a heat map shows: a value where a row and a column meet, or nothing. */
export type HeatMapChart = {
  readonly told: Told
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly values: readonly (readonly (number | null)[])[]
  readonly format: (value: number) => string
}

type Drawn = {
  readonly chart: HeatMapChart
  /** Where the squares begin, and how wide and high one is. */
  readonly left: number
  readonly step: number
  readonly height: number
}

const top = 22
const steps = [1, 2, 3, 4, 5] as const

/** Draws a square for each value, the darker the larger. */
export function HeatMap(chart: HeatMapChart) {
  return <Figure told={chart.told} draw={(width) => drawn(chart, width)} />
}

function drawn(chart: HeatMapChart, width: number): Drawing {
  const longest = Math.max(1, ...chart.rows.map(({ length }) => length))
  const left = Math.min(width > 400 ? 130 : 64, 14 + longest * 7)
  const step = (width - left - 4) / Math.max(1, chart.columns.length)
  const all = { chart, left, step, height: Math.min(26, Math.max(16, step)) }
  return {
    height: chart.rows.length * all.height + top + 4,
    shapes: (
      <>
        <Heads {...all} />
        {chart.rows.map((row, line) => (
          <g>
            <text
              class="chart-text chart-name"
              x={left - 8}
              y={place(top + (line + 0.5) * all.height + 4)}
              text-anchor="end"
            >
              {fitted(row, left - 8)}
            </text>
            <Squares {...all} line={line} />
          </g>
        ))}
      </>
    ),
  }
}

function Heads({ chart, left, step }: Drawn) {
  const each = Math.max(1, Math.ceil(26 / step))
  return chart.columns.map((column, index) =>
    index % each === 0 ? (
      <text class="chart-text" x={place(left + (index + 0.5) * step)} y={14} text-anchor="middle">
        {column}
      </text>
    ) : null,
  )
}

function Squares({ chart, left, step, height, line }: Drawn & { readonly line: number }) {
  const { rows, columns, values, format } = chart
  const most = Math.max(1, ...values.flat().map((value) => value ?? 0))
  const tone = scaleQuantize<number>([0, most], steps)
  return columns.map((column, index) => {
    const value = values[line]?.[index] ?? null
    return (
      <rect
        class={value === null || value === 0 ? 'chart-heat-0' : `chart-heat-${tone(value)}`}
        x={place(left + index * step + 1)}
        y={place(top + line * height + 1)}
        width={place(step - 2)}
        height={place(height - 2)}
        rx={2}
      >
        <title>{`${rows[line] ?? ''}, ${column}: ${value === null ? '–' : format(value)}`}</title>
      </rect>
    )
  })
}
