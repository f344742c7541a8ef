import type { AutomationRun, DomainEvent } from '#schemas/event'

/** Who did it, as a line of a log says it: the id, and what kind of actor it is unless it is a person. */
export function actorText({ actor }: Pick<DomainEvent, 'actor'>): string {
  return actor.kind === 'employee' ? actor.id : `${actor.kind} ${actor.id}`
}

/** What an event came to, in half a sentence: nobody has to read its detail to follow what happened. */
export function eventText({ name, detail }: DomainEvent): string {
  const { deal, from, task, alert } = detail
  switch (name) {
    case 'deal.created':
      return `begins in ${deal.pipeline} · ${deal.stage}${changesText(detail.changes)}`
    case 'deal.updated':
      return `changes${changesText(detail.changes)}`
    case 'deal.moved':
    case 'deal.reopened':
      return `${from?.stage ?? ''} → ${deal.status === 'completed' ? 'completed' : deal.stage}${becameText(detail.became)}`
    case 'deal.lost':
    case 'deal.cancelled':
      return `is ${deal.status}${reasonText(detail.reason)}`
    case 'deal.reseated':
      return `${reseatedText(detail)}${becameText(detail.became)}`
    case 'deal.owner_changed':
    case 'deal.reattributed':
      return `${from?.owner ?? ''} → ${deal.owner}`
    case 'deal.event_posted':
      return `${detail.event ?? ''}${changesText(detail.changes)}`
    case 'automation.run':
      return detail.run === undefined ? '' : runText(detail.run)
    case 'deal.replied':
    case 'deal.stuck':
    case 'deal.idle':
    case 'deal.reply_late':
      return `in ${deal.stage}${toldText(alert)}`
    default:
      return task === undefined ? toldText(alert).trim() : `“${task.do}” · ${task.responsible}${toldText(alert)}`
  }
}

function runText({ outcome, actions }: AutomationRun): string {
  const steps = actions.map(
    ({ kind, done, why }) => `${done ? '' : 'not '}${kind}${why === undefined ? '' : ` (${why})`}`,
  )
  return `${outcome}: ${steps.join(', ')}`
}

/** As the timeline says it: which rules, and what became of the place. */
function reseatedText({ deal, reseated }: DomainEvent['detail']): string {
  if (reseated === undefined) return ''
  const { was, rules, amended = [] } = reseated
  const versions = `rules v${was.rules} → v${rules}`
  const isPut = was.pipeline !== deal.pipeline || was.stage !== deal.stage
  const place = isPut ? `: ${was.pipeline} · ${was.stage} → ${deal.pipeline} · ${deal.stage}` : ''
  const keys = amended.flatMap((one) => (one.rules === rules ? one.keys : []))
  return `${versions}${place}${keys.length === 0 ? '' : `, now here too: ${keys.join(', ')}`}`
}

function changesText(changes: DomainEvent['detail']['changes']): string {
  const texts = Object.entries(changes ?? {}).map(
    ([field, [, now]]) => `${field} ${now === null ? 'empty' : String(now)}`,
  )
  return texts.length === 0 ? '' : `: ${texts.join(', ')}`
}

function becameText(became: DomainEvent['detail']['became']): string {
  return became === undefined || became === 'completed' ? '' : ` (${became})`
}

function reasonText(reason: string | undefined): string {
  return reason === undefined ? '' : `: ${reason}`
}

function toldText(alert: DomainEvent['detail']['alert']): string {
  if (alert === undefined) return ''
  const given = alert.giveTo === undefined ? '' : `, given to ${alert.giveTo}`
  return alert.notify.length === 0 ? given : ` (told: ${alert.notify.join(', ')}${given})`
}
