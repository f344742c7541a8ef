import { taskIdOfSubject } from '#domain/kernel/task-id'
import { withFirstLook } from '#domain/deals/lateness'
import { answeredIn, personalDataIn } from '#domain/rules/personal-data'
import { rulesLanguage } from '#domain/rules/rules-language'
import { addDuration } from '#domain/time/calendar'
import { givenDue } from '#domain/time/due'
import type { KeptRequest } from '#schemas/clients/kept-request'
import type { RequestKind } from '#schemas/clients/request-names'
import type { Language } from '#schemas/language-names'
import type { Model } from '#schemas/model'
import type { Task } from '#schemas/task'

type Said = Readonly<Record<RequestKind, string>>

/** What the tasks say; whose request it is stands beside them, where it may be seen. */
const texts: Readonly<Record<Language, Said>> = {
  en: {
    access: 'Tell a client what we keep of them',
    correction: 'Put right what we keep of a client',
    erasure: 'Erase a client who asked for it',
    objection: 'Leave a client alone who asked for it',
  },
  ru: {
    access: 'Сообщить клиенту, что мы о нём храним',
    correction: 'Исправить данные клиента',
    erasure: 'Стереть данные клиента по его просьбе',
    objection: 'Больше не обращаться к клиенту: он попросил',
  },
}

/** Until when a request has to be answered, from the instant it came, in the company’s time. */
export function requestDueAt(model: Model, kind: RequestKind, from: string): string {
  return addDuration(model.calendar, from, answeredIn(model, kind))
}

type Asked = Pick<KeptRequest, 'id' | 'kind' | 'dueAt' | 'responsible' | 'createdAt'>
type How = {
  readonly model: Model
  readonly version: number
  readonly from: string
  readonly now: string
  readonly standsInFor?: string
}

/** The task that a request is until it is answered; the same for the same request, so that there is one. */
export function requestTask(asked: Asked, { model, version, from, now, standsInFor }: How): Task {
  const requests = personalDataIn(model)?.requests
  const task: Task = {
    id: requestTaskId(asked.id),
    dealId: '',
    subject: { kind: 'request', id: asked.id },
    rev: 1,
    template: null,
    pipeline: '',
    stage: '',
    visit: 1,
    do: texts[rulesLanguage(model)][asked.kind],
    required: false,
    status: 'open',
    responsible: asked.responsible,
    role: requests?.by ?? 'owner_manager',
    ...(standsInFor === undefined ? {} : { standsInFor }),
    ...givenDue(asked.dueAt, now),
    dueWhy: {
      rule: answeredIn(model, asked.kind).text,
      anchor: 'start',
      anchorValue: from,
      calendar: 'company',
      configVersion: version,
      skipped: [],
    },
    checklist: [],
    escalate: requests?.whenLate ?? 'late_task',
    onLeave: 'keep',
    createdAt: asked.createdAt,
    createdBy: 'clients',
  }
  return withFirstLook(task, model.calendar)
}

/** The id of the task of a request. */
export function requestTaskId(request: string): string {
  return taskIdOfSubject(request, 'request')
}
