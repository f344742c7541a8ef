/** How a thing is kept: as `kept` does, or as it is where nobody changes what they have written or read. */
export type Keep = <T>(thing: T) => T

/** What this room has copied and frozen: it can be kept again, and handed out, without another copy. */
const ours = new WeakSet<object>()
const bareOnes = new WeakSet<object>()

/**
 * A thing as it is kept: a frozen copy that nobody who wrote or reads it can change, without properties that are
 * undefined, as a database gives it back. What is kept already is shared, not copied again.
 */
export function kept<T>(thing: T): T {
  return copied(thing, ours, () => ({}))
}

/** The same, of things in which ids are looked up as they were sent: “constructor” is as unknown as any other word. */
export function keptBare<T>(thing: T): T {
  return copied(thing, bareOnes, () => Object.create(null) as Record<string, unknown>)
}

function copied<T>(thing: T, known: WeakSet<object>, empty: () => Record<string, unknown>): T {
  if (typeof thing !== 'object' || thing === null || known.has(thing)) return thing
  const copy: unknown = Array.isArray(thing)
    ? thing.map((one: unknown) => copied(one ?? null, known, empty))
    : properties(thing as Readonly<Record<string, unknown>>, known, empty)
  known.add(copy as object)
  return Object.freeze(copy) as T
}

function properties(
  thing: Readonly<Record<string, unknown>>,
  known: WeakSet<object>,
  empty: () => Record<string, unknown>,
): object {
  const copy = empty()
  for (const name of Object.keys(thing)) {
    const value = thing[name]
    if (value === undefined) continue
    // Most of what is kept are texts and numbers: they need no copy and no call.
    copy[name] = typeof value === 'object' && value !== null ? copied(value, known, empty) : value
  }
  return copy
}
