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
