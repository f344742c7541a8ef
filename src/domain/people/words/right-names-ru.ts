import type { RightKind } from '#schemas/people-names'

/** The same in Russian. */
export const rightNamesRu: Readonly<Record<RightKind, string>> = {
  deals_read: 'Видит сделки и задачи',
  deals_edit: 'Меняет сделки и задачи',
  plan_read: 'Видит план и факт',
  plan_edit: 'Ставит план',
  books_edit: 'Исправляет учёт выигранных сделок',
  people_edit: 'Ведёт сотрудников',
  rules_edit: 'Публикует правила',
  import: 'Загружает историю',
  clients_read: 'Видит клиентов',
  clients_edit: 'Меняет карточки клиентов',
  clients_contacts: 'Видит номера и адреса клиентов',
  clients_know: 'Узнаёт, чей это клиент',
  clients_merge: 'Объединяет карточки одного клиента',
  export: 'Выгружает файлы',
  audit_read: 'Видит, кто что смотрел и выгружал',
  channels_edit: 'Подключает телефоны и формы',
  recordings_hear: 'Слушает записи звонков',
}

/** The same in Russian. */
export function lacksRightRu(right: RightKind): string {
  return `У вас нет права «${rightNamesRu[right]}». Его может дать тот, кто ведёт сотрудников.`
}
