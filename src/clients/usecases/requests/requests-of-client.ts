import type { ErasedOfClient, KeptOfClient } from '#ports/personal'
import type { Ports } from '#ports/ports'
import type { Subject } from '#schemas/subject'
import { forgetReasons } from '#usecases/tasks/forget-reasons'
import { saidOfTasks } from '#usecases/tasks/said-of-tasks'

import { requestsOf } from './write-request'

type Needs = Pick<Ports, 'clients' | 'deals' | 'keeping'>
const place = 'request of a client'

/** Everything a client has asked of what is kept of them. */
export async function exportRequests({ clients, deals, keeping }: Needs, id: string): Promise<readonly KeptOfClient[]> {
  const found = await clients.find(id)
  const all = found === undefined ? [] : await requestsOf({ keeping }, found.client)
  const asked = all.map(({ rev: _rev, task: _task, ...says }) => ({ place, id: says.id, says }))
  return [...asked, ...(await saidOfTasks({ deals }, all.map(subjectOf)))]
}

/** Takes away what was asked and answered in words. That it was, and when, stays: the company has to show it. */
export async function eraseRequests(
  { clients, deals, keeping }: Needs,
  id: string,
): Promise<readonly ErasedOfClient[]> {
  const found = await clients.find(id)
  const all = found === undefined ? [] : await requestsOf({ keeping }, found.client)
  await Promise.all(all.map((one) => forgetReasons({ deals }, subjectOf(one))))
  const said = all.filter(({ note, answer }) => note !== undefined || answer !== undefined)
  for (const { note: _note, answer: _answer, ...rest } of said)
    // oxlint-disable-next-line no-await-in-loop -- a client asks little
    if (!(await keeping.saveRequest({ ...rest, rev: rest.rev + 1 })))
      throw new Error(`The request ${rest.id} was changed while its client was erased.`)
  return said.map((one) => ({ place, id: one.id }))
}

function subjectOf({ id }: { readonly id: string }): Subject {
  return { kind: 'request', id }
}
