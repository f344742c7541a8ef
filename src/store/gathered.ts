type Waiting<A> = { readonly ask: A; readonly resolve: () => void; readonly reject: (error: unknown) => void }

/**
 * Does together what is asked for in one turn of the loop, `most` at once. Where that fails, each is done alone and has an
 * outcome of its own, so nobody's trouble is another's; what is asked for must be right when it is done twice.
 */
export function gathered<A>(
  most: number,
  together: (asks: readonly A[]) => Promise<void>,
  alone: (ask: A) => Promise<void>,
): (ask: A) => Promise<void> {
  let waiting: Waiting<A>[] = []
  const settle = async (all: readonly Waiting<A>[]) => {
    const isDone = all.length > 1 && (await succeeds(together(all.map(({ ask }) => ask))))
    for (const { ask, resolve, reject } of all) {
      if (isDone) resolve()
      else alone(ask).then(resolve, reject)
    }
  }
  const start = () => {
    const all = waiting
    waiting = []
    for (let first = 0; first < all.length; first += most) void settle(all.slice(first, first + most))
  }
  return (ask) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(start)
      waiting.push({ ask, resolve, reject })
    })
}

function succeeds(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    // Whatever went wrong shows again, and to whom it belongs, when each is done alone.
    () => false,
  )
}
