import { refusalsOf } from '#domain/kernel/refusal'

import { en } from './en'

/** What is refused of publishing rules. */
export const { refusal: releaseRefusal } = refusalsOf(en, async () => (await import('./ru')).ru)
