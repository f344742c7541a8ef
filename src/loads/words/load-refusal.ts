import { refusalsOf } from '#domain/kernel/refusal'

import { en } from './en'

/** What is refused of files that are loaded in the background. */
export const { refusal: loadRefusal } = refusalsOf(en, async () => (await import('./ru')).ru)
