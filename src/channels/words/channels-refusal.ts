import { refusalsOf } from '#domain/kernel/refusal'

import { en } from './en'

/** What is refused of channels, and why something was not sent. */
export const {
  refusal: channelsRefusal,
  saying: channelsSaying,
  inEnglish: channelsSentence,
} = refusalsOf(en, async () => (await import('./ru')).ru)
