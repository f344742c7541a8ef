import { everyPage } from '#usecases/every-page'
import { redatedByCalendar } from '#release/domain/redate'
import { pipelinesOf } from '#domain/rules/renaming'
import { isPlace, isUnseated } from '#domain/rules/renamed-words'
import { hasPendingAmendment, hasToUndo, isWonNow } from '#release/domain/pending'
import type { RulesVersion, Reseating } from '#ports/rules'
import type { DealCard } from '#schemas/deal'
import type { Place } from '#schemas/release'
import type { Task } from '#schemas/task'
import { inGroups } from '#usecases/in-groups'
import { pageRows } from './read-live-facts'
import type { SeatNeeds } from './seat-deal'
import { winningVersions } from './winning-versions'

const sideBySide = 8
const wholeDeals = 200

/**
 * The open deals that have not followed the rules in force yet, each once: those that stand in columns of earlier names,
 * those whose fields are called otherwise, those that something was published for with `now`, or taken back.
 */
export async function dealsToSeat(ports: SeatNeeds, newest: RulesVersion, work: Reseating): Promise<readonly string[]> {
  const old = await inOldColumns(ports, newest)
  const isWide = work.amends.length > 0 || work.undo || work.fields
  const cards = isWide ? await cardsIn(ports, pipelinesOf(newest.model)) : []
  const versions = await Promise.all(work.amends.map((version) => ports.rules.version(version)))
  const pending = cards.filter(
    (deal) =>
      isUnseated(deal) ||
      hasToUndo(deal, newest.undone ?? []) ||
      versions.some((version) => hasPendingAmendment(deal, version, newest)),
  )
  const winning = await winningVersions(ports, work, newest)
  const won = cards.filter((deal) => winning.some((since) => isWonNow(deal, since, newest)))
  const renamed = work.fields ? await withOldFields(ports, cards) : []
  const byTask = await byTasks(ports, versions)
  return [...new Set([...old, ...pending, ...won, ...renamed].map(({ id }) => id).concat(byTask))]
}

/** Deals under names that the rules have given up: the index is asked by exactly those names. */
async function inOldColumns(ports: SeatNeeds, { model, renamings = [] }: RulesVersion): Promise<readonly DealCard[]> {
  const places = renamings.flatMap(({ seats }) =>
    Object.entries(seats).flatMap(([pipeline, stages]) => Object.keys(stages).map((stage) => ({ pipeline, stage }))),
  )
  const distinct = [...new Map(places.map((place) => [`${place.pipeline}.${place.stage}`, place])).values()]
  return cardsIn(
    ports,
    distinct.filter((place) => !isPlace(model, place)),
  )
}

async function cardsIn({ deals }: SeatNeeds, places: readonly Place[]): Promise<readonly DealCard[]> {
  const lists = await inGroups(places, sideBySide, ({ pipeline, stage }) =>
    everyPage<DealCard>(pageRows, (page) => deals.column({ pipeline, stage, ...page })),
  )
  return lists.flat()
}

async function withOldFields({ deals }: SeatNeeds, cards: readonly DealCard[]): Promise<readonly DealCard[]> {
  const ids = cards.map(({ id }) => id)
  const groups = Array.from({ length: Math.ceil(ids.length / wholeDeals) }, (_, no) =>
    ids.slice(no * wholeDeals, (no + 1) * wholeDeals),
  )
  return (await inGroups(groups, sideBySide, (group) => deals.findMany(group))).flat().filter(isUnseated)
}

/** Deals with open tasks that a changed calendar dates anew, or whose ladder is another one now. */
async function byTasks(ports: SeatNeeds, versions: readonly RulesVersion[]): Promise<readonly string[]> {
  const asked = versions.filter(({ now = [] }) => now.some((key) => /^(calendar|calendars|escalations)\b/.test(key)))
  if (asked.length === 0) return []
  const org = await ports.people.load()
  const lists = await inGroups(Object.keys(org.employees), sideBySide, (responsible) =>
    everyPage<Task>(pageRows, (page) => ports.deals.openTasks({ responsible, ...page })),
  )
  const tasks = lists.flat()
  const models = new Map<number, RulesVersion['model']>()
  for (const version of new Set(tasks.map(({ dueWhy }) => dueWhy.configVersion)))
    models.set(version, (await ports.rules.version(version)).model)
  const ids = new Set<string>()
  for (const { now = [], model, at } of asked) {
    const isDated = now.some((key) => /^calendars?\b/.test(key))
    const ladders = now.flatMap((key) => (key.startsWith('escalations.') ? [key.slice('escalations.'.length)] : []))
    for (const task of tasks) {
      const isRedated = isDated && redatedByCalendar(task, { after: model, at, org, models }) !== undefined
      if (isRedated || ladders.includes(task.escalate)) ids.add(task.dealId)
    }
  }
  return [...ids]
}
