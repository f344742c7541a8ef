import { clientRefusal } from '#clients/words/client-refusal'
import type { NewSubjectRequest, SubjectRequest } from '#schemas/clients/requests'

import { keepErasureAsked } from '#clients/usecases/erase-client'
import { editableClient, type Asker } from '#clients/usecases/readable-client'
import { shownRequest } from './read-requests'
import { writeRequest, type RequestNeeds } from './write-request'

/**
 * Writes down what a client asks, for whoever may change their card, and opens its task with the time that the rules or the
 * law give. To be erased is asked with it, and takes a second person as ever.
 */
export async function askRequest(
  ports: RequestNeeds,
  asker: Asker,
  { id, ...input }: NewSubjectRequest & { readonly id: string },
): Promise<SubjectRequest> {
  const { client } = await editableClient(ports, asker, id)
  const { employee } = asker.caller
  if (employee === null) throw clientRefusal('forbidden.client_edit', { name: client.name })
  const request = await writeRequest(ports, { ...input, client, by: employee, people: asker.people })
  if (input.kind === 'erasure') await keepErasureAsked(ports, client.id, { by: employee, reason: request.id })
  return shownRequest(request)
}
