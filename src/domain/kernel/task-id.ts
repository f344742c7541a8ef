import type { Subject } from '#schemas/subject'

/** The id of the task that a template brings to one visit: the same for whoever computes it, so it can exist only once. */
export function taskIdOf(dealId: string, visit: number, template: string): string {
  return `task_${dealId.slice('deal_'.length)}-${visit}-${template}`
}

/** The deal a task belongs to, read from its id; undefined when this is no task id. */
export function dealIdOf(taskId: string): string | undefined {
  const match = /^task_([0-9A-Za-z_]+)-\d+-/.exec(taskId)
  return match === null ? undefined : `deal_${match[1]}`
}

/**
 * The id of a task that hangs on another subject than a deal: the same for whoever computes it. `what` says which task it is,
 * such as `call_back-2`, and does not begin with a number, so that no such id is taken for one of a deal.
 */
export function taskIdOfSubject(subject: string, what: string): string {
  return `task_${subject}-${what}`
}

/** How ids of tasks begin that hang on another subject than a deal, behind `task_`, up to what says which task it is. */
const subjects: readonly (readonly [Subject['kind'], RegExp])[] = [
  ['talk', /^(talk_[^-]+)-[a-z]/],
  ['payment', /^(pay_.+)-[a-z_]+-\d+$/],
  ['request', /^(.+-[a-z_]+-\d+)-request$/],
]

/** What a task hangs on, read from its id, where that is no deal; undefined where it is one, or this is no task id. */
export function subjectIdOf(taskId: string): Subject | undefined {
  if (!taskId.startsWith('task_') || dealIdOf(taskId) !== undefined) return undefined
  for (const [kind, form] of subjects) {
    const id = form.exec(taskId.slice('task_'.length))?.[1]
    if (id !== undefined) return { kind, id }
  }
  return undefined
}
