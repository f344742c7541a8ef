import { attachedRefusal } from '#domain/attached/words/attached-refusal'
import { fileKey } from '#domain/files/file-key'
import type { Caller } from '#domain/kernel/access'
import { textHash } from '#domain/kernel/text-hash'
import type { Ports } from '#ports/ports'
import type { AnnounceUpload, FileToSend } from '#schemas/attached'
import type { Command } from '#usecases/command'

/** Bytes as a body brings them, or names where they were sent before. */
export type Given = { readonly content?: string; readonly upload?: string }

/** Says where bytes that are too large for a body are to be sent within a quarter of an hour. Unused they are gone after a day. */
export async function announceUpload(
  { files, ids }: Pick<Ports, 'files' | 'ids'>,
  { caller }: Pick<Command, 'caller'>,
  bytes: AnnounceUpload,
): Promise<FileToSend> {
  const id = ids.next('up')
  const { url, headers, expiresAt } = await files.putAddress(uploadKey(caller, id), bytes)
  return { id, method: 'PUT', url, headers: { ...headers }, expiresAt }
}

/** The bytes that were given, one way or the other. Refuses neither and both, what is no base64, and what has not come. */
export async function givenBytes(
  { files }: Pick<Ports, 'files'>,
  caller: Caller,
  { content, upload }: Given,
): Promise<Uint8Array> {
  if ((content === undefined) === (upload === undefined)) throw attachedRefusal('field_value.given_once')
  if (upload === undefined) {
    const bytes = Buffer.from(content ?? '', 'base64')
    if (bytes.length === 0) throw attachedRefusal('field_value.no_base64')
    return bytes
  }
  const sent = await files.sent(uploadKey(caller, upload))
  if (sent === undefined) throw attachedRefusal('file_unknown.upload', { id: upload })
  return sent
}

/** Takes away what was sent, once it is used up: it holds what others have no need of. */
export async function usedUp(
  { files }: Pick<Ports, 'files'>,
  caller: Pick<Caller, 'actor'>,
  { upload }: Given,
): Promise<void> {
  if (upload !== undefined) await files.remove(uploadKey(caller, upload))
}

/** Nobody reads what another has sent: the place is that of whoever asks. */
function uploadKey({ actor }: Pick<Caller, 'actor'>, id: string): string {
  return fileKey(`up_${textHash(`${actor.kind} ${actor.id}`)}`, id)
}
