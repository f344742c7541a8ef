/** The address of the page of a deal. */
export function dealAddress(id: string): string {
  return `/app/deals/${encodeURIComponent(id)}`
}

/** The address of the board of a direction. */
export function boardAddress(pipeline: string): string {
  return `/app/board/${encodeURIComponent(pipeline)}`
}
