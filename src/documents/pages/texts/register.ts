import { texts } from '#pages/texts/in-both'

/** The words of the page of the register. */
export const registerPageTexts = texts({
  en: {
    lead: 'Contracts, other documents and invoices that were issued in a year.',
    year: 'Year',
    kind: 'Document',
    state: 'State',
    all: 'all',
    q: 'Number, client or INN',
    show: 'Show',
    none: 'Nothing was issued that fits.',
    more: (count: number) => `${count} more are in the file.`,
  },
  ru: {
    lead: 'Договоры, другие документы и счета, выпущенные за год.',
    year: 'Год',
    kind: 'Документ',
    state: 'Состояние',
    all: 'все',
    q: 'Номер, клиент или ИНН',
    show: 'Показать',
    none: 'Ничего подходящего не выпускали.',
    more: (count: number) => `Ещё ${count} – в файле.`,
  },
})
