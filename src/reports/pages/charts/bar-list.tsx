import { scaleLinear } from 'd3-scale'

import { Figure, fitted, place, type Drawing, type Told } from '#pages/charts/drawing.tsx'

/** A bar with its name; `mark` is a goal on its way, `note` is what is written behind it. */
export type Bar = {
  readonly name: string
  readonly value: number
  readonly text: string
  readonly note?: string
  readonly mark?: { readonly value: number; readonly text: string }
  readonly tone?: 'good' | 'behind' | 'plain'
}

/** What a list of bars shows: a funnel from its first stage down, or plans and how far they have come. */
export type BarListChart = { readonly told: Told; readonly bars: readonly Bar[] }

const rowHeight = 30

/** Draws a bar a row, all from one line, so that lengths can be compared; a mark shows the goal. */
export function BarList(chart: BarListChart) {
  return <Figure told={chart.told} draw={(width) => drawn(chart, width)} />
}

function drawn({ bars }: BarListChart, width: number): Drawing {
  const longest = Math.max(1, ...bars.flatMap(({ value, mark }) => [value, mark?.value ?? 0]))
  const names = width > 400 ? 190 : 104
  const texts = width > 400 ? 150 : 92
  const x = scaleLinear([0, longest], [names, width - texts]).clamp(true)
  return {
    height: bars.length * rowHeight + 8,
    shapes: bars.map((bar, index) => (
      <g>
        <title>{tipOf(bar)}</title>
        <text class="chart-text chart-name" x={names - 10} y={index * rowHeight + 21} text-anchor="end">
          {fitted(bar.name, names - 12)}
        </text>
        <rect
          class="chart-track"
          x={names}
          y={index * rowHeight + 7}
          width={width - texts - names}
          height={20}
          rx={3}
        />
        <rect
          class={`chart-bar chart-bar-${bar.tone ?? 'plain'}`}
          x={names}
          y={index * rowHeight + 7}
          width={place(Math.max(0, x(bar.value) - names))}
          height={20}
          rx={3}
        />
        {bar.mark === undefined ? null : (
          <rect class="chart-mark" x={place(x(bar.mark.value) - 1.5)} y={index * rowHeight + 3} width={3} height={28} />
        )}
        <text class="chart-text chart-value" x={width - texts + 8} y={index * rowHeight + 21}>
          {fitted([bar.text, bar.note].filter((text) => text !== undefined).join(' · '), texts - 8)}
        </text>
      </g>
    )),
  }
}

function tipOf({ name, text, note, mark }: Bar): string {
  return [`${name}: ${text}`, note, mark?.text].filter((part) => part !== undefined).join(', ')
}
