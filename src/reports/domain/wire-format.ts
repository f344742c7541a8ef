/** What a fact is written of. */
export type Part = string | number | null | readonly Part[] | { readonly [key: string]: Part }

/**
 * How facts are written. It stands in front of every text: one that is written otherwise is refused, and the nightly
 * comparison, which sees another text than there should be, writes it anew.
 */
export const factsFormat = '2'

/** A text is in another format than this version reads. */
export class OtherFormat extends Error {}

/** Refuses a text that is in another format than this version reads, and says what to do about it. */
export function refuseOtherFormat(text: string): void {
  if (text.startsWith(`${factsFormat}\t`)) return
  throw new OtherFormat(
    `Facts for reports are kept in another format (“${text.slice(0, 12)}…”) than this version of Norma reads. ` +
      'Run `norma run reconcile-reports`, which writes them anew.',
  )
}

/** A value, or null where it is as usual. */
export function otherThan<T>(value: T, usual: T): T | null {
  return value === usual ? null : value
}

/** Without the nulls at its end. */
export function trimmed(parts: readonly Part[]): readonly Part[] {
  const last = parts.findLastIndex((part) => part !== null)
  return parts.slice(0, last + 1)
}
