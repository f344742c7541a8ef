import type { AttachedFile, Comment } from '#schemas/attached'
import type { DomainEvent } from '#schemas/event'
import type { Subject } from '#schemas/subject'
import type { Answer } from './deals'

/** A file that was announced; what it is by its content is known when its bytes are there. */
export type AnnouncedFile = Omit<AttachedFile, 'type'>

/** What people attach to a subject: comments and files. Single reads are strongly consistent. */
export type AttachedStore = {
  /** All that was said of a subject, the newest first. */
  readonly comments: (subject: Subject) => Promise<readonly Comment[]>
  readonly comment: (subject: Subject, id: string) => Promise<Comment | undefined>
  /** Adds a comment with the event that tells of it, whole or not at all. Throws where the answer is kept already. */
  readonly addComment: (
    comment: Comment,
    more: { readonly event?: DomainEvent; readonly answer?: Answer },
  ) => Promise<void>
  /** Writes a revision over the one before it; false when somebody else did. With an event where somebody is told. */
  readonly saveComment: (comment: Comment, event?: DomainEvent) => Promise<boolean>
  readonly removeComment: (comment: Comment) => Promise<void>
  /** The files that are there, the newest first. */
  readonly files: (subject: Subject) => Promise<readonly AttachedFile[]>
  readonly file: (subject: Subject, id: string) => Promise<AttachedFile | undefined>
  /** Keeps for a day that a file was announced. */
  readonly announce: (file: AnnouncedFile) => Promise<void>
  readonly announced: (subject: Subject, id: string) => Promise<AnnouncedFile | undefined>
  /** Makes an announced file one that is there, with the event that tells of it; false when it is there already. */
  readonly addFile: (file: AttachedFile, event?: DomainEvent) => Promise<boolean>
  readonly removeFile: (file: AttachedFile) => Promise<void>
}
