import { requestTask } from '#clients/domain/request-task'
import { wallTime } from '#domain/time/zone'
import type { Ports } from '#ports/ports'
import { pagesOf } from '#usecases/every-page'

type Needs = Pick<Ports, 'clock' | 'deals' | 'keeping' | 'rules'>

/** Opens the tasks of requests that were written down and broken off before they had one; it may run twice. */
export async function keepRequests(ports: Needs): Promise<{ readonly opened: number }> {
  const { model, version } = await ports.rules.current()
  let opened = 0
  for await (const page of pagesOf(100, (ask) => ports.keeping.openRequests(ask)))
    for (const request of page) {
      const from = wallTime(model.calendar.timezone, request.receivedOn, '12:00')
      const task = requestTask(request, { model, version, from, now: ports.clock.now() })
      // One that is there, done or not, stays as it is.
      if (await ports.deals.openTask(task)) opened += 1
    }
  return { opened }
}
