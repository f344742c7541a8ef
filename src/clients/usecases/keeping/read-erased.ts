import { peopleRefusal } from '#domain/people/words/people-refusal'
import type { Caller } from '#domain/kernel/access'
import { dateIn } from '#domain/time/zone'
import type { Ports } from '#ports/ports'
import type { ErasedByRule, ErasedByRules } from '#schemas/clients/requests'
import type { KeptByRule } from '#schemas/clients/kept-request'
import { inTurns } from '#usecases/in-groups'

type Needs = Pick<Ports, 'clients' | 'keeping' | 'rules' | 'clock'>

const mostShown = 500
const sideBySide = 10

/** Whom the rules erase in a month, this one where none is named, for whoever may change people: ids, and no name. */
export async function readErasedByRules(ports: Needs, caller: Caller, asked?: string): Promise<ErasedByRules> {
  if (caller.reach.people_edit !== 'all') throw peopleRefusal('forbidden.people')
  const { timezone } = (await ports.rules.current()).model.calendar
  const month = asked ?? dateIn(timezone, ports.clock.now()).slice(0, 7)
  const [rows, progress] = await Promise.all([ports.keeping.announced(month, mostShown + 1), ports.keeping.progress()])
  const shown = rows.slice(0, mostShown)
  const items = await inTurns(shown, sideBySide, async (row): Promise<ErasedByRule> => ({
    ...row,
    state: await stateOf(ports, row),
  }))
  return {
    month,
    items: [...items],
    isMore: rows.length > mostShown,
    ...(progress === undefined
      ? {}
      : {
          round: {
            beganOn: progress.beganOn,
            ...(progress.endedOn === undefined ? {} : { endedOn: progress.endedOn }),
            looked: progress.looked,
            announced: progress.announced,
          },
        }),
  }
}

/** What became of somebody who was announced: the act says so, or that they are still to be erased on that day. */
async function stateOf({ clients }: Needs, { client, until }: KeptByRule): Promise<ErasedByRule['state']> {
  const erasure = await clients.erasure(client)
  if (erasure?.state === 'done') return 'done'
  return erasure?.state === 'due' && erasure.until === until ? 'due' : 'kept'
}
