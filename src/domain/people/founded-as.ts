import type { Language } from '#schemas/language-names'

/** What a company and its founder are called until somebody says what they really are. */
export const foundedAs: Readonly<Record<Language, { readonly company: string; readonly founder: string }>> = {
  en: { company: 'Company', founder: 'Administrator' },
  ru: { company: 'Компания', founder: 'Администратор' },
}
