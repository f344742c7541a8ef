import { everyPage } from '#usecases/every-page'
import { dateIn } from '#domain/time/zone'
import type { LiveFacts } from '#release/domain/live-facts'
import type { Renamed } from '#domain/rules/renaming'
import { emptyRolesOf } from '#release/domain/warnings'
import { pipelinesOf } from '#domain/rules/renaming'
import type { Ports } from '#ports/ports'
import type { RulesVersion } from '#ports/rules'
import type { DealCard } from '#schemas/deal'
import type { Model } from '#schemas/model'
import type { Task } from '#schemas/task'
import { inGroups } from '#usecases/in-groups'

/** What reading what is alive needs. */
export type LiveNeeds = Pick<Ports, 'clock' | 'deals' | 'documents' | 'integrations' | 'money' | 'people' | 'rules'>

/** Columns and lists that are read side by side, rows a page, and deals a request where their own fields are needed. */
const sideBySide = 8
/** Rows of a list that are read at once. */
export const pageRows = 500
const wholeDeals = 200

/** What is told while it is read: so many of so many lists. */
export type Tell = (done: number, total: number) => void

/**
 * Everything that is alive as a plan needs it: open deals by their columns, open tasks by people's lists. Own fields are
 * read only where a field or an option goes or gets another name: then every deal is read whole, 200 a time.
 */
export async function readLiveFacts(
  ports: LiveNeeds,
  current: RulesVersion,
  { after, renamed }: { readonly after: Model; readonly renamed: Renamed },
  tell: Tell = () => undefined,
): Promise<LiveFacts> {
  const at = ports.clock.now()
  const org = await ports.people.load()
  const columns = pipelinesOf(current.model)
  const people = Object.keys(org.employees).toSorted()
  let done = 0
  const listed = async <T>(list: Promise<readonly T[]>): Promise<readonly T[]> => {
    const found = await list
    tell((done += 1), columns.length + people.length)
    return found
  }
  const deals = (
    await inGroups(columns, sideBySide, (place) =>
      listed(everyPage<DealCard>(pageRows, (page) => ports.deals.column({ ...place, ...page }))),
    )
  ).flat()
  const tasks = (
    await inGroups(people, sideBySide, (responsible) =>
      listed(everyPage<Task>(pageRows, (page) => ports.deals.openTasks({ responsible, ...page }))),
    )
  ).flat()
  return {
    at,
    deals,
    tasks,
    org,
    holding: await readHolding(ports, deals, fieldsAsked(renamed, current.model)),
    connected: (await ports.integrations.all()).map(({ id, name, adapter, lines }) => ({ id, name, adapter, lines })),
    models: await readModels(ports, tasks),
    ...(await papersOf(ports, renamed, deals)),
    ...(await readDone(ports, { after, renamed, org, current, at })),
  }
}

/** Papers are looked for only where a kind of them goes: what is under way of it would be left without rules. */
async function papersOf(
  ports: LiveNeeds,
  { gone }: Renamed,
  deals: readonly DealCard[],
): Promise<Pick<LiveFacts, 'papers'>> {
  if (gone.papers.length === 0) return {}
  const { readLivePapers } = await import('./read-live-papers')
  const kinds = new Set(gone.papers.map(({ id }) => id))
  return { papers: await readLivePapers(ports, kinds, deals) }
}

/** Fields that are gone or renamed, fields with such options, and fields that name deals of a direction that goes. */
function fieldsAsked({ renaming, gone }: Renamed, before: Model): readonly string[] {
  const { fields, options } = renaming
  const named = [
    ...Object.keys(fields),
    ...Object.keys(options),
    ...gone.fields,
    ...gone.options.map(({ field }) => field),
    ...Object.values(before.fields).flatMap(({ id, to }) =>
      to !== undefined && gone.pipelines.includes(to) ? [id] : [],
    ),
  ]
  return [...new Set(named)]
}

async function readHolding(
  { deals }: LiveNeeds,
  cards: readonly DealCard[],
  fields: readonly string[],
): Promise<LiveFacts['holding']> {
  if (fields.length === 0) return {}
  const holding: Record<string, { deal: DealCard; value: unknown }[]> = {}
  const ids = cards.map(({ id }) => id)
  const groups = Array.from({ length: Math.ceil(ids.length / wholeDeals) }, (_, no) =>
    ids.slice(no * wholeDeals, (no + 1) * wholeDeals),
  )
  const whole = (await inGroups(groups, sideBySide, (group) => deals.findMany(group))).flat()
  for (const field of fields) {
    holding[field] = whole.flatMap((deal) => {
      const value = deal.fields[field]
      return value === undefined || value === null ? [] : [{ deal, value }]
    })
  }
  return holding
}

async function readModels({ rules }: LiveNeeds, tasks: readonly Task[]): Promise<LiveFacts['models']> {
  const versions = [...new Set(tasks.map(({ dueWhy }) => dueWhy.configVersion))]
  const read = await Promise.all(versions.map((version) => rules.version(version)))
  return new Map(read.map(({ version, model }) => [version, model]))
}

/** What was done lately, only where a role has no one: then it is told how many tasks a week that would be. */
async function readDone(
  { deals }: LiveNeeds,
  {
    after,
    renamed,
    org,
    current,
    at,
  }: { after: Model; renamed: Renamed; org: LiveFacts['org']; current: RulesVersion; at: string },
): Promise<Pick<LiveFacts, 'done'>> {
  if (emptyRolesOf(after, renamed.renaming, org).length === 0) return {}
  const zone = current.model.calendar.timezone
  const weekAgo = new Date(Date.parse(at) - 7 * 86_400_000).toISOString()
  const months = [...new Set([weekAgo, at].map((instant) => dateIn(zone, instant).slice(0, 7)))]
  const asks = Object.keys(org.employees).flatMap((responsible) => months.map((month) => ({ responsible, month })))
  const done = await inGroups(asks, sideBySide, (ask) =>
    everyPage<Task>(pageRows, (page) => deals.doneTasks({ ...ask, ...page })),
  )
  return { done: done.flat().filter(({ doneAt = '' }) => doneAt >= weekAgo) }
}
