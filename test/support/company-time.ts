import { isNote } from '#domain/deals/fold'
import { consumers } from '#product/lists/consumers'
import type { DealNote } from '#ports/deals'
import type { Ports } from '#ports/ports'
import type { DomainEvent } from '#schemas/event'
import type { Employee } from '#schemas/people'
import type { Task } from '#schemas/task'
import { createDeal } from '#usecases/deals/create-deal'
import { sweepDue, type Swept } from '#usecases/tasks/sweep-due'
import { hand, type World } from '#test/support/world'

/** What makes tasks and sets clocks: what lateness hangs on. */
const needed = consumers.filter(({ name }) => name === 'follow-deal')

/** Lets time pass in a company: everything that happened is delivered, then the clock is set and due things are swept. */
export async function sweepAt(world: World, at: string): Promise<Swept> {
  world.setNow(at)
  return sweepDue(world.ports, at)
}

/** Hands everything that has happened to a deal to those who make its tasks and set its clock. */
export async function deliver(world: World, dealId: string): Promise<void> {
  for (const event of await world.eventsOf(dealId)) await hand(world.ports, needed, event)
}

/** A deal of Anna's with its tasks open and its clock set. */
export async function aDeal(
  world: World,
  input: { stage?: string; fields?: Record<string, string | number>; owner?: string; pipeline?: string } = {},
): Promise<string> {
  const whole = { title: 'Coffee machines for Aurora', pipeline: 'b2b_new', owner: 'anna', ...input }
  // Only the system may put a new deal somewhere in the middle.
  const command = await world.as(input.stage === undefined ? 'helen' : undefined)
  const { id } = await createDeal(world.ports, command, whole)
  await deliver(world, id)
  return id
}

/** The open task that a template brought to the deal. */
export async function taskOf(world: World, dealId: string, template: string): Promise<Task> {
  const found = (await world.ports.deals.tasksOf(dealId)).filter((task) => task.template === template).at(-1)
  if (found === undefined) throw new Error(`The deal has no task ${template}.`)
  return found
}

/** What was noted of a deal, in the order of time, in a few words. */
export async function notesOf(world: World, dealId: string): Promise<readonly string[]> {
  const notes = (await world.eventsOf(dealId)).filter((event) => isNote(event))
  return notes.toSorted((a, b) => a.at.localeCompare(b.at)).map(inWords)
}

function inWords({ name, at, detail }: DomainEvent): string {
  const { step, notify = [], giveTo } = detail.alert ?? {}
  const told = notify.length === 0 ? [] : [`to ${notify.join('+')}`]
  const given = giveTo === undefined ? [] : [`given ${giveTo}`]
  const what = detail.task?.template === undefined ? [] : [detail.task.template]
  return [at.slice(0, 16), name, ...what, ...(step === undefined ? [] : [`step ${step}`]), ...told, ...given].join(' ')
}

/** Changes what is known of somebody. */
export async function change(world: World, id: string, more: Partial<Employee>): Promise<void> {
  const { employees } = await world.ports.people.load()
  const known = employees[id]
  if (known === undefined) throw new Error(`Nobody is called ${id}.`)
  await world.ports.people.saveEmployee({ ...known, ...more })
}

/** The ports of a world in which something is written right before a note is. */
export function interrupted(ports: Ports, before: (notes: readonly DealNote[]) => Promise<unknown>): Ports {
  const noteAll: Ports['deals']['noteAll'] = async (notes) => {
    if (notes.length > 0) await before(notes)
    return ports.deals.noteAll(notes)
  }
  return { ...ports, deals: { ...ports.deals, noteAll } }
}
