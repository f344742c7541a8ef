import type { PaperFact } from '#schemas/model'
import { texts } from '#pages/texts/in-both'

const paperFacts = {
  made: 'составлен',
  issued: 'выставлен',
  sent: 'отправлен',
  signed: 'подписан всеми',
  paid: 'оплачен',
} as const

/** The words of a task and of doing it, wherever it is shown. */
export const taskWorkTexts = texts({
  en: {
    undated: 'Without a date',
    complete: 'Complete',
    completed: 'Done',
    undo: 'Undo',
    undoReason: 'Completed by mistake',
    why: 'Why then?',
    howTo: 'How to do it',
    late: 'late by',
    required: 'The deal waits for it',
    given: 'stands in for',
    lateBefore: (name: string) => `was late with: ${name}`,
    rest: (count: string) => `${count} more`,
    handedOn: 'You were late; somebody else has it now',
    handedOnWhy:
      'Nothing to do here: these are no longer your tasks, and they are counted as your delays until they are done.',
    hasItNow: (was: string, now: string) => `${was} was late with it; ${now} has it now.`,
    comment: 'What came of it (optional)',
    fillIn: 'The gate of this stage asks for these fields: fill in what you know now.',
    closesWhen: (paper: string, fact: PaperFact['fact']) => `It is done by itself once “${paper}” is ${fact}.`,
    checklist: 'Checklist',
    openPayment: 'Open the payment',
    payments: (count: string) => `Payments to be matched: ${count}`,
    openPayments: 'Open the payments',
    owed: (times: number, last: string) =>
      `Tried ${times === 1 ? 'once' : `${times} times`}, last at ${last}. It is done by itself once you have talked.`,
  },
  ru: {
    undated: 'Без срока',
    complete: 'Выполнить',
    completed: 'Готово',
    undo: 'Вернуть',
    undoReason: 'Отмечено по ошибке',
    why: 'Почему такой срок?',
    howTo: 'Как это сделать',
    late: 'опоздание',
    required: 'Сделка её ждёт',
    given: 'за сотрудника',
    lateBefore: (name: string) => `просрочка: ${name}`,
    rest: (count: string) => `Ещё ${count}`,
    handedOn: 'Было просрочено, теперь у других',
    handedOnWhy:
      'Делать ничего не нужно: это больше не ваши задачи, но просрочка числится за вами, пока их не выполнят.',
    hasItNow: (was: string, now: string) => `Просрочка: ${was}. Сейчас задачу ведёт ${now}.`,
    comment: 'Что получилось (если хотите)',
    fillIn: 'Чтобы сделка прошла дальше, понадобятся эти поля: заполните, что уже известно.',
    closesWhen: (paper: string, fact: PaperFact['fact']) =>
      `Выполнится сама, как только «${paper}» – ${paperFacts[fact]}.`,
    checklist: 'Список проверки',
    openPayment: 'Открыть платёж',
    payments: (count: string) => `Сказать, за что платежи: ${count}`,
    openPayments: 'Открыть платежи',
    owed: (times: number, last: string) =>
      `Обращались ${times}\u00A0раз${times % 10 >= 2 && times % 10 <= 4 && (times % 100 < 12 || times % 100 > 14) ? 'а' : ''}, последний – ${last}. Закроется само, когда вы поговорите.`,
  },
})
