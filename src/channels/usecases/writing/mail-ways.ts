import { adapterOf } from '#channels/adapters'
import { mailText } from '#domain/kernel/mail'
import type { KeptIntegration } from '#ports/integrations'
import type { Ports } from '#ports/ports'
import type { AnswerWay } from '#schemas/channels/talk'
import type { Deal } from '#schemas/deal'

/** A way to write to somebody, with where it leads. */
export type MailWay = AnswerWay & { readonly to: string }

type Needs = Pick<Ports, 'clients' | 'talks'>

/** So many addresses of a client are offered. */
const mostAddresses = 3

/** By which mailboxes of ours, of all that is connected, somebody in a deal can be written to first, at the addresses on their cards. */
export async function mailWays(
  ports: Needs,
  { links = [], client, createdAt }: Deal,
  all: readonly KeptIntegration[],
): Promise<readonly MailWay[]> {
  const boxes = all.filter((one) => !one.paused && sendsMail(one))
  if (boxes.length === 0) return []
  const cards = await Promise.all([...new Set(links.map((link) => link.client))].map((id) => ports.clients.find(id)))
  const written = [client.email, ...cards.flatMap((card) => (card?.personal.ways ?? []).map(({ text }) => text))]
  const found = written.flatMap((text) => (text?.includes('@') === true ? (mailText(text) ?? []) : []))
  const addresses = [...new Set(found)].slice(0, mostAddresses)
  const ways = addresses.map(async (to) => {
    const talk = await ports.talks.talkIdOf(to)
    return boxes.map(({ id, name }): MailWay => {
      return { talk, integration: id, name, at: createdAt, until: null, open: true, mail: true, to }
    })
  })
  return (await Promise.all(ways)).flat()
}

/** Whether mail can be sent by a mailbox: by the server it names, or by Microsoft 365. */
export function sendsMail({ adapter, settings, secrets }: KeptIntegration): boolean {
  const known = adapterOf(adapter)
  if (known?.writes?.by !== 'mail' || settings.mailbox === undefined) return false
  return known.fetches === 'graph' || URL.canParse(secrets[0]?.values['smtp'] ?? '')
}
