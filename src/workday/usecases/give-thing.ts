import { updateClient } from '#clients/usecases/change-clients'
import { saveApiKey } from '#entry/usecases/api-keys'
import { Refusal } from '#domain/kernel/refusal'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { HandedThing } from '#schemas/workday/handover'
import type { Command } from '#usecases/command'
import { changeOwner } from '#usecases/deals/change-owner'
import { giveTask } from '#usecases/tasks/hand-over'

export type GivePorts = Pick<
  Ports,
  | 'clock'
  | 'ids'
  | 'deals'
  | 'notices'
  | 'people'
  | 'rules'
  | 'gateFacts'
  | 'settings'
  | 'knownClients'
  | 'clients'
  | 'apiKeys'
>

/** From whom to whom a thing goes, in whose name, and why. */
export type Giving = {
  readonly from: string
  readonly to: string
  readonly command: Command
  readonly people: People
  readonly reason?: string | undefined
}

type Outcome = Pick<HandedThing, 'version'> | 'elsewhere'

/**
 * Gives a thing to somebody by the command that a person would use, so that its own history tells it. What is theirs already
 * is given: a step that was broken off is done again. What is somebody else's meanwhile stays there.
 */
export async function giveThing(ports: GivePorts, thing: HandedThing, giving: Giving): Promise<Outcome> {
  switch (thing.kind) {
    case 'deal':
      return giveDeal(ports, thing.id, giving)
    case 'task':
      return giveOneTask(ports, thing, giving)
    case 'client':
      return giveClient(ports, thing.id, giving)
    case 'key':
      return giveKey(ports, thing.id, giving)
  }
}

/** Whether nobody but the system has changed a thing since it was given. */
export async function isUntouched({ deals, clients }: GivePorts, { kind, id, version }: HandedThing): Promise<boolean> {
  if (version === undefined) return true
  if (kind === 'client') return (await clients.find(id))?.client.version === version
  if (kind !== 'deal') return true
  const since = await deals.eventsSince(id, version)
  return since.every(({ actor }) => actor.kind === 'system' || actor.kind === 'automation')
}

/** Whether a thing is with somebody now. */
export async function isWith(
  { deals, clients, apiKeys }: GivePorts,
  thing: HandedThing,
  employee: string,
): Promise<boolean> {
  const { kind, id } = thing
  if (kind === 'deal') return (await deals.find(id))?.owner === employee
  if (kind === 'task') return (await taskOf({ deals }, thing))?.responsible === employee
  if (kind === 'client') return (await clients.find(id))?.client.owner === employee
  return (await apiKeys.find(id))?.responsible === employee
}

/** What a refusal says, for the list of what could not go; another fault goes on. */
export function whyNot(error: unknown): Pick<HandedThing, 'code' | 'detail' | 'said'> {
  if (!(error instanceof Refusal)) throw error
  const { code, message, told } = error
  return { code, detail: message, ...(told === undefined ? {} : { said: [...told.sayings] }) }
}

async function giveDeal(ports: GivePorts, id: string, { from, to, command, reason }: Giving): Promise<Outcome> {
  const deal = await ports.deals.find(id)
  if (deal?.owner === to) return { version: deal.version }
  if (deal !== undefined && deal.owner !== from) return 'elsewhere'
  const why = reason === undefined ? {} : { reason }
  return { version: (await changeOwner(ports, command, id, { owner: to, ...why })).version }
}

async function giveOneTask(ports: GivePorts, thing: HandedThing, giving: Giving): Promise<Outcome> {
  const { from, to, command, reason } = giving
  const { id } = thing
  const task = await taskOf(ports, thing)
  if (task?.responsible === to) return {}
  if (task !== undefined && (task.responsible !== from || task.status !== 'open')) return 'elsewhere'
  await giveTask(ports, command, id, { task, from, to, ...(reason === undefined ? {} : { reason }) })
  return {}
}

/** A task, of its deal or of what else it hangs on. */
async function taskOf({ deals }: Pick<GivePorts, 'deals'>, { id, of = '', subject }: HandedThing) {
  if (subject === undefined) return deals.findTask(of, id)
  return (await deals.tasksOfSubject(subject)).find((task) => task.id === id)
}

async function giveClient(ports: GivePorts, id: string, { from, to, command, people }: Giving): Promise<Outcome> {
  const found = await ports.clients.find(id)
  if (found?.client.owner === to) return { version: found.client.version }
  if (found !== undefined && found.client.owner !== from) return 'elsewhere'
  await updateClient(ports, command, people, { id, input: { owner: to } })
  return { version: (found?.client.version ?? 0) + 1 }
}

async function giveKey(ports: GivePorts, id: string, { from, to, command, people }: Giving): Promise<Outcome> {
  const key = await ports.apiKeys.find(id)
  if (key?.responsible === to) return {}
  if (key !== undefined && key.responsible !== from) return 'elsewhere'
  const { name = '', scopes = {} } = key ?? {}
  const input = { name, scopes, responsible: to }
  await saveApiKey(ports, { caller: command.caller, people }, { id, input, over: undefined })
  return {}
}
