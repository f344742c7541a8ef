import { mostFileBytes } from '#domain/files/file-limits'
import { textHash } from '#domain/kernel/text-hash'
import type { MessageAttachment, MessageFact } from '#channels/domain/messages'
import type { ChannelNeeds } from '#channels/usecases/channel-needs'

/**
 * Messages with what hangs on them kept as files, under names that follow from the message: who reads it again keeps nothing
 * twice. What is too large is only named.
 */
export async function keepAttachments(
  { files }: Pick<ChannelNeeds, 'files'>,
  messages: readonly MessageFact[],
): Promise<readonly MessageFact[]> {
  const kept: MessageFact[] = []
  for (const { attachments, ...message } of messages) {
    const named: MessageAttachment[] = []
    for (const [no, { bytes, ...one }] of (attachments ?? []).entries()) {
      if (bytes === undefined || bytes.length === 0 || bytes.length > mostFileBytes) named.push(one)
      else {
        const file = `messages/${textHash(message.message)}/${no}`
        const { size, type } = await files.put(file, bytes)
        named.push({ ...one, kind: type === 'application/octet-stream' ? one.kind : type, file, size })
      }
    }
    kept.push(attachments === undefined ? message : { ...message, attachments: named })
  }
  return kept
}
