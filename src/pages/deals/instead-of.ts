import { doneFor } from '#domain/deals/done-for'
import type { PageAsk } from '#pages/page.tsx'
import type { DomainEvent } from '#schemas/event'
import type { DealPageFile } from '#usecases/deals/read-deal-page'

import { dealTexts } from './texts/deal'

/** Whose task it was, behind who did it, where somebody did it for another; nothing of everything else that happens. */
export function insteadOf(
  ask: PageAsk,
  { tasks }: Pick<DealPageFile, 'tasks'>,
  { name, actor, detail: { task } }: DomainEvent,
): string {
  if (name !== 'task.done' || actor.kind !== 'employee' || task === undefined) return ''
  // Whom a deputy stands in for is kept with the task, as long as it is with the same person.
  const kept = tasks.find(({ id, responsible }) => id === task.id && responsible === task.responsible)
  const whose = doneFor(actor.id, kept ?? task)
  if (whose === undefined) return ''
  return `, ${dealTexts[ask.language].doneFor(ask.people.employees[whose]?.name ?? whose)}`
}
