/**
 * Lets those who ask for the same at the same time share one read. Nobody gets what was read before they asked: who comes
 * while a read is under way waits for the next one, together with all who come until that begins.
 */
export function sharedRead<A, T>(read: (ask: A) => Promise<T>, nameOf: (ask: A) => string): (ask: A) => Promise<T> {
  const underWay = new Map<string, { readonly now: Promise<T>; next?: Promise<T> }>()
  const start = (name: string, ask: A): Promise<T> => {
    const now = read(ask)
    const turn: { readonly now: Promise<T>; next?: Promise<T> } = { now }
    underWay.set(name, turn)
    const end = () => {
      if (turn.next === undefined) underWay.delete(name)
    }
    now.then(end, end)
    return now
  }
  return (ask) => {
    const name = nameOf(ask)
    const turn = underWay.get(name)
    if (turn === undefined) return start(name, ask)
    const again = () => start(name, ask)
    turn.next ??= turn.now.then(again, again)
    return turn.next
  }
}
