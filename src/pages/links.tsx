import type { ReportQuery } from '#schemas/report'

/** The address of the page of a deal. */
export function dealAddress(id: string): string {
  return `/app/deals/${encodeURIComponent(id)}`
}

/** The address of a client’s card. */
export function clientAddress(id: string): string {
  return `/app/clients/${encodeURIComponent(id)}`
}

/** Where a click reaches somebody: a number is dialled, its extension after a pause; an address is written to. */
export function reachAddress(contact: string): string {
  return contact.includes('@') ? `mailto:${contact}` : `tel:${contact.replace(';ext=', ',')}`
}

/** The same as people read it: a number of Russia or Kazakhstan in its groups, an extension in brackets. */
export function reachText(contact: string): string {
  const [number = '', extension] = contact.split(';ext=')
  const grouped = number.replace(/^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/, '+7 $1 $2-$3-$4')
  return extension === undefined ? grouped : `${grouped} (${extension})`
}

/** The address of the board of a direction. */
export function boardAddress(pipeline: string): string {
  return `/app/board/${encodeURIComponent(pipeline)}`
}

/** What a report is asked for, but its language. */
export type ReportAsked = Omit<ReportQuery, 'lang'>

/** The address of what stands behind a number of a report. */
export function itemsAddress(
  name: string,
  asked: ReportAsked & { readonly cell: string; readonly after?: string },
): string {
  return `/app/reports/${name}/items?${queryOf(asked)}`
}

/** What an address asks for. Written for every number of a table: the platform’s own URLSearchParams takes most of the time of a page. */
export function queryOf(asked: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(asked)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
    .join('&')
}

/** The address of the page of a talk. */
export function talkAddress(id: string): string {
  return `/app/talks/${encodeURIComponent(id)}`
}
