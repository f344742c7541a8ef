import { systemCaller } from '#domain/kernel/access'
import { Refusal } from '#domain/kernel/refusal'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import { again, whileOthersWrite } from '#usecases/while-others-write'
import { commit, notBefore } from './commit'

type Needs = Pick<Ports, 'clock' | 'deals'>

/** What invoices and payments say of a deal: what is paid in minor units, and what has happened that tasks may wait for. */
export type Paid = { readonly minor: number; readonly happened?: string }

/**
 * Writes into a deal what is paid of it, as invoices and payments have it, and what has happened; nothing where it has that
 * already. From then on nobody writes it by hand. What a won deal counts for in the plan stays as it is.
 */
export async function keepPaid(ports: Needs, dealId: string, paid: Paid): Promise<Deal | undefined> {
  return whileOthersWrite(`What is paid of ${dealId} was written`, async () => {
    const deal = await ports.deals.find(dealId)
    return deal === undefined ? undefined : write(ports, deal, paid)
  })
}

async function write(ports: Needs, deal: Deal, { minor, happened }: Paid): Promise<Deal | typeof again> {
  const { paid: was = null, ...others } = deal.fields
  const now = minor === 0 ? null : minor
  const isNews = happened !== undefined && deal.happened[happened] === undefined
  if (was === now && !isNews && deal.paidFrom === 'invoices') return deal
  const at = notBefore(ports.clock.now(), deal)
  const next: Deal = {
    ...deal,
    fields: now === null ? others : { ...others, paid: now },
    paidFrom: 'invoices',
    ...(isNews ? { happened: { ...deal.happened, [happened]: at } } : {}),
  }
  const changes: Record<string, [typeof was, typeof now]> = was === now ? {} : { paid: [was, now] }
  const detail = { changes, ...(isNews ? { event: happened } : {}) }
  const name = isNews ? 'deal.event_posted' : 'deal.updated'
  const command = { caller: systemCaller('system', 'money'), correlationId: `money#${deal.id}` }
  try {
    return await commit(ports, command, { was: deal, next, name, detail, at })
  } catch (error) {
    if (error instanceof Refusal && error.code === 'version_conflict') return again
    throw error
  }
}
