import { bareClient, changeClient, createClient } from '#clients/domain/client'
import { withValue } from '#clients/domain/client-values'
import { clientFactIn, clientPrefix } from '#domain/rules/client-facts'
import type { Deal, FieldValue } from '#schemas/deal'
import { buyerRole } from '#domain/deals/of-buyer'
import { relinkDeal } from '#usecases/deals/relink-deal'

import type { TrialAction } from './test-file'
import type { TrialScene } from './trial-scene'

type Facts = Readonly<Record<string, FieldValue>>

/** A step without what it says of clients, and that by its names in the file. */
export function withoutFacts(action: TrialAction): { readonly action: TrialAction; readonly facts: Facts } {
  if (!('fields' in action)) return { action, facts: {} }
  const entries = Object.entries(action.fields)
  const isFact = ([id]: readonly [string, FieldValue]): boolean => id.startsWith(clientPrefix)
  const fields = Object.fromEntries(entries.filter((entry) => !isFact(entry)))
  return { action: { ...action, fields }, facts: Object.fromEntries(entries.filter(isFact)) }
}

/** Writes onto the cards of the deal’s clients what a step says of them; who is not there yet gets a card. */
export async function sayOfClients(scene: TrialScene, deal: Deal, facts: Facts): Promise<Deal> {
  let known = deal
  for (const [name, value] of Object.entries(facts)) {
    // oxlint-disable-next-line no-await-in-loop -- one card may be told several things
    known = await sayOfClient(scene, known, [name, value])
  }
  return known
}

async function sayOfClient(
  { world, model }: TrialScene,
  deal: Deal,
  [name, value]: readonly [string, FieldValue],
): Promise<Deal> {
  const fact = clientFactIn(name, model.clients)
  if (fact === undefined) return deal
  const { clients } = world.ports
  const command = await world.as()
  const by = { actor: command.caller.actor, at: world.now(), correlationId: command.correlationId }
  const role = fact.role === '' ? buyerRole : fact.role
  const link = deal.links?.find((one) => one.role === role)
  const was = link === undefined ? undefined : await clients.find(link.client)
  if (was !== undefined) {
    const change = changeClient(was, withValue(was, fact.field.id, value, model.clients?.home), by)
    if (change !== undefined) await clients.save(change)
    return deal
  }
  const kind = model.clients?.roles[fact.role]?.of ?? 'company'
  const bare = bareClient(`client_${deal.id}_${role}`, kind, fact.roleName, deal.owner)
  const change = createClient(withValue(bare, fact.field.id, value, model.clients?.home), by)
  await clients.save(change)
  const linked = await relinkDeal(world.ports, command, deal.id, (links) => [
    ...links,
    { client: change.next.client.id, role },
  ])
  return linked ?? deal
}
