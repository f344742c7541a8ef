import { systemCaller } from '#domain/kernel/access'
import { Refusal } from '#domain/kernel/refusal'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import { again, whileOthersWrite } from '#usecases/while-others-write'
import { commit, notBefore } from '#usecases/deals/commit'

type Needs = Pick<Ports, 'clock' | 'deals'>

/** What has happened to something of a deal, and when; perhaps a field of the deal that leads there from now on. */
export type Happening = {
  readonly event: string
  readonly at: string
  /** What it happened to: said in the timeline by `what`. */
  readonly by: string
  readonly what: string
  /** The room that tells of it; documents where absent. */
  readonly room?: string
  /** Whether it may be told after later ones of its kind: then it is looked for among the events of the deal. */
  readonly isAnyOrder?: boolean
  readonly field?: string
  readonly value?: string
}

/** Events of a deal among which one that was told already is looked for. */
const looked = 50

/**
 * Tells a deal what has happened to something of it, as an event that tasks and rules may wait for. Told again it is told
 * once: events carry what they come from.
 */
export async function keepHappened(ports: Needs, dealId: string, happening: Happening): Promise<void> {
  await whileOthersWrite(`What happened to ${happening.by} was told to ${dealId}`, async () => {
    const deal = await ports.deals.find(dealId)
    if (deal === undefined) return
    const cause = `${happening.by}~${happening.event}~${happening.at}`
    const heard = deal.happened[happening.event]
    // What the deal has heard of later than this is old, and may be far behind in its events.
    if (happening.isAnyOrder !== true && heard !== undefined && heard > happening.at) return
    if (heard !== undefined) {
      const { items } = await ports.deals.events(dealId, { order: 'newest', limit: looked })
      if (items.some(({ correlationId }) => correlationId === cause)) return
    }
    return write(ports, deal, { ...happening, cause })
  })
}

async function write(
  ports: Needs,
  deal: Deal,
  { event, cause, what, room = 'documents', field, value }: Happening & { readonly cause: string },
): Promise<Deal | typeof again> {
  const at = notBefore(ports.clock.now(), deal)
  const was = field === undefined ? undefined : (deal.fields[field] ?? null)
  const isNew = field !== undefined && value !== undefined && was !== value
  const next: Deal = {
    ...deal,
    fields: isNew ? { ...deal.fields, [field]: value } : deal.fields,
    happened: { ...deal.happened, [event]: at },
  }
  const changes = isNew ? { changes: { [field]: [was ?? null, value] } } : {}
  const command = { caller: systemCaller('system', room), correlationId: cause }
  try {
    const detail = { event, comment: what, ...changes }
    return await commit(ports, command, { was: deal, next, name: 'deal.event_posted', detail, at })
  } catch (error) {
    if (error instanceof Refusal && error.code === 'version_conflict') return again
    throw error
  }
}
