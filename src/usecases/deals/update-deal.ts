import { withChanged } from '#domain/deals/of-buyer'
import type { Ports } from '#ports/ports'
import type { UpdateDeal } from '#schemas/commands'
import type { Deal } from '#schemas/deal'
import { expectVersion, once, type Command } from '#usecases/command'
import { commit, notBefore } from './commit'
import { openSeenFile, refuseReader } from './deal-file'
import { filledIn } from '#usecases/linked/filled-in'
import { refuseFollowing } from './refuse-following'
import { refuseOthersFields, writesAll } from './refuse-others-fields'
import { takeClient, type ComeIn } from './take-client'
import { withAmount } from './with-amount'

type Needs = Pick<Ports, 'clock' | 'deals' | 'people' | 'rules' | 'gateFacts' | 'settings' | 'knownClients'>

/**
 * Changes title, client or fields of a deal. Fields for which somebody alone is named are written by them, on every deal they
 * may see; others are refused with `not_your_field`. A won deal's new amount
 * is a correction of the books: it needs the right `books_edit`, which is enough to see the deal and write that, and a reason.
 */
export function updateDeal(ports: Needs, command: Command, dealId: string, input: UpdateDeal): Promise<Deal> {
  return once(ports, command, () => update(ports, command, dealId, input))
}

async function update(ports: Needs, command: Command, dealId: string, input: UpdateDeal): Promise<Deal> {
  const { deal, newest, people, mayEdit } = await openSeenFile(ports, command.caller, dealId)
  const at = notBefore(ports.clock.now(), deal)
  const scene = { owner: deal.owner, people, model: newest.model, at }
  const asked = Object.keys(input.fields ?? {})
  const isBookkeeping = deal.won !== undefined && command.caller.reach.books_edit === 'all'
  const mayWriteAlone = (id: string): boolean =>
    writesAll(command.caller, [id], scene) || (isBookkeeping && id === 'amount')
  const isWholeTheirs = input.title === undefined && input.client === undefined
  if (!mayEdit && !(isWholeTheirs && asked.some(mayWriteAlone))) refuseReader(deal)
  expectVersion(deal, command)
  const { fields, changes } = await filledIn(ports, command.caller, { deal, newest, people }, input.fields)
  refuseFollowing(deal, changes, newest.model)
  const others = Object.keys(changes).filter((id) => !mayWriteAlone(id))
  refuseOthersFields(command.caller, others, scene, { mayEdit })
  const title = input.title ?? deal.title
  const isOfClient = Object.values(input.client ?? {}).some((text) => text !== '' && text !== deal.client.name)
  if (Object.keys(changes).length === 0 && title === deal.title && !isOfClient) return deal
  const next = await withAmount(
    ports,
    { ...deal, title, fields },
    { caller: command.caller, people, changes, reason: input.reason },
  )
  const detail = {
    changes,
    ...(input.reason === undefined ? {} : { reason: input.reason }),
    ...(title === deal.title ? {} : { title }),
  }
  const come = isOfClient
    ? await takeClient(ports, command, { ...comingTo(next), written: input.client ?? {}, at, was: deal })
    : undefined
  return commit(ports, command, {
    was: deal,
    next: come === undefined ? next : withClient(next, come),
    name: 'deal.updated',
    detail: { ...detail, changes: { ...changes, ...come?.changes }, ...come?.told },
    at,
    ...(come === undefined ? {} : { finders: come.finders }),
  })
}

function comingTo({ fields, createdAt, owner }: Deal) {
  return { fields, madeAt: createdAt, owner }
}

function withClient(deal: Deal, { client, links, changes }: ComeIn): Deal {
  const fields = withChanged(deal.fields, changes)
  return { ...deal, fields, client, ...(links === undefined ? {} : { links }) }
}
