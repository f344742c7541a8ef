/** What a spreadsheet writes for a number that its column is too narrow for: `7,70E+09`. The other digits are gone. */
export function isSqueezed(text: string): boolean {
  return /^-?\d(?:[.,]\d{1,15})?E\+\d{1,2}$/i.test(text.trim())
}

/**
 * A text for a cell of CSV that a spreadsheet opens. One that begins like a formula would be run as one by whoever opens the
 * file: an apostrophe stops that; telephone numbers have no letters. Digits that begin with a nought or a plus, or twelve and
 * more, would be taken for a number, which loses them: they are written as the formula of that very text.
 */
export function spreadsheetText(text: string): string {
  if (/^(?:0\d+|\d{12,}|\+\d+)$/.test(text)) return `="${text}"`
  return /^[=+\-@\t\r]/.test(text) && !/^\+\d[\d ,·()-]*$/.test(text) ? `'${text}` : text
}

/** The text that `spreadsheetText` made a cell of. */
export function textOfSpreadsheet(cell: string): string {
  return /^="(\+?\d+)"$/.exec(cell)?.[1] ?? cell.replace(/^'(?=[=+\-@])/, '')
}
