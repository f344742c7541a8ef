import type { Employee } from '#schemas/people'

type Named = Pick<Employee, 'id' | 'name' | 'active'>

/** A piece of a comment: plain text, or the name of somebody it means. */
export type CommentPiece = { readonly text: string; readonly employee?: string }

/**
 * Whom a text names with @ and their name as it is written or in another case of it, or @ and their id; the longest name that
 * fits counts, and one as it is written before others. All whose name it may be are meant. Those who have left are nobody any more.
 */
export function mentionsIn(text: string, people: readonly Named[]): readonly string[] {
  return [...new Set(namedIn(text, people).flatMap(({ employees }) => employees))]
}

/** A text in pieces, so that the names in it can be shown as such. */
export function piecesOf(text: string, people: readonly Named[]): readonly CommentPiece[] {
  const pieces: CommentPiece[] = []
  let from = 0
  for (const { at, end, employees } of namedIn(text, people)) {
    const [employee] = employees
    if (employee === undefined) continue
    if (at > from) pieces.push({ text: text.slice(from, at) })
    pieces.push({ text: text.slice(at, end), employee })
    from = end
  }
  return from < text.length ? [...pieces, { text: text.slice(from) }] : pieces
}

type Found = { readonly at: number; readonly end: number; readonly employees: readonly string[] }

/** Where names stand behind an @, one after the other. */
function namedIn(text: string, people: readonly Named[]): readonly Found[] {
  const active = people.filter((one) => one.active)
  const found: Found[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    // An address of e-mail names nobody.
    if (at > 0 && isWord(text[at - 1])) continue
    const rest = plain(text.slice(at + 1, at + 1 + longestName))
    const asWritten = active.flatMap((one) => asItIs(rest, one))
    const fitting = [...asWritten, ...active.flatMap((one) => inAnyCase(rest, one))]
    const length = Math.max(0, ...fitting.map((one) => one.length))
    if (length === 0) continue
    const [exact, all] = [asWritten, fitting].map((some) => some.filter((one) => one.length === length))
    const employees = (exact?.length === 0 ? all : exact)?.map(({ id }) => id) ?? []
    found.push({ at, end: at + 1 + length, employees })
  }
  return found
}

/** What comes behind an @ is looked at so far: longer names are none. */
const longestName = 220

type Fitting = readonly { readonly id: string; readonly length: number }[]

function asItIs(rest: string, { id, name }: Named): Fitting {
  const fits = [name, id].filter((word) => rest.startsWith(plain(word)) && !isWord(rest[word.length]))
  return fits.map(({ length }) => ({ id, length }))
}

/** Small letters, ё as е: as many as there were. */
function plain(text: string): string {
  const small = (letter: string): string =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter
  return text.replaceAll(/\p{Lu}/gu, small).replaceAll('ё', 'е')
}

function inAnyCase(rest: string, { id, name }: Named): Fitting {
  const words = plain(name).split(/\s+/)
  if (!words.some(isDeclined)) return []
  const [said] = new RegExp(`^${words.map(anyCaseOf).join('\\s+')}(?![\\p{L}\\p{N}_])`, 'u').exec(rest) ?? []
  return said === undefined ? [] : [{ id, length: said.length }]
}

/** Endings of Russian names in the cases they may have. */
const endings = 'а|я|у|ю|е|и|ы|о|ой|ей|ою|ею|ом|ем|ым|им|ого|его|ому|ему|ый|ий|ая|яя|ую|юю|ь|й'

/** Whether a word is a Russian name that may be declined; short ones, as Ли, are not. */
function isDeclined(word: string): boolean {
  return /^[а-я’'-]{3,}$/.test(word)
}

/** A pattern for a word of a name, in small letters, in any case: the word itself, or what stays of it with an ending. */
function anyCaseOf(word: string): string {
  if (word.includes('-')) return word.split('-').map(anyCaseOf).join('-')
  const itself = word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
  if (!isDeclined(word)) return itself
  const stems = [
    word.replace(/[аяеиоуыюьй]$/, ''),
    word.replace(/(?:ый|ий|ой|ая|яя)$/, ''),
    // Павел, Павла: a vowel that goes.
    word.replace(/[ео]([лцкнр])$/, '$1'),
  ].filter((stem) => stem.length > 1)
  return `(?:${itself}|(?:${[...new Set(stems)].join('|')})(?:${endings})?)`
}

function isWord(letter: string | undefined): boolean {
  return letter !== undefined && /[\p{L}\p{N}_]/u.test(letter)
}
