import type { Message, MessageAttachment } from '#channels/domain/messages'
import { channelsRefusal } from '#channels/words/channels-refusal'
import { fileName } from '#domain/files/file-name'
import type { ReadAddress } from '#ports/files'
import type { OpenAttachment } from '#schemas/channels/talk'
import { everyPage } from '#usecases/every-page'
import type { ChannelNeeds } from '#channels/usecases/channel-needs'
import type { Request } from '#channels/domain/request'
import { openTalk, type TalkAsker } from '#channels/usecases/open-talk'

/** Where a file that came with a message or a form can be had for a minute, for whoever the talk concerns; never shown, only handed out. */
export async function openAttachment(
  ports: ChannelNeeds,
  asker: TalkAsker,
  { talk, message: id }: { readonly talk: string; readonly message: string },
  { no }: OpenAttachment,
): Promise<ReadAddress> {
  await openTalk(ports, asker, talk)
  const lines = await everyPage(200, (page) => ports.talks.lines(talk, page))
  const line = lines.find((one) => (one.kind === 'message' || one.kind === 'request') && one.id === id)
  if (line === undefined) throw channelsRefusal('field_value.message_unknown', { id })
  const attachments = line.kind === 'message' ? (line.says as Message).attachments : filesOf(line.says as Request)
  const found = attachments[no]
  if (found?.file === undefined) throw channelsRefusal('field_value.no_attachment', { id, count: attachments.length })
  const name = fileName(found.name ?? `${no + 1}`)
  return ports.files.readAddress(found.file, { name, type: found.kind, as: 'attachment' })
}

function filesOf({ files = [] }: Request): readonly MessageAttachment[] {
  return files.map(({ type: kind, name, file }) => ({ kind, name, file }))
}
