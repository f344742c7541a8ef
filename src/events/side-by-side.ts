import { subjectOf, subjectText } from '#domain/kernel/subject'
import type { Ports } from '#ports/ports'
import type { DomainEvent } from '#schemas/event'

import type { Consumer } from './consumer'

type Run<Handed> = (ports: Ports, handed: Handed) => Promise<void>

/**
 * Handles deals and other subjects side by side, the events of one after another; what failed is told, the others are not held up.
 * The code that handles them is loaded with the first batch: a start should not pay for what every consumer does.
 */
export function eachSubject(load: () => Promise<Run<DomainEvent>>): Consumer['run'] {
  const loaded = once(load)
  return async (ports, events) => {
    const run = await loaded()
    return bySubject(events, async (ofOne, attempt) => {
      for (const event of ofOne) await attempt([event], () => run(ports, event))
    })
  }
}

/**
 * The same for what handles all events of one subject at once. What comes for a subject that is being handled waits and is
 * handled together with all else that came meanwhile: several who look at one thing at the same time only get in each
 * other's way.
 */
export function together(load: () => Promise<Run<readonly DomainEvent[]>>): Consumer['run'] {
  const loaded = once(load)
  const turnsOn = new WeakMap<Ports, Turns>()
  return async (ports, events) => {
    const run = await loaded()
    const turns = turnsOn.get(ports) ?? new Map<string, Turn>()
    turnsOn.set(ports, turns)
    return bySubject(events, (ofOne, attempt, subject) =>
      attempt(ofOne, () => inTurn(turns, subject, ofOne, (all) => run(ports, all))),
    )
  }
}

/** A run over one subject: what it is given until it begins, and when it is over. */
type Turn = { hasBegun: boolean; readonly events: DomainEvent[]; readonly over: Promise<void> }

/** The newest turn of every subject that has one. */
type Turns = Map<string, Turn>

function inTurn(
  turns: Turns,
  subject: string,
  events: readonly DomainEvent[],
  run: (events: readonly DomainEvent[]) => Promise<void>,
): Promise<void> {
  const newest = turns.get(subject)
  if (newest?.hasBegun === false) {
    newest.events.push(...events)
    return newest.over
  }
  const begin = async () => {
    // Whether the one before came to an end well or not is for those whose turn it was.
    if (newest !== undefined) await newest.over.catch(() => undefined)
    turn.hasBegun = true
    try {
      await run(turn.events)
    } finally {
      if (turns.get(subject) === turn) turns.delete(subject)
    }
  }
  const turn: Turn = { hasBegun: false, events: [...events], over: Promise.resolve().then(begin) }
  turns.set(subject, turn)
  return turn.over
}

/** What was loaded, kept; a load that failed is tried again by the next who asks. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let kept: { readonly loaded: T } | undefined
  return async () => {
    kept ??= { loaded: await load() }
    return kept.loaded
  }
}

type Attempt = (events: readonly DomainEvent[], run: () => Promise<void>) => Promise<void>

async function bySubject(
  events: readonly DomainEvent[],
  handle: (ofOne: readonly DomainEvent[], attempt: Attempt, subject: string) => Promise<void>,
): Promise<readonly string[]> {
  const failed: string[] = []
  const attempt: Attempt = async (tried, run) => {
    try {
      await run()
    } catch (error) {
      for (const { id } of tried) {
        console.error(JSON.stringify({ level: 'error', event: id, error: String(error) }))
        failed.push(id)
      }
    }
  }
  const subjects = new Map<string, DomainEvent[]>()
  for (const event of events) {
    const subject = subjectText(subjectOf(event))
    subjects.set(subject, [...(subjects.get(subject) ?? []), event])
  }
  await Promise.all([...subjects].map(([subject, ofOne]) => handle(ofOne, attempt, subject)))
  return failed
}
