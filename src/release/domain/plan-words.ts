import type { Format } from '#domain/kernel/texts/format'
import type { ReleaseGroup } from '#schemas/release-names'
import type { ReleaseChange, ReleasePlan } from '#schemas/release'

/** How a plan is said in one language. */
export type PlanWords = {
  readonly title: (plan: Pick<ReleasePlan, 'from' | 'deals'>, file: string, format: Format) => string
  readonly groups: Readonly<Record<ReleaseGroup, string>>
  /** A change in one line. */
  readonly head: (change: ReleaseChange, format: Format) => string
  /** What it comes to for the deals that are open. */
  readonly body: (change: ReleaseChange, group: ReleaseGroup, format: Format) => readonly string[]
  readonly examples: (named: readonly string[]) => string
  /** What people have called something, in the quotes of the language. */
  readonly quoted: (title: string) => string
  readonly paste: (change: ReleaseChange) => string
  /** Many texts in one line: what they say is in the file. */
  readonly texts: (keys: readonly string[]) => string
  readonly same: string
  readonly nothing: string
  readonly publishable: string
  readonly blocked: string
}

/** Directions with how many deals each has; one alone needs no number, because it has them all. */
export function directionsText({ directions }: ReleaseChange): string {
  const [first] = directions
  if (first === undefined) return ''
  if (directions.length === 1) return first.pipeline
  return directions
    .map(({ pipeline, deals, tasks }) => `${pipeline} ${deals > 0 || tasks === 0 ? deals : 0}`)
    .join(', ')
}

/** `from → to`, with a word where one of them is nothing. */
export function arrow({ from, to }: Pick<ReleaseChange, 'from' | 'to'>, none: string): string {
  return `${from || none} → ${to || none}`
}

/** The key of a task without the part that changed. */
export function taskKeyOf({ names }: ReleaseChange): string {
  return `${names['stage'] ?? ''}.${names['task'] ?? ''}`
}
