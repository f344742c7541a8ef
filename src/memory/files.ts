import { checkedKey } from '#domain/files/file-key'
import { putForSec, readForSec } from '#domain/files/file-limits'
import { tellingBytes, typeByContent } from '#domain/files/content-type'
import type { FileFacts, Files, Handing } from '#ports/files'

type Put = Pick<FileFacts, 'size' | 'sha256'> & { readonly key: string; readonly until: string }
type Read = { readonly key: string; readonly until: string; readonly handing: Handing }

type Room = {
  readonly arrived: Map<string, Uint8Array>
  readonly stored: Map<string, Uint8Array>
  readonly puts: Map<string, Put>
  readonly reads: Map<string, Read>
}

/** What the addresses of files in memory lead to. */
export type MemoryFiles = {
  readonly files: Files
  /** Sends bytes to an address; false where it does not take them. */
  readonly send: (url: string, bytes: Uint8Array) => Promise<boolean>
  /** Reads an address; undefined where there is nothing or its time is over. */
  readonly read: (url: string) => { readonly bytes: Uint8Array; readonly handing: Handing } | undefined
}

/** Files kept in memory; an address is a number that this memory knows. */
export function memoryFiles(clock: { readonly now: () => string }): MemoryFiles {
  const room: Room = { arrived: new Map(), stored: new Map(), puts: new Map(), reads: new Map() }
  return {
    files: filesIn(room, clock),
    send: async (url, bytes) => {
      const put = room.puts.get(url)
      if (put === undefined || put.until <= clock.now() || put.size !== bytes.length) return false
      if ((await hashOf(bytes)) !== put.sha256) return false
      room.arrived.set(put.key, bytes.slice())
      return true
    },
    read: (url) => {
      const read = room.reads.get(url)
      const bytes = read === undefined || read.until <= clock.now() ? undefined : room.stored.get(read.key)
      return read === undefined || bytes === undefined ? undefined : { bytes, handing: read.handing }
    },
  }
}

function filesIn({ arrived, stored, puts, reads }: Room, clock: { readonly now: () => string }): Files {
  const later = (seconds: number) => new Date(Date.parse(clock.now()) + seconds * 1000).toISOString()
  return {
    putAddress: async (key, { size, sha256 }) => {
      const url = `memory:put/${puts.size + 1}`
      puts.set(url, { key: checkedKey(key), size, sha256, until: later(putForSec) })
      return { url, headers: {}, expiresAt: later(putForSec) }
    },
    keep: async (key) => {
      const bytes = stored.get(checkedKey(key)) ?? arrived.get(key)
      if (bytes === undefined) return undefined
      stored.set(key, bytes)
      arrived.delete(key)
      return { size: bytes.length, type: typeByContent(bytes.subarray(0, tellingBytes)) }
    },
    sent: async (key) => arrived.get(checkedKey(key)),
    put: async (key, bytes) => {
      stored.set(checkedKey(key), bytes.slice())
      const type = typeByContent(bytes.subarray(0, tellingBytes))
      return { size: bytes.length, type, sha256: await hashOf(bytes) }
    },
    readAddress: async (key, handing) => {
      const url = `memory:read/${reads.size + 1}`
      reads.set(url, { key: checkedKey(key), handing, until: later(readForSec) })
      return { url, expiresAt: later(readForSec) }
    },
    get: async (key) => stored.get(checkedKey(key)),
    remove: async (key) => {
      stored.delete(checkedKey(key))
      arrived.delete(key)
    },
  }
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes.slice())
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
