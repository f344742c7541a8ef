import { refusalsOf } from '#domain/kernel/refusal'

import { en } from './en'

/** What is refused of correcting what a won deal counts for. */
export const { refusal: booksRefusal } = refusalsOf(en, async () => (await import('./ru')).ru)
