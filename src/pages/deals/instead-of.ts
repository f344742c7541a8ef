import type { PageAsk } from '#pages/page.tsx'
import type { DomainEvent } from '#schemas/event'

import { dealTexts } from './texts/deal'

/** Whose task it was, behind who did it, where somebody did it for another; nothing of everything else that happens. */
export function insteadOf(ask: PageAsk, { name, actor, detail: { task } }: DomainEvent): string {
  if (name !== 'task.done' || actor.kind !== 'employee' || task === undefined || task.responsible === actor.id)
    return ''
  const whose = ask.people.employees[task.responsible]?.name ?? task.responsible
  return `, ${dealTexts[ask.language].doneFor(whose)}`
}
