/**
 * Does something with every thing, so many at once. One that fails keeps none of the others from their turn; the first
 * failure is thrown when all have had it, so that whoever called tries again.
 */
export async function inGroups<T, R>(
  things: readonly T[],
  atOnce: number,
  run: (thing: T) => Promise<R>,
): Promise<readonly R[]> {
  const outcomes: PromiseSettledResult<R>[] = []
  for (let first = 0; first < things.length; first += atOnce) {
    // oxlint-disable-next-line no-await-in-loop -- so many at once and no more
    outcomes.push(...(await Promise.allSettled(things.slice(first, first + atOnce).map(run))))
  }
  return valuesOf(outcomes)
}

/**
 * Does something with every thing, never more than so many at once: whoever is done takes the next. One that fails keeps
 * none of the others from their turn; the first failure is thrown when all have had it.
 */
export async function inTurns<T, R>(
  things: readonly T[],
  atOnce: number,
  run: (thing: T) => Promise<R>,
): Promise<readonly R[]> {
  const outcomes: PromiseSettledResult<R>[] = []
  const turns = things.entries()
  const takeTurns = async () => {
    // One iterator for all of them: each thing is taken once.
    for (const [no, thing] of turns) outcomes[no] = (await Promise.allSettled([run(thing)]))[0]
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, things.length) }, takeTurns))
  return valuesOf(outcomes)
}

/** Waits for all, also when one has failed already, and throws the first failure then. */
export async function everyOne<R>(runs: readonly Promise<R>[]): Promise<readonly R[]> {
  return valuesOf(await Promise.allSettled(runs))
}

function valuesOf<R>(outcomes: readonly PromiseSettledResult<R>[]): readonly R[] {
  const failed = outcomes.find((outcome) => outcome.status === 'rejected')
  if (failed !== undefined) throw failed.reason
  return outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
}
