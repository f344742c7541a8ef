/** An instant as the clock on the wall of this machine shows it, in a language, with how far its zone is from UTC. */
export function momentIn(locale: string, instant: string, timeZone?: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'shortOffset',
    ...(timeZone === undefined ? {} : { timeZone }),
  })
  return format.format(Date.parse(instant)).replace(/GMT(?:\+0$)?/, 'UTC')
}
