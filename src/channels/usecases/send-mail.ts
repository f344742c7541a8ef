import { channelsSaying } from '#channels/words/channels-refusal'
import { unsent } from '#channels/words/unsent'
import type { Sent } from '#channels/adapter'
import { replyAddress } from '#channels/domain/mail/reply-address'
import { textHash } from '#domain/kernel/text-hash'
import type { KeptIntegration } from '#ports/integrations'
import type { KeptOutgoing } from '#ports/talks'
import type { ChannelNeeds } from './channel-needs'

/** The whole exchange with a mail server takes no longer. */
const patienceMs = 20_000

/**
 * Sends a mail as the person who wrote it, by the server the integration names. Answers come to an address that names the
 * talk. Letters of people are not marked as automatic: answering machines may answer, and owe nothing.
 */
export async function sendMail(
  ports: Pick<ChannelNeeds, 'outlet' | 'people'>,
  { settings: { mailbox }, secrets }: KeptIntegration,
  { id, to, text, by = '', subject = '', answersTo, talk = '', at }: KeptOutgoing,
): Promise<Sent> {
  const { smtp = '', key = '' } = secrets[0]?.values ?? {}
  if (mailbox === undefined || !URL.canParse(smtp)) return unsent(channelsSaying('not_sent_no_server'))
  const url = new URL(smtp)
  // Whoever enters the address of a server reaches no more with it than with that of a webhook.
  const fault = await ports.outlet.faultOf(`https://${url.hostname}`)
  if (fault !== undefined) return unsent(channelsSaying('not_sent_inside', { address: url.hostname }))
  const { employees } = await ports.people.load()
  const domain = mailbox.split('@')[1] ?? ''
  const messageId = `norma-${textHash(id)}@${domain}`
  const transport = await serverAt(url)
  try {
    await transport.sendMail({
      from: { name: employees[by]?.name ?? '', address: mailbox },
      replyTo: replyAddress(mailbox, talk, key),
      to,
      subject,
      text,
      messageId: `<${messageId}>`,
      ...(answersTo === undefined ? {} : { inReplyTo: `<${answersTo}>`, references: `<${answersTo}>` }),
      date: new Date(at),
    })
    return { kind: 'sent', message: messageId }
  } catch (error) {
    const { responseCode = 0 } = error as { readonly responseCode?: number }
    // What a server refuses for good begins with 5; anything else may pass.
    if (responseCode >= 500 && responseCode < 600)
      return { kind: 'failed', why: String((error as Error).message).slice(0, 300) }
    return { kind: 'later', seconds: 0 }
  } finally {
    transport.close()
  }
}

/** The mail server behind an address such as `smtps://user:password@mail.shop.example`. */
async function serverAt({ protocol, hostname, port, username, password }: URL) {
  // Loaded with the first mail: most processes that could send one never do.
  const { createTransport } = await import('nodemailer')
  const isSecure = protocol === 'smtps:'
  return createTransport({
    host: hostname,
    port: Number(port) || (isSecure ? 465 : 587),
    secure: isSecure,
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: patienceMs,
    socketTimeout: patienceMs,
  })
}
