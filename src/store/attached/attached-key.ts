import type { Subject } from '#schemas/subject'
import type { Key } from '#store/key'
import { subjectPartition } from '#store/subject-key'

/** The keys of what is attached to a subject: it lies in its partition. */
export const attachedKeys = {
  comment: (subject: Subject, id: string): Key => ({ pk: subjectPartition(subject), sk: `${prefixes.comments}${id}` }),
  file: (subject: Subject, id: string): Key => ({ pk: subjectPartition(subject), sk: `${prefixes.files}${id}` }),
  announced: (subject: Subject, id: string): Key => ({ pk: subjectPartition(subject), sk: `AN#${id}` }),
} as const

/** How the sort keys of one kind begin. */
export const prefixes = { comments: 'Y#', files: 'A#' } as const
