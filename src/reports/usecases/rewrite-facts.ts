import { everyTaskOf } from '#usecases/tasks/every-task'
import type { ErasedOfClient } from '#ports/personal'
import type { Ports } from '#ports/ports'
import { again, whileOthersWrite } from '#usecases/while-others-write'

import { keepReports } from './keep-reports'

type Needs = Pick<Ports, 'clients' | 'deals' | 'people' | 'rules' | 'reports'>

/**
 * Makes the facts of all deals of a client anew from what the deals say now, and at once the packs that say something else.
 * Done again it ends the same: what is as the deals say is left alone.
 */
export async function rewriteFacts(ports: Needs, client: string): Promise<readonly ErasedOfClient[]> {
  const ids = (await ports.clients.dealsOf(client)).map(({ deal }) => deal)
  const people = await ports.people.load()
  for (const id of ids) {
    // oxlint-disable-next-line no-await-in-loop -- a client has few deals
    await whileOthersWrite(`The facts of ${id} were written`, async () => {
      const keep = await keepReports(ports, id)
      const [deal, tasks] = await Promise.all([ports.deals.find(id), everyTaskOf(ports.deals, id)])
      if (deal === undefined) return undefined
      return (await keep({ deal, tasks, people, events: [] })) ? undefined : again
    })
  }
  await whileOthersWrite('The packs of reports were written', async () =>
    (await ports.reports.repack(ids)) ? undefined : again,
  )
  return ids.map((id) => ({ place: 'facts for reports', id }))
}
