import { sayingOf, type Say, type Translated } from '#domain/kernel/saying'
import type { FirstLanguage } from './first-words'

type Guess = { readonly guess: string | undefined }

const en = {
  question: ({ key, guess }: Guess & { readonly key: string }) =>
    `There is no question “${key}”.${guess === undefined ? '' : ` Did you mean “${guess}”?`}`,
  text: ({ key, such }: { key: string; such: string }) => `“${key}” needs a text, such as “${such}”.`,
  hours: ({ text, such }: { text: string; such: string }) =>
    `“${text}” does not say days and hours. Write days, then hours, such as “${such}”.`,
  list: ({ key, such }: { key: string; such: readonly string[] }) =>
    `“${key}” needs a list, such as ${such.join(', ')}.`,
  choice: ({ key, one, guess, known }: Guess & { readonly key: string; one: string; known: readonly string[] }) =>
    `“${key}” has no “${one}”. ${guess === undefined ? `It can be: ${known.join(', ')}.` : `Did you mean “${guess}”?`}`,
  least: ({ key, known }: { key: string; known: readonly string[] }) =>
    `“${key}” needs at least one of ${known.join(', ')}.`,
  language: ({ given }: { given: string }) => `“language” is en or ru, not “${given}”.`,
  zone: ({ text, such }: { text: string; such: string }) =>
    `“${text}” is not the name of a time zone. Write it in Latin letters, such as ${such}.`,
  signs: ({ text }: { text: string }) => `“${text}” has signs that do not belong there.`,
}

/** The words for wrong answers in a language. */
export type AnswerWords = Translated<typeof en>

const ru: AnswerWords = {
  question: ({ key, guess }) =>
    `Вопроса «${key}» нет.${guess === undefined ? '' : ` Возможно, вы имели в виду «${guess}»?`}`,
  text: ({ key, such }) => `Для «${key}» нужен текст, например «${such}».`,
  hours: ({ text, such }) =>
    `«${text}» не говорит, по каким дням и часам работают. Напишите дни, затем часы, например «${such}».`,
  list: ({ key, such }) => `Для «${key}» нужен список, например ${such.join(', ')}.`,
  choice: ({ key, one, guess, known }) =>
    `Для «${key}» нельзя выбрать «${one}». ${guess === undefined ? `Есть: ${known.join(', ')}.` : `Возможно, вы имели в виду «${guess}»?`}`,
  least: ({ key, known }) => `Для «${key}» нужно выбрать хотя бы одно: ${known.join(', ')}.`,
  language: ({ given }) => `«language» – это en или ru, а написано «${given}».`,
  zone: ({ text, such }) =>
    `«${text}» – не название часового пояса. Напишите его латинскими буквами, например ${such}.`,
  signs: ({ text }) => `В «${text}» есть знаки, которых там быть не может.`,
}

/** Names what is wrong with an answer. */
export const say: Say<typeof en> = (key, ...[values]) => sayingOf(key, values)

/** The words for wrong answers, by language. */
export const answerWords: Readonly<Record<FirstLanguage, AnswerWords>> = { en, ru }
