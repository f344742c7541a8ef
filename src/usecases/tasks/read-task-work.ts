import type { Caller } from '#domain/kernel/access'
import { fieldsToAsk } from '#domain/deals/gate'
import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { dealIdOf } from '#domain/kernel/task-id'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { Field } from '#schemas/model'
import type { Task } from '#schemas/task'
import { rulesFor } from '#usecases/deals/deal-file'
import { readableDeal } from '#usecases/deals/readable-deal'

/** A task with its deal, and the fields that whoever completes it should be asked for. */
export type TaskWork = { readonly task: Task; readonly deal: Deal; readonly asks: readonly Field[] }

/**
 * What doing a task takes, for somebody who may see its deal, by the rules of the visit the deal is in. Refuses with
 * `task_unknown`, and with `deal_unknown` where the deal is not theirs.
 */
export async function readTaskWork(
  ports: Pick<Ports, 'deals' | 'rules'>,
  { caller, people }: { readonly caller: Caller; readonly people: People },
  taskId: string,
): Promise<TaskWork> {
  const dealId = dealIdOf(taskId)
  const found = dealId === undefined ? undefined : await readableDeal(ports, caller, people, dealId)
  const task = found?.tasks.find((one) => one.id === taskId)
  if (found === undefined || task === undefined) throw dealRefusal('task_unknown', { id: taskId })
  return { task, deal: found.deal, asks: fieldsToAsk(task, found.deal, await rulesFor(ports, found.deal)) }
}
