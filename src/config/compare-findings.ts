import type { Diagnostic } from '#schemas/model'

/** What became of the faults between two texts. */
export type Compared = { readonly mended: number; readonly fresh: readonly Diagnostic[] }

/** Tells which faults are gone and which are new. A fault that only moved to another line is the same. */
export function compareFindings(before: readonly Diagnostic[], now: readonly Diagnostic[]): Compared {
  const known = new Map<string, number>()
  for (const found of before) known.set(keyOf(found), (known.get(keyOf(found)) ?? 0) + 1)
  const fresh = now.filter((found) => {
    const left = known.get(keyOf(found)) ?? 0
    known.set(keyOf(found), left - 1)
    return left <= 0
  })
  return { mended: before.length - (now.length - fresh.length), fresh }
}

/** Line numbers inside a sentence change with every line that is added above. */
function keyOf({ code, message }: Diagnostic): string {
  return `${code} ${message.replace(/\d+/g, '#')}`
}
