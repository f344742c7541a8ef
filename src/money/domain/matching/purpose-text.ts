/** Latin letters that look like Russian ones, and how banks write the rest of what is alike. */
const looks: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
  Ё: 'Е',
}

/** A text in which what looks alike is alike: capital, Russian where a Latin letter looks so, one kind of dash and blank. */
export function alike(text: string): string {
  return text
    .normalize('NFC')
    .toUpperCase()
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replaceAll(/[\s\u00A0\u2007\u202F]+/g, ' ')
    .replaceAll(/[ABCEHKMOPTXYЁ]/g, (letter) => looks[letter] ?? letter)
}

/**
 * The pieces of an invoice’s number that tell it apart: letters and figures by themselves, without noughts at the front, so
 * that `ЮЛ1-00127`, `юл1-127` and `ЮЛ1 127` are the same.
 */
export function numberPieces(number: string): readonly string[] {
  return (alike(number).match(/\d+|[A-ZА-Я]+/g) ?? []).map((piece) => piece.replace(/^0+(?=\d)/, ''))
}

const months = ['ЯНВ', 'ФЕВ', 'МАР', 'АПР', 'МА[ЯЙ]', 'ИЮН', 'ИЮЛ', 'АВГ', 'СЕН', 'ОКТ', 'НОЯ', 'ДЕК']

/** A day named in a purpose; a year that was left out is empty. */
export type NamedDay = { readonly year: string; readonly month: string; readonly day: string }

/** A purpose made ready to be searched: days as `⟦2026-02-01⟧`, and nothing left of figures that number something else. */
export function readyPurpose(purpose: string): string {
  return withDays(
    alike(purpose)
      .replaceAll(/\{[^}]*\}?/g, ' ')
      .replaceAll(/(?<![А-ЯA-Z])[VВ]О\d{5}(?!\d)/g, ' '),
  )
    .replaceAll(/(?<![А-ЯA-Z])(?:УИН|UIN|УИП)[\s:№/]*\d+/g, ' ')
    .replaceAll(/(?<![А-ЯA-Z])(?:ИНН|КПП|БИК|ОГРН(?:ИП)?)[\s:№/]*\d+/g, ' ')
    .replaceAll(/\d{20,}/g, ' ')
    .replaceAll(/(?<=\d)(?=НДС|РУБ|БЕЗ|ДОГ|СУММ|ЗА )/g, ' ')
    .replaceAll(/(?<=\d)\s*ОТ\s*(?=⟦)/g, ' ОТ ')
    .replaceAll(/ {2,}/g, ' ')
}

/** What stands between the signs of a day. */
export function namedDay(text: string): NamedDay {
  const [year = '', month = '', day = ''] = text.split('-')
  return { year, month, day }
}

function withDays(text: string): string {
  const named = months.reduce(
    (left, month, at) =>
      left.replaceAll(
        new RegExp(
          `(?<!\\d)["«“]?(\\d{1,2})["»”]?\\s*${month}[А-Я]*\\.?\\s*(\\d{4}|\\d{2}(?!\\d))?(\\s*Г(?:ОДА|\\.)?(?![А-Я]))?`,
          'g',
        ),
        (whole, day: string, year?: string) => marked(whole, [day, String(at + 1), year ?? '']),
      ),
    text,
  )
  return named
    .replaceAll(/(?<![\d.⟦])(\d{4})-(\d{2})-(\d{2})(?!\d)/g, (whole, ...[year = '', month = '', day = '']: string[]) =>
      marked(whole, [day, month, year]),
    )
    .replaceAll(
      /(?<![\d/])(\d{1,2})(?:[./]|-(?=\d{1,2}-\d{4}))(\d{1,2})[./-](\d{4}|\d{2})(?!\d)(\s*Г(?:ОДА|\.)?(?![А-Я]))?/g,
      (whole, ...parts: string[]) => marked(whole, parts),
    )
    .replaceAll(/(?<=ОТ\s*)(\d{2})(\d{2})(20\d{2})(?!\d)/g, (whole, ...parts: string[]) => marked(whole, parts))
    .replaceAll(/(?<=ОТ\s*)(\d{1,2})\.(\d{2})(?![\d.])/g, (whole, ...[day = '', month = '']: string[]) =>
      marked(whole, [day, month, '']),
    )
}

function marked(whole: string, [day = '', month = '', year = '']: readonly string[]): string {
  if (Number(day) < 1 || Number(day) > 31 || Number(month) < 1 || Number(month) > 12) return whole
  const full = year.length === 2 ? `20${year}` : year
  return `⟦${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}⟧`
}
