import { Refusal } from '#domain/kernel/refusal'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { Command } from '#usecases/command'
import { again, whileOthersWrite } from '#usecases/while-others-write'

import { commit, notBefore } from './commit'

type Links = NonNullable<Deal['links']>

/**
 * Gives a deal other clients, or other roles to them: `make` says which, of those it has. Nothing is written where they are
 * the same. Undefined where there is no such deal. While others write, it is looked again.
 */
export function relinkDeal(
  ports: Pick<Ports, 'deals' | 'clock'>,
  command: Command,
  dealId: string,
  make: (links: Links) => Links,
): Promise<Deal | undefined> {
  return whileOthersWrite(`The clients of ${dealId} were written`, async () => {
    const was = await ports.deals.find(dealId)
    if (was === undefined) return undefined
    const links = make(was.links ?? [])
    if (JSON.stringify(links) === JSON.stringify(was.links ?? [])) return was
    const at = notBefore(ports.clock.now(), was)
    const decision = { was, next: { ...was, links }, name: 'deal.updated' as const, detail: { links }, at }
    try {
      return await commit(ports, command, decision)
    } catch (error) {
      if (error instanceof Refusal && error.code === 'version_conflict') return again
      throw error
    }
  })
}
