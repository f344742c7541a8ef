import { documentRefusal } from '#documents/words/document-refusal'
import type { KeptDocument } from '#schemas/documents/kept-document'
import type { Command } from '#usecases/command'

/** Refuses with `precondition_failed` when the caller has seen another version than the one there is. */
export function refuseSeen({ version }: Pick<KeptDocument, 'version'>, { ifMatch }: Command): void {
  if (ifMatch === undefined || [ifMatch].flat().includes(version)) return
  throw documentRefusal(
    'precondition_failed.document',
    { now: version, seen: Math.max(...[ifMatch].flat()) },
    { version },
  )
}
