import { withoutLook } from '#domain/deals/lateness'
import type { Ports } from '#ports/ports'
import type { KeptRequest } from '#schemas/clients/kept-request'
import type { RequestAct, RequestKind } from '#schemas/clients/request-names'
import type { KeptClient } from '#schemas/kept-client'
import { again, whileOthersWrite } from '#usecases/while-others-write'

import { requestsOf } from './write-request'

type Needs = Pick<Ports, 'clock' | 'deals' | 'keeping'>
type Closing = {
  readonly state: 'done' | 'refused'
  readonly by: string
  readonly act?: RequestAct
  readonly answer?: string
}

/** Closes the open requests of a kind, because what they ask for was done. */
export async function closeByAct(
  ports: Needs,
  client: Pick<KeptClient, 'id' | 'from'>,
  { kind, act, by }: { readonly kind: RequestKind; readonly act: RequestAct; readonly by: string },
): Promise<void> {
  const open = (await requestsOf(ports, client)).filter((one) => one.kind === kind && one.state === 'open')
  for (const { id } of open)
    // oxlint-disable-next-line no-await-in-loop -- at most one of a card
    await closeRequest(ports, id, { state: 'done', act, by })
}

/**
 * Closes a request and its task, the task first: whoever dies in between leaves a request that is still on the list. Answers
 * the request as it is then; one that is closed already stays as it is.
 */
export async function closeRequest(ports: Needs, id: string, closing: Closing): Promise<KeptRequest> {
  const at = ports.clock.now()
  return whileOthersWrite(`The request ${id} was written`, async () => {
    const was = await ports.keeping.request(id)
    if (was === undefined) throw new Error(`There is no request ${id} any more.`)
    if (was.state !== 'open') return was
    await closeTask(ports, was, { at, by: closing.by })
    const { by: closedBy, ...said } = closing
    const next: KeptRequest = { ...was, ...said, closedAt: at, closedBy, rev: was.rev + 1 }
    return (await ports.keeping.saveRequest(next)) ? next : again
  })
}

async function closeTask(
  { deals }: Needs,
  { id }: KeptRequest,
  { at, by }: { readonly at: string; readonly by: string },
): Promise<void> {
  await whileOthersWrite(`The task of ${id} was written`, async () => {
    for (const task of await deals.tasksOfSubject({ kind: 'request', id })) {
      if (task.status !== 'open') continue
      const done = { ...task, status: 'done' as const, doneAt: at, doneBy: by, rev: task.rev + 1 }
      if (!(await deals.adjustTask(withoutLook(done), task.rev))) return again
    }
    return undefined
  })
}
