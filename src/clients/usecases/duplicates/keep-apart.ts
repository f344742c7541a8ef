import { clientRefusal } from '#clients/words/client-refusal'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { ApartPair, KeepApart } from '#schemas/clients/merge'
import type { Command } from '#usecases/command'

import { editableClient, readableClient } from '#clients/usecases/readable-client'
import { proposeOf } from './propose-duplicates'

type Needs = Pick<Ports, 'clients' | 'deals' | 'duplicates' | 'clock' | 'rules'>
type Of = { readonly people: People; readonly id: string }

/** Says that two cards are not one client: for everybody, and whenever all cards are looked through again. */
export async function keepApart(ports: Needs, command: Command, of: Of, input: KeepApart): Promise<ApartPair> {
  const [one, other] = await pairOf(ports, command, { ...of, other: input.other })
  const { caller } = command
  const said = input.reason === undefined ? {} : { reason: input.reason }
  await ports.duplicates.keepApart({ one, other, by: caller.actor.id, at: ports.clock.now(), ...said })
  await ports.duplicates.withdraw(one, other)
  return { one, other, apart: true }
}

/** Opens the question again whether two cards are one client. */
export async function dropApart(ports: Needs, command: Command, of: Of, otherId: string): Promise<ApartPair> {
  const [one, other] = await pairOf(ports, command, { ...of, other: otherId })
  await ports.duplicates.dropApart(one, other)
  await proposeOf(ports, one)
  return { one, other, apart: false }
}

/** Who says it may change one of the two and see the other. */
async function pairOf(
  ports: Needs,
  { caller }: Command,
  { people, id, other }: Of & { readonly other: string },
): Promise<readonly [string, string]> {
  const asker = { caller, people }
  const [one, second] = await Promise.all([editableClient(ports, asker, id), readableClient(ports, asker, other)])
  if (one.client.id === second.client.id) throw clientRefusal('merge_blocked.self', { name: one.client.name })
  return [one.client.id, second.client.id]
}
