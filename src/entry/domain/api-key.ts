import type { Caller } from '#domain/kernel/access'
import type { KeptApiKey } from '#schemas/entry/kept-api-key'
import type { ApiKey } from '#schemas/entry/api-key'
import type { Rights } from '#schemas/people'
import { reaches, rightKinds, type RightKind } from '#schemas/people-names'

const dayMs = 86_400_000

/** After how many days a key ends by itself, where nothing else is said. */
export const usualDays = 90
/** How long the old secret of a key is good beside the new one. */
export const overlapMs = dayMs
/** How long a key of the company works after whoever answers for it has left. */
export const outliveMs = 7 * dayMs

/**
 * Rights that no key has: whoever may change people may give themselves every other right, and a key that makes keys would
 * never end.
 */
export const neverOfKeys: readonly RightKind[] = ['people_edit']

/** The first right of these that reaches further than somebody has it themselves; undefined where none does. */
export function beyond(scopes: Rights, reach: Caller['reach']): RightKind | undefined {
  return rightKinds.find((kind) => rank(scopes[kind] ?? 'none') > rank(reach[kind]))
}

/** The first right of these that no key may have. */
export function neverOfKey(scopes: Rights): RightKind | undefined {
  return neverOfKeys.find((kind) => (scopes[kind] ?? 'none') !== 'none')
}

/** A key as it is shown: without its secrets. */
export function shownKey({ secrets, rev: _rev, leftAt: _leftAt, ...key }: KeptApiKey, now: string): ApiKey {
  const old = secrets.flatMap(({ until }) => (until !== undefined && until > now ? [until] : []))[0]
  return { ...key, ...(old === undefined ? {} : { oldSecretUntil: old }) }
}

/** When a key that is made or renewed at an instant ends by itself. */
export function endOf(at: string, days: number = usualDays): string {
  return new Date(Date.parse(at) + days * dayMs).toISOString()
}

/** A key of somebody who has left: their own ends at once, the company’s after a week, in which it can be taken over. */
export function leftBehind(key: KeptApiKey, at: string): KeptApiKey | undefined {
  if (!key.isOfCompany) return undefined
  const end = new Date(Date.parse(at) + outliveMs).toISOString()
  return { ...key, leftAt: at, expiresAt: key.expiresAt < end ? key.expiresAt : end, rev: key.rev + 1 }
}

/** What whoever answers for a key should know of it. */
export type KeyWarning = {
  readonly kind: 'key_ends' | 'key_unused' | 'key_left'
  /** When it ends, was used last, or ends because nobody answers for it. */
  readonly since: string
  /** Told once for this. */
  readonly once: string
}

/** So many days before its end a key is warned of, each once. */
const warnedBefore = [3, 14] as const
const unusedMs = 60 * dayMs

/**
 * What is to be told of a key at an instant: that nobody answers for it any more, that it ends soon (14 days before, and 3), that
 * nobody has used it for 60 days. Nothing of one that has ended: the program says so.
 */
export function warningsOf(key: KeptApiKey, at: string): readonly KeyWarning[] {
  const { id, expiresAt, leftAt, usedAt, createdAt } = key
  if (expiresAt <= at) return []
  if (leftAt !== undefined) return [{ kind: 'key_left', since: expiresAt, once: `key_left#${id}#${leftAt}` }]
  const left = Date.parse(expiresAt) - Date.parse(at)
  const days = warnedBefore.find((one) => left <= one * dayMs)
  const used = usedAt ?? createdAt
  return [
    ...(days === undefined
      ? []
      : [{ kind: 'key_ends', since: expiresAt, once: `key_ends#${id}#${expiresAt}#${days}` } as const]),
    ...(Date.parse(at) - Date.parse(used) < unusedMs
      ? []
      : [{ kind: 'key_unused', since: used, once: `key_unused#${id}#${used}` } as const]),
  ]
}

function rank(reach: (typeof reaches)[number]): number {
  return reaches.indexOf(reach)
}
