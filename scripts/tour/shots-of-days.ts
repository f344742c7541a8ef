import type { Page } from 'playwright-core'

import { phone, type Shot } from './shot'

/** Opens a dialog and waits for its inside. */
const opening = (selector: string) => async (page: Page) => {
  await page.locator(selector).first().click()
  await page.locator('dialog[open]').waitFor()
}

const found = async (page: Page): Promise<void> => {
  await page.keyboard.press('/')
  await page.keyboard.type((await page.locator('html').getAttribute('lang')) === 'ru' ? 'кофе' : 'coffee')
  await page.locator('.found a').first().waitFor()
}

/** The day of whoever sells, and of whoever leads them. */
export const shotsOfDays: readonly Shot[] = [
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
]
