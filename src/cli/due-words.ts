import type { UnusualDay } from '#domain/time/due-days'

/** How a moment is asked for that the count begins at. */
export type Asks = {
  readonly task: (expression: string, task: string) => string
  readonly event: (expression: string, event: string, name: string) => string
  readonly field: (expression: string, field: string, name: string) => string
  readonly stray: (expression: string, option: string) => string
}

/** What `norma due` says in a language. Names and expressions stay as the file and the question write them. */
export type DueWords = {
  readonly locale: string
  readonly rule: string
  readonly from: string
  readonly calendar: string
  readonly hours: string
  readonly days: string
  readonly anchor: {
    readonly start: string
    readonly task: (name: string) => string
    readonly event: (name: string) => string
    readonly field: (name: string) => string
    readonly date: string
  }
  readonly kinds: Readonly<Record<UnusualDay['kind'], string>>
  readonly skipped: string
  readonly counted: string
  readonly line: (line: number) => string
  readonly inherited: (line: number) => string
  readonly none: string
  readonly asks: Asks
}

/** The words of `norma due` in every language. */
export const dueWords: Readonly<Record<'en' | 'ru', DueWords>> = {
  en: {
    locale: 'en-GB',
    rule: 'rule',
    from: 'counted from',
    calendar: 'calendar',
    hours: 'hours',
    days: 'on the way',
    anchor: {
      start: 'the start',
      task: (name) => `the task ${name} being done`,
      event: (name) => `the event ${name}`,
      field: (name) => `the date in ${name}`,
      date: 'the date in the rule',
    },
    kinds: {
      weekend: 'weekend',
      holiday: 'holiday',
      extra_working: 'a day off that is worked',
      short: 'hours of its own',
    },
    skipped: 'skipped',
    counted: 'counted',
    line: (line) => `line ${line}`,
    inherited: (line) => `line ${line}, from the company’s calendar`,
    none: 'no day off on the way',
    asks: {
      task: (expression, task) =>
        `“${expression}” counts from the task “${task}” being done. Say when that was: --task-done "2026-12-30 16:30"`,
      event: (expression, event, name) =>
        `“${expression}” counts from the event “${event}” (${name}). Say when that was: --event "2026-12-30 16:30"`,
      field: (expression, field, name) =>
        `“${expression}” counts from the date in “${field}” (${name}). Say which it is: --field ${field}=2027-01-11`,
      stray: (expression, option) => `“${expression}” does not count from what ${option} says. Leave ${option} out.`,
    },
  },
  ru: {
    locale: 'ru-RU',
    rule: 'правило',
    from: 'считаем от',
    calendar: 'календарь',
    hours: 'часы работы',
    days: 'по пути',
    anchor: {
      start: 'начало',
      task: (name) => `выполнена задача ${name}`,
      event: (name) => `событие ${name}`,
      field: (name) => `дата в поле ${name}`,
      date: 'дата из правила',
    },
    kinds: { weekend: 'выходной', holiday: 'праздник', extra_working: 'рабочий выходной', short: 'другие часы работы' },
    skipped: 'пропущен',
    counted: 'считается',
    line: (line) => `строка ${line}`,
    inherited: (line) => `строка ${line}, из календаря компании`,
    none: 'выходных по пути нет',
    asks: {
      task: (expression, task) =>
        `«${expression}» считается от выполнения задачи «${task}». Скажите, когда она выполнена: --task-done "2026-12-30 16:30"`,
      event: (expression, event, name) =>
        `«${expression}» считается от события «${event}» (${name}). Скажите, когда оно было: --event "2026-12-30 16:30"`,
      field: (expression, field, name) =>
        `«${expression}» считается от даты в поле «${field}» (${name}). Скажите, какая она: --field ${field}=2027-01-11`,
      stray: (expression, option) =>
        `«${expression}» не считается от того, что указано в ${option}. Уберите ${option}.`,
    },
  },
}
