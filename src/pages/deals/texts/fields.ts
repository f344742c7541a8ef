import { texts } from '#pages/texts/in-both'

/** Words around the fields of a deal. */
export const fieldTexts = texts({
  en: {
    momentSample: '31/12/2026 16:30',
    required: 'Must be filled in',
    notChosen: 'Not chosen',
    yesNo: { true: 'Yes', false: 'No' },
    findDeal: 'Title, client or number',
    hiddenDeal: 'A deal that you may not see',
    ownFile: { documents: 'Document of the deal', deals: 'File of the deal' },
    open: 'Open',
    linkedFrom: 'Linked from',
    moreLinked: 'There are more.',
    fromFiles: 'From the files of the deal',
  },
  ru: {
    momentSample: '31.12.2026 16:30',
    required: 'Нужно заполнить',
    notChosen: 'Не выбрано',
    yesNo: { true: 'Да', false: 'Нет' },
    findDeal: 'Название, клиент или номер',
    hiddenDeal: 'Сделка, которая вам не видна',
    ownFile: { documents: 'Документ сделки', deals: 'Файл сделки' },
    open: 'Открыть',
    linkedFrom: 'На неё ссылаются',
    moreLinked: 'Есть и другие.',
    fromFiles: 'Из файлов сделки',
  },
})
