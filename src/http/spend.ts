import type { Caller } from '#domain/kernel/access'
import type { Ports } from '#ports/ports'

import type { Operation } from './operation'
import { doorFault } from './words/door-refusal'

/** Units a minute; what changes something costs five. */
const person = 600
const key = 300
const costOfChange = 5
/** How few units have to be left for an answer to speak of them. */
const littleLeft = 0.2

/**
 * Takes what a request costs from the minute of whoever asks, and gives the headers that say how much is left where that is
 * little. Refuses with `too_many_requests` where nothing is.
 */
export async function spend(
  { limits }: Pick<Ports, 'limits'>,
  { method, id, rarely }: Pick<Operation, 'method' | 'id' | 'rarely'>,
  { actor, employee }: Caller,
): Promise<Readonly<Record<string, string>>> {
  const isKey = actor.kind !== 'employee'
  const who = `${isKey ? 'key' : 'person'}:${isKey ? actor.id : (employee ?? actor.id)}`
  if (rarely !== undefined) await take(limits, { who: `${who}:${id}`, name: id, cost: 1, limit: rarely })
  const limit = isKey ? key : person
  const cost = method === 'GET' ? 1 : costOfChange
  const { left, headers } = await take(limits, { who, name: isKey ? 'key' : 'person', cost, limit })
  return left < limit * littleLeft ? headers : {}
}

type Taking = { readonly who: string; readonly name: string; readonly cost: number; readonly limit: number }

async function take(limits: Ports['limits'], { who, name, cost, limit }: Taking) {
  const { isGranted, left, resetsInMs } = await limits.take(who, { cost, limit })
  const seconds = Math.max(1, Math.ceil(resetsInMs / 1000))
  // The names and letters of draft-ietf-httpapi-ratelimit-headers: quota, window, rest, time.
  const headers = {
    'ratelimit-policy': `"${name}";q=${limit};w=60`,
    ratelimit: `"${name}";r=${isGranted ? left : 0};t=${seconds}`,
  }
  if (isGranted) return { left, headers }
  // Not all at the same moment: everybody who was refused would ask again in the first second of the next minute.
  const later = seconds + Math.floor(Math.random() * 4)
  throw doorFault('too_many_requests', { seconds }, { headers: { ...headers, 'retry-after': String(later) } })
}
