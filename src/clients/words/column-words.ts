import type { Language } from '#schemas/language-names'

const en = {
  title: 'Clients',
  kinds: { company: 'Company', person: 'Person' },
  name: 'Name',
  kind: 'Who it is',
  owner: 'Whose client',
  nobodys: 'Nobody’s',
  contact: 'Contact details',
  ways: { phone: 'Telephone', email: 'E-mail' },
  createdAt: 'Card made on',
  yesNo: { yes: 'Yes', no: 'No' },
}

const ru: typeof en = {
  title: 'Клиенты',
  kinds: { company: 'Компания', person: 'Человек' },
  name: 'Название или имя',
  kind: 'Кто это',
  owner: 'Чей клиент',
  nobodys: 'Ничей',
  contact: 'Как связаться',
  ways: { phone: 'Телефон', email: 'Почта' },
  createdAt: 'Карточка заведена',
  yesNo: { yes: 'Да', no: 'Нет' },
}

/** What the list of clients says, as a page and as a file. */
export const columnWords: Readonly<Record<Language, typeof en>> = { en, ru }
