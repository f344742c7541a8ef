import { versionOf } from '#domain/kernel/event-id'
import { eventTree, type EventBranch } from '#automation/domain/event-tree'
import { localWords, type LocalWords } from '#local/say'
import { actorText, eventText } from '#local/stream/tell-event'
import type { DomainEvent } from '#schemas/event'
import { timelineOf } from '#usecases/deals/deal-as-of'
import { commandEnvironment, UsageError } from '#cli/environment'
import { say } from '#cli/say'
import { withNorma } from '#cli/with-norma'

/** `norma events`: everything that has happened to a deal, each event under the one that caused it. */
export async function eventsCommand(dealId: string, options: { data: string }): Promise<void> {
  const { events, zone } = await withNorma(options.data, async ({ ports }) => ({
    events: await timelineOf(ports.deals, dealId),
    zone: (await ports.rules.current()).model.calendar.timezone,
  }))
  if (events.length === 0) throw new UsageError(say('deal_missing', { deal: dealId }))
  const words = await localWords(commandEnvironment.lang)
  process.stdout.write(`${treeLines(events, zone, words).join('\n')}\n`)
}

/** The causal tree of events as lines: when, under what, who, what, and what came of it. */
export function treeLines(events: readonly DomainEvent[], zone: string, words: LocalWords): readonly string[] {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  const line = ({ event }: EventBranch, branch: string): string => {
    const what = `${event.name} · ${actorText(event, words)} · ${eventText(event, words)}`
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
