import { spokenAll, type Told } from './saying'

const firstPauseMs = 60_000
const longestPauseMs = 7_200_000

/** Attempts on a message: with the pauses between them they fill a day. */
const mostAttempts = 17

/** A message that will never get through to this address: trying again is useless. */
export class Undeliverable extends Error {
  override readonly name: string = 'Undeliverable'
  /** The same by the key of its sentence, where it has one. */
  readonly told: Told | undefined
}

/** A message that did not get through this time, by our own words: it is tried again. */
export class NotDelivered extends Error {
  override readonly name: string = 'NotDelivered'
  readonly told: Told

  constructor(told: Told) {
    super(spokenAll(told.book.en, told.sayings))
    this.told = told
  }
}

/** Whoever was asked has not answered in time. */
export class NotInTime extends Error {
  override readonly name: string = 'NotInTime'
}

/** Nobody was reached at all: for certain nothing has left. */
export class NothingLeft extends Error {
  override readonly name: string = 'NothingLeft'
}

/** How long a message waits after so many failed attempts: three times longer each time, two hours at most; null gives up after a day. */
export function retryAfterMs(attempts: number): number | null {
  if (attempts >= mostAttempts) return null
  return Math.min(longestPauseMs, firstPauseMs * 3 ** (attempts - 1))
}
