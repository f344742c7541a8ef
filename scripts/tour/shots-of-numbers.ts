import type { Page } from 'playwright-core'

import { phone, type Shot } from './shot'

/** Types into the sheet and leaves what cannot be set, as somebody who pastes from Excel would see it. */
async function pasteTargets(page: Page): Promise<void> {
  const column = Number(await page.locator('#targets').getAttribute('data-column'))
  await page.locator(`[data-at="3:${column}"]`).click()
  await page.evaluate(`(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', '1 250 000\\t1 300 000\\r\\n980 000\\t20%\\r\\n')
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  })()`)
}

/** The plan and the reports. */
export const shotsOfNumbers: readonly Shot[] = [
  {
    name: 'plan',
    title: { en: 'Plan', ru: 'План' },
    says: {
      en: 'A head opens on their department; whoever is furthest behind comes first, and every row says what may still come.',
      ru: 'Руководитель видит свой отдел; сначала – кто отстаёт сильнее, и у каждого сказано, из чего ещё может прийти.',
    },
    path: '/app/plan',
    as: 'head',
    look: { height: 1250 },
  },
  {
    name: 'plan-quarter',
    title: { en: 'Plan of a quarter by directions, dark', ru: 'План квартала по направлениям, тёмный' },
    says: {
      en: 'Any period, any cut, by sum, by deals or by tasks done.',
      ru: 'Любой период и разрез: сумма, сделки или выполненные задачи.',
    },
    path: '/app/plan?period=2026-Q4&by=pipeline',
    as: 'director',
    look: { theme: 'dark', height: 1000 },
  },
  {
    name: 'plan-phone',
    title: { en: 'Plan on a phone', ru: 'План в телефоне' },
    says: { en: 'A salesperson sees the own row.', ru: 'Менеджер видит свою строку.' },
    path: '/app/plan',
    as: 'seller',
    look: phone,
  },
  {
    name: 'targets',
    title: { en: 'Setting targets', ru: 'Постановка плана' },
    says: {
      en: 'As in a spreadsheet: a block was pasted from Excel, what cannot be set is told, nothing is saved before it is meant.',
      ru: 'Как в таблице: вставлен блок из Excel, сказано, что поставить нельзя, и ничего не сохранено, пока вы не решите.',
    },
    path: '/app/plan/targets',
    as: 'director',
    before: pasteTargets,
  },
  {
    name: 'reports',
    title: { en: 'Reports', ru: 'Отчёты' },
    says: { en: 'Each with a sentence that says what it counts.', ru: 'У каждого сказано, что он считает.' },
    path: '/app/reports',
    as: 'director',
  },
  {
    name: 'accountant',
    title: { en: 'The accountant’s summary', ru: 'Сводка для бухгалтера' },
    says: {
      en: 'Won deals and deals in progress, equal to the plan to the kopeck, as a page, CSV or workbook.',
      ru: 'Выигранные и идущие сделки, до копейки равные плану: на странице, в CSV и в Excel.',
    },
    path: '/app/reports/accountant?period=2026-11',
    as: 'accountant',
    look: { height: 1100 },
  },
  {
    name: 'funnel',
    title: { en: 'Funnel', ru: 'Воронка' },
    says: {
      en: 'Each deal once per stage, lost ones included.',
      ru: 'Сделка считается на этапе один раз, проигранные – тоже.',
    },
    path: '/app/reports/funnel_cohort?period=2026-Q4',
    as: 'director',
  },
  {
    name: 'load',
    title: { en: 'Workload and overdue, dark', ru: 'Загрузка и просрочка, тёмная' },
    says: {
      en: 'Who was late with how much, whoever has it now.',
      ru: 'Кто и с чем опоздал, у кого бы оно ни было теперь.',
    },
    path: '/app/reports/load',
    as: 'director',
    look: { theme: 'dark', height: 1000 },
  },
  {
    name: 'response-weeks',
    title: { en: 'First response by source and hour of the week', ru: 'Первый ответ по источникам и часам недели' },
    says: {
      en: 'How many leads came in each hour, and how soon they were answered; every hour opens to its deals.',
      ru: 'Сколько обращений пришло в каждый час и как скоро на них ответили; за каждым часом – его сделки.',
    },
    path: '/app/reports/response?period=2026-Q4&by=source_hour',
    as: 'director',
    look: { height: 1000 },
  },
  {
    name: 'report-phone',
    title: { en: 'A report on a phone', ru: 'Отчёт в телефоне' },
    says: {
      en: 'The picture first, the table to be pushed sideways with its names standing still.',
      ru: 'Сначала картинка; таблица двигается вбок, имена остаются на месте.',
    },
    path: '/app/reports/tasks?by=person',
    as: 'director',
    look: phone,
  },
  {
    name: 'items',
    title: { en: 'What makes up a number', ru: 'Из чего сложилось число' },
    says: {
      en: 'A click on any number lists the deals or tasks behind it, and they come to it.',
      ru: 'Щелчок по любому числу показывает сделки или задачи, из которых оно сложилось.',
    },
    path: '/app/reports/plan_fact/items?period=2026-11&by=person&cell=plan:*:fact',
    as: 'director',
  },
]
