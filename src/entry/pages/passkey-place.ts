/** Whether passkeys can be made and used at an address, and which name to open where they cannot. */
export function passkeysAt(address: string): { readonly isPossible: boolean; readonly instead: string } {
  const url = new URL(address)
  const isNumbers = /^[\d.]+$|^\[/.test(url.hostname)
  const isOwn = url.hostname === 'localhost' || url.hostname.endsWith('.localhost')
  const isPossible = !isNumbers && (url.protocol === 'https:' || isOwn)
  const instead = isNumbers ? `http://localhost${url.port === '' ? '' : `:${url.port}`}` : `https://${url.hostname}`
  return { isPossible, instead }
}
