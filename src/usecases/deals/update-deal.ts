import { applyFields } from '#domain/deals/fields'
import type { Ports } from '#ports/ports'
import type { UpdateDeal } from '#schemas/commands'
import type { Deal } from '#schemas/deal'
import { expectVersion, once, type Command } from '#usecases/command'
import { commit, notBefore } from './commit'
import { openSeenFile, refuseReader } from './deal-file'
import { refuseOthersFields, writesAll } from './refuse-others-fields'
import { withAmount } from './with-amount'

type Needs = Pick<Ports, 'clock' | 'deals' | 'people' | 'rules' | 'settings'>

/**
 * Changes title, client or fields of a deal. Fields for which somebody alone is named are written by them, on every deal they
 * may see; others are refused with `not_your_field`. A won deal's new amount is a correction of what it counts for.
 */
export function updateDeal(ports: Needs, command: Command, dealId: string, input: UpdateDeal): Promise<Deal> {
  return once(ports, command, () => update(ports, command, dealId, input))
}

async function update(ports: Needs, command: Command, dealId: string, input: UpdateDeal): Promise<Deal> {
  const { deal, newest, people, mayEdit } = await openSeenFile(ports, command.caller, dealId)
  const at = notBefore(ports.clock.now(), deal)
  const scene = { owner: deal.owner, people, model: newest.model, at }
  const asked = Object.keys(input.fields ?? {})
  const isWholeTheirs = input.title === undefined && input.client === undefined
  if (!mayEdit && !(isWholeTheirs && asked.some((id) => writesAll(command.caller, [id], scene)))) refuseReader(deal)
  expectVersion(deal, command)
  const { fields, changes } = applyFields(deal.fields, input.fields ?? {}, newest.model)
  refuseOthersFields(command.caller, Object.keys(changes), scene, { mayEdit })
  const title = input.title ?? deal.title
  const client = { ...deal.client, ...input.client }
  const isSameClient = JSON.stringify(client) === JSON.stringify(deal.client)
  if (Object.keys(changes).length === 0 && title === deal.title && isSameClient) return deal
  const next = await withAmount(ports, { ...deal, title, client, fields })
  const detail = {
    changes,
    ...(title === deal.title ? {} : { title }),
    ...(isSameClient ? {} : { client: { ...client } }),
  }
  return commit(ports, command, {
    was: deal,
    next,
    name: 'deal.updated',
    detail,
    at,
  })
}
