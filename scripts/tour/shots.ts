import type { Page } from 'playwright-core'

import type { Cast, Look } from './stage'

/** One picture of the tour: a page, who looks at it and how, and the sentence under it. */
export type Shot = {
  readonly name: string
  readonly title: string
  readonly says: string
  readonly path: string | ((cast: Cast) => string)
  readonly as: 'head' | 'seller' | 'accountant' | null
  readonly look?: Look
  /** What is done before the picture is taken. */
  readonly before?: (page: Page) => Promise<void>
}

const phone: Look = { width: 390, height: 844 }

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

/** Every picture, in the order of the tour. A page that comes later needs one more line. */
export const shots: readonly Shot[] = [
  {
    name: 'sign-in',
    title: 'Signing in',
    says: 'On one machine a page offers the people of the demo company; elsewhere the company’s own sign-in takes its place.',
    path: '/app/sign-in',
    as: null,
  },
  {
    name: 'my-day',
    title: 'My day',
    says: 'What is overdue, due today and this week, why it is due then, deals without a task, and what each working day must still bring for the plan.',
    path: '/app',
    as: 'seller',
  },
  {
    name: 'my-day-phone',
    title: 'My day on a phone, in Russian',
    says: 'The same on the way to a client.',
    path: '/app',
    as: 'seller',
    look: { ...phone, language: 'ru' },
  },
  {
    name: 'board',
    title: 'Board',
    says: 'A direction’s stages with counts and sums; a card shows its age and the next task, and is dragged or moved by its menu.',
    path: ({ pipeline }) => `/app/board/${pipeline}`,
    as: 'head',
    look: { height: 820 },
  },
  {
    name: 'board-dark',
    title: 'Board, dark and in Russian',
    says: 'Colours follow the system, or the choice in the corner.',
    path: ({ pipeline }) => `/app/board/${pipeline}`,
    as: 'seller',
    look: { theme: 'dark', language: 'ru', height: 820 },
  },
  {
    name: 'board-search',
    title: 'Board, searched',
    says: 'Any deal of the direction is found by words of its title, its client or its owner, or by its number, however long the columns are.',
    path: ({ pipeline }) => `/app/board/${pipeline}?q=${encodeURIComponent('кофе')}`,
    as: 'head',
    look: { height: 820 },
  },
  {
    name: 'refused',
    title: 'A move that is refused',
    says: 'It says everything that is missing at once and lets it be filled in and done right there.',
    path: ({ deal }) => `/app/deals/${deal}`,
    as: 'head',
    before: async (page) => {
      await page.locator('[data-piece*="/pieces/move/"]').first().click()
      await page.locator('dialog[open]').waitFor()
    },
  },
  {
    name: 'deal',
    title: 'Deal',
    says: 'The rail of stages with what each asks, the gate, tasks, fields, contacts, and a timeline with before and after.',
    path: ({ deal }) => `/app/deals/${deal}`,
    as: 'head',
    look: { height: 1250 },
  },
  {
    name: 'deal-phone',
    title: 'Deal on a phone',
    says: 'What to do next comes first.',
    path: ({ deal }) => `/app/deals/${deal}`,
    as: 'head',
    look: phone,
  },
  {
    name: 'plan',
    title: 'Plan',
    says: 'Plan, fact, pace and forecast against working days; every row has its own, and every fact leads to its deals.',
    path: '/app/plan',
    as: 'head',
    look: { height: 1250 },
  },
  {
    name: 'plan-quarter',
    title: 'Plan of a quarter by directions, dark and in Russian',
    says: 'Any period, any cut, by sum, by deals or by tasks done.',
    path: '/app/plan?period=2026-Q4&by=pipeline',
    as: 'head',
    look: { theme: 'dark', language: 'ru', height: 1000 },
  },
  {
    name: 'plan-phone',
    title: 'Plan on a phone',
    says: 'A salesperson sees the own row.',
    path: '/app/plan',
    as: 'seller',
    look: { ...phone, language: 'ru' },
  },
  {
    name: 'targets',
    title: 'Setting targets',
    says: 'As in a spreadsheet: a block was pasted from Excel, what cannot be set is told, totals and gaps go along, nothing is saved before it is meant.',
    path: '/app/plan/targets',
    as: 'head',
    before: pasteTargets,
  },
  {
    name: 'reports',
    title: 'Reports',
    says: 'Fourteen of them, each with a sentence that says what it counts.',
    path: '/app/reports',
    as: 'head',
  },
  {
    name: 'accountant',
    title: 'The accountant’s summary',
    says: 'What took two days of Excel: won deals and deals in progress, equal to the plan to the kopeck, as a page, CSV or workbook.',
    path: '/app/reports/accountant?period=2026-11',
    as: 'accountant',
    look: { language: 'ru', height: 1100 },
  },
  {
    name: 'funnel',
    title: 'Funnel',
    says: 'Each deal once per stage, lost ones included, skipped stages shown.',
    path: '/app/reports/funnel_cohort?period=2026-Q4',
    as: 'head',
  },
  {
    name: 'time-in-stage',
    title: 'Time in stage',
    says: 'Half of the deals and nine of ten, in working days; what is still open is marked apart.',
    path: '/app/reports/time_in_stage?period=2026-Q4',
    as: 'head',
  },
  {
    name: 'load',
    title: 'Load and overdue, dark',
    says: 'Who is overdue with how much, as of now.',
    path: '/app/reports/load',
    as: 'head',
    look: { theme: 'dark' },
  },
  {
    name: 'response',
    title: 'First response by hour of the week',
    says: 'When leads come, and how soon they are answered.',
    path: '/app/reports/response?period=2026-Q4&by=hour',
    as: 'head',
  },
  {
    name: 'response-weeks',
    title: 'First response by source and hour of the week',
    says: 'A week for each source: how many leads came in each hour, and how soon they were answered; every hour opens to its deals.',
    path: '/app/reports/response?period=2026-Q4&by=source_hour',
    as: 'head',
    look: { height: 1040 },
  },
  {
    name: 'report-phone',
    title: 'A report on a phone',
    says: 'The picture first, the table to be pushed sideways with its names standing still.',
    path: '/app/reports/tasks?by=person',
    as: 'head',
    look: phone,
  },
  {
    name: 'items',
    title: 'What makes up a number',
    says: 'A click on any number lists the deals or tasks behind it, and they come to it.',
    path: '/app/reports/plan_fact/items?period=2026-11&by=person&cell=plan:*:fact',
    as: 'head',
  },
  {
    name: 'playbook',
    title: 'Playbook',
    says: 'The standards of the file as a book for who works by them.',
    path: '/app/playbook',
    as: 'seller',
  },
  {
    name: 'editor',
    title: 'Rules',
    says: 'The file of the rules with its checker, in the browser.',
    path: '/app/editor',
    as: 'head',
  },
  { name: 'api', title: 'API', says: 'Every operation, found by a word.', path: '/app/api-reference', as: 'head' },
  {
    name: 'api-operation',
    title: 'An operation of the API',
    says: 'What it takes and gives, when it says no, and a line to try it with.',
    path: '/app/api-reference/moveDeal',
    as: 'head',
    look: { height: 1000 },
  },
]
