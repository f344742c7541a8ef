import type { Language } from '#schemas/language-names'
import type { Model } from '#schemas/model'

/** The language a company’s rules are written in: that of the names of its directions, which everybody reads. */
export function rulesLanguage({ pipelines }: Pick<Model, 'pipelines'>): Language {
  return Object.values(pipelines).some(({ name }) => /\p{Script=Cyrillic}/u.test(name)) ? 'ru' : 'en'
}
