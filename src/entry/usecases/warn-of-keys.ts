import { employeeCaller } from '#domain/kernel/access'
import { noticeId } from '#domain/people/notice-id'
import { warningsOf } from '#entry/domain/api-key'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { KeptApiKey } from '#schemas/entry/kept-api-key'
import { tell } from '#usecases/people/tell'

type Needs = Pick<Ports, 'apiKeys' | 'clock' | 'notices' | 'people' | 'rules'>

/**
 * Tells whoever answers for a key that it ends soon or that nobody uses it; of one that nobody answers for any more, whoever may
 * change people. Each once. Requests: one for all keys, and some for each that something is told of.
 */
export async function warnOfKeys(ports: Needs, at: string): Promise<{ readonly told: number }> {
  const now = new Date(at).toISOString()
  const [keys, people] = await Promise.all([ports.apiKeys.all(), ports.people.load()])
  let told = 0
  for (const key of keys) {
    for (const { kind, since, once } of warningsOf(key, now)) {
      const { id, name, responsible } = key
      const by = people.employees[responsible]?.name
      const notice = {
        id: noticeId(now, once),
        kind,
        at: now,
        key: { id, name },
        since,
        ...(by === undefined ? {} : { by }),
      }
      for (const whom of toldOf(key, people))
        // oxlint-disable-next-line no-await-in-loop -- of few keys there is something to tell
        told += (await tell(ports, whom, notice, { once })) ? 1 : 0
    }
  }
  return { told }
}

/** Whoever answers for it; where they have left, whoever may give it to somebody else. */
function toldOf({ responsible }: KeptApiKey, { employees, departments }: People): readonly string[] {
  if (employees[responsible]?.active === true) return [responsible]
  return Object.values(employees)
    .filter((one) => one.active && employeeCaller(one, departments).reach.people_edit === 'all')
    .map(({ id }) => id)
}
