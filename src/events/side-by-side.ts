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

/** The same for what handles all events of one subject at once. */
export function together(load: () => Promise<Run<readonly DomainEvent[]>>): Consumer['run'] {
  const loaded = once(load)
  return async (ports, events) => {
    const run = await loaded()
    return bySubject(events, (ofOne, attempt) => attempt(ofOne, () => run(ports, ofOne)))
  }
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
  handle: (ofOne: readonly DomainEvent[], attempt: Attempt) => Promise<void>,
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
  await Promise.all([...subjects.values()].map((ofOne) => handle(ofOne, attempt)))
  return failed
}
