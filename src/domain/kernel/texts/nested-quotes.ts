/** Gives quotes within quotes the signs that Russian has for them: «Задача „Позвонить“». Quotes of one level stay. */
export function nestedQuotes(text: string): string {
  const next = text.replaceAll(/«([^«»]*)«([^«»]*)»/g, '«$1„$2“')
  return next === text ? text : nestedQuotes(next)
}
