import { refusalsOf } from '#domain/kernel/refusal'

import { en } from './en'

/** What is refused of comments and files. */
export const { refusal: attachedRefusal } = refusalsOf(en, async () => (await import('./ru')).ru)
