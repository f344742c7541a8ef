import { inWords } from '#domain/kernel/saying'
import type { Saying } from '#schemas/saying'
import type { DomainEvent } from '#schemas/event'
import { say, type LocalWords } from '#local/say'

/** Who did it, as a line of a log says it: the id, and what kind of actor it is unless it is a person. */
export function actorText({ actor }: Pick<DomainEvent, 'actor'>, words: LocalWords): string {
  return inWords(words, say('actor', actor))
}

/** What an event came to, in half a sentence: nobody has to read its detail to follow what happened. */
export function eventText({ name, detail }: Pick<DomainEvent, 'name' | 'detail'>, words: LocalWords): string {
  const sentence = sentenceOf(name, detail)
  return sentence === undefined ? '' : inWords(words, sentence)
}

function sentenceOf(name: DomainEvent['name'], detail: DomainEvent['detail']): Saying | undefined {
  const { deal, from, task, alert, changes, reason, became } = detail
  const { pipeline, stage, status, owner } = deal
  switch (name) {
    case 'deal.created':
      return say('begins', { pipeline, stage, changes })
    case 'deal.updated':
      return say('changes', { changes })
    case 'deal.moved':
    case 'deal.reopened':
      return say('moved', {
        from: from?.stage ?? '',
        stage: status === 'completed' ? null : stage,
        became: becameOf(became),
      })
    case 'deal.lost':
      return say('lost', { reason })
    case 'deal.cancelled':
      return say('cancelled', { reason })
    case 'deal.reseated':
      return reseatedSentence(detail)
    case 'deal.owner_changed':
    case 'deal.reattributed':
      return say('given', { from: from?.owner ?? '', to: owner })
    case 'deal.event_posted':
      return say('posted', { event: detail.event ?? '', changes })
    case 'automation.run':
      return detail.run === undefined ? undefined : say('run', detail.run)
    case 'deal.replied':
    case 'deal.stuck':
    case 'deal.idle':
    case 'deal.reply_late':
      return say('rang', { stage, alert })
    default:
      if (task === undefined) return say('told', { alert })
      return say('task', { task: task.do, responsible: task.responsible, alert })
  }
}

function becameOf(became: DomainEvent['detail']['became']): 'won' | 'unwon' | null {
  return became === undefined || became === 'completed' ? null : became
}

/** As the timeline says it: which rules, and what became of the place. */
function reseatedSentence({ deal, reseated, became }: DomainEvent['detail']): Saying | undefined {
  if (reseated === undefined) return undefined
  const { was, rules, amended = [] } = reseated
  const keys = amended.flatMap((one) => (one.rules === rules ? one.keys : []))
  return say('reseated', { was: was.rules, rules, from: was, to: deal, keys, became: becameOf(became) })
}
