import { dealRefusal } from '#domain/deals/words/deal-refusal'
import type { Ports } from '#ports/ports'
import type { PostEvent } from '#schemas/commands'
import type { Deal } from '#schemas/deal'
import { expectVersion, once, type Command } from '#usecases/command'
import { commit, notBefore } from './commit'
import { openFile } from './deal-file'
import { filledIn } from '#usecases/linked/filled-in'
import { refuseFollowing } from './refuse-following'
import { refuseOthersFields } from './refuse-others-fields'
import { withAmount } from './with-amount'

type Needs = Pick<Ports, 'clock' | 'deals' | 'people' | 'rules' | 'gateFacts' | 'settings'>

/** Records that something declared in `events` has happened to a deal; tasks that wait for it appear. */
export function postEvent(ports: Needs, command: Command, dealId: string, input: PostEvent): Promise<Deal> {
  return once(ports, command, async () => {
    const { deal, newest, people } = await openFile(ports, command.caller, dealId)
    expectVersion(deal, command)
    if (newest.model.events[input.event] === undefined) {
      const known = Object.keys(newest.model.events)
      throw dealRefusal('event_unknown', { event: input.event, known }, { known })
    }
    const at = notBefore(ports.clock.now(), deal)
    const { fields, changes } = await filledIn(ports, command.caller, { deal, newest, people }, input.fields)
    const scene = { owner: deal.owner, people, model: newest.model, at }
    refuseFollowing(deal, changes, newest.model)
    refuseOthersFields(command.caller, Object.keys(changes), scene, { mayEdit: true })
    const next = await withAmount(
      ports,
      { ...deal, fields, happened: { ...deal.happened, [input.event]: at } },
      { caller: command.caller, people, changes, reason: input.reason },
    )
    const changed = Object.keys(changes).length === 0 ? {} : { changes }
    const detail = { event: input.event, ...changed, ...(input.reason === undefined ? {} : { reason: input.reason }) }
    return commit(ports, command, { was: deal, next, name: 'deal.event_posted', detail, at })
  })
}
