import type { OddSign } from '#domain/kernel/text'

/** The same in Russian. */
export function oddSignRu(name: string, { why, sign }: OddSign): string {
  switch (why) {
    case 'line_break':
      return `Здесь нужна одна строка: ${name} – есть перенос (${sign}). Запишите в одну строку.`
    case 'control':
      return `Невидимый управляющий знак ${sign}: ${name}. Уберите его.`
    case 'direction':
      return `Знак ${sign}, который меняет направление письма: ${name}. Уберите его.`
    case 'broken':
      return `Знак ${sign}, которого нет среди символов: ${name}. Уберите его.`
  }
}
