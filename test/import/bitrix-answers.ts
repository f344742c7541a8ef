/** A row as `crm.status.list` writes it: numbers as texts, a null for a stage that is under way. */
export function statusRow(
  category: number,
  status: string,
  name: string,
  sort: number,
  semantics: 'S' | 'F' | null = null,
): Readonly<Record<string, unknown>> {
  const words = { S: 'success', F: status.endsWith('APOLOGY') ? 'apology' : 'failure' }
  return {
    ID: String(100 + sort + category * 1000),
    ENTITY_ID: category === 0 ? 'DEAL_STAGE' : `DEAL_STAGE_${category}`,
    STATUS_ID: category === 0 ? status : `C${category}:${status}`,
    NAME: name,
    NAME_INIT: '',
    SORT: String(sort),
    SYSTEM: semantics === null ? 'N' : 'Y',
    CATEGORY_ID: category === 0 ? null : String(category),
    COLOR: '#39A8EF',
    SEMANTICS: semantics,
    EXTRA: { SEMANTICS: semantics === null ? 'process' : words[semantics], COLOR: '#39A8EF' },
  }
}

/** The answer of `crm.category.list` for deals: two directions beside the first one, not in the order of their numbers. */
export const categoriesAnswer = {
  result: {
    categories: [
      { id: 0, name: 'Продажи новым клиентам', sort: 200, entityTypeId: 2, isDefault: 'Y', originId: '' },
      { id: 4, name: 'Сервис и ремонт', sort: 100, entityTypeId: 2, isDefault: 'N', originId: '' },
      { id: 7, name: 'Продажи новым клиентам', sort: 300, entityTypeId: 2, isDefault: 'N', originId: '' },
    ],
  },
  total: 3,
  time: { start: 1752146147.31, finish: 1752146147.35, duration: 0.04, date_start: '2025-07-10T14:15:47+03:00' },
}

/** The answer of `crm.status.list`: rows in the order of their numbers, which is not the order of the stages. */
export const statusesAnswer = {
  result: [
    { ...statusRow(0, 'NEW', 'Новый', 10), ENTITY_ID: 'STATUS' },
    statusRow(0, 'EXECUTING', 'Договор и счёт', 40),
    statusRow(0, 'NEW', 'Новая заявка', 10),
    statusRow(0, 'WON', 'Сделка успешна', 70, 'S'),
    statusRow(0, 'PREPARATION', '1. Коммерческое предложение', 20),
    statusRow(0, 'LOSE', 'Сделка провалена', 80, 'F'),
    statusRow(0, 'APOLOGY', 'Выбрали конкурента', 90, 'F'),
    statusRow(0, 'UC_5M2KQF', 'Ожидание оплаты: 100%', 50),
    statusRow(4, 'NEW', 'Новая заявка', 10),
    statusRow(4, 'UC_1', 'Ремонт', 30),
    statusRow(4, 'UC_2', 'Ремонт', 20),
    statusRow(4, 'WON', 'Сделка успешна', 40, 'S'),
    statusRow(4, 'LOSE', 'Сделка провалена', 50, 'F'),
    statusRow(7, 'WON', 'Успех', 10, 'S'),
    statusRow(7, 'LOSE', 'Отказ клиента', 20, 'F'),
  ],
  total: 15,
}
