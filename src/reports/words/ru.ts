import { lacksRightRu } from '#domain/people/words/right-names-ru'
import type { Translated } from '#domain/kernel/saying'

import type { en } from './en'

/** The same in Russian. */
export const ru: Translated<typeof en> = {
  report_unknown: ({ name, known }) => `Отчёта «${name}» нет. Есть: ${known.join(', ')}.`,
  report_group: ({ name, by, groups }) => `Отчёт «${name}» не строится по «${by}». Можно по: ${groups.join(', ')}.`,
  'report_group.field': ({ id, known }) =>
    `По «${id}» строки не строятся. Вместе с «by=field» укажите «field=» и одно из: ${known.join(', ')}.`,
  'report_group.no_field': ({ known }) =>
    `Не сказано, по какому полю. Вместе с «by=field» укажите «field=» и одно из: ${known.join(', ')}.`,
  'report_group.calls': 'Пропущенные звонки не относятся к сделкам: уберите «where» и «field».',
  'report_group.plan': 'План не знает полей сделок: уберите «where» и «field».',
  report_cell: ({ cell }) => `Числа «${cell}» в этом отчёте нет. Возьмите «cell» числа из отчёта с теми же отборами.`,
  'period_unknown.both': 'Укажите или период, или дни from и to, но не всё сразу.',
  'period_unknown.days': 'Укажите оба дня, from и to, например from=2026-11-01&to=2026-11-15.',
  'period_unknown.swapped': ({ from, to }) => `Начало «from» (${from}) позже конца «to» (${to}). Поменяйте их местами.`,
  'period_unknown.too_long': ({ from, to, most }) =>
    `С ${from} по ${to} – больше ${most} мес. Возьмите время покороче.`,
  'field_value.axis': ({ asked, known }) =>
    `Такого разреза нет: «${asked}». ${known.length === 0 ? 'В файле нет ни одного.' : `Есть: ${known.join(', ')}.`}`,
  'forbidden.report_of': ({ id }) => `Сделки и задачи «${id}» вам не видны.`,
  'forbidden.report': ({ right }) => lacksRightRu(right),
  'field_unknown.column': ({ id, known }) => `В таблице сделок нет столбца «${id}». Есть: ${known.join(', ')}.`,
  'field_value.condition': ({ part }) =>
    `«${part}» – не условие. Напишите столбец, затем =, !=, >=, <= или ~, затем значение, например fields.amount>=100000 или stage=offer.`,
  'field_value.not_compared': ({ column, op }) =>
    `«${column}» – не число и не день, поэтому ${op} для него ничего не значит. Напишите =, != или ~.`,
  'field_value.column_day': ({ column, value }) =>
    `«${value}» – не день для «${column}». Напишите, например, 2026-11-30 или today, today+7, today-30, для времени ещё now.`,
  'field_value.column_number': ({ column, value }) =>
    `«${value}» – не число для «${column}». Напишите одни цифры, деньги – в копейках.`,
  'field_value.among': ({ column, value, known }) =>
    `Для «${column}» нет значения «${value}». Есть: ${known.join(', ')}.`,
  'cursor_bad.table': 'С этого места таблицу не продолжить. Начните с первой страницы.',
  'forbidden.audit': 'Журнал выгрузок видят те, кто может менять всех сотрудников.',
}
