/** Whether a text is an instant of RFC 3339 that exists: day, time and zone, no leap second. */
export function isInstant(text: string): boolean {
  const parts = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/.exec(text)
  return parts?.[1] !== undefined && isDay(parts[1]) && !Number.isNaN(Date.parse(text))
}

/** Whether a text is a calendar day that exists, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ms = Date.parse(`${text}T00:00:00.000Z`)
  // A day that does not exist, such as 30 February, is read as a day of the next month.
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}
