import { plainText } from '#domain/rules/task-text'
import { writersNamed } from '#domain/deals/field-rights'
import { seatTasks } from '#domain/deals/seating'
import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { managerOf } from '#domain/kernel/access'
import { noticeId } from '#domain/people/notice-id'
import { membersOf } from '#domain/people/responsible'
import { dateIn } from '#domain/time/zone'
import type { Ports } from '#ports/ports'
import type { Remind, Reminded } from '#schemas/commands'
import type { Notice } from '#schemas/notice'
import type { Command } from '#usecases/command'
import { openSeenFile, type DealFile } from '#usecases/deals/deal-file'
import { tell } from '#usecases/people/tell'
import { refuseClosedTask } from './change-task'

type Needs = Pick<Ports, 'clock' | 'deals' | 'people' | 'rules' | 'gateFacts' | 'notices'>
/** What somebody is reminded of, and whose it is. */
type Asked = { readonly what: string; readonly name: string; readonly whose: readonly string[] } & Pick<
  Notice,
  'task' | 'field'
>

/**
 * Reminds whoever a task or a field of a deal is for that the deal waits for it, each at most once a day of the company.
 * Whoever may see the deal may; of what is one’s own nobody is reminded.
 */
export async function remind(
  ports: Needs,
  { caller }: Pick<Command, 'caller'>,
  dealId: string,
  input: Remind,
): Promise<Reminded> {
  const file = await openSeenFile(ports, caller, dealId)
  const at = ports.clock.now()
  const on = dateIn(file.newest.model.calendar.timezone, at)
  const { what, name, whose, ...about } = askedOf(file, input, { at, on })
  const { employees } = file.people
  const others = [...new Set(whose)].filter((one) => one !== caller.employee && employees[one]?.active === true)
  if (others.length === 0) throw dealRefusal('field_value.own_part', { what: name })
  const by = employees[caller.employee ?? '']?.name
  const once = ['reminded', dealId, what, on].join('#')
  const { id, title } = file.deal
  const notice: Notice = {
    id: noticeId(at, once),
    kind: 'reminded',
    at,
    deal: { id, title },
    ...about,
    ...(by === undefined ? {} : { by }),
  }
  const reminded = await Promise.all(others.map((one) => tell(ports, one, notice, { once })))
  return { told: others.filter((_, no) => reminded[no]), toldBefore: others.filter((_, no) => reminded[no] !== true) }
}

type Moment = { readonly at: string; readonly on: string }

function askedOf(file: DealFile, { task, field }: Remind, moment: Moment): Asked {
  if ((task === undefined) === (field === undefined)) throw dealRefusal('field_value.remind')
  return task === undefined ? fieldAsked(file, field ?? '', moment) : taskAsked(file, task, moment)
}

/** A task of the deal, or one that the rules ask for and nobody has opened yet. */
function taskAsked({ deal, rules, tasks, people }: DealFile, id: string, { at }: Moment): Asked {
  const coming = seatTasks({ deal, rules, tasks, org: people, at }).open
  const task = [...tasks, ...coming].find((one) => one.id === id)
  if (task === undefined) throw dealRefusal('task_unknown.here', { id })
  refuseClosedTask(task)
  const named = { id: task.id, do: plainText(task.do), dueAt: task.dueAt }
  return { what: task.id, name: plainText(task.do), whose: [task.responsible], task: named }
}

/** Whoever alone writes the field: everybody in the roles; without such, the owner of the deal. */
function fieldAsked({ deal, newest, people }: DealFile, id: string, { on }: Moment): Asked {
  const field = newest.model.fields[id]
  if (field === undefined) throw dealRefusal('field_unknown', { id })
  const writers = writersNamed(id, newest.model)
  const whose = (writers.length === 0 ? ['owner'] : writers).flatMap((writer) => {
    if (writer === 'owner') return [deal.owner]
    if (writer === 'owner_manager') return [managerOf(deal.owner, people) ?? deal.owner]
    return membersOf(writer, on, people)
  })
  const { name, builtIn } = field
  return { what: `field.${id}`, name, whose, field: { id, name, builtIn } }
}
