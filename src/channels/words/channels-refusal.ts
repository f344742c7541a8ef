import { refusalsOf } from '#domain/kernel/refusal'

import { en } from './en'

/** What is refused of channels. */
export const { refusal: channelsRefusal } = refusalsOf(en, async () => (await import('./ru')).ru)
