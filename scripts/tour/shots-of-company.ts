import type { Shot } from './shot'

/** Papers, people, and what the company is set to. */
export const shotsOfCompany: readonly Shot[] = [
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
      en: 'Departments, roles, rights in words; a role that nobody has is red, and says what stops. A department that nobody needs any more is closed in its form, once nobody is in it; closed ones stand folded below, and are opened again there.',
      ru: 'Отделы, роли, права словами; пустая роль – красная, и сказано, что из-за неё встанет. Ненужный отдел закрывают в его форме, когда в нём никого не осталось; закрытые отделы свёрнуты ниже, там же их открывают снова.',
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
    title: { en: 'Notification settings', ru: 'Как уведомлять' },
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
