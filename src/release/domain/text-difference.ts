/** Lines of two texts beside each other: kept, taken out or put in, with the line of the text they stand in. */
export type DifferenceLine = {
  readonly kind: 'same' | 'out' | 'in'
  readonly text: string
  /** The line of the new text, or of the old one where it was taken out; from 1. */
  readonly line: number
}

/** Neighbouring lines that differ, with a few around them. */
export type Difference = readonly DifferenceLine[]

const around = 2
/** Of longer stretches that differ nothing is compared: all of the old one is out, all of the new one in. */
const mostCompared = 1_500

/** Tells by lines how one text became another; nothing where they are the same. */
export function textDifference(before: string, after: string): readonly Difference[] {
  const [old, fresh] = [before.split('\n'), after.split('\n')]
  let begin = 0
  while (begin < old.length && begin < fresh.length && old[begin] === fresh[begin]) begin += 1
  let end = 0
  while (end < Math.min(old.length, fresh.length) - begin && old.at(-1 - end) === fresh.at(-1 - end)) end += 1
  const same = (from: number, to: number): readonly DifferenceLine[] =>
    fresh.slice(from, to).map((text, index) => ({ kind: 'same', text, line: from + index + 1 }))
  const lines = [
    ...same(0, begin),
    ...compared(old.slice(begin, old.length - end), fresh.slice(begin, fresh.length - end), begin),
    ...same(fresh.length - end, fresh.length),
  ]
  return pieces(lines)
}

/** The longest lines in common stay; the others are out or in. */
function compared(old: readonly string[], fresh: readonly string[], offset: number): readonly DifferenceLine[] {
  const out = (index: number): DifferenceLine => ({ kind: 'out', text: old[index] ?? '', line: offset + index + 1 })
  const put = (index: number): DifferenceLine => ({ kind: 'in', text: fresh[index] ?? '', line: offset + index + 1 })
  if (Math.max(old.length, fresh.length) > mostCompared)
    return [...old.keys()].map(out).concat([...fresh.keys()].map(put))
  const common = commonLengths(old, fresh)
  const lines: DifferenceLine[] = []
  let [left, right] = [0, 0]
  while (left < old.length || right < fresh.length) {
    if (left < old.length && right < fresh.length && old[left] === fresh[right]) {
      lines.push({ ...put(right), kind: 'same' })
      left += 1
      right += 1
    } else if (
      right >= fresh.length ||
      (left < old.length && at(common, left + 1, right) >= at(common, left, right + 1))
    ) {
      lines.push(out(left))
      left += 1
    } else {
      lines.push(put(right))
      right += 1
    }
  }
  return lines
}

/** How many lines two texts have in common from each pair of lines on. */
function commonLengths(old: readonly string[], fresh: readonly string[]): readonly Uint16Array[] {
  const rows = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1))
  for (let left = old.length - 1; left >= 0; left -= 1) {
    const row = rows[left] ?? new Uint16Array()
    for (let right = fresh.length - 1; right >= 0; right -= 1)
      row[right] =
        old[left] === fresh[right]
          ? at(rows, left + 1, right + 1) + 1
          : Math.max(at(rows, left + 1, right), at(rows, left, right + 1))
  }
  return rows
}

function at(rows: readonly Uint16Array[], left: number, right: number): number {
  return rows[left]?.[right] ?? 0
}

function pieces(lines: readonly DifferenceLine[]): readonly Difference[] {
  const near = (index: number): boolean =>
    lines.slice(Math.max(0, index - around), index + around + 1).some(({ kind }) => kind !== 'same')
  const found: DifferenceLine[][] = []
  let isOpen = false
  for (const [index, line] of lines.entries()) {
    if (!near(index)) {
      isOpen = false
      continue
    }
    if (!isOpen) found.push([])
    isOpen = true
    found.at(-1)?.push(line)
  }
  return found
}
