import { peopleRefusal } from '#domain/people/words/people-refusal'
import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { reaches } from '#domain/kernel/access'
import { Refusal } from '#domain/kernel/refusal'
import { sentenceIn } from '#domain/kernel/saying'
import { isOfOther } from '#domain/kernel/subject'
import type { Ports } from '#ports/ports'
import type { Language } from '#schemas/language-names'
import type { Task } from '#schemas/task'
import type { HandedOver, HandOver } from '#schemas/views'

import { changeOwner, refuseEmployee } from '#usecases/deals/change-owner'
import type { Command } from '#usecases/command'
import { refuseUnable } from '#usecases/people/refuse-unable'
import { personFieldOf } from '#domain/people/person-field'
import { updateDeal } from '#usecases/deals/update-deal'
import { reassignTask } from './reassign-task'

type Needs = Pick<
  Ports,
  'clock' | 'ids' | 'deals' | 'notices' | 'people' | 'rules' | 'gateFacts' | 'settings' | 'knownClients'
>
type Failure = HandedOver['failed'][number]

const mostAtOnce = 100

/**
 * Gives the open deals and tasks of one person to another, one command each, so that every deal’s timeline tells it.
 * What cannot go stays and is told, in the language of whoever asks; a repeated call goes on with what is left. A dry run changes nothing.
 */
export async function handOver(ports: Needs, command: Command, from: string, input: HandOver): Promise<HandedOver> {
  const { to, reason, dryRun = false } = input
  const people = await ports.people.load()
  if (!Object.hasOwn(people.employees, from)) throw peopleRefusal('employee_unknown', { id: from })
  if (!reaches(command.caller, 'deals_edit', from, people)) {
    throw dealRefusal('forbidden.hand_over', { from })
  }
  refuseEmployee(people, to)
  const { deals, open, more } = await openThings(ports, from)
  if (deals.length > 0) await refuseUnable('deal', people, to)
  const tasks = [...open.keys()]
  const why = reason === undefined ? {} : { reason }
  const { caller, correlationId, language = 'en' } = command
  const one: Command = { caller, correlationId, language }
  const lostDeals = dryRun
    ? []
    : await each(deals, language, (id) => changeOwner(ports, one, id, { owner: to, ...why }))
  const lostTasks = dryRun
    ? []
    : await each(tasks, language, (id) => giveTask(ports, one, id, { task: open.get(id), from, to, ...why }))
  const failed = [...lostDeals, ...lostTasks]
  const went = (id: string): boolean => !failed.some((failure) => failure.id === id)
  return { from, to, dryRun, deals: deals.filter(went), tasks: tasks.filter(went), failed, more }
}

/**
 * Gives one task away. Where it is theirs because a field of the deal names them, the field names the other from now on, and
 * the task follows; who may not write the field gives the task alone.
 */
export async function giveTask(
  ports: Needs,
  command: Command,
  id: string,
  { task, from, to, ...why }: Given,
): Promise<unknown> {
  if (task !== undefined && isOfOther(task))
    return (await import('./give-owed')).giveOwed(ports, task, {
      to,
      how: 'for_good',
      ...(why.reason === undefined ? {} : { said: { text: why.reason, by: command.caller.actor.id } }),
    })
  const field = personFieldOf(task?.role ?? '')
  const deal = task === undefined || field === undefined ? undefined : await ports.deals.find(task.dealId)
  if (deal !== undefined && field !== undefined && deal.fields[field] === from) {
    try {
      return await updateDeal(ports, command, deal.id, { fields: { [field]: to }, ...why })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return reassignTask(ports, command, id, { responsible: to, ...why })
}

type Given = { readonly task: Task | undefined; readonly from: string; readonly to: string; readonly reason?: string }

async function openThings(
  { deals }: Pick<Ports, 'deals'>,
  from: string,
): Promise<{ readonly deals: readonly string[]; readonly open: ReadonlyMap<string, Task>; readonly more: boolean }> {
  const [owned, open] = await Promise.all([
    deals.byOwner({ owner: from, limit: mostAtOnce }),
    deals.openTasks({ responsible: from, limit: mostAtOnce }),
  ])
  // A task that somebody has as the owner of its deal follows the deal by itself, a moment later; what is owed in a talk does not.
  const isOwnOnly = (task: Task): boolean => task.role !== 'owner' || isOfOther(task)
  return {
    deals: owned.items.map((deal) => deal.id),
    open: new Map(open.items.filter(isOwnOnly).map((task) => [task.id, task])),
    more: owned.cursor !== undefined || open.cursor !== undefined,
  }
}

async function each(
  ids: readonly string[],
  language: Language,
  give: (id: string) => Promise<unknown>,
): Promise<readonly Failure[]> {
  const failed: Failure[] = []
  for (const id of ids) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- tasks of one deal change its version one after another
      await give(id)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      // oxlint-disable-next-line no-await-in-loop -- see above
      failed.push({ id, code: error.code, detail: await sentenceIn(language, error) })
    }
  }
  return failed
}
