import { refusalsOf } from '#domain/kernel/refusal'

import { en } from './en'

/** What is refused of the automation. */
export const { refusal: automationRefusal } = refusalsOf(en, async () => (await import('./ru')).ru)
