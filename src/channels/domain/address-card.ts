/** A card for the address book of a mail program (vCard 3.0, RFC 2426): a name and an address. */
export function addressCard(name: string, address: string): string {
  const written = escaped(name)
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:;${written};;;`,
    `FN:${written}`,
    `EMAIL;TYPE=INTERNET:${escaped(address)}`,
    'END:VCARD',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function escaped(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ').replaceAll(/[\\;,]/g, String.raw`\$&`)
}

/** A line has 75 bytes at most; what is longer goes on behind a space, never in the middle of a letter. */
function folded(line: string): string {
  let [all, bytes] = ['', 0]
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length
    if (bytes + size > 75) [all, bytes] = [`${all}\r\n `, 1]
    all += sign
    bytes += size
  }
  return all
}
