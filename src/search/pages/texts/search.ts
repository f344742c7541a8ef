import { texts } from '#pages/texts/in-both'

/** The words of the search. */
export const searchTexts = texts({
  en: {
    title: 'Search',
    label: 'Words, a phone number, an e-mail address, an INN or a contract number',
    find: 'Find',
    groups: { deal: 'Deals', company: 'Companies', person: 'People' },
    nothing: (q: string) => `Nothing matches “${q}”.`,
    tooShort: 'Type at least two letters, or three digits.',
    more: (number: string) => `${number} and more`,
    all: 'Show more results',
    knownBy: (names: string) => `This client is known here. They belong to ${names}.`,
  },
  ru: {
    title: 'Поиск',
    label: 'Слова, телефон, почта, ИНН или номер договора',
    find: 'Найти',
    groups: { deal: 'Сделки', company: 'Компании', person: 'Люди' },
    nothing: (q: string) => `По запросу «${q}» ничего не нашлось.`,
    tooShort: 'Введите хотя бы две буквы или три цифры.',
    more: (number: string) => `${number} и больше`,
    all: 'Показать больше найденного',
    knownBy: (names: string) => `Этот клиент уже есть в базе. Его ведёт: ${names}.`,
  },
})
