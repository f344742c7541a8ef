import { refusalsOf } from '#domain/kernel/refusal'

import { en } from './en'

/** What is refused of notices. */
export const {
  refusal: noticeRefusal,
  saying: noticeSaying,
  told: noticeTold,
} = refusalsOf(en, async () => (await import('./ru')).ru)
