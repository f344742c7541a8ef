/** A write that stands for itself: the items it touches, and how it is done when it is done alone. */
export type LoneWrite = {
  /** As in `TransactWriteItems`. */
  readonly items: readonly object[]
  /** Names of the items, one for each. */
  readonly names: readonly string[]
  readonly alone: () => Promise<unknown>
}

type Waiting = {
  readonly write: LoneWrite
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: unknown) => void
}

/** A transaction takes 100 items; a larger one holds up everybody who is in it for longer than it saves. */
const mostItems = 50

/** While so many are on their way, what comes on top waits and goes together. */
const mostUnderWay = 1

/**
 * Puts writes that come while another is under way into one transaction of the engine: a commit costs it as much as the
 * items do. Whether a write is done does not depend on the others: when the transaction fails, for whatever reason, each
 * is done alone and has the outcome that it would have had.
 */
export function groupCommit(together: (items: readonly object[]) => Promise<unknown>) {
  let waiting: Waiting[] = []
  let underWay = 0
  const start = (): void => {
    while (underWay < mostUnderWay && waiting.length > 0) {
      const { group, rest } = nextGroup(waiting)
      waiting = rest
      underWay += 1
      void settle(group, together).finally(() => {
        underWay -= 1
        start()
      })
    }
  }
  return (write: LoneWrite): Promise<unknown> =>
    new Promise((resolve, reject) => {
      waiting.push({ write, resolve, reject })
      start()
    })
}

/** Those that can go together, oldest first. A transaction may touch an item once: who comes second waits their turn. */
function nextGroup(waiting: readonly Waiting[]): { readonly group: Waiting[]; readonly rest: Waiting[] } {
  const group: Waiting[] = []
  const rest: Waiting[] = []
  const taken = new Set<string>()
  let count = 0
  for (const one of waiting) {
    const { names, items } = one.write
    const isNext = group.length === 0 || (count + items.length <= mostItems && !names.some((name) => taken.has(name)))
    // Those who stay behind reserve their items as well, so that nobody overtakes on the same item.
    for (const name of names) taken.add(name)
    if (isNext) count += items.length
    ;(isNext ? group : rest).push(one)
  }
  return { group, rest }
}

async function settle(group: readonly Waiting[], together: (items: readonly object[]) => Promise<unknown>) {
  if (group.length > 1) {
    const isDone = await together(group.flatMap(({ write }) => write.items)).then(
      () => true,
      // Somebody's condition does not hold, say. Whose it is shows when each is done alone.
      () => false,
    )
    if (isDone) return group.forEach(({ resolve }) => resolve({}))
  }
  await Promise.all(group.map(({ write, resolve, reject }) => write.alone().then(resolve, reject)))
}
