import type { Fault } from '#config/context'
import { say } from '#config/messages/say'
import type { Phrase } from '#config/messages/say'
import type { Span } from '#config/yaml/tree'
import { own } from '#domain/kernel/own'
import { language } from '#config/shape/language-shape'
import type { Diagnostic } from '#schemas/model'
import { depthOf, shifted, shiftsAt } from './depths'
import type { Shift } from './depths'
import { judge } from './judge'
import type { Judged } from './judge'
import { lineSlips } from './line-slips'
import type { LineSlip } from './line-slip'

/** A slip of the pen that makes what follows unreadable: the lines as they are meant, and how that is told. */
export type Slip = {
  /** The lines of the whole text with the slip put right; there are as many as before. */
  readonly lines: readonly string[]
  readonly at: Span
  readonly fault: Fault
}

/** How many readings of a part one check may spend on looking for slips. */
const mostReadings = 160
const mostSeeds = 4
const mostLinesOfBlock = 14

type Candidate = {
  readonly lines: readonly string[]
  readonly at: number
  readonly to: number
  readonly isShift: boolean
  readonly depth: number
  readonly mayLoseKeys: boolean
  readonly mends: number
  readonly isClean: boolean
  readonly message: Phrase
  readonly columns?: { readonly from: number; readonly to: number }
  readonly help: Phrase
}

/**
 * Looks for the one line that, read as it was most likely meant, takes faults of the form away: a sign that is missing,
 * a dash of another kind, a line at a wrong depth. Nothing is taken for a slip that does not prove itself by reading the
 * sections around it again; undefined where no such line is found. `seeds` are the faults found so far.
 */
export function findSlip(
  lines: readonly string[],
  seeds: readonly Diagnostic[],
  spent: { readings: number },
): Slip | undefined {
  for (const seed of seeds.slice(0, mostSeeds)) {
    const part = partAround(lines, seed.line - 1)
    const text = lines.slice(part.from, part.to)
    const before = judge(text.join('\n'))
    spent.readings += 1
    let best: Proof | undefined
    const enough = scoreOf(before)
    for (const candidate of candidatesNear(text, seed.line - 1 - part.from, seed, before)) {
      if (spent.readings >= mostReadings) break
      // Of two that mend as much the one that touches fewer lines was meant.
      if (best?.score === 0 && sizeOf(best.candidate) < sizeOf(candidate)) continue
      spent.readings += 1
      const after = judge(candidate.lines.join('\n'))
      if (!isMend(before, after, candidate)) continue
      const proof = { candidate, score: scoreOf(after), words: after.words.size }
      if (best === undefined ? proof.score <= enough - candidate.mends : isBetter(proof, best)) best = proof
    }
    if (best !== undefined) return slipOf(lines, part, best.candidate)
  }
  return undefined
}

/** How much a candidate changes; levels are two spaces apart in nearly every file. */
function sizeOf({ at, to, depth }: Candidate): number {
  return to - at + (depth % 2) / 2
}

/** How well a candidate proves itself: what is left, and how many lines begin with a word where it may stand. */
type Proof = { readonly candidate: Candidate; readonly score: number; readonly words: number }

function isBetter(proof: Proof, best: Proof): boolean {
  if (proof.score !== best.score) return proof.score < best.score
  const [size, other] = [sizeOf(proof.candidate), sizeOf(best.candidate)]
  return size < other || (size === other && proof.words > best.words)
}

/** Fewer faults are better; what cannot be read at all is the better the further it is read. */
function scoreOf({ isReadable, faults, firstFault }: Judged): number {
  return isReadable ? faults : 1e6 - firstFault
}

function isMend(before: Judged, after: Judged, candidate: Candidate): boolean {
  const { at, lines, isShift, mayLoseKeys, isClean } = candidate
  if (isClean && (!after.isReadable || after.faults > 0)) return false
  if (!before.isReadable) return after.isReadable || after.firstFault > at + 1
  if (!after.isReadable || (after.keys < before.keys && !mayLoseKeys)) return false
  // A name stands where names may, beside the one above it or under a key that had nothing.
  if (after.names.has(at) && before.names.has(at - 1) && !before.words.has(at))
    return isLike(lines[at] ?? '', lines[at - 1] ?? '')
  const isNamed = after.ids.has(at) || (after.names.has(at) && before.empties.has(at - 1))
  return !isShift || after.words.has(at) || (isNamed && isOwnId(before, after, candidate))
}

/** Whether a line says something of the kind that the one above it says: a number is nobody’s name. */
function isLike(line: string, above: string): boolean {
  const [own, other] = [line, above].map((one) => /:\s+(\S.*)$/.exec(one)?.[1] ?? '')
  return own === undefined || other === undefined || !/^\p{L}/u.test(other) || !/^[-\d]/.test(own)
}

/**
 * An id may stand in any table: it belongs into this one where that had nothing in it, or where all under it fits. A word of the
 * language that may stand where it does is no id of the table above.
 */
