const browsers = [
  ['YaBrowser/', 'Yandex Browser'],
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const
const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const

/** What a browser says of itself, in two words: `Chrome, Windows`; empty where it says nothing that is known. */
export function deviceOf(userAgent: string): string {
  const find = (known: readonly (readonly [string, string])[]) =>
    known.filter(([mark]) => userAgent.includes(mark)).map(([, name]) => name)[0]
  return [find(browsers), find(systems)].filter((one) => one !== undefined).join(', ')
}
