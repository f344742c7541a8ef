import { refusalsOf } from '#domain/kernel/refusal'

import { en } from './en'

/** What is refused of the rules and their versions. */
export const { refusal: rulesRefusal } = refusalsOf(en, async () => (await import('./ru')).ru)
