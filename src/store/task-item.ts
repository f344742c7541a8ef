import { lookOf } from '#domain/lateness'
import { dueShard, indexKeys, keys } from './keys'
import { asText } from './text-item'
import type { Task } from '#schemas/task'

/** The item of a task with its index keys: open ones on a person's list and in the sweep, done ones in their month. */
export function taskItem(task: Task): Record<string, unknown> {
  return { ...keys.task(task.dealId, task.id), ...indexed(task), rev: task.rev, task: asText(task) }
}

function indexed(task: Task): Record<string, unknown> {
  if (task.status === 'open') {
    const look = lookOf(task)
    return {
      gsi2pk: indexKeys.userOpen(task.responsible),
      gsi2sk: `${task.dueAt ?? indexKeys.undated}#${task.id}`,
      // The key goes when there is nothing more to look at: the index holds only work that is left.
      ...(look === undefined ? {} : { gsi1pk: indexKeys.due(dueShard(task.dealId)), gsi1sk: `${look.at}#${task.id}` }),
    }
  }
  if (task.status === 'done' && task.doneAt !== undefined) {
    return {
      gsi2pk: indexKeys.userDone(task.responsible, task.doneAt.slice(0, 7)),
      gsi2sk: `${task.doneAt}#${task.id}`,
    }
  }
  return {}
}
