import { texts } from '#pages/texts/in-both'

/** The words of the record of exports. */
export const exportTexts = texts({
  en: {
    title: 'Exports',
    sub: 'Every file of reports, deals, clients or documents goes on record before it is handed out.',
    none: 'Nothing has been exported yet.',
    when: 'When',
    who: 'Who',
    what: 'What',
    filters: 'Filters',
    rows: 'Rows',
    deals: 'Deals',
    clients: 'Clients',
    register: 'Register of documents',
    more: 'Only the newest are shown; the API has the rest.',
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
