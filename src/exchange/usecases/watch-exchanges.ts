import { employeeCaller } from '#domain/kernel/access'
import { noticeId } from '#domain/people/notice-id'
import type { Ports } from '#ports/ports'
import { tell } from '#usecases/people/tell'
import { maySeeOneC } from './one-c-rights'
import { readLamp } from './read-lamp'

type Needs = Pick<Ports, 'clock' | 'exchange' | 'notices' | 'people' | 'rules'>

/** Tells whoever looks after the exchange that none has ended well for a working day; once for each silence. */
export async function watchExchanges(ports: Needs, at: string): Promise<{ readonly silent: number }> {
  const bases = (await ports.exchange.bases()).filter(({ removedAt }) => removedAt === undefined)
  if (bases.length === 0) return { silent: 0 }
  const [{ model }, people] = await Promise.all([ports.rules.current(), ports.people.load()])
  const { calendar } = model
  const who = Object.values(people.employees).filter(
    (one) => one.active && maySeeOneC(employeeCaller(one, people.departments), model, people),
  )
  let silent = 0
  for (const { id, name } of bases) {
    // oxlint-disable-next-line no-await-in-loop -- mostly one
    const { lamp, lastSuccessAt } = await readLamp(ports, id, { at, calendar })
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
    // oxlint-disable-next-line no-await-in-loop
    for (const one of who) await tell(ports, one.id, notice, { once })
  }
  return { silent }
}
