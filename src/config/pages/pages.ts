import { checkCodes, liveCodes } from '#config/codes'
import type { Code } from '#config/codes'
import type { Language } from '#schemas/language-names'
import { enChannels } from './en-channels'
import { enLive } from './en-live'
import { enMeaning } from './en-meaning'
import { enMoney } from './en-money'
import { enNames } from './en-names'
import { enReading } from './en-reading'
import { examples } from './examples'
import type { PageExample, PageText } from './page'
import { ruChannels } from './ru-channels'
import { ruLive } from './ru-live'
import { ruMeaning } from './ru-meaning'
import { ruMoney } from './ru-money'
import { ruNames } from './ru-names'
import { ruReading } from './ru-reading'

const texts: Readonly<Record<Language, Readonly<Record<Code, PageText>>>> = {
  en: { ...enReading, ...enNames, ...enMeaning, ...enMoney, ...enChannels, ...enLive },
  ru: { ...ruReading, ...ruNames, ...ruMeaning, ...ruMoney, ...ruChannels, ...ruLive },
}

/** Every code that has a page, in the order in which they are listed. */
export const allCodes: readonly Code[] = [...checkCodes, ...liveCodes]

/** Whether there is a page for this word. */
export function isCode(word: string): word is Code {
  return allCodes.some((code) => code === word)
}

/** What is told about a code. */
export function pageOf(code: Code, lang: Language): PageText & PageExample {
  return { ...texts[lang][code], ...examples[code] }
}
