import { revealed, type Secret } from '#domain/kernel/secret'
import { doorRefusal } from './words/door-refusal'
import type { Refusal } from '#domain/kernel/refusal'

/** Seals and opens cursors, so that a reader can neither change one nor use it for another list or as somebody else. */
export type CursorSeal = {
  readonly seal: (cursor: string, bound: string) => Promise<string>
  readonly open: (sealed: string, bound: string) => Promise<string>
}

type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>

/** Cursors signed by HMAC-SHA-256 with a key made of `secret`. `bound` is what list and whose: part of what is signed. */
export function cursorSeal(secret: Secret): CursorSeal {
  let key: Promise<Key> | undefined
  const sign = async (text: string): Promise<string> => {
    key ??= revealed(secret)
      .then(importKey)
      .catch((error: unknown) => {
        // Who seals the next one asks for the secret again.
        key = undefined
        throw error
      })
    const bytes = await crypto.subtle.sign('HMAC', await key, new TextEncoder().encode(text))
    return base64url(new Uint8Array(bytes))
  }
  return {
    seal: async (cursor, bound) => {
      const text = base64url(new TextEncoder().encode(cursor))
      return `${text}.${await sign(`${bound}\n${text}`)}`
    },
    open: async (sealed, bound) => {
      const [text, signature, ...rest] = sealed.split('.')
      if (text === undefined || signature === undefined || rest.length > 0) throw badCursor()
      if (!sameText(signature, await sign(`${bound}\n${text}`))) throw badCursor()
      return new TextDecoder().decode(bytesOf(text))
    },
  }
}

async function importKey(secret: string): Promise<Key> {
  if (secret.length < 16) throw new Error('The secret of the cursors needs at least 16 characters.')
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  return crypto.subtle.importKey('raw', new TextEncoder().encode(secret), algorithm, false, ['sign'])
}

function badCursor(): Refusal {
  return doorRefusal('cursor_bad')
}

// Takes the same time wherever the texts differ, so that a signature cannot be guessed byte by byte.
function sameText(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let index = 0; index < a.length; index += 1) difference |= a.charCodeAt(index) ^ b.charCodeAt(index)
  return difference === 0
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))
}

/** A cursor belongs to its filter; how many rows are wanted may change on the way. */
export function filterOf(query: unknown): string {
  const entries = Object.entries((query ?? {}) as Record<string, unknown>)
  const filter = entries.filter(([name]) => name !== 'cursor' && name !== 'limit')
  return JSON.stringify(filter.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
