import { texts } from '#pages/texts/in-both'

/** The words of the record of exports. */
export const exportTexts = texts({
  en: {
    title: 'Files taken out',
    sub: 'Every file with reports, deals, clients or documents goes on record before it is given away.',
    none: 'Nobody has taken a file out yet.',
    when: 'When',
    who: 'Who',
    what: 'What',
    filters: 'Narrowed to',
    rows: 'Rows',
    deals: 'Deals',
    clients: 'Clients',
    register: 'Register of documents',
    more: 'The newest are shown; the API has the others.',
  },
  ru: {
    title: 'Выгрузки',
    sub: 'Каждый файл с отчётами, сделками, клиентами или документами записывается до того, как его отдают.',
    none: 'Пока никто ничего не выгружал.',
    when: 'Когда',
    who: 'Кто',
    what: 'Что',
    filters: 'Отбор',
    rows: 'Строк',
    deals: 'Сделки',
    clients: 'Клиенты',
    register: 'Реестр документов',
    more: 'Показаны последние; остальные – через API.',
  },
})
