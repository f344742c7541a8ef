import { peopleRefusal } from '#domain/people/words/people-refusal'
import type { Caller } from '#domain/kernel/access'
import type { Ports } from '#ports/ports'
import type { DeadLetters, RedriveLetters, Redriven } from '#schemas/lists/dead-letters'

type Needs = Pick<Ports, 'backstage'>

/** What could not be handled and was put aside, the newest first: which event, of which deal, why. Nothing of its content. */
export async function readDeadLetters({ backstage }: Needs, caller: Caller): Promise<DeadLetters> {
  refuseOthers(caller)
  const letters = backstage.deadLetters()
  return { isHere: letters !== undefined, items: [...(letters ?? [])].toSorted((a, b) => (a.at < b.at ? 1 : -1)) }
}

/** Gives what was put aside to its consumers again; answers how much. */
export async function redriveLetters({ backstage }: Needs, caller: Caller, asked: RedriveLetters): Promise<Redriven> {
  refuseOthers(caller)
  return { redriven: backstage.redrive(asked.consumer, asked.ids) }
}

function refuseOthers({ reach }: Caller): void {
  if (reach.rules_edit !== 'all') throw peopleRefusal('forbidden.letters')
}
