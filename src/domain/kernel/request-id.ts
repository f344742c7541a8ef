/** The id of what a client asks of what is kept of them: how often somebody has asked the same is in it. */
export function requestIdOf(client: string, kind: string, no: number): string {
  return `${client}-${kind}-${no}`
}

/** The client whose request it is; the id of a client has no dash. */
export function clientOfRequest(id: string): string {
  const end = id.indexOf('-')
  return end < 0 ? id : id.slice(0, end)
}
