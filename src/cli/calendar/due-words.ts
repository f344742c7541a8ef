import type { UnusualDay } from '#domain/time/due-days'

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
  },
}
