/** So many readers are remembered. */
const most = 5_000

/**
 * Tells searches from one another: whoever types on makes no other search, whoever takes letters away or begins anew does.
 * Remembers the last of each reader, in this process alone.
 */
export function searchesOfAll(): (reader: string, text: string) => boolean {
  const last = new Map<string, string>()
  return (reader, text) => {
    const [before, now] = [last.get(reader), text.trim().toLowerCase()]
    if (last.size >= most) last.clear()
    last.set(reader, now)
    return before === undefined || !now.startsWith(before)
  }
}
