import { refusalsOf } from '#domain/kernel/refusal'

import { en } from './en'

/** What is refused of views. */
export const { refusal: viewRefusal } = refusalsOf(en, async () => (await import('./ru')).ru)
