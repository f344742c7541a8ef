import { versionOf } from '#domain/kernel/event-id'
import { eventTree, type EventBranch } from '#automation/domain/event-tree'
import { actorText, eventText } from '#domain/deals/tell-event'
import type { DomainEvent } from '#schemas/event'
import { timelineOf } from '#usecases/deals/deal-as-of'
import { UsageError } from './environment'
import { withNorma } from './with-norma'

/** `norma events`: everything that has happened to a deal, each event under the one that caused it. */
export async function eventsCommand(dealId: string, options: { data: string }): Promise<void> {
  const { events, zone } = await withNorma(options.data, async ({ ports }) => ({
    events: await timelineOf(ports.deals, dealId),
    zone: (await ports.rules.current()).model.calendar.timezone,
  }))
  if (events.length === 0) throw new UsageError(`There is no deal ${dealId}.`)
  process.stdout.write(`${treeLines(events, zone).join('\n')}\n`)
}

/** The causal tree of events as lines: when, under what, who, what, and what came of it. */
export function treeLines(events: readonly DomainEvent[], zone: string): readonly string[] {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  const line = ({ event }: EventBranch, branch: string): string => {
    const what = `${event.name} · ${actorText(event)} · ${eventText(event)}`
    return `${clock.format(Date.parse(event.at))}  ${String(versionOf(event)).padStart(4)}  ${branch}${what}`
  }
  const under = (branches: readonly EventBranch[], stem: string): readonly string[] =>
    branches.flatMap((branch, no) => {
      const isLast = no === branches.length - 1
      return [
        line(branch, `${stem}${isLast ? '└─ ' : '├─ '}`),
        ...under(branch.caused, `${stem}${isLast ? '   ' : '│  '}`),
      ]
    })
  return eventTree(events).flatMap((branch) => [line(branch, ''), ...under(branch.caused, '')])
}
