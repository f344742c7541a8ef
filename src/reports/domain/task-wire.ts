import type { TaskFact, TaskFacts, TaskOfDeal } from './facts'
import { factsFormat, refuseOtherFormat } from './wire-format'

const statuses: readonly TaskFact['status'][] = ['open', 'done', 'cancelled']
/** Instants are written in digits and letters. */
const RADIX = 36
/** Stands for a template by which the task is called, where more is said behind it. */
const sameName = '~'

/**
 * Facts of the tasks of a month as text: the deal and a part for each task, whose words are set apart by blanks. A year
 * of a large company has half a million: no names of properties, and of a task’s id only what the deal does not say.
 */
export function writeTasks({ deal, tasks }: TaskFacts): string {
  const prefix = taskPrefix(deal)
  const rows = tasks.map((task) =>
    [
      task.id.startsWith(prefix) ? task.id.slice(prefix.length) : `=${task.id}`,
      task.pipeline,
      task.stage,
      task.responsible,
      statuses.indexOf(task.status) + (task.isMissed ? 4 : 0) + (task.isBornLate ? 8 : 0),
      task.createdAt.toString(RADIX),
      task.endedAt?.toString(RADIX) ?? '',
      task.deadline?.toString(RADIX) ?? '',
      ...(isNamed(task) ? [] : [task.template]),
      ...(task.missedBy === undefined ? [] : isNamed(task) ? [sameName, task.missedBy] : [task.missedBy]),
    ].join(' '),
  )
  return [factsFormat, deal, ...rows].join('\t')
}

/** Facts of the tasks of a month out of their text. */
export function readTasks(text: string): readonly TaskOfDeal[] {
  refuseOtherFormat(text)
  const parts = text.split('\t')
  const deal = parts[1] ?? ''
  const prefix = taskPrefix(deal)
  const tasks: TaskOfDeal[] = []
  for (let index = 2; index < parts.length; index += 1)
    tasks.push(taskIn((parts[index] ?? '').split(' '), deal, prefix))
  return tasks
}

function taskIn(words: readonly string[], deal: string, prefix: string): TaskOfDeal {
  const name = words[0] ?? ''
  const flags = Number(words[4])
  const task: { -readonly [K in keyof TaskOfDeal]: TaskOfDeal[K] } = {
    deal,
    id: name.startsWith('=') ? name.slice(1) : prefix + name,
    template: words[8] === undefined || words[8] === sameName ? name.slice(name.indexOf('-') + 1) : words[8],
    pipeline: words[1] ?? '',
    stage: words[2] ?? '',
    responsible: words[3] ?? '',
    status: statuses[flags & 3] ?? 'open',
    createdAt: Number.parseInt(words[5] ?? '', RADIX),
    isMissed: (flags & 4) === 4,
    isBornLate: (flags & 8) === 8,
  }
  if (words[9] !== undefined) task.missedBy = words[9]
  if (words[6] !== '') task.endedAt = Number.parseInt(words[6] ?? '', RADIX)
  if (words[7] !== '') task.deadline = Number.parseInt(words[7] ?? '', RADIX)
  return task
}

function isNamed({ id, template }: TaskFact): boolean {
  return id.endsWith(`-${template}`)
}

/** What the ids of the tasks of a deal begin with. */
export function taskPrefix(deal: string): string {
  return `task_${deal.slice('deal_'.length)}-`
}
