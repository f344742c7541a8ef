import { refusalsOf } from '#domain/kernel/refusal'

import { en } from './en'

/** What is refused to whoever gives over what somebody has. */
export const { refusal: handoverRefusal } = refusalsOf(en, async () => (await import('./ru')).ru)