function isOwnId(before: Judged, after: Judged, { at, lines }: Candidate): boolean {
  if (before.words.has(at)) return false
  if (before.empties.has(at - 1)) return true
  return !before.ids.has(at) && after.faults === 0 && /:\s*(?:#.*)?$/.test(lines[at] ?? '')
}

/** The sections around a line: its own and, where the line begins or ends it, the one beside it. */
function partAround(lines: readonly string[], at: number): { readonly from: number; readonly to: number } {
  const isStart = (line: number): boolean => isSection(/^([a-z_]+):/.exec(lines[line] ?? '')?.[1])
  let from = at
  while (from > 0 && !isStart(from)) from -= 1
  if (at - from < 2) {
    from = Math.max(0, from - 1)
    while (from > 0 && !isStart(from)) from -= 1
  }
  let to = at + 1
  while (to < lines.length && !isStart(to)) to += 1
  if (to - at < 3 && to < lines.length) {
    to += 1
    while (to < lines.length && !isStart(to)) to += 1
  }
  return { from, to }
}

/** A line that begins a section of the language; an id that lost its blanks begins none. */
function isSection(key: string | undefined): boolean {
  return key !== undefined && language.is === 'block' && own(language.keys, key) !== undefined
}

/** What may have been meant near a fault: by the line itself, the one above it and, where something is missing, those of its block. */
function* candidatesNear(
  lines: readonly string[],
  at: number,
  { code }: Diagnostic,
  before: Judged,
): Generator<Candidate> {
  const near = [at, lineBefore(lines, at), lineAfter(lines, at), ...linesAbove(lines, at)]
  if (code === 'missing-key') near.push(...blockOf(lines, at))
  const tried = [...new Set(near)].filter((line) => depthOf(lines[line]) !== undefined)
  for (const line of tried) {
    for (const slip of lineSlips(lines[line] ?? '')) yield mended(lines, line, slip)
  }
  for (const line of tried.slice(0, 5)) {
    for (const shift of shiftsAt(lines, line, (one) => before.words.has(one))) yield moved(lines, shift)
  }
}

function lineBefore(lines: readonly string[], at: number): number {
  let line = at - 1
  while (line > 0 && depthOf(lines[line]) === undefined) line -= 1
  return Math.max(0, line)
}

/**
 * The nearest line above that stands no deeper, the nearest that stands less deep, and the first below that: one of them may
 * open what is not meant to be open.
 */
function linesAbove(lines: readonly string[], at: number): readonly number[] {
  const depth = depthOf(lines[at]) ?? 0
  const above = (isAbove: (own: number) => boolean): readonly number[] => {
    for (let line = at - 1; line >= 0; line -= 1) {
      const own = depthOf(lines[line])
      if (own !== undefined && isAbove(own)) return [line]
    }
    return []
  }
  const parent = above((one) => one < depth)
  return [...above((one) => one <= depth), ...parent, ...parent.map((line) => lineAfter(lines, line))]
}

function lineAfter(lines: readonly string[], at: number): number {
  let line = at + 1
  while (line < lines.length - 1 && depthOf(lines[line]) === undefined) line += 1
  return Math.min(lines.length - 1, line)
}

function blockOf(lines: readonly string[], at: number): readonly number[] {
  const depth = depthOf(lines[at]) ?? 0
  const found: number[] = []
  for (let line = at + 1; line < lines.length && found.length < mostLinesOfBlock; line += 1) {
    const own = depthOf(lines[line])
    if (own === undefined) continue
    if (own < depth || (own === depth && found.length > 0)) break
    found.push(line)
  }
  return found
}

function mended(lines: readonly string[], at: number, slip: LineSlip): Candidate {
  const run = slip.isRun === true ? runOf(lines, at, slip) : [at]
  const meant = new Map(
    run.map((line) => [line, line === at ? slip.line : (sameSlip(lines[line] ?? '', slip)?.line ?? '')]),
  )
  const first = run[0] ?? at
  const text = (meant.get(first) ?? '').trim()
  return {
    lines: lines.map((line, index) => meant.get(index) ?? line),
    at: first,
    to: first + 1,
    isShift: false,
    depth: 0,
    mayLoseKeys: slip.mayLoseKeys === true,
    mends: slip.mends ?? 1,
    isClean: slip.isClean === true,
    message: slip.message,
    help: slip.at?.help ?? (run.length === 1 ? say('write', { text }) : say('write-each', { text, count: run.length })),
    ...(slip.at === undefined ? {} : { columns: slip.at }),
  }
}

/** The lines of the same depth around one that have the same slip. */
function runOf(lines: readonly string[], at: number, slip: LineSlip): readonly number[] {
  const depth = depthOf(lines[at])
  const run = [at]
  for (const step of [-1, 1]) {
    for (let line = at + step; line >= 0 && line < lines.length; line += step) {
      const own = depthOf(lines[line])
      if (own === undefined || depth === undefined || own > depth) continue
      if (own < depth || sameSlip(lines[line] ?? '', slip) === undefined) break
      run.push(line)
    }
  }
  return run.toSorted((left, right) => left - right)
}

function sameSlip(line: string, { message }: LineSlip): LineSlip | undefined {
  return lineSlips(line).find((found) => found.message.key === message.key)
}

function moved(lines: readonly string[], shift: Shift): Candidate {
  const line = (lines[shift.from] ?? '').trim()
  const below = lines.slice(shift.from + 1, shift.to).filter((one) => one.trim() !== '').length
  return {
    lines: shifted(lines, shift),
    at: shift.from,
    to: shift.to,
    isShift: true,
    depth: shift.depth,
    mayLoseKeys: false,
    mends: 1,
    isClean: false,
    message: say('wrong-depth', { text: /^(?:- +)?([^\s:]+):/.exec(line)?.[1] ?? line, isTooDeep: shift.by < 0 }),
    help: say('begin-with-spaces', { depth: shift.depth, below }),
  }
}

function slipOf(
  lines: readonly string[],
  part: { readonly from: number; readonly to: number },
  { lines: meant, at, message, help, columns }: Candidate,
): Slip {
  const line = part.from + at
  const start = lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0)
  const own = lines[line] ?? ''
  return {
    lines: [...lines.slice(0, part.from), ...meant, ...lines.slice(part.to)],
    at: {
      start: start + (columns?.from ?? own.search(/\S/)),
      end: start + (columns?.to ?? own.trimEnd().length),
    },
    fault: { code: 'yaml-syntax', message, help },
  }
}
