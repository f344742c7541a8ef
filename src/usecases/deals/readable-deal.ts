import { dealRefusal } from '#domain/deals/words/deal-refusal'
import type { Caller } from '#domain/kernel/access'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { Task } from '#schemas/task'

import { filledTasks } from '#usecases/tasks/filled-tasks'
import { canSee } from './deal-file'

/** A deal with its tasks, their texts as they are kept, for somebody who may see it. */
export async function dealSeenBy(
  { deals }: Pick<Ports, 'deals'>,
  caller: Caller,
  people: People,
  dealId: string,
): Promise<{ readonly deal: Deal; readonly tasks: readonly Task[] }> {
  const [deal, tasks] = await Promise.all([deals.find(dealId), deals.tasksOf(dealId)])
  if (deal !== undefined && canSee(caller, { deal, tasks, people })) return { deal, tasks }
  // The same for a deal that is not there and one that is not theirs: an id must not tell which it is.
  throw dealRefusal('deal_unknown', { id: dealId })
}

/** A deal with its tasks as people read them, for somebody who may see it: it is within their reach, or one of its tasks is theirs. */
export async function readableDeal(
  ports: Pick<Ports, 'deals' | 'gateFacts' | 'rules'>,
  caller: Caller,
  people: People,
  dealId: string,
): Promise<{ readonly deal: Deal; readonly tasks: readonly Task[] }> {
  const { deal, tasks } = await dealSeenBy(ports, caller, people, dealId)
  return { deal, tasks: await filledTasks(ports, tasks, [deal]) }
}
