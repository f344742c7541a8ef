import { Refusal } from '#domain/kernel/refusal'
import type * as release from '#domain/rules/renamed-words'
import type { Lexicon } from '#domain/rules/renamed-words'
import type { ColumnAsk, DealChange, DealStore, NamedCard } from '#ports/deals'
import type { Page } from '#ports/page'
import type { People } from '#ports/people'
import type { PlanStore } from '#ports/plans'
import type { Ports } from '#ports/ports'
import type { Deal, DealCard } from '#schemas/deal'
import type { Task } from '#schemas/task'

type Named = Pick<Ports, 'deals' | 'people' | 'plans' | 'rules'>

/**
 * Ports through which everything is called as the newest rules call it, whether the job that follows `moved` has come by
 * already or not: deals stand in their column, people are in their roles, fields have their names. Whoever writes a deal
 * that was called otherwise seats it in the same transaction.
 */
export function inTodaysWords<P extends Named>(ports: P): P {
  const lexicon = lexiconOf(ports)
  return {
    ...ports,
    deals: dealsInWords(ports, lexicon),
    people: { ...ports.people, load: async () => peopleInWords(await ports.people.load(), await lexicon()) },
    plans: plansByLexicon(ports, lexicon),
  }
}

/** The newest rules with what reads them; the code is loaded when something has been renamed for the first time. */
type Spoken = typeof release & { readonly newest: Lexicon }
type ReadLexicon = () => Promise<Spoken | undefined>

function lexiconOf({ rules }: Named): ReadLexicon {
  return async () => {
    try {
      const newest = await rules.current()
      if ((newest.renamings ?? []).length === 0) return undefined
      return { ...(await import('#domain/rules/renamed-words')), newest }
    } catch (error) {
      // Before anything was published nothing can be called otherwise.
      if (error instanceof Refusal && error.code === 'rules_unknown') return undefined
      throw error
    }
  }
}

function dealsInWords({ deals, rules }: Named, lexicon: ReadLexicon): DealStore {
  // What a deal is in the store, by how it was read: a write must know what it replaces.
  const stored = new WeakMap<Deal, Deal>()
  const seat = (deal: Deal, words: Spoken | undefined): Deal => {
    const seated = words === undefined ? deal : words.dealInWords(deal, words.newest)
    if (seated !== deal) stored.set(seated, deal)
    return seated
  }
  const seatAll = async (reading: readonly Deal[] | Promise<readonly Deal[]>) => {
    const [found, words] = await Promise.all([reading, lexicon()])
    return found.map((deal) => seat(deal, words))
  }
  return {
    ...deals,
    find: async (id) => {
      const [deal, words] = await Promise.all([deals.find(id), lexicon()])
      return deal === undefined ? undefined : seat(deal, words)
    },
    findMany: (ids) => seatAll(deals.findMany(ids)),
    save: async (change) => {
      const was = change.was && stored.get(change.was)
      const words = was && (await lexicon())
      await deals.save(words === undefined ? change : seatedChange(change, was, words))
    },
    ...tasksInWords(deals, lexicon),
    readDue: async (keys) => {
      const [found, words] = await Promise.all([deals.readDue(keys), lexicon()])
      if (words === undefined) return found
      return {
        ...found,
        deals: found.deals.map((deal) => words.dealInWords(deal, words.newest)),
        tasks: found.tasks.map((task) => words.taskInWords(task, words.newest)),
      }
    },
    ...columnsInWords({ deals, rules }, lexicon),
    byOwner: async (ask) => {
      const page = await deals.byOwner(ask)
      return { ...page, items: await seatAll(page.items) }
    },
  }
}

/** What a column is read as: cards alone, or with what stands beside them. */
type Cards<T> = {
  readonly dealIn: (one: T) => DealCard
  /** The same with the deal as it is called today; `before` is what the places of an earlier name begin with. */
  readonly withDeal: (one: T, deal: DealCard, before: string) => T
}

