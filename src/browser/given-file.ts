import { api } from './api'
import { texts } from './browser-texts'

type Address = { readonly id: string; readonly url: string; readonly headers: Readonly<Record<string, string>> }

/** Larger files go past the API, to where it says that their bytes belong. */
const mostInBody = 500_000

/** A file as operations take it: its bytes, or where they were sent; else why they could not be. */
export type GivenFile =
  | { readonly given: { readonly content: string } | { readonly upload: string } }
  | { readonly said: string }

/** Makes of a chosen file what operations take. */
export async function givenFile(file: File): Promise<GivenFile> {
  const bytes = await file.arrayBuffer()
  if (bytes.byteLength <= mostInBody) return { given: { content: base64Of(new Uint8Array(bytes)) } }
  const announced = await api<Address>('POST', '/uploads', {
    body: { size: bytes.byteLength, sha256: await hashOf(bytes) },
  })
  if (!announced.ok) return { said: announced.problem.said }
  const { id, url, headers } = announced.body
  try {
    const sent = await fetch(url, { method: 'PUT', headers, body: bytes })
    return sent.ok ? { given: { upload: id } } : { said: texts.failed }
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

function base64Of(bytes: Uint8Array): string {
  const piece = 0x80_00
  let text = ''
  for (let from = 0; from < bytes.length; from += piece)
    text += String.fromCharCode(...bytes.subarray(from, from + piece))
  return btoa(text)
}
