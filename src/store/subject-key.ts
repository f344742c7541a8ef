import type { Subject } from '#schemas/subject'
import { subjectKinds, type SubjectKind } from '#schemas/subject-names'
import type { Key } from './key'

/** How the partition of a subject begins: its head, events, notes and tasks lie in it. No two kinds may share one. */
export const subjectPrefixes: Readonly<Record<SubjectKind, string>> = {
  deal: 'D#',
  client: 'C#',
  company: 'CO#',
  talk: 'TK#',
  document: 'DC#',
  invoice: 'NV#',
  payment: 'PM#',
  arrival: 'AR#',
  message: 'MO#',
  exchange: 'XR#',
  load: 'LQ#',
  request: 'SR#',
}

/** The item of a subject that holds its version. */
export function subjectHead(subject: Subject): Key {
  return { pk: subjectPartition(subject), sk: '#' }
}

/** Where a task of a subject stands. */
export function subjectTask(subject: Subject, taskId: string): Key {
  return { pk: subjectPartition(subject), sk: `T#${taskId}` }
}

/** Where it stands that somebody was late with a task which another has now. */
export function subjectLateTask(subject: Subject, taskId: string): Key {
  return { pk: subjectPartition(subject), sk: `L#${taskId}` }
}

/** The partition of a subject. */
export function subjectPartition({ kind, id }: Subject): string {
  return `${subjectPrefixes[kind]}${id}`
}

/** Whose partition it is; undefined when it is that of no subject. */
export function subjectIn(pk: string): Subject | undefined {
  const kind = subjectKinds.find((one) => pk.startsWith(subjectPrefixes[one]))
  return kind === undefined ? undefined : { kind, id: pk.slice(subjectPrefixes[kind].length) }
}
