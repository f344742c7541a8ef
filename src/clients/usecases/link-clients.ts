import { clientRefusal } from '#clients/words/client-refusal'
import type { WholeClient } from '#schemas/kept-client'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { ClientCard, LinkClients } from '#schemas/client'
import type { Command } from '#usecases/command'

import { readClient } from './read-clients'
import { editableClient, readableClient, refuseErased } from './readable-client'

type Needs = Pick<Ports, 'clients' | 'deals' | 'rules'>
type Of = { readonly people: People; readonly id: string }

/** Links a person and a company, or says anew what is said of their link. Who links may change one and see the other. */
export async function linkClients(ports: Needs, command: Command, of: Of, input: LinkClients): Promise<ClientCard> {
  const asker = { caller: command.caller, people: of.people }
  const one = refuseErased(await editableClient(ports, asker, of.id))
  const { company, person } = pairOf(one, refuseErased(await readableClient(ports, asker, input.client)))
  const { client: _, ...said } = input
  if (said.since !== undefined && said.until !== undefined && said.until < said.since) {
    throw clientRefusal('client_link.dates', { from: said.since, to: said.until })
  }
  await ports.clients.link(company.client.id, person.client.id, said)
  return readClient(ports, asker, one.client.id)
}

/** Takes a link away. */
export async function unlinkClients(ports: Needs, command: Command, of: Of, otherId: string): Promise<ClientCard> {
  const asker = { caller: command.caller, people: of.people }
  const one = await editableClient(ports, asker, of.id)
  const other = await ports.clients.find(otherId)
  if (other === undefined) throw clientRefusal('client_unknown', { id: otherId })
  const { company, person } = pairOf(one, other)
  await ports.clients.unlink(company.client.id, person.client.id)
  return readClient(ports, asker, one.client.id)
}

function pairOf(one: WholeClient, other: WholeClient): { readonly company: WholeClient; readonly person: WholeClient } {
  if (one.client.kind === 'company' && other.client.kind === 'person') return { company: one, person: other }
  if (one.client.kind === 'person' && other.client.kind === 'company') return { company: other, person: one }
  throw clientRefusal('client_link.kinds', { one: one.client.name, other: other.client.name })
}
