import type { Translated } from '#domain/kernel/saying'

import type { en } from './en'

/** The same in Russian. */
export const ru: Translated<typeof en> = {
  period_unknown: ({ id }) => `«${id}» – не период. Напишите, например, 2026-11, 2026-Q4, 2026-H2 или 2026.`,
}
