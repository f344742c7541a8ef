import type { Notice } from '#schemas/notice'
import type { Language } from '#schemas/language-names'
import { en } from './en'
import { formatFor } from './format'
import type { NoticeTexts, Said } from './notice-texts'
import { ru } from './ru'

const languages = { en, ru } as const satisfies Record<Language, NoticeTexts>

/** Says a notice in a language, with times as the clocks of a zone show them. */
export function sayNotice(notice: Notice, language: Language, zone: string): Said {
  return languages[language].notices[notice.kind](notice, formatFor(language, zone))
}

/** Says several notices as one message: the subject tells how many, unless there is one. */
export function sayMessage(
  notices: readonly Notice[],
  language: Language,
  zone: string,
  isAnswerable = false,
): { readonly subject: string; readonly text: string } {
  const texts = languages[language]
  const format = formatFor(language, zone)
  const said = notices.map((notice) => texts.notices[notice.kind](notice, format))
  const [first] = said
  const isOne = first !== undefined && said.length === 1
  const parts = said.map(({ title, text }) => (text === '' ? title : `${title}\n${text}`))
  return {
    subject: isOne ? first.title : texts.digest(said.length, format),
    text: [...parts, `—\n${isAnswerable ? `${texts.answerable}\n` : ''}${texts.footer}`].join('\n\n'),
  }
}
