import type { Refusal } from '#domain/kernel/refusal'
import type { People } from '#ports/people'
import type { Deal } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import type { Model } from '#schemas/model'
import type { Task } from '#schemas/task'
import { sentSince } from './trial-channels'
import { papersOf } from './papers'
import type { TrialScene } from './trial-scene'

/** What there is to be seen after a step. */
export type Seen = {
  readonly at: string
  readonly model: Model
  readonly people: People
  readonly deal: Deal
  readonly tasks: readonly Task[]
  /** What happened in the step, the oldest first. */
  readonly happened: readonly DomainEvent[]
  /** What rules have written to clients in the step, by template. */
  readonly sent: readonly string[]
  readonly refusal?: Refusal
  /** How far the newest paper of each kind is. */
  readonly papers: Readonly<Record<string, string>>
}

/** Looks at the deal after a step; `before` is how much had happened when the step began. */
export async function look(scene: TrialScene, before: number, refusal?: Refusal): Promise<Seen> {
  const { world, model, dealId, talks } = scene
  const { deals, people } = world.ports
  const [deal, tasks, staff] = await Promise.all([deals.find(dealId), deals.tasksOf(dealId), people.load()])
  const owed = await Promise.all(talks.map((id) => deals.tasksOfSubject({ kind: 'talk', id })))
  if (deal === undefined) throw new Error('The deal that is tried is gone.')
  return {
    at: world.now(),
    model,
    people: staff,
    deal,
    tasks: [...tasks, ...owed.flat().filter((one) => tasks.every(({ id }) => id !== one.id))],
    sent: await sentSince(scene, before),
    happened: world.history().slice(before),
    papers: await papersOf(world.ports, dealId, model),
    ...(refusal === undefined ? {} : { refusal }),
  }
}

/** Whether the miss of an open task's date has been noted. */
export function isLate(task: Task): boolean {
  return task.status === 'open' && task.dueAt !== null && task.overdueFor === task.dueAt
}

/** What a refusal says is missing, each by what it is. */
export function missingIn({ extra }: Refusal): {
  readonly tasks: readonly { readonly id: string; readonly template: string | null }[]
  readonly fields: readonly string[]
  readonly fieldRows: readonly { readonly id: string; readonly writtenBy?: readonly string[] }[]
  readonly must: readonly { readonly field: string; readonly text: string; readonly writtenBy?: readonly string[] }[]
  readonly skipped: readonly string[]
} {
  const missing = (extra['missing'] ?? {}) as {
    readonly tasks?: readonly { readonly id: string; readonly template: string | null }[]
    readonly fields?: readonly { readonly id: string; readonly writtenBy?: readonly string[] }[]
    readonly must?: readonly { readonly field: string; readonly text: string; readonly writtenBy?: readonly string[] }[]
  }
  return {
    tasks: missing.tasks ?? [],
    fields: (missing.fields ?? []).map(({ id }) => id),
    fieldRows: missing.fields ?? [],
    must: missing.must ?? [],
    skipped: (extra['skipped'] ?? []) as readonly string[],
  }
}
