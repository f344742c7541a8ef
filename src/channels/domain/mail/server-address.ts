/** The address by which it is asked whether a mail server may be reached: what holds for webhooks holds for it. */
export function webAddressOf(hostname: string): string {
  return `https://${hostname}`
}
