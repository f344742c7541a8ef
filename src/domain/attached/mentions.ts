import type { Employee } from '#schemas/people'

type Named = Pick<Employee, 'id' | 'name' | 'active'>

/** A piece of a comment: plain text, or the name of somebody it means. */
export type CommentPiece = { readonly text: string; readonly employee?: string }

/**
 * Whom a text names with @ and their name as it is written, or @ and their id; the longest name that fits counts. People of
 * one name are all meant. Those who have left are nobody any more.
 */
export function mentionsIn(text: string, people: readonly Named[]): readonly string[] {
  return [...new Set(piecesOf(text, people).flatMap(({ text: said, employee }) => namesakes(said, employee, people)))]
}

/** A text in pieces, so that the names in it can be shown as such. */
export function piecesOf(text: string, people: readonly Named[]): readonly CommentPiece[] {
  const active = people.filter((one) => one.active)
  const pieces: CommentPiece[] = []
  let from = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    // An address of e-mail names nobody.
    const found = at > 0 && isWord(text[at - 1]) ? undefined : namedAt(text, at + 1, active)
    if (found === undefined) continue
    if (at > from) pieces.push({ text: text.slice(from, at) })
    const end = at + 1 + found.length
    pieces.push({ text: text.slice(at, end), employee: found.employee })
    from = end
  }
  return from < text.length ? [...pieces, { text: text.slice(from) }] : pieces
}

function namedAt(
  text: string,
  at: number,
  people: readonly Named[],
): { readonly employee: string; readonly length: number } | undefined {
  const rest = text.slice(at).toLocaleLowerCase()
  const fitting = people.flatMap(({ id, name }) =>
    [name, id]
      .filter((word) => rest.startsWith(word.toLocaleLowerCase()) && !isWord(text[at + word.length]))
      .map((word) => ({ employee: id, length: word.length })),
  )
  return fitting.toSorted((one, other) => other.length - one.length)[0]
}

function namesakes(said: string, employee: string | undefined, people: readonly Named[]): readonly string[] {
  if (employee === undefined) return []
  const word = said.slice(1).toLocaleLowerCase()
  const same = people.filter(({ active, name }) => active && name.toLocaleLowerCase() === word).map(({ id }) => id)
  return same.length === 0 ? [employee] : same
}

function isWord(letter: string | undefined): boolean {
  return letter !== undefined && /[\p{L}\p{N}_]/u.test(letter)
}
