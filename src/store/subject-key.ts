import type { Subject } from '#schemas/subject'
import type { SubjectKind } from '#schemas/subject-names'
import type { Key } from '#store/key'

/** How the partition of a subject begins: its head, events, notes and tasks lie in it. No two kinds may share one. */
export const subjectPrefixes: Readonly<Record<SubjectKind, string>> = {
  deal: 'D#',
  client: 'C#',
  company: 'CO#',
  talk: 'TK#',
  document: 'DC#',
  invoice: 'NV#',
  payment: 'PM#',
}

/** The item of a subject that holds its version. */
export function subjectHead({ kind, id }: Subject): Key {
  return { pk: `${subjectPrefixes[kind]}${id}`, sk: '#' }
}
