import type { Ports } from '#ports/ports'
import { keepReports } from '#reports/usecases/keep-reports'
import type { DomainEvent } from '#schemas/event'
import { followDeal } from '#usecases/tasks/follow-deal'

type Needs = Pick<Ports, 'clock' | 'deals' | 'people' | 'rules' | 'reports'>

/** Does what follows from the events of one deal, here and in the rooms: tasks, clock, facts for reports. */
export function followWholeDeal(ports: Needs, events: readonly DomainEvent[]): Promise<void> {
  return followDeal(ports, events, [keepReports])
}
