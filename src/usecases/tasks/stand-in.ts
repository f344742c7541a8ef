import { dealSaying } from '#domain/deals/words/deal-refusal'
import { everyPage } from '#usecases/every-page'
import { systemCaller } from '#domain/kernel/access'
import { withLookOf, withMiss } from '#domain/deals/lateness'
import { Refusal } from '#domain/kernel/refusal'
import { isOfOther } from '#domain/kernel/subject'
import { absenceOn, deputyOf } from '#domain/people/responsible'
import { climbOf } from '#domain/deals/seating'
import { dateIn } from '#domain/time/zone'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Saying } from '#schemas/saying'
import type { Task } from '#schemas/task'
import { changeTask } from './change-task'
import type { Command } from '#usecases/command'

type Needs = Pick<Ports, 'clock' | 'deals' | 'ids' | 'notices' | 'people' | 'rules' | 'gateFacts'>

/** Tasks that were passed on to deputies, that went back, and that somebody else was at: those wait for the next time. */
export type StoodIn = { passed: number; returned: number; left: number }

type Scene = {
  readonly ports: Needs
  readonly command: Command
  readonly people: People
  readonly on: string
  readonly zone: string
}

type Change = { readonly task: Task; readonly to: string; readonly standsInFor?: string; readonly reason: Saying }

/**
 * Passes on to their deputies what people who are away today would miss: open tasks that fall due before they return. What
 * is still open when they are back goes back. Every change is on the deal's timeline; a second run changes nothing. One
 * query a page of somebody's open tasks, and four reads and a transaction for each task that changes hands.
 */
export async function standIn(given: Needs, at: string): Promise<StoodIn> {
  const now = new Date(at).toISOString()
  const ports = { ...given, clock: { now: () => now } }
  const [people, { model }] = await Promise.all([ports.people.load(), ports.rules.current()])
  const command = { caller: systemCaller('system', 'absences'), correlationId: ports.ids.next('cor') }
  const zone = model.calendar.timezone
  const scene: Scene = { ports, command, people, on: dateIn(zone, now), zone }
  const stood: StoodIn = { passed: 0, returned: 0, left: 0 }
  for (const employee of Object.keys(people.employees).toSorted()) {
    for (const change of await changesFor(scene, employee)) await apply(scene, change, stood)
  }
  return stood
}

async function changesFor(scene: Scene, employee: string): Promise<readonly Change[]> {
  const open = await everyPage(500, (page) => scene.ports.deals.openTasks({ responsible: employee, ...page }))
  return open.flatMap((task) => changeOf(scene, task) ?? [])
}

function changeOf({ people, on, zone }: Scene, task: Task): Change | undefined {
  const { responsible, standsInFor } = task
  const nameOf = (id: string): string => people.employees[id]?.name ?? id
  if (standsInFor !== undefined) {
    const isBack = people.employees[standsInFor]?.active === true && absenceOn(standsInFor, on, people) === undefined
    return isBack ? { task, to: standsInFor, reason: dealSaying('is_back', { name: nameOf(standsInFor) }) } : undefined
  }
  const absence = absenceOn(responsible, on, people)
  const deputy = deputyOf(responsible, on, people)
  if (absence === undefined || deputy === undefined || task.whileAway === 'wait') return undefined
  // What is due after the return, or has no date, waits for the person: nobody would miss it meanwhile.
  if (task.dueAt === null || dateIn(zone, task.dueAt) > absence.to) return undefined
  const names = { name: nameOf(responsible), deputy: nameOf(deputy) }
  const reason = dealSaying('stood_in_for', { ...names, until: absence.to })
  return { task, to: deputy, standsInFor: responsible, reason }
}

async function apply({ ports, command, people }: Scene, change: Change, stood: StoodIn): Promise<void> {
  const { to, standsInFor, reason } = change
  if (isOfOther(change.task)) {
    const { giveOwed } = await import('./give-owed')
    const isGiven = await giveOwed(ports, change.task, { to, how: standsInFor === undefined ? 'back' : 'meanwhile' })
    if (!isGiven) stood.left += 1
    else if (standsInFor === undefined) stood.returned += 1
    else stood.passed += 1
    return
  }
  try {
    await changeTask(ports, command, change.task.id, ({ task, rules }, at) => {
      // The list may be a moment old: what has changed hands or been done since is left alone.
      const isSame = task.responsible === change.task.responsible && task.standsInFor === change.task.standsInFor
      if (task.status !== 'open' || !isSame) return undefined
      const { calendar } = climbOf(task, rules.model, task.responsible, people)
      const { standsInFor: _standsInFor, ...own } = withMiss(task, at, calendar)
      const next = { ...own, responsible: to, ...(standsInFor === undefined ? {} : { standsInFor }) }
      const looked = withLookOf(next, climbOf(task, rules.model, to, people))
      if (standsInFor === undefined) stood.returned += 1
      else stood.passed += 1
      return { task: looked, name: 'task.reassigned', was: { responsible: task.responsible }, reason }
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    stood.left += 1
  }
}
