/** Blanks that stand in amounts: usual ones, those that do not break, thin and narrow ones. */
const blanks = /[\s\u00A0\u2007\u2009\u202F']/g

/**
 * An amount of roubles and kopecks in kopecks: `1234`, `1234.5`, `1234,50`, `1 234-50`. Undefined for what is no amount, is
 * below nothing, or says more than kopecks.
 */
export function kopecksIn(text: string): number | undefined {
  const parts = /^(\d{1,13})(?:[.,-](\d{1,2})0*)?$/.exec(text.replaceAll(blanks, ''))
  if (parts === null) return undefined
  const [, roubles = '0', fraction = ''] = parts
  return Number(roubles) * 100 + Number(fraction.padEnd(2, '0'))
}

/** An amount that may be below nothing, such as a balance. */
export function balanceIn(text: string): number | undefined {
  const bare = text.replaceAll(blanks, '').replace(/^[−–]/, '-')
  const kopecks = kopecksIn(bare.replace(/^[-+]/, ''))
  return kopecks === undefined || !bare.startsWith('-') ? kopecks : -kopecks
}
