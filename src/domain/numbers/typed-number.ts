import type { Language } from '#schemas/language-names'

const commaThousands = /^-?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/
const pointThousands = /^-?\d{1,3}(?:\.\d{3})+(?:,\d*)?$/

/**
 * A number as somebody types it, as a decimal text (`1250000.5`): blanks, points or commas between thousands, a decimal
 * comma or point, a per cent sign. Where one comma could be either, the language decides. Undefined for what is no number.
 */
export function typedNumber(typed: string, language: Language): string | undefined {
  const text = typed
    .trim()
    .replace(/^[−–]/, '-')
    .replaceAll(/[\s\u00A0\u2009\u202F'’%₽$€]/g, '')
  const marks = text.match(/[.,]/g) ?? []
  const isSure = marks.length > 1
  const plain =
    commaThousands.test(text) && (isSure || language === 'en')
      ? text.replaceAll(',', '')
      : pointThousands.test(text) && isSure
        ? text.replaceAll('.', '').replace(',', '.')
        : text.replace(',', '.')
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? plain : undefined
}
