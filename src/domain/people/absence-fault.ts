import type { Absence } from '#schemas/people'

/** What is wrong with an absence as it is written down: its days, who stands in, or another one on the same days. */
export type AbsenceFault =
  | { readonly kind: 'days' | 'self'; readonly absence: Absence }
  | { readonly kind: 'overlap'; readonly absence: Absence; readonly other: Absence }

/** The first fault of absences that are new or changed; what was written down before is nobody's fault now. */
export function absenceFault(
  employee: string,
  absences: readonly Absence[],
  before: readonly Absence[],
): AbsenceFault | undefined {
  for (const absence of withoutKnown(absences, before)) {
    if (absence.to < absence.from) return { kind: 'days', absence }
    if (absence.deputy === employee) return { kind: 'self', absence }
    const other = absences.find((one) => one !== absence && one.from <= absence.to && absence.from <= one.to)
    if (other !== undefined) return { kind: 'overlap', absence, other }
  }
  return undefined
}

/** One that stands twice and was known once is new the second time. */
function withoutKnown(absences: readonly Absence[], before: readonly Absence[]): readonly Absence[] {
  const left = before.map(textOf)
  return absences.filter((one) => {
    const at = left.indexOf(textOf(one))
    if (at !== -1) left.splice(at, 1)
    return at === -1
  })
}

function textOf({ from, to, deputy }: Absence): string {
  return JSON.stringify([from, to, deputy])
}
