import type { Task, TaskReason } from '#schemas/task'

/** So many are kept of one task, the last ones. */
const mostReasons = 50

/** A task with what somebody said of what they did with it, where they said anything. */
export function withReason(task: Task, reason: TaskReason | undefined): Task {
  return reason === undefined ? task : { ...task, reasons: [...(task.reasons ?? []), reason].slice(-mostReasons) }
}

/** What somebody said, as it is kept; undefined where they said nothing. */
export function reasonOf(text: string | undefined, by: string, at: string): TaskReason | undefined {
  return text === undefined ? undefined : { at, by, text }
}
