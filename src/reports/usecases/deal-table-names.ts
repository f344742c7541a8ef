import { directionName, reasonName } from '#domain/rules/former-names'
import type { Language } from '#schemas/language-names'
import type { Model } from '#schemas/model'

import type { DealColumn } from '#reports/domain/deal-table/deal-columns'
import { fieldLabel, optionLabel } from '#playbook/rule-sentences'

type FixedColumn =
  | 'number'
  | 'title'
  | 'client'
  | 'direction'
  | 'stage'
  | 'status'
  | 'owner'
  | 'department'
  | 'reason'
  | 'createdAt'
  | 'enteredAt'
  | 'closedAt'
  | 'nextDueAt'
  | 'stuckSince'
  | 'tasks'
type Names = {
  readonly columns: Readonly<Record<FixedColumn, string>>
  readonly statuses: Readonly<Record<string, string>>
  readonly yes: string
  readonly no: string
  readonly deals: string
  readonly hiddenDeal: string
}

const names: Readonly<Record<Language, Names>> = {
  en: {
    columns: {
      number: 'No.',
      title: 'Deal',
      client: 'Client',
      direction: 'Direction',
      stage: 'Stage',
      status: 'State',
      owner: 'Manager',
      department: 'Department',
      reason: 'Why closed',
      createdAt: 'Made',
      enteredAt: 'In the stage since',
      closedAt: 'Closed',
      nextDueAt: 'Next task',
      stuckSince: 'Stuck since',
      tasks: 'Open tasks',
    },
    statuses: { open: 'Open', won: 'Won', completed: 'Completed', lost: 'Lost', cancelled: 'Cancelled' },
    yes: 'Yes',
    no: 'No',
    deals: 'Deals',
    hiddenDeal: 'a deal that you may not see',
  },
  ru: {
    columns: {
      number: '№',
      title: 'Сделка',
      client: 'Клиент',
      direction: 'Направление',
      stage: 'Этап',
      status: 'Состояние',
      owner: 'Менеджер',
      department: 'Отдел',
      reason: 'Почему закрыта',
      createdAt: 'Создана',
      enteredAt: 'На этапе с',
      closedAt: 'Закрыта',
      nextDueAt: 'Ближайшая задача',
      stuckSince: 'Застряла с',
      tasks: 'Открытых задач',
    },
    statuses: { open: 'Открыта', won: 'Выиграна', completed: 'Завершена', lost: 'Проиграна', cancelled: 'Отменена' },
    yes: 'Да',
    no: 'Нет',
    deals: 'Сделки',
    hiddenDeal: 'сделка, которая вам не видна',
  },
}

/** What the table says in a language: names of states, yes and no, and what its file is called. */
export function tableNames(language: Language): Omit<Names, 'columns'> {
  return names[language]
}

/** What a column is called; fields are called as the rules call them. */
export function columnName({ id }: Pick<DealColumn, 'id'>, model: Model, language: Language): string {
  const field = id.startsWith('fields.') ? model.fields[id.slice('fields.'.length)] : undefined
  return field === undefined ? names[language].columns[id as FixedColumn] : fieldLabel(field, language)
}

/** What a cell of words says: what is built in in the language of whoever reads, all else as the company calls it. */
export function optionName({ id, options }: DealColumn, value: string, model: Model, language: Language): string {
  const field = id.startsWith('fields.') ? model.fields[id.slice('fields.'.length)] : undefined
  if (field !== undefined) return optionLabel(field, value, language)
  if (id === 'status') return names[language].statuses[value] ?? value
  if (id === 'direction') return directionName(model, value) ?? value
  return options?.[value] ?? (id === 'reason' ? reasonName(model, value) : undefined) ?? value
}

/** The columns the table has until somebody chooses others. */
export const usualColumns: readonly string[] = [
  'title',
  'client',
  'direction',
  'stage',
  'owner',
  'fields.amount',
  'nextDueAt',
]

/** The chosen columns that there are, in the order they were chosen in; the usual ones where none is. */
export function chosenColumns(chosen: readonly string[], columns: readonly DealColumn[]): readonly DealColumn[] {
  const found = chosen.flatMap((id) => columns.find((one) => one.id === id) ?? [])
  return found.length > 0 ? found : usualColumns.flatMap((id) => columns.find((one) => one.id === id) ?? [])
}
