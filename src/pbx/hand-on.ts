import { createHmac } from 'node:crypto'

/** Where a batch goes, and the key it is signed with; the key itself never leaves. */
export type Door = { readonly address: string; readonly key: string }

/** What became of a batch: taken, too large in one piece, not taken by this key or address, refused for what it says, or not now. */
export type Handed =
  | { readonly kind: 'taken' | 'too_large' }
  | { readonly kind: 'stranger' | 'nowhere' | 'refused' | 'later'; readonly why: string }

const patienceMs = 20_000

/** Hands a batch on. Who hands it on twice changes nothing: calls are joined from what is known of them. */
export async function handOn({ address, key }: Door, text: string): Promise<Handed> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      body: text,
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'x-norma-signature': `sha256=${createHmac('sha256', key).update(text).digest('hex')}`,
      },
    })
    await response.body?.cancel()
    return handed(response.status)
  } catch (error) {
    return { kind: 'later', why: reasonOf(error) }
  }
}

function handed(status: number): Handed {
  const why = `HTTP ${status}`
  if (status >= 200 && status < 300) return { kind: 'taken' }
  if (status === 413) return { kind: 'too_large' }
  if (status === 401 || status === 403) return { kind: 'stranger', why }
  // An address is also gone while somebody moves a server: nothing is thrown away for it.
  if (status === 404 || (status >= 300 && status < 400)) return { kind: 'nowhere', why }
  return status === 400 || status === 422 ? { kind: 'refused', why } : { kind: 'later', why }
}

function reasonOf(error: unknown): string {
  const { cause, message } = error as Error & { readonly cause?: { readonly code?: string } }
  return cause?.code ?? message
}
