import { refusalsOf } from '#domain/kernel/refusal'

import { en } from './en'

/** What is refused to whoever wants to come in. */
export const { refusal: entryRefusal } = refusalsOf(en, async () => (await import('./ru')).ru)
