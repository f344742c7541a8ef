import { clientRefusal } from '#clients/words/client-refusal'
import { Refusal } from '#domain/kernel/refusal'
import { sentenceIn } from '#domain/kernel/saying'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { ChangeClients } from '#schemas/clients/change-clients'
import type { ChangedMany } from '#schemas/commands'
import type { Command } from '#usecases/command'

import { updatedClient } from './change-clients'

type Needs = Pick<Ports, 'clients' | 'deals' | 'clock' | 'ids' | 'rules'>

/**
 * Gives many clients to somebody else or writes fields of theirs, each card by itself: what could not be done stays as it is and
 * is told, in the language of whoever asks. Said again it changes what is left.
 */
export async function changeManyClients(
  ports: Needs,
  command: Command,
  people: People,
  { clients, giveTo, fields }: ChangeClients,
): Promise<ChangedMany> {
  if (giveTo === undefined && fields === undefined) throw clientRefusal('field_value.nothing_of_clients', {})
  const { caller, correlationId, language = 'en' } = command
  const one: Command = { caller, correlationId, language }
  const input = { ...(giveTo === undefined ? {} : { owner: giveTo }), ...(fields === undefined ? {} : { fields }) }
  const done: string[] = []
  const failed: ChangedMany['failed'] = []
  for (const id of new Set(clients)) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- at most 100, and each writes its own card
      await updatedClient(ports, one, people, { id, input })
      done.push(id)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      // oxlint-disable-next-line no-await-in-loop -- words of the few that could not be changed
      failed.push({ id, code: error.code, detail: await sentenceIn(language, error) })
    }
  }
  return { done, failed }
}
