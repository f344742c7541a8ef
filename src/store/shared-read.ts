import { setImmediate } from 'node:timers/promises'

type Turn<T> = { hasBegun: boolean; readonly now: Promise<T>; next?: Promise<T> }

/**
 * Lets those who ask for the same at the same time share one read. It begins when all that came with the first have been
 * heard; nobody gets what was read before they asked: who comes while a read is under way waits for the next one, together
 * with all who come until that begins.
 */
export function sharedRead<A, T>(read: (ask: A) => Promise<T>, nameOf: (ask: A) => string): (ask: A) => Promise<T> {
  const turns = new Map<string, Turn<T>>()
  const start = (name: string, ask: A): Promise<T> => {
    const begin = async () => {
      await setImmediate()
      turn.hasBegun = true
      return read(ask)
    }
    const turn: Turn<T> = { hasBegun: false, now: begin() }
    turns.set(name, turn)
    const end = () => {
      if (turn.next === undefined) turns.delete(name)
    }
    turn.now.then(end, end)
    return turn.now
  }
  return (ask) => {
    const name = nameOf(ask)
    const turn = turns.get(name)
    if (turn === undefined) return start(name, ask)
    if (!turn.hasBegun) return turn.now
    const again = () => start(name, ask)
    turn.next ??= turn.now.then(again, again)
    return turn.next
  }
}
