import { refusalsOf } from '#domain/kernel/refusal'

import { en } from './en'

/** What is refused to whoever gives somebody what they could not work with. */
export const { refusal: givingRefusal } = refusalsOf(en, async () => (await import('./ru')).ru)
