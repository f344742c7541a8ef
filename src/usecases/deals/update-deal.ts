import { applyFields } from '#domain/deals/fields'
import type { Ports } from '#ports/ports'
import type { UpdateDeal } from '#schemas/commands'
import type { Deal } from '#schemas/deal'
import { expectVersion, once, type Command } from '#usecases/command'
import { commit, notBefore } from './commit'
import { openFile } from './deal-file'
import { withAmount } from './with-amount'

type Needs = Pick<Ports, 'clock' | 'deals' | 'people' | 'rules' | 'settings'>

/** Changes title, client or fields of a deal. A won deal's new amount is a correction of what it counts for. */
export function updateDeal(ports: Needs, command: Command, dealId: string, input: UpdateDeal): Promise<Deal> {
  return once(ports, command, () => update(ports, command, dealId, input))
}

async function update(ports: Needs, command: Command, dealId: string, input: UpdateDeal): Promise<Deal> {
  const { deal, newest } = await openFile(ports, command.caller, dealId)
  expectVersion(deal, command)
  const { fields, changes } = applyFields(deal.fields, input.fields ?? {}, newest.model)
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
    at: notBefore(ports.clock.now(), deal),
  })
}
