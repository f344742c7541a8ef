/** Whether what stands as the words of a consent is a file beside the rules, in plain text. */
export function isTextFile(text: string): boolean {
  return /^\S+\.(?:md|txt)$/i.test(text.trim())
}

/** The most bytes that the words of a consent may have: 200 kB. */
export const mostTextBytes = 200_000

/** Why bytes are no words that somebody could agree to. */
export type TextFault = 'no_text' | 'empty' | 'too_long'

/** The words that bytes are: UTF-8, as they stand, so that their hash is that of the file; or why they are none. */
export function wordsIn(bytes: Uint8Array): { readonly text: string } | { readonly fault: TextFault } {
  if (bytes.length > mostTextBytes) return { fault: 'too_long' }
  const text = decoded(bytes)
  if (text === undefined || text.includes('\0')) return { fault: 'no_text' }
  return text.trim() === '' ? { fault: 'empty' } : { text }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    // What is no UTF-8 is told by throwing; there is no other question to ask.
    return undefined
  }
}
