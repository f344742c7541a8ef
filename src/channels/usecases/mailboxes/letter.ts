import { replyAddress } from '#channels/domain/mail/reply-address'
import { textHash } from '#domain/kernel/text-hash'
import type { KeptIntegration } from '#ports/integrations'
import type { KeptOutgoing } from '#ports/talks'
import type { ChannelNeeds } from '#channels/usecases/channel-needs'

type Needs = Pick<ChannelNeeds, 'files' | 'people'>

/** A mail as the library that writes it takes it. */
export type Letter = Awaited<ReturnType<typeof letterOf>>

/** What a message to be sent says as a mail, with what hangs on it. */
export async function letterOf(
  { files, people }: Needs,
  { settings: { mailbox = '' }, secrets }: KeptIntegration,
  { id, to, text, by = '', subject = '', answersTo, talk = '', at, files: hung = [] }: KeptOutgoing,
) {
  const { key = '' } = secrets[0]?.values ?? {}
  const { employees } = await people.load()
  const attachments = await Promise.all(
    hung.map(async ({ key: place, name: filename, type: contentType }) => {
      const content = await files.get(place)
      return content === undefined ? [] : [{ filename, contentType, content: Buffer.from(content) }]
    }),
  )
  return {
    from: { name: employees[by]?.name ?? '', address: mailbox },
    replyTo: replyAddress(mailbox, talk, key),
    to,
    subject,
    text,
    // The same however often it is tried: programs show two mails with one id once.
    messageId: `<norma-${textHash(id)}@${mailbox.split('@')[1] ?? ''}>`,
    ...(answersTo === undefined ? {} : { inReplyTo: `<${answersTo}>`, references: `<${answersTo}>` }),
    date: new Date(at),
    attachments: attachments.flat(),
  }
}

/** A mail as it goes over the wire. */
export async function bytesOf(letter: Letter): Promise<Buffer> {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await transport.sendMail(letter)
  if (!Buffer.isBuffer(message)) throw new Error('A mail that is written into memory is bytes.')
  return message
}
