import { refusalsOf } from '#domain/kernel/refusal'

import { en } from './en'

/** What is refused of reports. */
export const { refusal: reportRefusal } = refusalsOf(en, async () => (await import('./ru')).ru)
