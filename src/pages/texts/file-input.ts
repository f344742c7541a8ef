import { texts } from './in-both'

/** The words of a file that a form asks for. */
export const fileInputTexts = texts({
  en: { choose: 'Choose a file', none: 'No file chosen yet' },
  ru: { choose: 'Выбрать файл', none: 'Файл не выбран' },
})
