import { attachedRefusal } from '#domain/attached/words/attached-refusal'
import { mentionsIn } from '#domain/attached/mentions'
import { employeeCaller } from '#domain/kernel/access'
import type { Ports } from '#ports/ports'
import type { AddComment, ChangeComment, Comment } from '#schemas/attached'
import { answerWith, once, type Command } from '#usecases/command'
import { attachedEvent } from './attached-event'
import { isTheirs, type SeenSubject } from './seen-subject'

type Needs = Pick<Ports, 'attached' | 'clock' | 'deals' | 'ids'>

/** What was said of a subject: pinned comments first, else the newest first. */
export async function readComments(
  { attached }: Pick<Ports, 'attached'>,
  { subject }: Pick<SeenSubject, 'subject'>,
): Promise<readonly Comment[]> {
  const all = await attached.comments(subject)
  return [...all.filter(({ pinned }) => pinned), ...all.filter(({ pinned }) => !pinned)]
}

/** Says something of a subject; whoever is named in it is told. Refuses to name somebody who cannot see it. */
export function addComment(ports: Needs, command: Command, seen: SeenSubject, input: AddComment): Promise<Comment> {
  return once(ports, command, async () => {
    const at = ports.clock.now()
    const comment: Comment = {
      id: ports.ids.next('comment'),
      subject: seen.subject,
      text: input.text,
      by: command.caller.actor.id,
      at,
      mentions: [...mentioned(seen, input.text)],
      pinned: input.pinned ?? false,
      rev: 1,
    }
    const { id, mentions } = comment
    const told = attachedEvent('deal.commented', seen, command, { kind: 'comment', id, mentions, at, rev: 1 })
    await ports.attached.addComment(comment, { ...told, ...answerWith(command, comment) })
    return comment
  })
}

/** Changes what was said, or pins it. Only whom it did not name before is told of a new text. */
export async function changeComment(
  { attached, clock }: Pick<Ports, 'attached' | 'clock'>,
  command: Command,
  seen: SeenSubject,
  { id, ...input }: ChangeComment & { readonly id: string },
): Promise<Comment> {
  const was = await attached.comment(seen.subject, id)
  if (was === undefined) throw attachedRefusal('comment_unknown', { id })
  const { text = was.text, pinned = was.pinned } = input
  if (text !== was.text && was.by !== command.caller.actor.id) throw attachedRefusal('forbidden.comment')
  if (text === was.text && pinned === was.pinned) return was
  const at = clock.now()
  const isEdited = text !== was.text
  const mentions = isEdited ? [...mentioned(seen, text)] : was.mentions
  const next = { ...was, text, pinned, mentions, rev: was.rev + 1, ...(isEdited ? { editedAt: at } : {}) }
  const fresh = mentions.filter((one) => !was.mentions.includes(one))
  const { event } =
    fresh.length === 0
      ? {}
      : attachedEvent('deal.commented', seen, command, { kind: 'comment', id, mentions: fresh, at, rev: next.rev })
  if (!(await attached.saveComment(next, event))) throw attachedRefusal('version_conflict.comment')
  return next
}

/** Takes a comment away for good: whoever wrote it, or a head of theirs. */
export async function removeComment(
  { attached }: Pick<Ports, 'attached'>,
  { caller }: Command,
  { subject, people }: SeenSubject,
  id: string,
): Promise<{ id: string }> {
  const comment = await attached.comment(subject, id)
  if (comment === undefined) throw attachedRefusal('comment_unknown', { id })
  if (!isTheirs(caller, people, comment.by)) throw attachedRefusal('forbidden.remove_comment')
  await attached.removeComment(comment)
  return { id }
}

function mentioned({ people, isSeenBy }: SeenSubject, text: string): readonly string[] {
  const { employees, departments } = people
  const ids = mentionsIn(text, Object.values(employees))
  const blind = ids.flatMap((id) => {
    const employee = employees[id]
    return employee === undefined || isSeenBy(employeeCaller(employee, departments)) ? [] : [employee.name]
  })
  if (blind.length > 0) throw attachedRefusal('field_value.mention', { names: blind })
  return ids
}
