import type { Diagram, DiagramStep } from './blocks'

/** Writes a direction as a Mermaid flow chart. */
export function drawMermaid({ steps, start, end, words, exits }: Diagram): string {
  const name = (step: DiagramStep): string => `s_${step.id}`
  const last = steps.at(-1)
  const links = steps.flatMap((step, index) => {
    const next = steps[index + 1]
    const to = next === undefined ? 'finish' : name(next)
    return [`${name(step)} -->${step.winsAfter ? `|"${label(words.won)}"|` : ''} ${to}`]
  })
  const skips = skipsOf(steps).map(({ from, to }) => {
    const [before, after] = [steps[from], steps[to]]
    const left = before === undefined ? 'start' : name(before)
    return `${left} -.->|"${label(words.skip)}"| ${after === undefined ? 'finish' : name(after)}`
  })
  const wonAt = steps.findIndex((step) => step.winsAfter)
  return [
    'flowchart TD',
    `start(["${label(start)}"])`,
    ...steps.map((step) => `${name(step)}["${[step.name, ...step.notes].map(label).join('<br/>')}"]`),
    ...(last === undefined ? [] : [`finish(["${label(end)}"])`]),
    ...exits.map((exit, index) => `exit_${index}{{"${label(exit.label)}"}}`),
    ...(steps[0] === undefined ? [] : [`start --> ${name(steps[0])}`]),
    ...links,
    ...skips,
    ...exits.flatMap((exit, index) => {
      const from = exit.isWon ? steps[wonAt + 1] : steps[0]
      return from === undefined ? [] : [`${name(from)} -.-> exit_${index}`]
    }),
  ]
    .map((text, index) => (index === 0 ? text : `  ${text}`))
    .join('\n')
}

/** Ways around stages that may be skipped: from the stage before a run of them to the first one that must be passed. */
export function skipsOf(steps: readonly DiagramStep[]): readonly { readonly from: number; readonly to: number }[] {
  return steps.flatMap((step, index) => {
    if (!step.isSkippable || steps[index - 1]?.isSkippable === true) return []
    let to = index
    while (steps[to]?.isSkippable === true) to += 1
    return [{ from: index - 1, to }]
  })
}

/** Text within quotes of Mermaid: signs with a meaning there are written by their number. */
function label(text: string): string {
  return text
    .replaceAll('&', '#amp;')
    .replaceAll('"', '#quot;')
    .replaceAll('<', '#lt;')
    .replaceAll('>', '#gt;')
    .replaceAll('`', '#96;')
    .replace(/\s+/g, ' ')
}
