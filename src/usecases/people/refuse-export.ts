import { mayExport, type Caller } from '#domain/kernel/access'
import { peopleRefusal } from '#domain/people/words/people-refusal'

/** Refuses whoever may not take out as a file what they may see. */
export function refuseExport(caller: Pick<Caller, 'reach'>): void {
  if (!mayExport(caller)) throw peopleRefusal('forbidden.export')
}
