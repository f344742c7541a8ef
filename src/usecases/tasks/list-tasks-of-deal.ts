import type { Caller } from '#domain/kernel/access'
import type { Page } from '#ports/page'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Task } from '#schemas/task'
import { filledTasks } from '#usecases/tasks/filled-tasks'
import { everyTaskOf } from '#usecases/tasks/every-task'
import { dealSeenBy } from '#usecases/deals/readable-deal'

/** A page of the tasks of a deal, the closed ones too, each once however many are added meanwhile. */
export async function listTasksOfDeal(
  ports: Pick<Ports, 'deals' | 'gateFacts' | 'rules'>,
  { caller, people }: { readonly caller: Caller; readonly people: People },
  dealId: string,
  { limit, cursor = '' }: { readonly limit: number; readonly cursor?: string },
): Promise<Page<Task> & { items: Task[] }> {
  const { deal } = await dealSeenBy(ports, caller, people, dealId)
  const left = (await everyTaskOf(ports.deals, dealId))
    .filter(({ id }) => id > cursor)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const items = [...(await filledTasks(ports, left.slice(0, limit), [deal]))]
  const last = items.at(-1)
  return { items, ...(left.length > limit && last !== undefined ? { cursor: last.id } : {}) }
}
