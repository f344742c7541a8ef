import { scaleLinear } from 'd3-scale'

import {
  Figure,
  NameAbove,
  fitted,
  isNarrow,
  laidAbove,
  place,
  roomBeside,
  type Drawing,
  type Told,
} from '#pages/charts/drawing.tsx'

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
const tallRow = 42

/** Draws a bar a row, all from one line, so that lengths can be compared; a mark shows the goal. */
export function BarList(chart: BarListChart) {
  return <Figure told={chart.told} draw={(width) => drawn(chart, width)} />
}

function drawn(chart: BarListChart, width: number): Drawing {
  return isNarrow(width) ? drawnBelow(chart, width) : drawnBeside(chart, width)
}

/** Each bar below its name, as long as the picture is wide. */
function drawnBelow({ bars }: BarListChart, width: number): Drawing {
  const x = scaleLinear([0, longestOf(bars)], [0, width]).clamp(true)
  const laid = laidAbove(
    bars.map((bar) => ({ name: bar.name, text: textOf(bar) })),
    { width, top: 0, height: tallRow },
  )
  return {
    height: laid.bottom + 4,
    shapes: bars.map((bar, index) => {
      const { top: first = 0, below = 0, lines = [] } = laid.rows[index] ?? {}
      const top = below + 18
      return (
        <g>
          <title>{tipOf(bar)}</title>
          <NameAbove lines={lines} text={textOf(bar)} y={first + 13} width={width} />
          <rect class="chart-track" x={0} y={top} width={width} height={14} rx={3} />
          <rect
            class={`chart-bar chart-bar-${bar.tone ?? 'plain'}`}
            x={0}
            y={top}
            width={place(Math.max(0, x(bar.value)))}
            height={14}
            rx={3}
          />
          {bar.mark === undefined ? null : (
            <rect class="chart-mark" x={place(x(bar.mark.value) - 1.5)} y={top - 3} width={3} height={20} />
          )}
        </g>
      )
    }),
  }
}

function longestOf(bars: readonly Bar[]): number {
  return Math.max(1, ...bars.flatMap(({ value, mark }) => [value, mark?.value ?? 0]))
}

function textOf({ text, note }: Bar): string {
  return [text, note].filter((part) => part !== undefined).join(' · ')
}

const texts = 150

function drawnBeside({ bars }: BarListChart, width: number): Drawing {
  const names = roomBeside(bars.map(({ name }) => name))
  const longest = longestOf(bars)
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
          {fitted(textOf(bar), texts - 8)}
        </text>
      </g>
    )),
  }
}

function tipOf({ name, text, note, mark }: Bar): string {
  return [`${name}: ${text}`, note, mark?.text].filter((part) => part !== undefined).join(', ')
}
