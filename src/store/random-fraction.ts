const drawn = new Uint8Array(1024)
let at = drawn.length

/** A fraction from 0 up to, but not, 1 out of secure randomness, which is drawn for many at once: each draw is a call into the system. */
export function randomFraction(): number {
  if (at === drawn.length) {
    crypto.getRandomValues(drawn)
    at = 0
  }
  const byte = drawn[at] ?? 0
  at += 1
  return byte / 256
}
