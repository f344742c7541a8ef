import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import { wordsOfClient, wordsOfDeal } from '#search/domain/words-of'
import { again, whileOthersWrite } from '#usecases/while-others-write'

type Needs = Pick<Ports, 'deals' | 'clients' | 'words'>

/** Whoever finds words half written finishes them, so many at once take the work from one another again and again. */
const mostLooks = 30

/**
 * Lets a deal or a client be found by what it says now. What was kept is read before the thing is: whoever wrote that has
 * not seen a younger one. Right in any order and any number of times. Units: none where a deal only
 * moved, two reads where nothing it is found by has changed; else two writes, and one for each word it has or had.
 */
export async function keepWords(ports: Needs, events: readonly DomainEvent[]): Promise<void> {
  const [event] = events
  if (event === undefined || !events.some(mayBeFoundOtherwise)) return
  const { dealId, subject } = event.detail
  if (subject?.kind === 'client') await keepWordsOfClient(ports, subject.id)
  else if (dealId !== '') await keepWordsOfDeal(ports, dealId)
}

/** A deal is found by what stands in its fields, not by its stage: most moves and tasks that are done change none. */
function mayBeFoundOtherwise({ name, detail }: DomainEvent): boolean {
  return (name !== 'deal.moved' && name !== 'task.done') || detail.changes !== undefined
}

/** The same for a deal by its id. */
export async function keepWordsOfDeal({ deals, words, clients }: Needs, id: string): Promise<void> {
  await whileOthersWrite(
    `The words of ${id} were written`,
    async () => {
      const over = await words.find('deal', id)
      const deal = await deals.find(id)
      if (deal === undefined) return undefined
      const whole = await withWays(clients, deal)
      return (await words.keep(wordsOfDeal(whole), over)) ? undefined : again
    },
    mostLooks,
  )
}

/** The same for a client by its id; one that was merged or is gone is found no more. */
export async function keepWordsOfClient({ clients, words }: Needs, id: string): Promise<void> {
  await whileOthersWrite(
    `The words of ${id} were written`,
    async () => {
      const [company, person] = await Promise.all([words.find('company', id), words.find('person', id)])
      const found = await clients.find(id)
      const kind = found === undefined || found.client.into !== undefined ? undefined : found.client.kind
      if (company !== undefined && kind !== 'company') await words.forget('company', id)
      if (person !== undefined && kind !== 'person') await words.forget('person', id)
      if (found === undefined || kind === undefined) return undefined
      return (await words.keep(wordsOfClient(found), kind === 'company' ? company : person)) ? undefined : again
    },
    mostLooks,
  )
}

/** How to reach the clients of a deal stands on their cards; a deal is found by it all the same. */
async function withWays(clients: Ports['clients'], deal: Deal): Promise<Deal> {
  const { links = [] } = deal
  if (links.length === 0) return deal
  const own = await clients.findMany(links.map(({ client }) => client))
  const merged = own.flatMap(({ client }) => client.into ?? [])
  // A card that became a part of another leads there.
  const cards = merged.length === 0 ? own : [...own, ...(await clients.findMany(merged))]
  const ways = cards.flatMap(({ personal }) => personal.ways)
  const all = (wanted: 'phone' | 'email') => ways.filter(({ kind }) => kind === wanted).map(({ text }) => text)
  const [email] = all('email')
  return {
    ...deal,
    client: { ...deal.client, phone: all('phone').join(', '), ...(email === undefined ? {} : { email }) },
  }
}
