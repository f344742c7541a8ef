import { refusalsOf } from '#domain/kernel/refusal'

import { en } from './en'

/** What is refused to whoever sets a company up. */
export const { refusal: beginningRefusal } = refusalsOf(en, async () => (await import('./ru')).ru)
