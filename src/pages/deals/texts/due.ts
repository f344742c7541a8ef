import { texts } from '#pages/texts/in-both'

/** Why a task is due when it is, in a sentence. */
export const dueTexts = texts({
  en: {
    rule: (rule: string) => `By the rules: ${rule}.`,
    anchors: {
      start: (when: string) => `It is counted from the start, ${when}.`,
      task: (when: string, name: string) => `It is counted from the task “${name}”, done ${when}.`,
      event: (when: string, name: string) => `It is counted from “${name}”, ${when}.`,
      field: (when: string, name: string) => `It is counted from the field “${name}”, ${when}.`,
      date: (when: string) => `It is counted from ${when}.`,
      person: (_when: string, name: string) => `${name} set the date by hand.`,
    },
    waiting: {
      start: 'It is counted from the start of the stage.',
      task: (name: string) => `It has no date yet: it is counted from the task “${name}”, which is not done.`,
      event: (name: string) => `It has no date yet: it is counted from “${name}”, which has not happened.`,
      field: (name: string) => `It has no date yet: it is counted from the field “${name}”, which is empty.`,
    },
    skipped: (days: string) => `These days did not count: ${days}.`,
    reasons: { weekend: 'day off', holiday: 'holiday' },
    lateAtBirth: 'The date was already past when the task appeared.',
    calendar: (name: string) => `By the calendar “${name}”.`,
  },
  ru: {
    rule: (rule: string) => `По правилам: ${rule}.`,
    anchors: {
      start: (when: string) => `Отсчёт от начала: ${when}.`,
      task: (when: string, name: string) => `Отсчёт от задачи «${name}», выполненной ${when}.`,
      event: (when: string, name: string) => `Отсчёт от события «${name}»: ${when}.`,
      field: (when: string, name: string) => `Отсчёт от поля «${name}»: ${when}.`,
      date: (when: string) => `Отсчёт от даты: ${when}.`,
      person: (_when: string, name: string) => `Срок поставлен вручную: ${name}.`,
    },
    waiting: {
      start: 'Отсчёт от начала этапа.',
      task: (name: string) => `Срока пока нет: отсчёт от задачи «${name}», а она не выполнена.`,
      event: (name: string) => `Срока пока нет: отсчёт от события «${name}», а оно ещё не произошло.`,
      field: (name: string) => `Срока пока нет: отсчёт от поля «${name}», а оно пустое.`,
    },
    skipped: (days: string) => `Не считаются: ${days}.`,
    reasons: { weekend: 'выходной', holiday: 'праздник' },
    lateAtBirth: 'Срок уже прошёл, когда задача появилась.',
    calendar: (name: string) => `По календарю «${name}».`,
  },
})
