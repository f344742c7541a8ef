import type { ErasedOfClient, KeptOfClient } from '#ports/personal'
import type { Ports } from '#ports/ports'

import { requestsOf } from './write-request'

type Needs = Pick<Ports, 'clients' | 'keeping'>
const place = 'request of a client'

/** Everything a client has asked of what is kept of them. */
export async function exportRequests({ clients, keeping }: Needs, id: string): Promise<readonly KeptOfClient[]> {
  const found = await clients.find(id)
  const all = found === undefined ? [] : await requestsOf({ keeping }, found.client)
  return all.map(({ rev: _rev, task: _task, ...says }) => ({ place, id: says.id, says }))
}

/** Takes away what was asked and answered in words. That it was, and when, stays: the company has to show it. */
export async function eraseRequests({ clients, keeping }: Needs, id: string): Promise<readonly ErasedOfClient[]> {
  const found = await clients.find(id)
  const all = found === undefined ? [] : await requestsOf({ keeping }, found.client)
  const said = all.filter(({ note, answer }) => note !== undefined || answer !== undefined)
  for (const { note: _note, answer: _answer, ...rest } of said)
    // oxlint-disable-next-line no-await-in-loop -- a client asks little
    if (!(await keeping.saveRequest({ ...rest, rev: rest.rev + 1 })))
      throw new Error(`The request ${rest.id} was changed while its client was erased.`)
  return said.map((one) => ({ place, id: one.id }))
}
