import { mailText } from '#domain/kernel/mail'
import { phonesIn } from '#domain/kernel/phone'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'

type Needs = Pick<Ports, 'talks' | 'clients'>

/** The talks with everybody who is in a deal, and with the number or address it was made with. */
export async function talksOfDeal(ports: Needs, { links = [], client }: Deal): Promise<readonly string[]> {
  const ids = [...new Set(links.map((link) => link.client))]
  const [linked, written] = await Promise.all([talksOfClients(ports, ids), talksWith(ports, Object.values(client))])
  return [...new Set([...linked, ...written])]
}

/** The talks of clients: those that were noted as theirs, and those with the numbers and addresses on their cards. */
export async function talksOfClients(ports: Needs, ids: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(
    ids.map(async (id) => {
      const [linked, card] = await Promise.all([ports.talks.talksOf(id), ports.clients.find(id)])
      const ways = (card?.personal.ways ?? []).map(({ text }) => text)
      return [...linked, ...(await talksWith(ports, ways))]
    }),
  )
  return [...new Set(found.flat())]
}

async function talksWith({ talks }: Needs, written: readonly (string | undefined)[]): Promise<readonly string[]> {
  const contacts = written.flatMap((text) => (text === undefined ? [] : (contactIn(text) ?? [])))
  return Promise.all([...new Set(contacts)].map((contact) => talks.talkIdOf(contact)))
}

function contactIn(text: string): string | undefined {
  return text.includes('@') ? mailText(text) : phonesIn(text)[0]?.number
}
