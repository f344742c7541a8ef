import { refusalsOf } from '#domain/kernel/refusal'

import { en } from './en'

/** What is refused of times and periods. */
export const { refusal: timeRefusal } = refusalsOf(en, async () => (await import('./ru')).ru)
