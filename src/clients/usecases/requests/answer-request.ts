import { clientRefusal } from '#clients/words/client-refusal'
import type { Ports } from '#ports/ports'
import type { AnswerSubjectRequest, SubjectRequest } from '#schemas/clients/requests'
import type { KeptRequest } from '#schemas/clients/kept-request'

import { revokeEverything } from '#clients/usecases/consents'
import { clientAt, type Asker } from '#clients/usecases/readable-client'
import { closeRequest } from './close-requests'
import { answers, requestAt, shownRequest } from './read-requests'

type Needs = Pick<Ports, 'clients' | 'clock' | 'consents' | 'deals' | 'ids' | 'keeping' | 'rules'>
type Answer = AnswerSubjectRequest & { readonly id: string; readonly request: string }

/**
 * Answers a request by hand, for whoever has its task and for whoever may change people: a correction that is made, a client
 * who is left alone (whatever they had agreed to be written to for is revoked), or why it is refused. What is done by an act
 * alone is refused with `request_state`.
 */
export async function answerRequest(
  ports: Needs,
  asker: Asker,
  { id, request: of, state, answer }: Answer,
): Promise<SubjectRequest> {
  const request = await requestAt(ports, of)
  const found = await clientAt(ports, id)
  const isTheirs = request !== undefined && [found?.client.id, ...(found?.client.from ?? [])].includes(request.client)
  if (request === undefined || found === undefined || !isTheirs || !answers(asker, request))
    throw clientRefusal('request_unknown', { id: of })
  const by = asker.caller.employee
  if (by === null) throw clientRefusal('request_unknown', { id: of })
  if (request.state !== 'open') throw clientRefusal('request_state.closed')
  if (state === 'done' && request.kind === 'access') throw clientRefusal('request_state.package')
  if (state === 'done' && request.kind === 'erasure') throw clientRefusal('request_state.erasure')
  await doIt(ports, { request, by, isDone: state === 'done', client: found.client })
  const act = actOf(request, state)
  return shownRequest(await closeRequest(ports, of, { state, answer, by, ...(act === undefined ? {} : { act }) }))
}

type Done = {
  readonly request: KeptRequest
  readonly by: string
  readonly isDone: boolean
  readonly client: { readonly id: string; readonly from?: readonly string[] }
}

/** What the answer brings about, before it is written: whoever dies in between answers again. */
async function doIt(ports: Needs, { request: { kind, id }, by, isDone, client }: Done): Promise<void> {
  if (kind === 'objection' && isDone) await revokeEverything(ports, client, { by, reason: id })
  if (kind !== 'erasure' || isDone) return
  // Who is not to be erased after all is nobody’s to confirm any more.
  const asked = await ports.clients.erasure(client.id)
  if (asked?.state === 'asked') await ports.clients.dropErasure(asked)
}

function actOf({ kind }: KeptRequest, state: AnswerSubjectRequest['state']) {
  if (state === 'refused') return undefined
  return kind === 'objection' ? ('revocation' as const) : ('correction' as const)
}
