import { rulesLanguage } from '#domain/rules/rules-language'
import { employeeCaller, everywhere, type Caller } from '#domain/kernel/access'
import { addDuration, workingSecondsBetween } from '#domain/time/calendar'
import { consumers } from '#product/lists/consumers'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import type { Model } from '#schemas/model'
import type { Command } from '#usecases/command'
import type { Random } from './random'

/** The virtual time and place in which one deal lives. */
export type Scene = {
  readonly ports: Ports
  readonly random: Random
  readonly model: Model
  readonly people: People
  /** The moment at which the demo's history ends. */
  readonly now: string
  /** The virtual clock of this deal. */
  readonly clock: { at: string }
  /** Whoever has had a task of this deal. */
  readonly hands: Set<string>
  /** The deal as it was saved last; nobody else is at it. */
  readonly last: { deal?: Deal }
  /** Lets something happen at the clock's time, and everything that follows from it. */
  readonly act: <T>(run: () => Promise<T>) => Promise<T>
}

/** What all deals of the demo share. */
export type Company = Pick<Scene, 'model' | 'people' | 'now'> & { readonly ports: Ports }

/** A scene for one deal: its own clock, its own chance, its own ids, so that deals side by side never mix. */
export function sceneOf(company: Company, random: Random, at: string): Scene {
  const clock = { at }
  const last: { deal?: Deal } = {}
  const hands = new Set<string>()
  const waiting: DomainEvent[] = []
  const { ports } = company
  const own: Ports = {
    ...ports,
    clock: { now: () => clock.at },
    ids: { next: (prefix) => `${prefix}_${idOf(random)}` },
    deals: {
      ...ports.deals,
      save: async (change) => {
        await ports.deals.save(change)
        waiting.push(change.event)
        last.deal = change.deal
      },
    },
  }
  const act: Scene['act'] = async (run) => {
    const done = await run()
    for (let event = waiting.shift(); event !== undefined; event = waiting.shift()) await handOn(own, event)
    return done
  }
  return { ...company, ports: own, random, clock, hands, last, act }
}

/** What the bus would do: every consumer that asked for the event gets it. */
async function handOn(ports: Ports, event: DomainEvent): Promise<void> {
  for (const consumer of consumers) {
    if (!consumer.on.includes(event.name)) continue
    // oxlint-disable-next-line no-await-in-loop -- one after the other, so that the same seed gives the same company
    const failed = await consumer.run(ports, [event])
    if (failed.length > 0) throw new Error(`${consumer.name} could not handle ${failed.join(', ')}.`)
  }
}

/** Lets working minutes pass. False, and no time passes, when that would be later than now. */
export function wait({ model, clock, now }: Scene, minutes: number): boolean {
  const count = Math.max(1, Math.round(minutes))
  const then = addDuration(model.calendar, clock.at, { count, kind: 'working', unit: 'minutes', text: '' })
  if (then > now) return false
  clock.at = then
  return true
}

/** Working minutes from the clock's time until an instant. */
export function minutesUntil({ model, clock }: Scene, instant: string): number {
  return instant <= clock.at ? 0 : workingSecondsBetween(model.calendar, clock.at, instant) / 60
}

/** A command of an employee. */
export function byEmployee({ people, random }: Scene, id: string): Command {
  const employee = people.employees[id]
  if (employee === undefined) throw new Error(`The demo hired nobody called ${id}.`)
  return { caller: employeeCaller(employee, people.departments), correlationId: `cor_${idOf(random)}` }
}

/** What programs outside are called, as it goes on after “a program”. */
const programs = { en: { website: 'website', bank: 'bank' }, ru: { website: 'сайт', bank: 'банк' } } as const

/** A command of a program outside, such as the website or the bank. */
export function byProgram({ random, model }: Scene, program: keyof typeof programs.en): Command {
  const reach: Caller['reach'] = { ...everywhere('none'), deals_read: 'all', deals_edit: 'all' }
  // What the bank tells of a payment is what the accountant would have written.
  const roles = program === 'bank' ? ['accountant'] : []
  const id = programs[rulesLanguage(model)][program]
  const caller: Caller = { actor: { kind: 'integration', id }, employee: null, roles, reach }
  return { caller, correlationId: `cor_${idOf(random)}` }
}

/** The head of sales. */
export function headOfSales({ people }: Pick<Scene, 'people'>): string {
  const found = Object.values(people.employees).find(({ roles }) => roles.includes('head_of_sales'))
  if (found === undefined) throw new Error('The demo needs somebody in the role head_of_sales.')
  return found.id
}

/** Whoever is in a role. */
export function inRole({ people }: Pick<Scene, 'people'>, role: string): string {
  const found = Object.values(people.employees).find(({ roles, active }) => active && roles.includes(role))
  if (found === undefined) throw new Error(`The demo hired nobody as ${role}.`)
  return found.id
}

/** The deal as it is now. */
export function look({ last }: Pick<Scene, 'last'>): Deal {
  if (last.deal === undefined) throw new Error('The deal has not been made yet.')
  return last.deal
}

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function idOf(random: Random): string {
  return Array.from({ length: 26 }, () => letters[random.whole(0, 31)]).join('')
}
