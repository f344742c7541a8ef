import { texts } from '#pages/texts/in-both'

/** The words of the record of exports. */
export const exportTexts = texts({
  en: {
    title: 'Files taken out',
    sub: 'Every file with reports or deals goes on record before it is given away.',
    none: 'Nobody has taken a file out yet.',
    when: 'When',
    who: 'Who',
    what: 'What',
    filters: 'Narrowed to',
    rows: 'Rows',
    deals: 'Deals',
    more: 'The newest are shown; the API has the others.',
  },
  ru: {
    title: 'Выгрузки',
    sub: 'Каждый файл с отчётами или сделками записывается до того, как его отдают.',
    none: 'Пока никто ничего не выгружал.',
    when: 'Когда',
    who: 'Кто',
    what: 'Что',
    filters: 'Отбор',
    rows: 'Строк',
    deals: 'Сделки',
    more: 'Показаны последние; остальные – через API.',
  },
})
