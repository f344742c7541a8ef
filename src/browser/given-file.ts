import { api } from './api'
import { texts } from './browser-texts'

type Address = { readonly id: string; readonly url: string; readonly headers: Readonly<Record<string, string>> }

/** Where the bytes of a chosen file were sent, past the API; else why they could not be. */
export type SentFile = { readonly upload: string } | { readonly said: string }

/** Sends a chosen file to where the API says that its bytes belong. */
export async function sentFile(file: File): Promise<SentFile> {
  if (file.size === 0) return { said: texts.emptyFile }
  const bytes = await file.arrayBuffer()
  const announced = await api<Address>('POST', '/uploads', {
    body: { size: bytes.byteLength, sha256: await hashOf(bytes) },
  })
  if (!announced.ok) return { said: announced.problem.said }
  const { id, url, headers } = announced.body
  try {
    const sent = await fetch(url, { method: 'PUT', headers, body: bytes })
    return sent.ok ? { upload: id } : { said: texts.failed }
  } catch {
    // The line was lost; what has not come whole is not there.
    return { said: texts.failed }
  }
}

/** The SHA-256 of bytes in hexadecimal. */
export async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
