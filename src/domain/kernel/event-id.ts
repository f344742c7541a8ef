/**
 * The form of an event's id, known here alone: `<subject>:<version>` for the change that made a version of its subject,
 * `<subject>:<version>~<what>` for a note about that version. A subject is what events and tasks hang on: a deal today.
 */
export type EventIdParts = {
  readonly subject: string
  readonly version: number
  /** What a note is about; absent for a change. */
  readonly what?: string
}

/** The id of the event that made a version of a subject. */
export function eventId(subject: string, version: number): string {
  return `${subject}:${version}`
}

/** The id of a note about what an event, or a note, left. The same words make the same id: it is noted once. */
export function noteId(event: string, what: string): string {
  return `${event}~${what}`
}

/** The parts of an id; undefined when it is none of ours. What a note is about may hold any sign. */
export function eventIdParts(id: string): EventIdParts | undefined {
  const behind = id.indexOf('~')
  const change = behind < 0 ? id : id.slice(0, behind)
  const at = change.lastIndexOf(':')
  const written = change.slice(at + 1)
  if (at < 1 || !/^\d+$/.test(written) || behind === id.length - 1) return undefined
  return {
    subject: change.slice(0, at),
    version: Number(written),
    ...(behind < 0 ? {} : { what: id.slice(behind + 1) }),
  }
}

/** The version of its subject that an event made, or that a note is about. Throws a fault for an id that is none of ours. */
export function versionOf({ id }: { readonly id: string }): number {
  const parts = eventIdParts(id)
  if (parts === undefined) throw new Error(`“${id}” is not the id of an event.`)
  return parts.version
}
