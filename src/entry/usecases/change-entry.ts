import { peopleRefusal } from '#domain/people/words/people-refusal'
import type { Entry } from '#ports/entry'
import type { Ports } from '#ports/ports'

const tries = 5

/** Changes how somebody comes in as it is at this moment; what `change` refuses is refused. */
export async function changeEntry(
  { entry }: Pick<Ports, 'entry'>,
  employee: string,
  change: (entry: Entry) => Entry,
): Promise<Entry> {
  for (let left = tries; left > 0; left -= 1) {
    // oxlint-disable-next-line no-await-in-loop -- somebody else was first: look again
    const before = await entry.find(employee)
    const next = { ...change(before), rev: before.rev + 1 }
    // oxlint-disable-next-line no-await-in-loop -- see above
    if (await entry.save(employee, next)) return next
  }
  throw peopleRefusal('precondition_failed.people', { id: employee })
}
