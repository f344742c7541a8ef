import { distance } from 'fastest-levenshtein'
import { latinOf } from '#domain/kernel/latin'

const cyrillic = /\p{Script=Cyrillic}/u

/** How alike two words are, 0 to 1: one slip of the pen leaves them alike, another number or another short word does not. */
export function alike(one: string, other: string): number {
  if (one === other) return 1
  const [left, right] = inOneScript(one, other)
  if (left === right) return 0.95
  const length = Math.min(left.length, right.length)
  if (/\d/u.test(left + right) || length < 3) return 0
  const far = isTurned(left, right) ? 1 : distance(left, right)
  return far === 1 ? 1 - 1 / (Math.max(left.length, right.length) + 1) : 0
}

/** Words of two alphabets are compared as both are written in Latin letters. */
function inOneScript(one: string, other: string): readonly [string, string] {
  return cyrillic.test(one) === cyrillic.test(other) ? [one, other] : [latinOf(one), latinOf(other)]
}

/** Whether two neighbouring letters have changed places, and nothing else. */
function isTurned(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  const at = Array.from(one).findIndex((letter, place) => letter !== other[place])
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2)
}
