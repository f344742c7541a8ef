import type { Diagram, DiagramStep } from './blocks'
import { skipsOf } from './draw-mermaid'
import { escapeHtml } from './html-text'
import type { Address } from './html-text'

const left = 30
const boxWidth = 290
const right = left + boxWidth
const width = 450
const middle = left + boxWidth / 2
/** Letters that surely fit on a line of each kind. */
const [nameLetters, noteLetters, exitLetters] = [28, 36, 13]
const gap = 30
const wonGap = 58

type Box = { readonly step: DiagramStep; readonly top: number; readonly height: number }

/** Draws a direction as SVG: stages from the top down, ways around them at the left, ways out at the right. */
export function drawSvg(diagram: Diagram, address: Address): string {
  const boxes = layOut(diagram.steps)
  const foot = boxes.at(-1) === undefined ? 50 : bottomOf(boxes.at(-1)) + gap
  const height = foot + 42
  const name = escapeHtml(diagram.title)
  return [
    '<figure class="playbook-diagram">',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-label="${name}">`,
    terminal(diagram.start, 8),
    arrow(40, boxes[0]?.top ?? foot),
    ...boxes.map((box) => boxSvg(box, address)),
    ...boxes.map((box, index) => arrow(bottomOf(box), boxes[index + 1]?.top ?? foot)),
    ...boxes.filter(({ step }) => step.winsAfter).map((box) => wonSvg(box, diagram.words.won)),
    ...skipsOf(diagram.steps).map((skip) => skipSvg(boxes, skip, foot)),
    ...exitsSvg(diagram, boxes),
    terminal(diagram.end, foot),
    '</svg>',
    `<figcaption>${name}</figcaption>`,
    '</figure>',
  ].join('\n')
}

function layOut(steps: readonly DiagramStep[]): readonly Box[] {
  let top = 40 + gap
  return steps.map((step) => {
    const height = 16 + wrapped(step.name, nameLetters).length * 20 + notesOf(step).length * 17 + 4
    const box = { step, top, height }
    top += height + (step.winsAfter ? wonGap : gap)
    return box
  })
}

function bottomOf(box: Box | undefined): number {
  return box === undefined ? 0 : box.top + box.height
}

function notesOf(step: DiagramStep): readonly string[] {
  return step.notes.flatMap((note) => wrapped(note, noteLetters))
}

function boxSvg({ step, top, height }: Box, address: Address): string {
  const kind = step.isSkippable ? 'playbook-step playbook-step-skippable' : 'playbook-step'
  const names = wrapped(step.name, nameLetters).map(
    (text, index) =>
      `<text class="playbook-step-name" x="${left + 16}" y="${top + 27 + index * 20}">${escapeHtml(text)}</text>`,
  )
  const under = top + 27 + names.length * 20 - 2
  const notes = notesOf(step).map(
    (text, index) =>
      `<text class="playbook-step-note" x="${left + 16}" y="${under + index * 17}">${escapeHtml(text)}</text>`,
  )
  return [
    `<a class="${kind}" href="${escapeHtml(address(step.to))}">`,
    `<rect x="${left}" y="${top}" width="${boxWidth}" height="${height}" rx="8"/>`,
    ...names,
    ...notes,
    '</a>',
  ].join('')
}

function terminal(text: string, top: number): string {
  return [
    `<g class="playbook-terminal"><rect x="${middle - 90}" y="${top}" width="180" height="32" rx="16"/>`,
    `<text x="${middle}" y="${top + 21}" text-anchor="middle">${escapeHtml(text)}</text></g>`,
  ].join('')
}

function arrow(from: number, to: number): string {
  return `<path class="playbook-arrow" d="M${middle} ${from}V${to - 2}"/>${head(middle, to)}`
}

function head(x: number, y: number): string {
  return `<path class="playbook-arrow-head" d="M${x - 5} ${y - 8}L${x} ${y}L${x + 5} ${y - 8}Z"/>`
}

function wonSvg(box: Box, text: string): string {
  const y = bottomOf(box) + wonGap / 2 - 4
  const half = Math.min(boxWidth / 2, 24 + text.length * 4.2)
  return [
    `<g class="playbook-won"><path d="M8 ${y}H${width - 8}"/>`,
    `<rect x="${middle - half}" y="${y - 12}" width="${half * 2}" height="24" rx="12"/>`,
    `<text x="${middle}" y="${y + 5}" text-anchor="middle">${escapeHtml(text)}</text></g>`,
  ].join('')
}

/** A way around: from the stage before (or the very start) down the left edge to the first stage that must be passed. */
function skipSvg(
  boxes: readonly Box[],
  { from, to }: { readonly from: number; readonly to: number },
  foot: number,
): string {
  const before = boxes[from]
  const after = boxes[to]
  const start = before === undefined ? 24 : before.top + before.height / 2
  const startX = before === undefined ? middle - 90 : left
  const end = after === undefined ? foot + 16 : after.top + after.height / 2
  const endX = after === undefined ? middle - 90 : left
  return [
    `<path class="playbook-skip" d="M${startX} ${start}H18Q8 ${start} 8 ${start + 10}V${end - 10}Q8 ${end} 18 ${end}H${endX - 2}"/>`,
    `<path class="playbook-arrow-head" d="M${endX - 8} ${end - 5}L${endX} ${end}L${endX - 8} ${end + 5}Z"/>`,
  ].join('')
}

/** Before it is won a deal can be lost at any stage, after that cancelled: a bracket beside the stages it is true for. */
function exitsSvg({ exits }: Diagram, boxes: readonly Box[]): readonly string[] {
  const won = boxes.findIndex(({ step }) => step.winsAfter)
  return exits.flatMap(({ label, isWon }) => {
    const part = isWon ? boxes.slice(won + 1) : boxes.slice(0, won + 1)
    const [first, last] = [part[0], part.at(-1)]
    if (first === undefined || last === undefined) return []
    const [top, bottom] = [first.top, bottomOf(last)]
    const lines = wrapped(label, exitLetters)
    const y = (top + bottom) / 2 - (lines.length - 1) * 9 + 5
    const words = lines.map((text, index) => `<text x="${right + 24}" y="${y + index * 18}">${escapeHtml(text)}</text>`)
    return [
      `<g class="playbook-exit"><path d="M${right + 6} ${top}H${right + 14}V${bottom}H${right + 6}"/>${words.join('')}</g>`,
    ]
  })
}

/** Cuts a text into lines of about so many letters, at spaces. */
function wrapped(text: string, letters: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(...(word.length <= letters ? [word] : (word.match(new RegExp(`.{1,${letters}}`, 'gu')) ?? [word])))
  }
  return lines
}
