import { lampOf } from '#exchange/domain/lamp'
import type { Ports } from '#ports/ports'
import type { Calendar } from '#schemas/model'

/** So many of the newest sessions mostly tell how an exchange stands. */
const newest = 50
/** A base that fails every few minutes has more in a working day and the night before it. */
const furthest = 2_000

/** How an exchange stands at a moment, and when it last ended well: looked for further back where the newest say nothing of that. */
export async function readLamp(
  { exchange }: Pick<Ports, 'exchange'>,
  base: string,
  { at, calendar }: { readonly at: string; readonly calendar: Calendar },
): Promise<ReturnType<typeof lampOf>> {
  const few = await exchange.sessions(base, newest)
  const isEnough = few.length < newest || few.some(({ state }) => state === 'done')
  return lampOf(isEnough ? few : await exchange.sessions(base, furthest), at, calendar)
}
