/**
 * The scheme of what stands in a file field, when it is a link that only a browser or a program would follow: nobody who
 * is handed the value by a page, an export or a webhook should run it. Names of files and https or http links have none.
 */
export function oddSchemeIn(value: string): string | undefined {
  // Browsers pass over blanks and control characters in a scheme, so they are passed over here.
  const bare = value.replaceAll(/[\p{Control}\s]/gu, '')
  const scheme = /^([a-z][a-z0-9+-]+):/i.exec(bare)?.[1]?.toLowerCase()
  return scheme === undefined || scheme === 'https' || scheme === 'http' ? undefined : scheme
}
