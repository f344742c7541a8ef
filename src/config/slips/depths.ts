/** Lines that may stand at a wrong depth, and the depth they would have. */
export type Shift = { readonly from: number; readonly to: number; readonly depth: number; readonly by: number }

/** The depth of a line; undefined where nothing stands in it. */
export function depthOf(line: string | undefined): number | undefined {
  return line === undefined || /^\s*(?:#|$)/.test(line) ? undefined : line.search(/\S/)
}

/** The ways in which a line, alone or with lines below it, may belong deeper or less deep, the nearest first. */
export function shiftsAt(lines: readonly string[], at: number, isWord: (line: number) => boolean): readonly Shift[] {
  const depth = depthOf(lines[at])
  if (depth === undefined) return []
  const ends = [endOfBlock(lines, at, depth), at + 1, endOfBrothers(lines, at, depth, isWord)]
  return depthsAbove(lines, at, depth)
    .toSorted((left, right) => Math.abs(left - depth) - Math.abs(right - depth))
    .flatMap((meant) => [...new Set(ends)].map((to) => ({ from: at, to, depth: meant, by: meant - depth })))
}

/** The lines with some of them moved to the right or to the left. */
export function shifted(lines: readonly string[], { from, to, by }: Shift): readonly string[] {
  return lines.map((line, index) => {
    if (index < from || index >= to || line.trim() === '') return line
    return by > 0 ? ' '.repeat(by) + line : line.slice(Math.min(-by, line.search(/\S/)))
  })
}

/** Depths at which a line below these can begin: those of the lines it may stand under, and one step more. */
function depthsAbove(lines: readonly string[], at: number, now: number): readonly number[] {
  const found = new Set<number>([0])
  let least = Infinity
  for (let line = at - 1; line >= 0 && least > 0; line -= 1) {
    const depth = depthOf(lines[line])
    if (depth === undefined || depth >= least) continue
    if (least === Infinity) found.add(depth + 2)
    found.add(depth)
    const own = lines[line] ?? ''
    if (/^\s*- /.test(own)) found.add(depth + 2)
    // Under the first key of an item.
    if (least === Infinity && /^\s*- \S+:\s*(?:#.*)?$/.test(own)) found.add(depth + 4)
    least = depth
  }
  found.delete(now)
  return [...found]
}

function endOfBlock(lines: readonly string[], at: number, depth: number): number {
  return lastWithin(lines, at, (own) => own > depth)
}

/** The end of the lines of the same depth, up to one that is where it belongs. */
function endOfBrothers(lines: readonly string[], at: number, depth: number, isWord: (line: number) => boolean): number {
  return lastWithin(lines, at, (own, line) => own > depth || (own === depth && !isWord(line)))
}

function lastWithin(lines: readonly string[], at: number, isWithin: (depth: number, line: number) => boolean): number {
  let end = at + 1
  for (let line = at + 1; line < lines.length; line += 1) {
    const depth = depthOf(lines[line])
    if (depth === undefined) continue
    if (!isWithin(depth, line)) break
    end = line + 1
  }
  return end
}
