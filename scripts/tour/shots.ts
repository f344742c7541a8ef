import type { Page } from 'playwright-core'

import type { Language } from '#schemas/language-names'

import type { Cast, Look, Role } from './stage'

/** One picture of the tour: a page, who looks at it and how, and the sentence under it. */
export type Shot = {
  readonly name: string
  readonly title: Readonly<Record<Language, string>>
  readonly says: Readonly<Record<Language, string>>
  readonly path: string | ((cast: Cast) => string)
  readonly as: Role | null
  readonly look?: Look
  /** What is done before the picture is taken. */
  readonly before?: (page: Page) => Promise<void>
}

const phone: Look = { width: 390 }

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

/** Opens a dialog and waits for its inside. */
const opening = (selector: string) => async (page: Page) => {
  await page.locator(selector).first().click()
  await page.locator('dialog[open]').waitFor()
}

const found = async (page: Page): Promise<void> => {
  await page.keyboard.press('/')
  await page.keyboard.type('кофе')
  await page.locator('.found a').first().waitFor()
}

/** Every picture, in the order of the tour. A page that comes later needs one more entry. */
export const shots: readonly Shot[] = [
  {
    name: 'sign-in',
    title: { en: 'Signing in', ru: 'Вход' },
    says: {
      en: 'A demo offers its people; a company of one’s own has links to a password or a passkey, or the company’s sign-in.',
      ru: 'В демонстрации вы выбираете, кем войти; в своей компании входят по ссылке с паролем, по ключу доступа или через вход компании.',
    },
    path: '/app/sign-in',
    as: null,
  },
  {
    name: 'my-day',
    title: { en: 'My day', ru: 'Мой день' },
    says: {
      en: 'What is overdue, due today and this week, why it is due then, and what each working day must still bring for the plan.',
      ru: 'Что просрочено, что сегодня и на неделе, почему такой срок и сколько ещё нужно для плана в каждый рабочий день.',
    },
    path: '/app',
    as: 'seller',
  },
  {
    name: 'head-day',
    title: { en: 'The day of a head', ru: 'День руководителя' },
    says: {
      en: 'It begins with the team: what is late, stuck, unanswered and behind, and whose it is.',
      ru: 'Начинается с команды: что просрочено, застряло, осталось без ответа и отстаёт – и у кого.',
    },
    path: '/app',
    as: 'head',
    before: async (page) => page.locator('.team-day:not([hidden])').waitFor(),
  },
  {
    name: 'my-day-phone',
    title: { en: 'My day on a phone', ru: 'Мой день в телефоне' },
    says: { en: 'The same on the way to a client.', ru: 'То же самое по дороге к клиенту.' },
    path: '/app',
    as: 'seller',
    look: phone,
  },
  {
    name: 'team',
    title: { en: 'Team', ru: 'Команда' },
    says: {
      en: 'One row a person: late, today, done today and yesterday, stuck, waiting, plan. A click opens the day of that person.',
      ru: 'Строка на человека: просрочено, на сегодня, сделано сегодня и вчера, застряло, ждут ответа, план. Щелчок – и виден день этого человека.',
    },
    path: '/app/team',
    as: 'head',
  },
  {
    name: 'board',
    title: { en: 'Board', ru: 'Доска' },
    says: {
      en: 'A direction’s stages with counts and sums; a card shows its age and the next task, and is dragged or moved by its button.',
      ru: 'Этапы направления с числом сделок и суммой; на карточке – сколько она здесь и что дальше. Перетаскивается мышью или кнопкой.',
    },
    path: ({ pipeline }) => `/app/board/${pipeline}`,
    as: 'director',
  },
  {
    name: 'board-dark',
    title: { en: 'Board, dark', ru: 'Доска, тёмная' },
    says: {
      en: 'Colours follow the system, or the choice in the corner.',
      ru: 'Цвета – как в системе или как выбрано в углу.',
    },
    path: ({ pipeline }) => `/app/board/${pipeline}`,
    as: 'seller',
    look: { theme: 'dark' },
  },
  {
    name: 'deals',
    title: { en: 'Deals as a table', ru: 'Сделки таблицей' },
    says: {
      en: 'All directions, columns as one wants them, filters by every field, views kept and shared, many changed at once.',
      ru: 'Все направления, нужные столбцы, отборы по любому полю, сохранённые и общие виды, изменение сразу многих.',
    },
    path: '/app/deals',
    as: 'director',
  },
  {
    name: 'search',
    title: { en: 'Found from anywhere', ru: 'Поиск отовсюду' },
    says: {
      en: 'The key / finds deals, clients, people and files by words, numbers and phones, as far as one may see them.',
      ru: 'Клавиша / находит сделки, клиентов, людей и файлы по словам, номерам и телефонам – всё, что вам видно.',
    },
    path: '/app',
    as: 'head',
    before: found,
  },
  {
    name: 'refused',
    title: { en: 'A move that is refused', ru: 'Сделка не пускается дальше' },
    says: {
      en: 'It says everything that is missing at once, whose it is, and lets one’s own part be done right there.',
      ru: 'Сразу сказано всё, чего не хватает, и за кем это; свою часть можно сделать прямо здесь.',
    },
    path: ({ deal }) => `/app/deals/${deal}`,
    as: 'seller',
    before: opening('[data-piece*="/pieces/move/"]'),
  },
  {
    name: 'deal',
    title: { en: 'Deal', ru: 'Сделка' },
    says: {
      en: 'The stages, what each asks, tasks, fields, comments, papers, files, and a timeline with before and after.',
      ru: 'Этапы и что нужно на каждом, задачи, поля, комментарии, документы, файлы и лента: что было и что стало.',
    },
    path: ({ deal }) => `/app/deals/${deal}`,
    as: 'seller',
    look: { height: 1250 },
  },
  {
    name: 'deal-lawyer',
    title: { en: 'The same deal, as the lawyer sees it', ru: 'Та же сделка глазами юриста' },
    says: {
      en: 'Their task and their field are open to them; the rest is to be read.',
      ru: 'Своя задача и своё поле открыты; остальное можно прочесть.',
    },
    path: ({ deal }) => `/app/deals/${deal}`,
    as: 'lawyer',
  },
  {
    name: 'deal-phone',
    title: { en: 'Deal on a phone', ru: 'Сделка в телефоне' },
    says: {
      en: 'The client’s number and what to do next come first.',
      ru: 'Сначала – номер клиента и что делать дальше.',
    },
    path: ({ deal }) => `/app/deals/${deal}`,
    as: 'seller',
    look: phone,
  },
  {
    name: 'client',
    title: { en: 'Client', ru: 'Клиент' },
    says: {
      en: 'One card for all deals, ways to reach them, talks and who has read it.',
      ru: 'Одна карточка на все сделки: как связаться, разговоры и кто её смотрел.',
    },
    path: ({ client }) => `/app/clients/${client}`,
    as: 'seller',
  },
  {
    name: 'week',
    title: { en: 'The week', ru: 'Неделя' },
    says: { en: 'Tasks by days, dragged to another.', ru: 'Задачи по дням; перетащите на другой день.' },
    path: '/app/week',
    as: 'seller',
  },
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
    title: { en: 'Load and overdue, dark', ru: 'Загрузка и просрочка, тёмная' },
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
  {
    name: 'document',
    title: { en: 'A document', ru: 'Документ' },
    says: {
      en: 'What a paper says, who has signed, and where it went.',
      ru: 'Что в бумаге написано, кто подписал и куда она ушла.',
    },
    path: ({ document }) => `/app/documents/${document}`,
    as: 'accountant',
  },
  {
    name: 'register',
    title: { en: 'Register', ru: 'Реестр' },
    says: {
      en: 'Contracts, other documents and invoices of a year.',
      ru: 'Договоры, другие документы и счета за год.',
    },
    path: '/app/register',
    as: 'accountant',
  },
  {
    name: 'payments',
    title: { en: 'Payments', ru: 'Платежи' },
    says: {
      en: 'Statements of the bank, and which payment is for which invoice.',
      ru: 'Выписки банка и какой платёж за какой счёт.',
    },
    path: '/app/payments',
    as: 'accountant',
  },
  {
    name: 'people',
    title: { en: 'People', ru: 'Сотрудники' },
    says: {
      en: 'Departments, roles, rights in words; a role in which nobody is is red, and says what stops.',
      ru: 'Отделы, роли, права словами; пустая роль – красная, и сказано, что из-за неё встанет.',
    },
    path: '/app/people',
    as: 'admin',
  },
  {
    name: 'company',
    title: { en: 'Company', ru: 'Компания' },
    says: {
      en: 'Currency and rates, channels, what runs by the clock, what could not be handled.',
      ru: 'Валюта и курсы, каналы, что идёт по часам и что не получилось.',
    },
    path: '/app/company',
    as: 'admin',
  },
  {
    name: 'integrations',
    title: { en: 'Integrations', ru: 'Подключения' },
    says: { en: 'Telephony, messengers, mail and forms.', ru: 'Телефония, мессенджеры, почта и формы.' },
    path: '/app/company/integrations',
    as: 'admin',
  },
  {
    name: 'notifications',
    title: { en: 'How one is told', ru: 'Как уведомлять' },
    says: {
      en: 'Where to, when, and what is to stay behind the bell.',
      ru: 'Куда, когда и что оставлять под колокольчиком.',
    },
    path: '/app/notifications',
    as: 'seller',
  },
  {
    name: 'playbook',
    title: { en: 'Playbook', ru: 'Книга продаж' },
    says: {
      en: 'The standards of the file as a book for who works by them.',
      ru: 'Правила из файла – книгой для тех, кто по ним работает.',
    },
    path: '/app/playbook',
    as: 'seller',
  },
  {
    name: 'editor',
    title: { en: 'Rules', ru: 'Правила' },
    says: {
      en: 'The file of the rules with its checker, in the browser.',
      ru: 'Файл правил с проверкой, прямо в браузере.',
    },
    path: '/app/editor',
    as: 'admin',
  },
  {
    name: 'versions',
    title: { en: 'Versions of the rules', ru: 'Версии правил' },
    says: {
      en: 'Who published what, when and why, and the way back.',
      ru: 'Кто, что, когда и зачем опубликовал, и дорога назад.',
    },
    path: '/app/editor/versions',
    as: 'admin',
  },
  {
    name: 'api',
    title: { en: 'API', ru: 'API' },
    says: { en: 'Every operation, found by a word.', ru: 'Все операции; находятся по слову.' },
    path: '/app/api-reference',
    as: 'admin',
  },
]
