import type { Translated } from '#domain/kernel/saying'
import type { en } from './en'

/** То же по-русски. */
export const ru: Translated<typeof en> = {
  load_unknown: ({ id }) => `Загрузки «${id}» нет, или она не ваша.`,
  'field_value.load_broken': ({ name, most }) =>
    `Загрузить «${name}» не удалось: загрузка прервалась ${most} раз подряд. Всё, что успело загрузиться, сохранено: загрузите файл ещё раз, и загрузка продолжится, либо разделите его на части и загрузите их.`,
}
