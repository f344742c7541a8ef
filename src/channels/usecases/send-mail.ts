import { Readable } from 'node:stream'

import { channelsSaying } from '#channels/words/channels-refusal'
import { unsent } from '#channels/words/unsent'
import type { Sent } from '#channels/adapter'
import { adapterOf } from '#channels/adapters'
import { webAddressOf } from '#channels/domain/mail/server-address'
import type { KeptIntegration } from '#ports/integrations'
import type { KeptOutgoing } from '#ports/talks'
import type { ChannelNeeds } from './channel-needs'
import { bytesOf, letterOf, type Letter } from './mailboxes/letter'

/** The whole exchange with a mail server takes no longer. */
const patienceMs = 20_000

type Needs = Pick<ChannelNeeds, 'files' | 'outlet' | 'people'>

/**
 * Sends a mail as the person who wrote it, by the server the integration names or by Microsoft 365. Answers come to an
 * address that names the talk. Letters of people are not marked as automatic: answering machines may answer, and owe nothing.
 */
export async function sendMail(ports: Needs, kept: KeptIntegration, outgoing: KeptOutgoing): Promise<Sent> {
  const { settings, secrets } = kept
  const { smtp = '' } = secrets[0]?.values ?? {}
  const isByGraph = adapterOf(kept.adapter)?.fetches === 'graph'
  if (settings.mailbox === undefined || (!isByGraph && !URL.canParse(smtp)))
    return unsent(channelsSaying('not_sent_no_server'))
  const letter = await letterOf(ports, kept, outgoing)
  if (isByGraph) return (await import('./mailboxes/send-by-graph')).sendByGraph(ports.outlet, kept, letter)
  const url = new URL(smtp)
  // Whoever enters the address of a server reaches no more with it than with that of a webhook.
  const fault = await ports.outlet.faultOf(webAddressOf(url.hostname))
  if (fault !== undefined) return unsent(channelsSaying('not_sent_inside', { address: url.hostname }))
  return sendBySmtp(url, kept, letter)
}

async function sendBySmtp(url: URL, { secrets }: KeptIntegration, letter: Letter): Promise<Sent> {
  const transport = await serverAt(url, secrets[0]?.values ?? {})
  const message = letter.messageId.slice(1, -1)
  const raw = Readable.from([await bytesOf(letter)])
  let hadItWhole = false
  raw.once('end', () => {
    hadItWhole = true
  })
  try {
    const { response } = await transport.sendMail({ envelope: { from: letter.from.address, to: letter.to }, raw })
    const also = sesId(url.hostname, response)
    return { kind: 'sent', message, ...(also === undefined ? {} : { also: [also] }) }
  } catch (error) {
    const { responseCode = 0 } = error as { readonly responseCode?: number }
    // What a server refuses for good begins with 5; anything else may pass.
    if (responseCode >= 500 && responseCode < 600)
      return { kind: 'failed', why: String((error as Error).message).slice(0, 300) }
    // It had the whole mail and did not say what it does with it.
    if (responseCode === 0 && hadItWhole) return { kind: 'unsure' }
    return { kind: 'later', seconds: 0 }
  } finally {
    transport.close()
  }
}

/** SES gives every mail an id of its own: answers and reports name that one. */
function sesId(host: string, response: string): string | undefined {
  const [, region] = /^email-smtp\.([\w-]+)\.amazonaws\.com$/.exec(host) ?? []
  const [, id] = /^250 (?:2\.0\.0 )?ok\s+([\w-]+)/i.exec(response) ?? []
  if (region === undefined || id === undefined) return undefined
  return `${id}@${region === 'us-east-1' ? 'email' : region}.amazonses.com`
}

/** The mail server behind an address such as `smtps://user:password@mail.shop.example`, else as whoever the mailbox is of. */
async function serverAt(
  { protocol, hostname, port, username, password }: URL,
  { user = '', password: own = '' }: Readonly<Record<string, string>>,
) {
  // Loaded with the first mail: most processes that could send one never do.
  const { createTransport } = await import('nodemailer')
  const isSecure = protocol === 'smtps:'
  const auth =
    username === '' ? { user, pass: own } : { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
  return createTransport({
    host: hostname,
    port: Number(port) || (isSecure ? 465 : 587),
    secure: isSecure,
    ...(auth.user === '' ? {} : { auth }),
    connectionTimeout: patienceMs,
    socketTimeout: patienceMs,
  })
}
