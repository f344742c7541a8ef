import { managerOf } from '#domain/kernel/access'
import { headsOf } from '#domain/kernel/heads'
import { personFieldOf } from '#domain/people/person-field'
import { namesOf, takersOf, type TaskHands, type TaskScene } from './task-rights'

/** Who may do a task, for whoever is told so: people, and roles by their ids. */
export type Hands = {
  readonly people: readonly string[]
  readonly roles: readonly string[]
  readonly heads: readonly string[]
}

/** Whoever may do a task. */
export function handsOf(task: TaskHands, { owner, org }: TaskScene): Hands {
  const own = takersOf(task)
  const manager = managerOf(owner, org)
  const named = namesOf(task).flatMap((name) => {
    if (name === 'owner') return [owner]
    return name === 'owner_manager' && manager !== null ? [manager] : []
  })
  const people = [...new Set([...own, ...named])]
  const heads = [...new Set(own.flatMap((one) => headsOf(one, org)))].filter((head) => !people.includes(head))
  return { people, roles: namesOf(task).filter(isRole), heads }
}

function isRole(name: string): boolean {
  return name !== 'owner' && name !== 'owner_manager' && personFieldOf(name) === undefined
}
