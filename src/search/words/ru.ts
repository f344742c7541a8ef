import type { Translated } from '#domain/kernel/saying'

import type { en } from './en'

/** The same in Russian. */
export const ru: Translated<typeof en> = {
  'field_value.after': ({ value }) =>
    `«after»: ${value} – не то место, с которого можно продолжить. Пришлите то, что вернул прошлый ответ, или ничего, чтобы начать заново.`,
}
