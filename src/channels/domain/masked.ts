import { madeUpNumber } from './recorded-day'

/** What replaces what it stands for: the same for the same, so that a recorded day still hangs together. */
export type Masks = { readonly numbers: Map<string, string>; readonly names: Map<string, string> }

/** Nothing is replaced yet. */
export function noMasks(): Masks {
  return { numbers: new Map(), names: new Map() }
}

/**
 * A text of a provider without what says who somebody is: numbers of telephones, addresses and what a field of a name or a
 * text says are replaced, the same by the same; secrets are taken out. What is left says how the provider speaks.
 */
export function masked(text: string, secrets: readonly string[], masks: Masks): string {
  if (!isForm.test(text)) return maskedPlain(text, secrets, masks)
  const pairs = text.split('&').map((pair) => {
    const at = pair.indexOf('=')
    if (at < 0) return pair
    const [name, value] = [pair.slice(0, at), decoded(pair.slice(at + 1))]
    const isNamed = value !== '' && fieldNamed.test(decoded(name))
    const hidden = isNamed ? nameFor(masks, value, 'Someone') : maskedPlain(value, secrets, masks)
    return `${name}=${encodeURIComponent(hidden)}`
  })
  return pairs.join('&')
}

const isForm = /^[\w%.+[\]-]+=[^\s{}"]*$/

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

function maskedPlain(text: string, secrets: readonly string[], masks: Masks): string {
  const open = secrets.filter((one) => one.length >= 4).reduce((left, one) => left.replaceAll(one, '***'), text)
  return open
    .replaceAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, (one) => nameFor(masks, one, 'mail@client.example'))
    .replaceAll(/(?<![\d.-])\+?\d{11,15}(?![\d-])/g, (one) => numberFor(masks, one))
    .replaceAll(named, (_, before: string, value: string, after: string) => {
      return `${before}${nameFor(masks, value, 'Someone')}${after}`
    })
}

const fields = String.raw`(?:[\w-]*name|text|body|message|comment|title|caption|username)`
const named = new RegExp(String.raw`("${fields}"\s*:\s*")(?!")([^"\\]*(?:\\.[^"\\]*)*)(")`, 'gi')
const fieldNamed = new RegExp(`^${fields}$`, 'i')

/** Instants in seconds and milliseconds are as long as numbers of telephones, but begin otherwise. */
function numberFor({ numbers }: Masks, written: string): string {
  const digits = written.replace(/^\+/, '')
  if (/^1[5-9]\d{8,11}$/.test(digits)) return written
  const key = digits.replace(/^8(?=9\d{9}$)/, '7')
  const known = numbers.get(key) ?? madeUpNumber(numbers.size)
  numbers.set(key, known)
  const plain = known.slice(1)
  const asWritten = digits.startsWith('89') && digits.length === 11 ? `8${plain.slice(1)}` : plain
  return `${written.slice(0, written.length - digits.length)}${asWritten}`
}

function nameFor({ names }: Masks, written: string, kind: string): string {
  const known =
    names.get(written) ?? `${kind === 'Someone' ? `${kind} ${names.size + 1}` : `${names.size + 1}.${kind}`}`
  names.set(written, known)
  return known
}