const plainCards: Cards<DealCard> = { dealIn: (deal) => deal, withDeal: (_, deal) => deal }
const namedCards: Cards<NamedCard> = {
  dealIn: ({ deal }) => deal,
  withDeal: (one, deal, before) => ({ ...one, deal, place: before + one.place }),
}

function columnsInWords(
  { deals, rules }: Pick<Named, 'deals' | 'rules'>,
  lexicon: ReadLexicon,
): Pick<DealStore, 'column' | 'namedColumn' | 'closedIn' | 'byOwners'> {
  return {
    column: (ask) => columnInWords({ rules, ...plainCards, read: deals.column }, ask, lexicon),
    namedColumn: (ask) => columnInWords({ rules, ...namedCards, read: deals.namedColumn }, ask, lexicon),
    closedIn: async (ask) => cardsInWords(await deals.closedIn(ask), await lexicon()),
    byOwners: async (ask) => {
      const [pages, words] = await Promise.all([deals.byOwners(ask), lexicon()])
      return pages.map((page) => cardsInWords(page, words))
    },
  }
}

type Columns<T> = Cards<T> & Pick<Named, 'rules'> & { readonly read: (ask: ColumnAsk) => Promise<Page<T>> }

/** A column under its name of today, and while deals follow, under its earlier ones. */
async function columnInWords<T>(columns: Columns<T>, ask: ColumnAsk, lexicon: ReadLexicon): Promise<Page<T>> {
  const { rules, read, dealIn, withDeal } = columns
  const isFollowed = async () => ((await rules.reseating())?.state ?? 'done') !== 'done'
  const words = await lexicon()
  if (words === undefined) return read(ask)
  const { oldPlaces, place } = words.wordsOf(words.newest)
  const old = (await isFollowed()) ? oldPlaces(ask) : []
  const { before, ...page } = await oneAfterAnother(read, ask, old)
  const items = page.items.map((one) => withDeal(one, words.dealInWords(dealIn(one), words.newest), before))
  return { ...page, items: items.filter((one) => words.isSamePlace(dealIn(one), place(ask))) }
}

function tasksInWords(
  deals: DealStore,
  lexicon: ReadLexicon,
): Pick<
  DealStore,
  'tasksOf' | 'everyTaskOf' | 'bringTaskBack' | 'findTask' | 'openTasks' | 'doneTasks' | 'lateBefore' | 'lateBeforeOf'
> {
  const all = async (tasks: readonly Task[]) => {
    const words = await lexicon()
    return words === undefined ? tasks : tasks.map((task) => words.taskInWords(task, words.newest))
  }
  const page = async (found: Page<Task>) => ({ ...found, items: await all(found.items) })
  return {
    tasksOf: async (dealId) => all(await deals.tasksOf(dealId)),
    everyTaskOf: async (dealId) => {
      const { atHand, putAway } = await deals.everyTaskOf(dealId)
      return { atHand: await all(atHand), putAway: await all(putAway) }
    },
    bringTaskBack: async (dealId, taskId) => {
      const task = await deals.bringTaskBack(dealId, taskId)
      return task === undefined ? undefined : (await all([task]))[0]
    },
    findTask: async (dealId, taskId) => {
      const task = await deals.findTask(dealId, taskId)
      return task === undefined ? undefined : (await all([task]))[0]
    },
    openTasks: async (ask) => page(await deals.openTasks(ask)),
    doneTasks: async (ask) => page(await deals.doneTasks(ask)),
    lateBefore: async (ask) => page(await deals.lateBefore(ask)),
    lateBeforeOf: async (ask) => Promise.all((await deals.lateBeforeOf(ask)).map(page)),
  }
}

