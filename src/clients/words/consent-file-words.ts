import type { TextFault } from '#domain/rules/consent-file'
import type { Language } from '#schemas/language-names'

const en = {
  missing: (path: string) => `There is no file ${path}.`,
  put: (path: string) => `Put ${path} beside pipelines.yaml, or write the words themselves.`,
  unfit: {
    no_text: (path: string) => `${path} is not plain text.`,
    empty: (path: string) => `${path} is empty.`,
    too_long: (path: string) => `${path} is longer than 200 kB.`,
  } satisfies Record<TextFault, unknown>,
  mend: {
    no_text: 'Save it as plain text in UTF-8.',
    empty: 'Write the words that clients agree to into it.',
    too_long: 'Shorten it: nobody agrees to what they cannot read.',
  } satisfies Record<TextFault, unknown>,
}

const ru: typeof en = {
  missing: (path) => `Файла ${path} нет.`,
  put: (path) => `Положите ${path} рядом с pipelines.yaml или напишите сам текст.`,
  unfit: {
    no_text: (path) => `${path} – не простой текст.`,
    empty: (path) => `${path} пуст.`,
    too_long: (path) => `${path} длиннее 200 КБ.`,
  },
  mend: {
    no_text: 'Сохраните его как простой текст в UTF-8.',
    empty: 'Напишите в нём, с чем соглашаются клиенты.',
    too_long: 'Сократите текст: с тем, чего не прочесть, не соглашаются.',
  },
}

/** What is said of files that rules name for the words of consents. */
export const consentFileWords: Readonly<Record<Language, typeof en>> = { en, ru }
