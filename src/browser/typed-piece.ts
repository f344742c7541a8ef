import { texts } from './browser-texts'

/** So long after the last letter somebody is taken to have typed what they look for. */
export const typedPauseMs = 150

/** The piece that says what was found for what somebody typed; where it cannot be had, a line that says why. */
export async function typedPiece(address: string): Promise<string> {
  try {
    const answer = await fetch(address, { headers: { 'x-norma-part': 'piece' }, cache: 'no-store' })
    if (answer.ok) return await answer.text()
    return said(answer.status === 401 ? texts.signIn : texts.failed)
  } catch {
    // The browser tells a lost connection by throwing; the person may try again.
    return said(texts.offline)
  }
}

function said(text: string): string {
  const line = document.createElement('p')
  line.textContent = text
  return line.outerHTML
}
