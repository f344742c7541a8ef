/** What somebody wrote, and what is only quoted of earlier mails or signed by machines: nothing of it is lost. */
export type Folded = { readonly visible: string; readonly quoted?: string }

const days =
  'пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|mon|tue|wed|thu|fri|sat|sun'
/** “чт, 12 нояб. 2026 г. в 10:15, Анна <anna@…>:”, “On Thu, 12 Nov 2026 at 10:15, Anna <anna@…> wrote:”. */
const dated = new RegExp(
  String.raw`^\s*(?:on\s+)?(?:(?:${days})\p{L}*[,.]?\s+)?\d{1,2}[\s.].*\d{4}.*\d{1,2}:\d{2}.*(?:<[^<>\s]+@[^<>\s]+>|wrote|писал|пишет|\sот\s.*\S@\S).*:?\s*$`,
  'iu',
)
/** A date with a name and an address is no longer; in a longer line it is not looked for, for that takes long. */
const longestDated = 250

/** “Анна Сидорова <anna@…> написал(а):”. */
const wrote = /(?:написал(?:а|\(а\))?|пишет|wrote)\s*:\s*$/iu
const divider =
  /^\s*-{2,}\s*(?:пересылаемое сообщение|переадресованное сообщение|исходное сообщение|конец пересылаемого сообщения|original message|forwarded message)(?!\p{L}).*$/iu
const heads = /^\s*\*?(?:от|from|отправлено|sent|дата|date|кому|to|копия|cc|тема|subject)\s*:/iu
const signed =
  /^(?:--\s*|_{10,}|\s*(?:отправлено (?:с|из|через)|получить outlook для|скачать outlook для|sent from|get outlook for)(?!\p{L}).*)$/iu

/**
 * Folds what is quoted: from the first line that begins a quotation, or a signature of a program, to the end. An answer that
 * stands between quoted lines is shown whole, for without the questions it says nothing.
 */
export function foldQuotes(text: string): Folded {
  const lines = text.replaceAll('\r\n', '\n').trimEnd().split('\n')
  if (isInline(lines)) return { visible: lines.join('\n').trim() }
  const at = lines.findIndex((_, no) => beginsQuote(lines, no))
  if (at < 0) return { visible: lines.join('\n').trim() }
  const visible = lines.slice(0, at).join('\n').trim()
  const quoted = lines.slice(at).join('\n').trim()
  // Who writes below the quotation has written nothing above it: it is shown whole.
  return visible === '' ? { visible: lines.join('\n').trim() } : { visible, quoted }
}

/** Whether something own stands below a quoted line that is followed by another quoted one: between questions. */
function isInline(lines: readonly string[]): boolean {
  const first = lines.findIndex(isQuoted)
  const last = lines.findLastIndex(isQuoted)
  if (first < 0) return false
  return lines.slice(first, last).some((line) => line.trim() !== '' && !isQuoted(line)) || isBelow(lines, last)
}

function isBelow(lines: readonly string[], last: number): boolean {
  const below = lines.slice(last + 1).filter((line) => line.trim() !== '')
  const end = below.findIndex((line) => signed.test(line))
  return (end < 0 ? below : below.slice(0, end)).length > 0
}

function beginsQuote(lines: readonly string[], no: number): boolean {
  const line = lines[no] ?? ''
  if (isQuoted(line) || divider.test(line) || isDated(line) || wrote.test(line) || signed.test(line)) return true
  // A line of a date may be broken in two.
  if (isDated(`${line} ${lines[no + 1] ?? ''}`.trim()) && /\d{4}/.test(line)) return true
  const following = lines.slice(no, no + 5).filter((one) => heads.test(one)).length
  return heads.test(line) && following >= 3
}

function isDated(line: string): boolean {
  return line.length <= longestDated && dated.test(line)
}

function isQuoted(line: string): boolean {
  return /^\s*>/.test(line)
}
