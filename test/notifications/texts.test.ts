import { expect, test } from 'vitest'

import { formatFor } from '#domain/kernel/texts/format'
import { sayMessage, sayNotice } from '#domain/kernel/texts/say-notice'
import { noticeKinds } from '#schemas/notice-names'
import { languages } from '#schemas/language-names'
import type { Notice, NoticeKind } from '#schemas/notice'

const at = '2026-12-01T06:00:00.000Z'
const plan = {
  period: '2026-12',
  metric: 'sum',
  scope: 'employee',
  id: 'anna',
  name: 'Anna',
  currency: 'RUB',
  plan: 1_000_000_00,
  fact: 250_000_50,
  percent: 25,
  expected: 400_000_00,
  needPerDay: 75_000_00,
  below: 75,
  line: 392,
} as const

function aNotice(kind: NoticeKind, more: Partial<Notice> = {}): Notice {
  return {
    id: '1',
    kind,
    at,
    deal: { id: 'deal_1', title: 'Coffee' },
    task: { id: 'task_1', do: 'Call', dueAt: at },
    since: at,
    by: 'Helen',
    rule: 'late_task',
    line: 343,
    outcome: 'stopped',
    plan,
    day: {
      on: '2026-12-01',
      overdue: 1,
      today: 2,
      undated: 5,
      isMore: false,
      first: [{ id: 't', do: 'Call', dueAt: at }],
    },
    week: { on: '2026-12-07', department: 'B2B', people: [{ id: 'anna', name: 'Anna', percent: 25.5, overdue: 21 }] },
    channel: 'telegram',
    why: 'The gate is closed.',
    ...more,
  }
}

test.each(languages.flatMap((language) => noticeKinds.map((kind) => [language, kind] as const)))(
  'in %s %s has words, with whatever is known and with nothing but its kind',
  (language, kind) => {
    const full = sayNotice(aNotice(kind), language, 'Europe/Moscow')
    const bare = sayNotice({ id: '1', kind, at }, language, 'Europe/Moscow')

    for (const said of [full, bare]) {
      expect(said.title.length).toBeGreaterThan(3)
      expect(`${said.title}${said.text}`).not.toMatch(/undefined|NaN|Invalid|\[object/)
    }
    expect(/[а-яё]/i.test(full.title)).toBe(language === 'ru')
  },
)

test('my day counts in the plural forms of the language', () => {
  const english = sayNotice(aNotice('my_day'), 'en', 'Europe/Moscow')
  const russian = sayNotice(aNotice('my_day'), 'ru', 'Europe/Moscow')

  expect(english.text).toContain('Overdue: 1 task. Today: 2 tasks. Without a date: 5 tasks.')
  expect(russian.text).toContain('Просрочено: 1\u00A0задача. Сегодня: 2\u00A0задачи. Без срока: 5\u00A0задач.')
  expect([english.title, russian.title]).toEqual(['Your Tuesday 1 December', 'Ваш день: вторник, 1\u00A0декабря'])
})

test('times are those of the person’s own clocks', () => {
  const due = (zone: string) => sayNotice(aNotice('task_overdue'), 'en', zone).text

  expect(due('Europe/Moscow')).toContain('Due: 1 Dec 2026, 09:00.')
  expect(due('Asia/Vladivostok')).toContain('Due: 1 Dec 2026, 16:00.')
})

test('money has the signs of its currency and language, and no lost minor unit', () => {
  const russian = formatFor('ru', 'UTC')

  expect(russian.money(250_000_50, 'RUB').replaceAll(/\s/g, ' ')).toBe('250 000,50 ₽')
  expect(russian.money(75_000_00, 'RUB').replaceAll(/\s/g, ' ')).toBe('75 000 ₽')
  expect(formatFor('en', 'UTC').money(1_234, 'JPY')).toBe('JP¥1,234')
})

test('a plan that is behind says how far, what it takes each day, and from where on it is told', () => {
  const { title, text } = sayNotice(aNotice('plan_behind'), 'en', 'UTC')

  expect(title).toBe('Behind the plan: Anna, December 2026')
  expect(sayNotice(aNotice('plan_behind'), 'ru', 'UTC').title).toBe('План отстаёт: Anna, декабрь 2026')
  expect(text.replaceAll('\u00a0', ' ')).toContain(
    'RUB 250,000.50 of RUB 1,000,000, 25%, RUB 75,000 needed each working day.',
  )
  expect(text).toContain('below 75% of that.')
})

test('several notices are one message that says how many', () => {
  const three = sayMessage([aNotice('my_day'), aNotice('task_overdue'), aNotice('deal_stuck')], 'ru', 'UTC')
  const one = sayMessage([aNotice('deal_given')], 'ru', 'UTC')

  expect([three.subject, one.subject]).toEqual(['Norma: 3\u00A0уведомления', 'Вам сделка: Coffee'])
  expect(three.text).toContain('Просрочено: Call')
})
