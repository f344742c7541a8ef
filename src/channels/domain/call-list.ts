/** The list in which the calls of a month (`YYYY-MM`, in UTC) stand beside their talks. */
export function callList(at: string): string {
  return `calls-${at.slice(0, 7)}`
}

/** The lists in which calls of a span stand. */
export function callListsOf(from: string, to: string): readonly string[] {
  const lists: string[] = []
  const last = to.slice(0, 7)
  let [year = 0, month = 0] = from.slice(0, 7).split('-').map(Number)
  for (let name = from.slice(0, 7); name <= last; name = `${year}-${String(month).padStart(2, '0')}`) {
    lists.push(`calls-${name}`)
    year += month === 12 ? 1 : 0
    month = month === 12 ? 1 : month + 1
  }
  return lists
}
