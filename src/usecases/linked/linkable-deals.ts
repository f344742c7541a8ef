import { linksIn, type Linkable } from '#domain/deals/linked'
import { reaches, type Caller } from '#domain/kernel/access'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Deal, FieldValue } from '#schemas/deal'
import type { Model } from '#schemas/model'
import { canSee } from '#usecases/deals/deal-file'

type Asked = {
  readonly model: Model
  readonly people: People
  readonly fields: Readonly<Record<string, FieldValue>>
}

/**
 * Those of the deals that fields name which are there and which the caller may see: one request where any is named, and one
 * for the tasks of each that is not within their reach. Undefined where there is but one deal in the world, as in a trial.
 */
export async function linkableDeals(
  { deals }: Pick<Ports, 'deals'>,
  caller: Caller,
  { model, people, fields }: Asked,
): Promise<Linkable | undefined> {
  if (deals.hasOnlyOne === true) return undefined
  const ids = [...new Set(Object.values(linksIn(fields, model)))]
  const found = await seenDeals(deals, { caller, people }, ids)
  return new Map(found.map((deal) => [deal.id, deal]))
}

/** Those of some deals that are there and that somebody may see. */
export async function seenDeals(
  deals: Ports['deals'],
  { caller, people }: { readonly caller: Caller; readonly people: People },
  ids: readonly string[],
): Promise<readonly Deal[]> {
  return ids.length === 0 ? [] : seenAmong(deals, { caller, people }, await deals.findMany(ids))
}

/** The same of deals that have been read already. */
export async function seenAmong(
  deals: Pick<Ports['deals'], 'tasksOf'>,
  { caller, people }: { readonly caller: Caller; readonly people: People },
  found: readonly Deal[],
): Promise<readonly Deal[]> {
  const seen = await Promise.all(
    found.map(async (deal) => {
      if (reaches(caller, 'deals_read', deal.owner, people)) return [deal]
      return canSee(caller, { deal, tasks: await deals.tasksOf(deal.id), people }) ? [deal] : []
    }),
  )
  return seen.flat()
}
