import { everyTaskOf } from '#usecases/tasks/every-task'
import { timelineOf } from '#usecases/deals/deal-as-of'
import { versionOf } from '#domain/kernel/event-id'
import { behind, followedOn, keptAccount, wholeAccount, type Account, type Telling } from '#reports/domain/account'
import { factsBy, type DealRecord } from '#reports/domain/deal-facts'
import { textHash } from '#domain/kernel/text-hash'
import type { Ports } from '#ports/ports'
import type { KeptFacts, Shelving } from '#ports/reports'
import type { Deal } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import type { Model } from '#schemas/model'
import type { Task } from '#schemas/task'
import type { Seen } from '#usecases/tasks/seat-after'

type Needs = Pick<Ports, 'deals' | 'rules' | 'reports'>

/**
 * Keeps the facts of a deal for reports, after anything has happened to it and its tasks have been seen to. Right in any
 * order and any number of times, because it looks at the deal as it is, and whoever read it earlier cannot write later. Of
 * the past it reads what has come since it last looked; all of it where that does not suffice.
 */
export async function keepReports(ports: Needs, dealId: string): Promise<(seen: Seen) => Promise<boolean>> {
  const was = await ports.reports.kept(dealId)
  return async ({ deal, tasks, events }) => {
    if (was?.stamp === stampOf({ deal, tasks })) return true
    const account = await accountOf(ports, { deal, events, was })
    if (account === undefined) return false
    return ports.reports.keep(shelvingOf({ deal, tasks }, was, account))
  }
}

/** The deal followed on from where it was left, by the events at hand or by those that are read behind it. */
async function accountOf(
  ports: Needs,
  {
    deal,
    events,
    was,
  }: { readonly deal: Deal; readonly events: readonly DomainEvent[]; readonly was: KeptFacts | undefined },
): Promise<Account | undefined> {
  const known = was?.journey as Account | undefined
  const told = toldMonths(was)
  if (known !== undefined && known.version <= deal.version) {
    const since = behind(known, events, deal) ?? (await eventsBehind(ports, deal, known.version))
    const telling = await tellingOf(ports, since, [known])
    const account = followedOn(known, { deal, events: since, told }, telling)
    if (account !== undefined) return account
  }
  const all = (await timelineOf(ports.deals, deal.id)).filter((event) => versionOf(event) <= deal.version)
  return wholeAccount(deal, all, await tellingOf(ports, all))
}

async function eventsBehind({ deals }: Needs, deal: Deal, version: number): Promise<readonly DomainEvent[]> {
  const events = await deals.eventsSince(deal.id, version)
  return events.filter((event) => versionOf(event) <= deal.version && !event.id.includes('~'))
}

/** A deal with all its events and tasks; the deal first, so that no event up to its version is missing. */
export async function readRecord({ deals }: Pick<Ports, 'deals'>, dealId: string): Promise<DealRecord | undefined> {
  const deal = await deals.find(dealId)
  if (deal === undefined) return undefined
  const [events, tasks] = await Promise.all([timelineOf(deals, dealId), everyTaskOf(deals, dealId)])
  return { deal, tasks, events: events.filter((event) => versionOf(event) <= deal.version) }
}

/** By which rules a deal is told: every version that one of its visits began under. */
export async function tellingOf(
  { rules }: Pick<Ports, 'rules'>,
  events: readonly Pick<DomainEvent, 'configVersion'>[],
  accounts: readonly Account[] = [],
): Promise<Telling> {
  const stays = accounts.flatMap(({ standing }) => standing.stay ?? [])
  const numbers = [...new Set([...events, ...stays].map(({ configVersion }) => configVersion))]
  const [newest, ...versions] = await Promise.all([rules.current(), ...numbers.map((no) => rules.version(no))])
  const models = new Map(versions.map(({ version, model }) => [version, model]))
  const modelOf = (version: number): Model => models.get(version) ?? newest.model
  return { modelOf, zone: newest.model.calendar.timezone }
}

/** What has to be written of a deal, by an account that knows all months whose facts have changed. */
export function shelvingOf(
  { deal, tasks }: { readonly deal: Deal; readonly tasks: readonly Task[] },
  was: KeptFacts | undefined,
  account: Account,
): Shelving {
  const bodies = factsBy({ deal, tasks }, account)
  const before = was?.shelves ?? {}
  // Months of which the account knows nothing any more say what they said.
  const unknown = Object.entries(before).filter(([shelf]) => {
    const month = monthOfDeals(shelf)
    return !account.isWhole && month !== undefined && !(month in account.months) && !bodies.has(shelf)
  })
  const named = [...bodies].map(([shelf, body]) => [shelf, textHash(body)] as const)
  const shelves = Object.fromEntries([...unknown, ...named])
  const changed = Object.keys({ ...before, ...shelves }).filter((shelf) => before[shelf] !== shelves[shelf])
  const loose = new Set([...Object.keys(was?.loose ?? {}), ...changed])
  const kept = [...loose].map((shelf) => {
    const body = bodies.get(shelf) ?? (shelf in shelves ? was?.loose[shelf] : undefined)
    return [shelf, body ?? null] as const
  })
  const wasRev = was?.rev ?? 0
  return {
    dealId: deal.id,
    wasRev,
    facts: {
      rev: wasRev + 1,
      stamp: stampOf({ deal, tasks }),
      shelves,
      loose: Object.fromEntries(kept),
      journey: keptAccount(account, deal),
    },
  }
}

/** Months that have facts of deals. */
function toldMonths(was: KeptFacts | undefined): readonly string[] {
  return Object.keys(was?.shelves ?? {}).flatMap((shelf) => monthOfDeals(shelf) ?? [])
}

function monthOfDeals(shelf: string): string | undefined {
  return shelf.startsWith('d-') ? shelf.slice('d-'.length) : undefined
}

/** Grows with every change of the deal and of each of its tasks. */
function stampOf({ deal, tasks }: { readonly deal: Deal; readonly tasks: readonly Task[] }): string {
  return `${deal.version}.${tasks.reduce((sum, { rev }) => sum + rev, 0)}`
}
