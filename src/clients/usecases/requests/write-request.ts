import { requestDueAt, requestTask, requestTaskId } from '#clients/domain/request-task'
import { clientRefusal } from '#clients/words/client-refusal'
import { companyHead } from '#domain/kernel/heads'
import { requestIdOf } from '#domain/kernel/request-id'
import { responsibleFor } from '#domain/people/responsible'
import { personalDataIn } from '#domain/rules/personal-data'
import { dateIn, wallTime } from '#domain/time/zone'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { KeptRequest } from '#schemas/clients/kept-request'
import type { NewSubjectRequest } from '#schemas/clients/requests'
import type { KeptClient } from '#schemas/kept-client'

export type RequestNeeds = Pick<Ports, 'clients' | 'clock' | 'deals' | 'keeping' | 'rules'>

type Asked = NewSubjectRequest & { readonly client: KeptClient; readonly by: string; readonly people: People }

/**
 * Writes down what a client asks and opens its task: the request first, whose task is made again by the clock where it was
 * broken off. The same is asked once at a time: refuses with `request_state` while it is not answered.
 */
export async function writeRequest(ports: RequestNeeds, { client, by, people, ...asked }: Asked): Promise<KeptRequest> {
  const { model, version } = await ports.rules.current()
  const [now, zone] = [ports.clock.now(), model.calendar.timezone]
  const today = dateIn(zone, now)
  const { receivedOn = today, kind } = asked
  if (receivedOn > today) throw clientRefusal('field_value.request_later', { on: receivedOn })
  const had = (await requestsOf(ports, client)).filter((one) => one.kind === kind)
  const open = had.find(({ state }) => state === 'open')
  if (open !== undefined) throw clientRefusal('request_state.open', { until: dateIn(zone, open.dueAt) })
  // What came on an earlier day came in the middle of it.
  const from = receivedOn === today ? now : wallTime(zone, receivedOn, '12:00')
  const id = requestIdOf(client.id, kind, had.filter((one) => one.client === client.id).length + 1)
  const who = personalDataIn(model)?.requests?.by ?? 'owner_manager'
  const owner = client.owner ?? companyHead(people) ?? by
  const { employee, standsInFor } = responsibleFor(who, { owner, seed: id, on: today, org: people })
  const request: KeptRequest = {
    id,
    client: client.id,
    kind,
    way: asked.way,
    receivedOn,
    ...(asked.note === undefined ? {} : { note: asked.note }),
    dueAt: requestDueAt(model, kind, from),
    state: 'open',
    responsible: employee,
    createdAt: now,
    createdBy: by,
    task: requestTaskId(id),
    rev: 1,
  }
  if (!(await ports.keeping.saveRequest(request))) throw clientRefusal('version_conflict.request')
  const how = { model, version, from, now, ...(standsInFor === undefined ? {} : { standsInFor }) }
  await ports.deals.openTask(requestTask(request, how))
  return request
}

/** Everything a client has asked, on their card and on those that became a part of it. */
export async function requestsOf(
  { keeping }: Pick<Ports, 'keeping'>,
  { id, from = [] }: Pick<KeptClient, 'id' | 'from'>,
): Promise<readonly KeptRequest[]> {
  return (await Promise.all([id, ...from].map((one) => keeping.requestsOf(one)))).flat()
}
