import { channelsSaying } from '#channels/words/channels-refusal'
import type { FetchMessageObject, ImapFlow } from 'imapflow'

import { webAddressOf } from '#channels/domain/mail/server-address'
import { Undeliverable } from '#domain/kernel/delivering'
import { budgetMs, mostAtOnce, mostMailBytes, partBytes, type Looking, type SeenHead } from './looking'

/** How far a folder was looked through: ids of mails count upwards as long as the folder’s own number stays. */
type Place = {
  readonly validity: string
  readonly uid: number
  /** The mail over which the server fell silent, and how often. */
  readonly stuck?: { readonly uid: number; readonly times: number }
}
type Places = Readonly<Record<string, Place>>

/** A mail that broke the connection so often is left aside, and said so. */
const mostTries = 5

/** Every so many mails it is noted how far the look has come. */
const noteEvery = 20

/**
 * Looks into the folders of a mailbox by IMAP and takes what is new, the oldest first; nothing is marked as read. Where a
 * folder has been made anew its numbers mean nothing any more: what is young is looked at again, and what we have is known
 * by its own id.
 */
export async function lookByImap(looking: Looking): Promise<void> {
  const client = await clientFor(looking)
  // Whoever waits for an answer is told by its promise; without somebody to hear it the process would end.
  client.on('error', () => undefined)
  const end = setTimeout(() => client.close(), budgetMs)
  try {
    await client.connect()
    const named = looking.integration.settings.folders ?? []
    const folders = named.length > 0 ? named : await usualFolders(client)
    let places = (looking.place ?? {}) as Places
    for (const folder of folders) {
      places = await lookIntoFolder(client, looking, { folder, places })
    }
    await client.logout()
  } finally {
    clearTimeout(end)
    client.close()
  }
}

async function clientFor({ integration, outlet }: Looking): Promise<ImapFlow> {
  const { server = '', user = '', password = '' } = integration.secrets[0]?.values ?? {}
  if (!URL.canParse(server)) throw new Error(`“${server}” is not the address of a mail server.`)
  const { protocol, hostname, port } = new URL(server)
  // Whoever enters the address of a server reaches no more with it than with that of a webhook.
  const fault = await outlet.faultOf(webAddressOf(hostname))
  if (fault !== undefined) throw new Undeliverable(`Nothing is ever fetched from ${hostname}.`)
  const isSecure = protocol === 'imaps:'
  const isHere = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)
  // A megabyte, and a second to load: whoever has no such mailbox never does.
  const { ImapFlow } = await import('imapflow')
  return new ImapFlow({
    host: hostname,
    port: Number(port) || (isSecure ? 993 : 143),
    secure: isSecure,
    // A password never goes over a line that anybody can read.
    ...(isSecure ? {} : { doSTARTTLS: !isHere }),
    auth: { user, pass: password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
  })
}

/** The inbox, and what was sent by whatever name: what an employee answered counts. */
async function usualFolders(client: ImapFlow): Promise<readonly string[]> {
  const found = await client.list()
  const sent = found.find(({ specialUse }) => specialUse === '\\Sent')
  return ['INBOX', ...(sent === undefined ? [] : [sent.path])]
}

async function lookIntoFolder(
  client: ImapFlow,
  looking: Looking,
  { folder, places }: { readonly folder: string; readonly places: Places },
): Promise<Places> {
  const { uidValidity, uidNext } = await client.mailboxOpen(folder, { readOnly: true })
  const validity = String(uidValidity)
  const was = places[folder]?.validity === validity ? places[folder] : undefined
  const query = was === undefined ? { since: new Date(looking.from) } : { uid: `${was.uid + 1}:*` }
  const found = (await client.search(query, { uid: true })) || []
  // `9:*` names the last mail also where it is the eighth.
  const uids = (Array.isArray(found) ? found : []).filter((uid) => uid > (was?.uid ?? 0)).toSorted((a, b) => a - b)
  let place: Place = was ?? { validity, uid: (uids[0] ?? uidNext) - 1 }
  const now = (next: Place): Places => ({ ...places, [folder]: next })
  for (const [no, uid] of uids.slice(0, mostAtOnce).entries()) {
    const times = place.stuck?.uid === uid ? place.stuck.times : 0
    if (times >= mostTries)
      await looking.takeUnread(channelsSaying('unread_not_fetched', { name: folder, id: String(uid) }))
    else {
      const mail = await fetched(client, looking, uid).catch(async (error: unknown) => {
        await looking.note(now({ ...place, stuck: { uid, times: times + 1 } }))
        throw error
      })
      if (mail !== undefined) await looking.take(mail)
    }
    place = { validity, uid }
    if (no % noteEvery === noteEvery - 1) await looking.note(now(place))
  }
  if (place !== was) await looking.note(now(place))
  return now(place)
}

/** A mail as it lies there; undefined where it is gone, or is not to be read. */
async function fetched(client: ImapFlow, looking: Looking, uid: number): Promise<Uint8Array | undefined> {
  const head = await client.fetchOne(String(uid), { envelope: true, size: true }, { uid: true })
  if (head === false || !(await looking.isWanted(headOf(head)))) return undefined
  const isWhole = (head.size ?? 0) <= mostMailBytes
  const source = isWhole ? true : { start: 0, maxLength: partBytes }
  const mail = await client.fetchOne(String(uid), { source }, { uid: true })
  return mail === false ? undefined : mail.source
}

function headOf({ envelope = {} }: FetchMessageObject): SeenHead {
  const addresses = (of: readonly { readonly address?: string | undefined }[] = []) =>
    of.flatMap(({ address }) => (address === undefined || address === '' ? [] : [address]))
  const bare = (id: string | undefined) => id?.trim().replace(/^<|>$/g, '')
  const [id, answersTo] = [bare(envelope.messageId), bare(envelope.inReplyTo)]
  const [from] = addresses(envelope.from)
  return {
    ...(id === undefined || id === '' ? {} : { id }),
    ...(from === undefined ? {} : { from }),
    to: [...addresses(envelope.to), ...addresses(envelope.cc), ...addresses(envelope.bcc)],
    ...(answersTo === undefined || answersTo === '' ? {} : { answersTo }),
  }
}
