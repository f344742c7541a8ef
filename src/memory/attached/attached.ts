import { attachedRefusal } from '#domain/attached/words/attached-refusal'
import { subjectText } from '#domain/kernel/subject'
import type { AnnouncedFile, AttachedStore } from '#ports/attached'
import type { AttachedFile, Comment } from '#schemas/attached'
import type { MemoryDeals } from '#memory/deals/deals'
import { kept } from '#memory/kept'
import { shelf } from '#memory/shelf'

/** Comments and files beside their subject. */
export function memoryAttached({ noteRun, keepAnswer }: Pick<MemoryDeals, 'noteRun' | 'keepAnswer'>): AttachedStore {
  const comments = shelf<Comment>()
  const files = shelf<AttachedFile>()
  const announced = shelf<AnnouncedFile>()
  return {
    comments: async (subject) => comments.all(subjectText(subject)).toReversed(),
    comment: async (subject, id) => comments.get(subjectText(subject), id),
    addComment: async (comment, { event, answer }) => {
      if (answer !== undefined && !keepAnswer(answer)) throw attachedRefusal('version_conflict.comment')
      comments.put(subjectText(comment.subject), comment.id, kept(comment))
      if (event !== undefined) noteRun(event)
    },
    saveComment: async (comment, event) => {
      const list = subjectText(comment.subject)
      if (comments.get(list, comment.id)?.rev !== comment.rev - 1) return false
      comments.put(list, comment.id, kept(comment))
      if (event !== undefined) noteRun(event)
      return true
    },
    removeComment: async ({ subject, id }) => comments.take(subjectText(subject), id),
    files: async (subject) => files.all(subjectText(subject)).toReversed(),
    file: async (subject, id) => files.get(subjectText(subject), id),
    announce: async (file) => announced.put(subjectText(file.subject), file.id, kept(file)),
    announced: async (subject, id) => announced.get(subjectText(subject), id),
    addFile: async (file, event) => {
      const list = subjectText(file.subject)
      if (files.get(list, file.id) !== undefined) return false
      files.put(list, file.id, kept(file))
      announced.take(list, file.id)
      if (event !== undefined) noteRun(event)
      return true
    },
    removeFile: async ({ subject, id }) => files.take(subjectText(subject), id),
  }
}
