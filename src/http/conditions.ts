import type { Operation } from './operation'
import { doorRefusal } from './words/door-refusal'

/**
 * The versions an If-Match header names, one or a list (RFC 9110, 13.1.1). `"7"` is a version; `"7.12"`, the tag of a
 * view, names version 7 too; weak ones and those of others never match; `*` asks only that there is something, which is so whenever a command is reached.
 */
export function readIfMatch(
  header: string | undefined,
  wanted: 'required' | 'optional' | undefined,
): readonly number[] | undefined {
  if (wanted === undefined) return undefined
  if (header === undefined) {
    if (wanted === 'optional') return undefined
    throw doorRefusal('precondition_required')
  }
  if (header.trim() === '*') return undefined
  const tags = header.split(',').map((tag) => /^"([1-9]\d{0,14})(?:\.\d{1,15})?"$/.exec(tag.trim())?.[1])
  const versions = tags.flatMap((version) => (version === undefined ? [] : [Number(version)]))
  if (versions.length > 0) return versions
  throw doorRefusal('precondition_failed.no_etag', { header: header.slice(0, 80) })
}

/** The ETag of what has no version of its own: two that are the same have the same. */
export async function contentTag(answer: unknown): Promise<string> {
  return `"${(await hashOf(canonical(answer))).slice(0, 32)}"`
}

/** What is to be written over, which whoever asks has seen as it is; what has no version is never one that was named. */
export async function seenOf(
  header: string | undefined,
  { current, ifMatch, method }: Operation,
  ask: unknown,
): Promise<unknown> {
  if (current === undefined) {
    if (ifMatch === undefined && method !== 'GET') refuseVersionless(header)
    return undefined
  }
  const seen = await current(ask as never)
  await refuseUnseen(header, seen)
  return seen
}

/** Refuses to write over what somebody has not seen as it is now. Where nothing is yet, nothing can have been seen. */
async function refuseUnseen(header: string | undefined, current: unknown): Promise<void> {
  if (current === undefined) {
    if (header === undefined) return
    throw doorRefusal('precondition_failed.nothing_there')
  }
  if (header === undefined) throw doorRefusal('precondition_required')
  const tag = await contentTag(current)
  // A weak tag never matches here (RFC 9110, 13.1.1).
  if (header.split(',').some((one) => ['*', tag].includes(one.trim()))) return
  throw doorRefusal('precondition_failed.changed')
}

/** What has no version is never one that was named (RFC 9110, 13.1.1): it is not done as if the header were not there. */
function refuseVersionless(header: string | undefined): void {
  if (header === undefined || header.trim() === '*') return
  throw doorRefusal('precondition_failed.no_version', { header: header.slice(0, 80) })
}

/** Whether If-None-Match already has this tag, so that nothing needs to be sent. Weak tags count, as RFC 9110 has it. */
export function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  return header.split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()))
}

/** The Idempotency-Key of a request; undefined when there is none, a refusal when it cannot be used. */
export function readIdempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined) return undefined
  if (/^[\u0021-\u007e]{1,255}$/.test(header)) return header
  throw doorRefusal('idempotency_key_bad')
}

/** A hash of what was asked: the same for the same method, path and body, however the body is spaced or ordered. */
export async function requestHash(method: string, path: string, body: unknown): Promise<string> {
  return hashOf(`${method} ${path}\n${canonical(body)}`)
}

async function hashOf(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text)
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? ''
  )
}
