import { clientOfRequest } from '#domain/kernel/request-id'
import type { Ports } from '#ports/ports'
import type { KeptRequest } from '#schemas/clients/kept-request'
import type { SubjectRequest, SubjectRequests } from '#schemas/clients/requests'

import { readableClient, reachesClient, type Asker } from '#clients/usecases/readable-client'
import { requestsOf } from './write-request'

type Needs = Pick<Ports, 'clients' | 'deals' | 'keeping'>

/** What a client has asked of what is kept of them, the newest first, for whoever sees the card. */
export async function readRequests(ports: Needs, asker: Asker, id: string): Promise<SubjectRequests> {
  const { client } = await readableClient(ports, asker, id)
  const all = (await requestsOf(ports, client)).toSorted((one, other) => (one.createdAt < other.createdAt ? 1 : -1))
  const mayRead = reachesClient(asker, 'clients_edit', client.owner)
  const items = await Promise.all(all.map((request) => withWhoHasIt(ports, request)))
  return { items: items.map((one) => shownRequest(mayRead || answers(asker, one) ? one : withoutWords(one))) }
}

/** Requests that are not answered, those due first in front: one’s own, all of them for whoever may change people. */
export async function readOpenRequests(
  ports: Needs,
  asker: Asker,
  page: { readonly limit: number; readonly cursor?: string },
): Promise<SubjectRequests & { readonly cursor?: string }> {
  const { items, cursor } = await ports.keeping.openRequests(page)
  const all = await Promise.all(items.map((request) => withWhoHasIt(ports, request)))
  return {
    items: all.filter((one) => answers(asker, one)).map(shownRequest),
    ...(cursor === undefined ? {} : { cursor }),
  }
}

/** Whether a request is somebody’s to answer. */
export function answers({ caller }: Asker, { responsible }: Pick<KeptRequest, 'responsible'>): boolean {
  return caller.reach.people_edit === 'all' || (caller.employee !== null && caller.employee === responsible)
}

/** An open request with whoever has its task now: a deputy, or whom it was handed to. */
export async function withWhoHasIt({ deals }: Pick<Ports, 'deals'>, request: KeptRequest): Promise<KeptRequest> {
  if (request.state !== 'open') return request
  const [task] = await deals.tasksOfSubject({ kind: 'request', id: request.id })
  return task === undefined ? request : { ...request, responsible: task.responsible }
}

/** A request as it is told. */
export function shownRequest({ rev: _rev, task: _task, ...request }: KeptRequest): SubjectRequest {
  return request
}

function withoutWords({ note: _note, answer: _answer, ...request }: KeptRequest): KeptRequest {
  return request
}

/** The request, and the client it is of. */
export async function requestAt(ports: Needs, id: string): Promise<KeptRequest | undefined> {
  const found = await ports.keeping.request(id)
  return found?.client === clientOfRequest(id) ? withWhoHasIt(ports, found) : undefined
}
