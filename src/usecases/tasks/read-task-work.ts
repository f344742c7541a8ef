import type { Caller } from '#domain/kernel/access'
import { fieldsOfGate, mayWrite } from '#domain/deals/field-rights'
import { fieldsToAsk } from '#domain/deals/gate'
import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { reaches } from '#domain/kernel/access'
import { dealIdOf } from '#domain/kernel/task-id'
import type { StageRules } from '#domain/rules/stage-rules'
import { dateIn } from '#domain/time/zone'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { Field } from '#schemas/model'
import type { Task } from '#schemas/task'
import { rulesFor } from '#usecases/deals/deal-file'
import { readableDeal } from '#usecases/deals/readable-deal'

/** What whoever completes a task is asked for: the fields they may write, and those the gate waits for others to write. */
export type Asked = { readonly asks: readonly Field[]; readonly others: readonly Field[] }

/** A task with its deal, and the fields that whoever completes it should be asked for. */
export type TaskWork = Asked & { readonly task: Task; readonly deal: Deal; readonly model: StageRules['model'] }

type Asker = { readonly caller: Caller; readonly people: People }

/**
 * What doing a task takes, for somebody who may see its deal, by the rules of the visit the deal is in. Refuses with
 * `task_unknown`, and with `deal_unknown` where the deal is not theirs.
 */
export async function readTaskWork(
  ports: Pick<Ports, 'deals' | 'rules' | 'gateFacts' | 'clock'>,
  { caller, people }: Asker,
  taskId: string,
): Promise<TaskWork> {
  const dealId = dealIdOf(taskId)
  const found = dealId === undefined ? undefined : await readableDeal(ports, caller, people, dealId)
  const atHand = found?.tasks.find((one) => one.id === taskId)
  const task = found === undefined ? undefined : (atHand ?? (await ports.deals.findTask(found.deal.id, taskId)))
  if (found === undefined || task === undefined) throw dealRefusal('task_unknown', { id: taskId })
  const rules = await rulesFor(ports, found.deal)
  const at = { deal: found.deal, rules, now: ports.clock.now() }
  return { task, deal: found.deal, model: rules.model, ...askedOf({ caller, people }, task, at) }
}

/** What somebody who completes a task is asked for. */
export function askedOf(
  { caller, people }: Asker,
  task: Pick<Task, 'pipeline' | 'stage'>,
  { deal, rules, now }: { readonly deal: Deal; readonly rules: StageRules; readonly now: string },
): Asked {
  const scene = { owner: deal.owner, org: people, on: dateIn(rules.model.calendar.timezone, now) }
  const mayEdit = reaches(caller, 'deals_edit', deal.owner, people)
  const also = fieldsOfGate(rules.stage, rules.model)
  const wanted = fieldsToAsk(task, deal, rules)
  const asks = wanted.filter((field) => mayWrite(caller, field, scene, { mayEdit, also }))
  return { asks, others: wanted.filter((field) => !asks.includes(field)) }
}
