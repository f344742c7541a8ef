import type { EventName } from '#schemas/event'

import { texts } from '#pages/texts/in-both'

/** What happened to a deal, as its timeline tells it. */
export const timelineTexts = texts<{
  readonly title: string
  readonly names: Readonly<Record<EventName, string>>
  readonly renamed: string
  readonly restated: string
  readonly relinked: string
  readonly paidByInvoices: string
  readonly countsAs: string
  readonly attached: Readonly<Record<'comment' | 'file', string>>
  readonly empty: string
  readonly more: string
  readonly rules: string
  readonly because: string
  readonly earlier: string
  readonly override: (who: string, role: string) => string
  readonly missing: string
  readonly by: Readonly<Record<'employee' | 'integration' | 'automation' | 'import' | 'system', string>>
  readonly byAgent: string
  readonly calledBy: (kind: string, id: string) => string
  readonly became: Readonly<Record<'won' | 'completed' | 'unwon', string>>
  readonly told: string
  readonly given: string
  readonly run: Readonly<Record<'done' | 'stopped' | 'too_deep' | 'paused', string>>
  readonly acts: Readonly<Record<'add_task' | 'complete_task' | 'move_to' | 'set' | 'notify', string>>
  readonly byRule: string
  readonly owner: string
  readonly stage: string
  readonly reason: string
  readonly together: string
  readonly ticked: string
  readonly unticked: string
  readonly lines: string
}>({
  en: {
    relinked: 'Clients of the deal changed',
    paidByInvoices: 'What is paid follows from invoices from now on',
    restated: 'Counted in the new currency of the company',
    countsAs: 'Counts in the plan as',
    ticked: 'Ticked',
    unticked: 'No longer ticked',
    title: 'What happened',
    names: {
      'deal.created': 'Deal created',
      'deal.updated': 'Fields changed',
      'deal.moved': 'Moved',
      'deal.reseated': 'Moved to the new rules',
      'deal.lost': 'Closed as lost',
      'deal.cancelled': 'Cancelled',
      'deal.reopened': 'Reopened',
      'deal.owner_changed': 'Given to another manager',
      'deal.event_posted': 'Happened',
      'deal.reattributed': 'Counts for somebody else',
      'deal.replied': 'The client was answered',
      'task.added': 'Task added',
      'task.done': 'Task done',
      'task.reopened': 'Task opened again',
      'task.reassigned': 'Task given to somebody else',
      'task.rescheduled': 'Date of a task moved',
      'task.checked': 'Checklist',
      'task.cancelled': 'Task cancelled',
      'task.overdue': 'Task overdue',
      'task.escalated': 'Still not done',
      'deal.stuck': 'Too long in the stage',
      'deal.idle': 'Nothing happens',
      'deal.reply_late': 'Not answered in time',
      'automation.run': 'Automation',
      'deal.commented': 'Comment',
      'deal.file_added': 'File added',
    },
    renamed: 'New title',
    attached: { comment: 'Show the comment', file: 'Show the file' },
    empty: 'empty',
    more: 'Show earlier events',
    rules: 'rules',
    because: 'because of:',
    earlier: 'something earlier',
    override: (who, role) => `${who} let it pass as “${role}”`,
    missing: 'although missing',
    by: {
      employee: '',
      integration: 'the program',
      automation: 'by a rule',
      import: 'the import',
      system: 'the system',
    },
    byAgent: '(by an agent)',
    calledBy: (kind, id) => `${kind} ${id}`,
    became: { won: 'The deal is won', completed: 'The deal is completed', unwon: 'The deal is not won any more' },
    told: 'Told',
    given: 'Given to',
    run: {
      done: 'Done by itself',
      stopped: 'Stopped',
      too_deep: 'Stopped: rules set off one another',
      paused: 'Not done: the rule is paused',
    },
    acts: {
      add_task: 'a task was added',
      complete_task: 'a task was completed',
      move_to: 'the deal went on',
      set: 'fields were filled in',
      notify: 'people were told',
    },
    byRule: 'by which rule',
    owner: 'Manager',
    lines: 'Lines of the deal',
    stage: 'Stage',
    reason: 'Reason',
    together: 'Done with it',
  },
  ru: {
    relinked: 'Указаны клиенты сделки',
    paidByInvoices: 'Оплаченное теперь считается по счетам',
    restated: 'Пересчитана в новую валюту компании',
    countsAs: 'В плане считается как',
    ticked: 'Отмечено',
    unticked: 'Отметка снята',
    title: 'Что происходило',
    names: {
      'deal.created': 'Сделка создана',
      'deal.updated': 'Изменены поля',
      'deal.moved': 'Перенесена',
      'deal.reseated': 'Перешла на новые правила',
      'deal.lost': 'Закрыта как проигранная',
      'deal.cancelled': 'Отменена',
      'deal.reopened': 'Открыта снова',
      'deal.owner_changed': 'Передана другому менеджеру',
      'deal.event_posted': 'Произошло',
      'deal.reattributed': 'Засчитана другому',
      'deal.replied': 'Клиенту ответили',
      'task.added': 'Добавлена задача',
      'task.done': 'Задача выполнена',
      'task.reopened': 'Задача снова открыта',
      'task.reassigned': 'Задача передана',
      'task.rescheduled': 'Срок задачи перенесён',
      'task.checked': 'Список проверки',
      'task.cancelled': 'Задача отменена',
      'task.overdue': 'Задача просрочена',
      'task.escalated': 'Всё ещё не выполнена',
      'deal.stuck': 'Слишком долго на этапе',
      'deal.idle': 'Ничего не происходит',
      'deal.reply_late': 'Не ответили вовремя',
      'automation.run': 'Автоматизация',
      'deal.commented': 'Комментарий',
      'deal.file_added': 'Добавлен файл',
    },
    renamed: 'Новое название',
    attached: { comment: 'Показать комментарий', file: 'Показать файл' },
    empty: 'пусто',
    more: 'Показать более ранние',
    rules: 'правила',
    because: 'причина:',
    earlier: 'более раннее событие',
    override: (who, role) => `Пропущено с разрешения (${who}, «${role}»)`,
    missing: 'хотя не хватало',
    by: { employee: '', integration: 'программа', automation: 'автоматически', import: 'загрузка', system: 'система' },
    byAgent: '(через агента)',
    calledBy: (kind, id) => `${kind} «${id}»`,
    became: { won: 'Сделка выиграна', completed: 'Сделка завершена', unwon: 'Сделка больше не выиграна' },
    told: 'Сообщено',
    given: 'Передано',
    run: {
      done: 'Сделано автоматически',
      stopped: 'Остановлено',
      too_deep: 'Остановлено: правила запускали друг друга',
      paused: 'Не сделано: правило на паузе',
    },
    acts: {
      add_task: 'добавлена задача',
      complete_task: 'выполнена задача',
      move_to: 'сделка пошла дальше',
      set: 'заполнены поля',
      notify: 'отправлены уведомления',
    },
    byRule: 'каким правилом',
    owner: 'Менеджер',
    lines: 'Строки сделки',
    stage: 'Этап',
    reason: 'Причина',
    together: 'Выполнено вместе с этим',
  },
})
