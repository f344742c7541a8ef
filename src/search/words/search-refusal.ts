import { refusalsOf } from '#domain/kernel/refusal'

import { en } from './en'

/** What is refused of the search. */
export const { refusal: searchRefusal } = refusalsOf(en, async () => (await import('./ru')).ru)
