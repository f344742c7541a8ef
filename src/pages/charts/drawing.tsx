import type { Child } from 'hono/jsx'

/** How large a drawing is, in the units of its own picture. */
export type Size = { readonly width: number; readonly height: number }

/** What every chart says to who cannot see it: a name and a sentence with what it shows. */
export type Told = { readonly id: string; readonly title: string; readonly summary: string }

/** A desk and a phone get a drawing each: one picture squeezed to half its width could not be read. */
export const widths = { wide: 960, narrow: 350 } as const

/** Shows a chart twice, for wide and for narrow screens; the stylesheet shows one of them. */
export function Figure({ told, draw }: { readonly told: Told; readonly draw: (width: number) => Drawing }) {
  return (
    <figure class="chart">
      {(['wide', 'narrow'] as const).map((kind) => {
        const { height, shapes } = draw(widths[kind])
        return (
          <Picture told={{ ...told, id: `${told.id}-${kind}` }} kind={kind} size={{ width: widths[kind], height }}>
            {shapes}
          </Picture>
        )
      })}
    </figure>
  )
}

/** What is drawn at some width: how high it became and its shapes. */
export type Drawing = { readonly height: number; readonly shapes: Child }

function Picture({
  told,
  kind,
  size,
  children,
}: {
  readonly told: Told
  readonly kind: 'wide' | 'narrow'
  readonly size: Size
  readonly children?: Child
}) {
  const { id, title, summary } = told
  return (
    <svg
      class={`chart-picture chart-${kind}`}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{summary}</desc>
      {children}
    </svg>
  )
}

/** Cuts a text that would not fit; the whole one is in the tip and in the table below. */
export function fitted(text: string, room: number): string {
  if (textWidth(text) <= room) return text
  let letters = text.length - 1
  while (letters > 1 && textWidth(text.slice(0, letters)) + dots > room) letters -= 1
  return `${text.slice(0, letters).trimEnd()}…`
}

const dots = 12

/** How much room the names of rows take beside what they name: as much as the longest needs, within measure. */
export function roomBeside(names: readonly string[]): number {
  return Math.min(450, Math.max(190, ...names.map((name) => textWidth(name) + 14)))
}

/** Whether names stand in rows of their own above what they name: beside it they would have no room on a phone. */
export function isNarrow(width: number): boolean {
  return width <= 400
}

/** A row whose name stands above what it names, with what is written at the other end of its first line. */
export type NamedAbove = { readonly name: string; readonly text: string }

/** Where a row that is named above begins, how its name is broken into lines, and below which of them what it names begins. */
export type LaidAbove = { readonly top: number; readonly lines: readonly string[]; readonly below: number }

const nameLine = 15

/** Lays rows below each other that are named above: a name that is longer than its line goes on below it, and is told whole. */
export function laidAbove(
  rows: readonly NamedAbove[],
  { width, top: first, height }: { readonly width: number; readonly top: number; readonly height: number },
): { readonly rows: readonly LaidAbove[]; readonly bottom: number } {
  let top = first
  const laid = rows.map(({ name, text }): LaidAbove => {
    const lines = broken(name, width - textWidth(text) * boldFor1 - 12, width)
    const one = { top, lines, below: top + (lines.length - 1) * nameLine }
    top = one.below + height
    return one
  })
  return { rows: laid, bottom: top }
}

/** Breaks a text between its words: its first line has less room than the others. */
function broken(text: string, firstRoom: number, room: number): readonly string[] {
  if (textWidth(text) <= firstRoom) return [text]
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (textWidth(longer) <= (lines.length === 0 ? firstRoom : room)) line = longer
    else {
      if (line !== '') lines.push(line)
      line = word
    }
  }
  return [...lines, line].map((one, no) => fitted(one, no === 0 ? firstRoom : room))
}

/** The name of a row and what is written at the other end of its first line. */
export function NameAbove({
  text,
  lines,
  y,
  width,
}: Pick<NamedAbove, 'text'> & Pick<LaidAbove, 'lines'> & { readonly y: number; readonly width: number }) {
  return (
    <>
      {lines.map((line, no) => (
        <text class="chart-text chart-name" x={0} y={y + no * nameLine}>
          {line}
        </text>
      ))}
      <text class="chart-text chart-value" x={width} y={y} text-anchor="end">
        {text}
      </text>
    </>
  )
}

/** How much wider a text comes out in bold. */
const boldFor1 = 1.1

/** Rounds a place to a tenth of a unit: nobody sees more, and the page stays small. */
export function place(value: number): number {
  return Math.round(value * 10) / 10
}

/** What the colours of a chart mean. */
export function Legend({
  entries,
  at,
}: {
  readonly entries: readonly { readonly name: string; readonly tone: string }[]
  readonly at: { readonly x: number; readonly y: number; readonly width: number }
}) {
  let x = at.x
  let y = at.y
  return (
    <g class="chart-legend">
      {entries.map(({ name, tone }) => {
        const room = entryRoom(name)
        if (x > at.x && x + room > at.x + at.width) [x, y] = [at.x, y + 18]
        const left = x
        x += room
        return (
          <g>
            <rect class={tone} x={place(left)} y={y - 9} width={12} height={10} rx={2} />
            <text class="chart-text" x={place(left + 18)} y={y}>
              {name}
            </text>
          </g>
        )
      })}
    </g>
  )
}

/** How wide a text of 12 units comes out at most, in the fonts people have: Russian letters are wider than Latin ones. */
export function textWidth(text: string): number {
  const russian = text.match(/[а-яё]/giu)?.length ?? 0
  return russian * 7.9 + (text.length - russian) * 7
}

function entryRoom(name: string): number {
  return 20 + textWidth(name) + 14
}

/** How many lines a legend takes at a width. */
export function legendLines(names: readonly string[], width: number): number {
  let lines = 1
  let x = 0
  for (const name of names) {
    const room = entryRoom(name)
    if (x > 0 && x + room > width) [lines, x] = [lines + 1, 0]
    x += room
  }
  return lines
}
