import type { ChannelEvent } from '#domain/rules/told-to-deals'
import type { Ports } from '#ports/ports'
import { keepHappened } from './keep-happened'

type Raised = {
  readonly deal: string
  readonly event: ChannelEvent
  /** What the client did: of one call, message or form it is raised once. */
  readonly by: string
  /** When they did it. */
  readonly at: string
  /** By what it came, as the timeline says it. */
  readonly integration: string
}

/** What is so old when it is learned has been dealt with elsewhere. */
const oldMs = 86_400_000

/**
 * Tells a deal what its client did by a channel, where a rule of the file waits for that: where none does, nobody is in the
 * way of whoever edits the deal. Told again it is told once.
 */
export async function raiseOnDeal(
  ports: Pick<Ports, 'clock' | 'deals' | 'rules'>,
  { deal, event, by, at, integration }: Raised,
): Promise<void> {
  const { model } = await ports.rules.current()
  if (!model.automation.some(({ on }) => on === event)) return
  if (Date.parse(ports.clock.now()) - Date.parse(at) >= oldMs) return
  await keepHappened(ports, deal, { event, at, by, what: integration, room: 'channels', isAnyOrder: true })
}
