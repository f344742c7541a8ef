import { lampOf } from '#exchange/domain/lamp'
import { employeeCaller } from '#domain/kernel/access'
import { noticeId } from '#domain/people/notice-id'
import type { Ports } from '#ports/ports'
import { tell } from '#usecases/people/tell'
import { maySeeOneC } from './one-c-rights'

type Needs = Pick<Ports, 'clock' | 'exchange' | 'notices' | 'people' | 'rules'>

/** Enough of the newest sessions to find the last that ended well. */
const sessionsLookedAt = 50

/** Tells whoever looks after the exchange that none has ended well for a working day; once for each silence. */
export async function watchExchanges(ports: Needs, at: string): Promise<{ readonly silent: number }> {
  const bases = (await ports.exchange.bases()).filter(({ removedAt }) => removedAt === undefined)
  if (bases.length === 0) return { silent: 0 }
  const [{ model }, people] = await Promise.all([ports.rules.current(), ports.people.load()])
  let silent = 0
  for (const { id, name } of bases) {
    // oxlint-disable-next-line no-await-in-loop -- mostly one
    const { lamp, lastSuccessAt } = lampOf(await ports.exchange.sessions(id, sessionsLookedAt), at, model.calendar)
    if (lamp !== 'silent' || lastSuccessAt === undefined) continue
    silent += 1
    const once = `exchange_silent#${id}#${lastSuccessAt}`
    const notice = {
      id: noticeId(at, once),
      kind: 'exchange_silent' as const,
      at,
      integration: { id, name },
      since: lastSuccessAt,
    }
    const who = Object.values(people.employees).filter(
      (one) => one.active && maySeeOneC(employeeCaller(one, people.departments), model, people),
    )
    // oxlint-disable-next-line no-await-in-loop
    for (const one of who) await tell(ports, one.id, notice, { once })
  }
  return { silent }
}
