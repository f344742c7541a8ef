import { UsageError } from './environment'

/** The language of what is said: as `--lang` says, else as the surroundings do. */
export function languageOption(lang: string | undefined): 'en' | 'ru' {
  if (lang === 'en' || lang === 'ru') return lang
  if (lang !== undefined) throw new UsageError(`--lang takes en or ru, not “${lang}”.`)
  const locale = process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'] ?? ''
  return locale.startsWith('ru') ? 'ru' : 'en'
}
