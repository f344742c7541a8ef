/** The short number of a deal that people say and look for: the end of its id. */
export function dealNumber(id: string): string {
  return id.slice(-6).toUpperCase()
}