/** The write of a deal that is called otherwise in the store: its event says so, and it is written whole. */
function seatedChange(change: DealChange, stored: Deal | undefined, words: Spoken): DealChange {
  const { was, deal, event } = change
  const rules = was?.seat?.rules
  if (stored === undefined || was === undefined || rules === undefined || !words.isUnseated(was)) return change
  const isSeating = event.name === 'deal.reseated'
  const isOnlySeated = isSeating && event.detail.reseated?.amended === undefined
  const seat = { rules, from: isOnlySeated ? (was.seat?.from ?? was.version) : deal.version, to: deal.version }
  const reseated = { ...event.detail.reseated, ...words.reseatedDetail(stored, was, rules) }
  const { stage, pipeline, status, visit, owner } = stored
  const from = isSeating ? { from: { stage, pipeline, status, visit: visit.no, owner } } : {}
  return {
    ...change,
    was: stored,
    deal: { ...deal, seat },
    event: { ...event, detail: { ...event.detail, ...from, reseated } },
  }
}

/** The column of a place, and after it those of its earlier names: deals stand there until the job has come by. */
async function oneAfterAnother<T>(
  read: Columns<T>['read'],
  ask: ColumnAsk,
  old: readonly { readonly pipeline: string; readonly stage: string }[],
): Promise<Page<T> & { readonly before: string }> {
  const { limit, cursor } = ask
  const [, no = '0', rest = ''] = /^~(\d+)~(.*)$/.exec(cursor ?? '') ?? [undefined, '0', cursor ?? '']
  const places = [ask, ...old]
  const before = places.length === 1 ? '' : `~${no}~`
  const place = places[Number(no)]
  if (place === undefined) return { items: [], before }
  const { pipeline, stage } = place
  const page = await read({ pipeline, stage, limit, ...(rest === '' ? {} : { cursor: rest }) })
  if (places.length === 1) return { ...page, before }
  if (page.cursor !== undefined) return { items: page.items, cursor: before + page.cursor, before }
  if (Number(no) === places.length - 1) return { items: page.items, before }
  return { items: page.items, cursor: `~${Number(no) + 1}~`, before }
}

function cardsInWords(page: Page<DealCard>, words: Spoken | undefined): Page<DealCard> {
  return words === undefined
    ? page
    : { ...page, items: page.items.map((deal) => words.dealInWords(deal, words.newest)) }
}

function peopleInWords(people: People, words: Spoken | undefined): People {
  if (words === undefined) return people
  const entries = Object.entries(people.employees).map(([id, employee]) => [
    id,
    words.employeeInWords(employee, words.newest),
  ])
  return { ...people, employees: Object.setPrototypeOf(Object.fromEntries(entries), null) as People['employees'] }
}

/** The plan and its books; what reads them in other words is loaded when something has been renamed for the first time. */
function plansByLexicon({ plans, rules }: Named, lexicon: ReadLexicon): PlanStore {
  const spoken = async (): Promise<PlanStore> => {
    const words = await lexicon()
    if (words === undefined) return plans
    return (await import('#store/plan/plans-in-words')).plansInWords({ plans, rules }, words.newest)
  }
  return {
    ...plans,
    facts: async (...asked) => (await spoken()).facts(...asked),
    factsIn: async (...asked) => (await spoken()).factsIn(...asked),
    ledger: async (...asked) => (await spoken()).ledger(...asked),
    targets: async (...asked) => (await spoken()).targets(...asked),
    targetsIn: async (...asked) => (await spoken()).targetsIn(...asked),
    setTargets: async (...asked) => (await spoken()).setTargets(...asked),
    recurring: async () => (await spoken()).recurring(),
    setRecurring: async (...asked) => (await spoken()).setRecurring(...asked),
    snapshots: async (...asked) => (await spoken()).snapshots(...asked),
    pace: async (...asked) => (await spoken()).pace(...asked),
    columns: async (...asked) => (await spoken()).columns(...asked),
    columnsIn: async (...asked) => (await spoken()).columnsIn(...asked),
  }
}
