import { scaleLinear } from 'd3-scale'

import {
  Figure,
  Legend,
  NameAbove,
  fitted,
  isNarrow,
  laidAbove,
  legendLines,
  place,
  roomBeside,
  type Drawing,
  type LaidAbove,
  type Told,
} from '#pages/charts/drawing.tsx'

/** How something is spread: half of it is at or below `median`, nine tenths at or below `p90`. */
export type Range = {
  readonly name: string
  readonly median: number | null
  readonly p90: number | null
  /** Of what is still going on: its median so far. */
  readonly soFar: number | null
  readonly text: string
}

/** What range bars show: time in stage, or anything else of which the usual and the worst matter. */
export type RangeBarsChart = {
  readonly told: Told
  readonly ranges: readonly Range[]
  readonly names: { readonly median: string; readonly p90: string; readonly soFar: string }
  readonly format: (value: number) => string
}

const rowHeight = 32
const tallRow = 46
const legendLine = 18

/** Draws for each row a bar up to its median, a thin one on to its ninth tenth, and a mark for what is still open. */
export function RangeBars(chart: RangeBarsChart) {
  return <Figure told={chart.told} draw={(width) => drawn(chart, width)} />
}

function drawn(chart: RangeBarsChart, width: number): Drawing {
  const { ranges, names } = chart
  const isBelow = isNarrow(width)
  const [left, right] = isBelow ? [0, width - 2] : [roomBeside(ranges.map(({ name }) => name)), width - 110]
  const longest = Math.max(1, ...ranges.flatMap(({ median, p90, soFar }) => [median ?? 0, p90 ?? 0, soFar ?? 0]))
  const x = scaleLinear([0, longest], [left, right])
  const entries = [
    { name: names.median, tone: 'chart-bar-plain' },
    { name: names.p90, tone: 'chart-range' },
    ...(ranges.some(({ soFar }) => soFar !== null) ? [{ name: names.soFar, tone: 'chart-mark' }] : []),
  ]
  const legend = width - left - 16
  const lines = legendLines(
    entries.map(({ name }) => name),
    legend,
  )
  const top = 12 + lines * legendLine
  const laid = isBelow
    ? laidAbove(ranges, { width, top, height: tallRow })
    : { rows: ranges.map(besideAt(top)), bottom: top + ranges.length * rowHeight }
  return {
    height: laid.bottom + 6,
    shapes: (
      <>
        <Legend entries={entries} at={{ x: left, y: 14, width: legend }} />
        {ranges.map((range, index) => (
          <Row chart={chart} range={range} x={x} at={{ ...(laid.rows[index] ?? nowhere), left, right, width }} />
        ))}
      </>
    ),
  }
}

const nowhere: LaidAbove = { top: 0, below: 0, lines: [] }

/** Rows that are named beside what they name. */
function besideAt(top: number): (range: Range, index: number) => LaidAbove {
  return ({ name }, index) => ({ top: top + index * rowHeight, below: top + index * rowHeight, lines: [name] })
}

function Row({
  chart,
  range,
  x,
  at,
}: {
  readonly chart: RangeBarsChart
  readonly range: Range
  readonly x: (value: number) => number
  readonly at: LaidAbove & { readonly left: number; readonly right: number; readonly width: number }
}) {
  const { name, median, p90, soFar, text } = range
  const { left, right, width } = at
  const isBelow = isNarrow(width)
  const y = isBelow ? at.below + 14 : at.below
  return (
    <g>
      <title>{`${name}: ${tipOf(range, chart.names, chart.format)}`}</title>
      {isBelow ? (
        <NameAbove lines={at.lines} text={text} y={at.top + 14} width={width} />
      ) : (
        <text class="chart-text chart-name" x={left - 10} y={y + 21} text-anchor="end">
          {fitted(name, left - 12)}
        </text>
      )}
      <rect class="chart-range" x={left} y={y + 13} width={place(x(p90 ?? 0) - left)} height={8} rx={2} />
      <rect class="chart-bar-plain" x={left} y={y + 7} width={place(x(median ?? 0) - left)} height={20} rx={3} />
      {soFar === null ? null : <rect class="chart-mark" x={place(x(soFar) - 1.5)} y={y + 4} width={3} height={26} />}
      {isBelow ? null : (
        <text class="chart-text chart-value" x={right + 8} y={y + 21}>
          {fitted(text, width - right - 8)}
        </text>
      )}
    </g>
  )
}

function tipOf(
  range: Pick<Range, 'median' | 'p90' | 'soFar'>,
  names: RangeBarsChart['names'],
  format: (value: number) => string,
): string {
  const parts = (['median', 'p90', 'soFar'] as const).flatMap((key) => {
    const value = range[key]
    return value === null ? [] : [`${names[key]} ${format(value)}`]
  })
  return parts.length === 0 ? '–' : parts.join(', ')
}
