const months: readonly (readonly string[])[] = [
  ['january', 'январь', 'января'],
  ['february', 'февраль', 'февраля'],
  ['march', 'март', 'марта'],
  ['april', 'апрель', 'апреля'],
  ['may', 'май', 'мая'],
  ['june', 'июнь', 'июня'],
  ['july', 'июль', 'июля'],
  ['august', 'август', 'августа'],
  ['september', 'сентябрь', 'сентября'],
  ['october', 'октябрь', 'октября'],
  ['november', 'ноябрь', 'ноября'],
  ['december', 'декабрь', 'декабря'],
]

/**
 * The number of a month (1–12) by its name in Russian or English, whole or cut after three letters or more: `мар`, `Sept.`,
 * `августа`.
 */
export function monthNamed(word: string): number | undefined {
  const start = word.toLowerCase().replace(/\.$/, '')
  const index = start.length < 3 ? -1 : months.findIndex((names) => names.some((name) => name.startsWith(start)))
  return index < 0 ? undefined : index + 1
}
