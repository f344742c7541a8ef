import type { Translated } from '#domain/kernel/saying'

import type { en } from './en'

/** The same in Russian. */
export const ru: Translated<typeof en> = {
  company_begun: 'Эта компания уже настроена. Для названия, сотрудников и правил есть свои страницы.',
  'field_value.beginning': ({ said }) => said,
}
