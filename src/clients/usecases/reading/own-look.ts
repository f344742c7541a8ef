import { chooseRow } from '#clients/domain/client-view'
import { clientOfRequest } from '#domain/kernel/request-id'
import type { Ports } from '#ports/ports'
import type { WholeClient } from '#schemas/kept-client'
import type { Reading } from '#usecases/people/count-reading'

/** So many of the newest deals, and of the tasks that are due first, tell whether somebody has to do with a client. */
const mostDeals = 50
const mostTasks = 200

/**
 * Whether somebody has to do with a client by themselves: it is theirs, or a deal of theirs has it, or they have a task with
 * it – of a deal, of a talk, of what it asks about its data – or it has just called them. Such a look counts for no budget. Two
 * requests at most for whose client it is not, four where no deal is theirs either, and what calls take that go just then.
 */
export async function isOwnLook(
  ports: Pick<Ports, 'callBacks' | 'clients' | 'clock' | 'deals' | 'talks'>,
  { caller: { employee } }: Reading,
  { client, personal }: WholeClient,
): Promise<boolean> {
  if (employee === null) return false
  if (client.owner === employee) return true
  const rows = (await ports.clients.dealsOf(client.id)).toSorted(chooseRow).slice(0, mostDeals)
  const deals = await ports.deals.findMany(rows.map(({ deal }) => deal))
  if (deals.some(({ owner }) => owner === employee)) return true
  const [{ items: tasks }, talks] = await Promise.all([
    ports.deals.openTasks({ responsible: employee, limit: mostTasks }),
    ports.talks.talksOf(client.id),
  ])
  const named = new Set([...rows.map(({ deal }) => deal), ...talks])
  const isAsked = tasks.some(({ dealId, subject }) => {
    if (named.has(subject?.id ?? dealId)) return true
    return subject?.kind === 'request' && clientOfRequest(subject.id) === client.id
  })
  const numbers = personal.ways.flatMap(({ kind, text }) => (kind === 'phone' ? [text.split(';ext=')[0] ?? text] : []))
  return isAsked || ports.callBacks.justRang({ employee, numbers, at: ports.clock.now() })
}
