import { reportRefusal } from '#reports/words/report-refusal'
import type { Caller } from '#domain/kernel/access'
import { wordsOf } from '#domain/rules/renamed-words'
import { calledBy } from '#reports/domain/called'
import { reportSpecs, type Need, type ReportSpec } from '#reports/domain/catalog'
import { frameOf } from '#reports/domain/frame'
import { needsTables } from '#reports/domain/plan-needs'
import { planTable, type PlanOf } from '#reports/domain/plan-tables'
import { scopeOf, type Frame } from '#reports/domain/scope'
import type { ClosedBooks, Note, Scene } from '#reports/domain/shelves'
import type { Table } from '#reports/domain/table'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import { instantOf } from '#domain/time/zone'
import type { NotedCorrection } from '#schemas/plan'
import type { ReportQuery } from '#schemas/report'
import type { ReportGroup, ReportName } from '#schemas/report-names'
import { loadPlanBooks } from '#usecases/plan/plan-books'
import { correctionsToday } from '#usecases/plan/corrections-today'

import { narrowTo } from './listed-deals'
import { loadFacts } from './load-facts'

export type ReportPorts = Pick<
  Ports,
  | 'backlog'
  | 'callBacks'
  | 'clients'
  | 'clock'
  | 'deals'
  | 'money'
  | 'people'
  | 'plans'
  | 'reports'
  | 'rules'
  | 'settings'
>

/** Who asks. */
export type Reader = { readonly caller: Caller; readonly people: People }

/** Who keeps what reports are made of. */
const keepers = ['follow-deal', 'keep-plan-ledger']

/** A report before it is put into words. */
export type Built = {
  readonly name: ReportName
  readonly frame: Frame & { readonly period: string | null }
  readonly by: ReportGroup
  readonly tables: readonly Table[]
  /** When it was read, and how many events that had happened by then are not told in it yet. */
  readonly now: string
  readonly toCome: number | null
  /** What is to be known about the numbers; said while they are worked out, so it is known when they are. */
  readonly notes: () => readonly Note[]
}

/** What a report is asked for: its filters, and what a row is. */
export type AskedReport = Omit<ReportQuery, 'lang'>

/**
 * Computes the tables of a report, of what the caller may see. `isForItems` reads what stands behind the numbers too, where
 * the numbers themselves come from counters.
 */
export async function buildReport(
  ports: ReportPorts,
  { caller, people }: Reader,
  { name, asked, isForItems = false }: { name: string; asked: AskedReport; isForItems?: boolean },
): Promise<Built> {
  const spec = specOf(name)
  const by = groupOf(name as ReportName, spec, asked)
  refuseWithoutRight(caller, spec, asked)
  const now = ports.clock.now()
  // Asked before the facts are read: what is handled meanwhile may be told, what waits afterwards came later.
  const [rules, money, toCome] = await Promise.all([
    ports.rules.current(),
    ports.settings.load(),
    ports.backlog.toCome(keepers),
  ])
  const { model } = rules
  const frame = frameOf({ caller, org: people, model, money, now }, asked)
  const metric = asked.metric ?? 'sum'
  const called = calledBy(wordsOf(rules))
  const { only, fieldOf } = await narrowTo(ports, frame, { called, by, isOfDeals: spec.needs.includes('made') })
  const [plan, beside, facts] = await Promise.all([
    spec.needs.includes('plan') ? planOf(ports, frame, metric) : undefined,
    besideFacts(ports, spec, frame, only),
    loadFacts(ports, frame, {
      needs: needsOf(name as ReportName, spec, { metric, isForItems, isDays: frame.period === null }),
      called,
      only,
    }),
  ])
  const notes = new Map<string, Note>()
  const note: Scene['note'] = (said) => notes.set(JSON.stringify(said), said)
  if (only !== undefined || (fieldOf !== undefined && by === 'field')) note({ kind: 'fields_now' })
  const more = { ...beside, ...(fieldOf === undefined ? {} : { fieldOf }) }
  const scene: Scene = { frame, scope: scopeOf(frame), facts, by, note, ...more }
  const tables = tablesOf(name as ReportName, spec, scene, plan)
  return { name: name as ReportName, frame, by, tables, now, toCome, notes: () => [...notes.values()] }
}

/** What a report is made of beside the facts of deals, as far as it needs it. */
async function besideFacts(
  ports: ReportPorts,
  { needs }: ReportSpec,
  frame: Frame,
  only: ReadonlySet<string> | undefined,
): Promise<Pick<Scene, 'closed' | 'papers' | 'callBacks'>> {
  const [closed, papers, callBacks] = await Promise.all([
    needs.includes('closed') ? loadClosed(ports, frame, only) : undefined,
    needs.includes('papers') ? papersOf(ports, frame.caller, frame, only) : undefined,
    needs.includes('callBacks') ? ports.callBacks.between(instantOf(frame.from), instantOf(frame.to)) : undefined,
  ])
  return {
    ...(closed === undefined ? {} : { closed }),
    ...(papers === undefined ? {} : { papers }),
    ...(callBacks === undefined ? {} : { callBacks }),
  }
}

/** What was invoiced and paid, narrowed as the report is; payments are of no deal, so that a narrower report has none. */
async function papersOf(ports: ReportPorts, caller: Caller, frame: Frame, only: ReadonlySet<string> | undefined) {
  const { loadPapers } = await import('./load-papers')
  const found = await loadPapers(ports, caller, frame)
  if (found === undefined) return undefined
  const { payments, ...rest } = found
  const invoices = only === undefined ? rest.invoices : rest.invoices.filter(({ deal }) => only.has(deal))
  const isWhole = only === undefined && Object.keys(frame.filters).length === 0
  return { ...rest, invoices, ...(isWhole && payments !== undefined ? { payments } : {}) }
}

/** The closed months of a period, and corrections; days of one’s own have none: the plan is kept by months. */
async function loadClosed(
  { deals, settings }: ReportPorts,
  { months }: Frame,
  only: ReadonlySet<string> | undefined,
): Promise<ClosedBooks | undefined> {
  const [from, to] = [months[0], months.at(-1)]
  if (from === undefined || to === undefined) return undefined
  const span = { from, to }
  const [closings, allLater, allHere] = await Promise.all([
    deals.closings(span),
    deals.correctionsOf(span),
    deals.correctionsIn(span),
  ])
  const isAsked = ({ dealId }: NotedCorrection) => only === undefined || only.has(dealId)
  const [later, here] = await Promise.all([
    correctionsToday({ settings }, allLater.filter(isAsked)),
    correctionsToday({ settings }, allHere.filter(isAsked)),
  ])
  const corrected = here.length === 0 ? [] : await deals.findMany([...new Set(here.map(({ dealId }) => dealId))])
  return { closings, later, here, titles: new Map(corrected.map(({ id, title }) => [id, title])) }
}

/** A report as it is declared, or a refusal that lists the ones there are. */
export function specOf(name: string): ReportSpec {
  if (Object.hasOwn(reportSpecs, name)) return reportSpecs[name as ReportName]
  throw reportRefusal('report_unknown', { name, known: Object.keys(reportSpecs) })
}

function groupOf(name: ReportName, { groups }: ReportSpec, { by, field }: AskedReport): ReportGroup {
  if (by === undefined && field !== undefined && groups.includes('field')) return 'field'
  if (by === undefined) return groups[0]
  if (groups.includes(by)) return by
  throw reportRefusal('report_group', { name, by, groups })
}

/** Fields of deals are not for the plan: targets and what is booked on them are kept by person, department, direction and axis. */
function refuseWithoutRight(caller: Caller, { needs }: ReportSpec, { where, field }: AskedReport): void {
  const right = needs.includes('plan') ? 'plan_read' : 'deals_read'
  if (caller.reach[right] === 'none') throw reportRefusal('forbidden.report', { right }, { right })
  if (needs.includes('callBacks') && (where !== undefined || field !== undefined))
    throw reportRefusal('report_group.calls')
  if (right === 'plan_read' && (where !== undefined || field !== undefined)) throw reportRefusal('report_group.plan')
}

/** The numbers of the plan are its own counters: facts are read for days of one’s own and for what stands behind. */
function needsOf(
  name: ReportName,
  { needs }: ReportSpec,
  { metric, isForItems, isDays }: { metric: string; isForItems: boolean; isDays: boolean },
): readonly Need[] {
  if (name !== 'plan_fact' || (!isForItems && !isDays)) return needs
  return [...needs, metric === 'tasks_done' ? 'tasks' : 'won']
}

async function planOf(
  ports: ReportPorts,
  { period }: { readonly period: string | null },
  metric: PlanOf['metric'],
): Promise<PlanOf | undefined> {
  return period === null ? undefined : { books: await loadPlanBooks(ports, period), period, metric }
}

function tablesOf(name: ReportName, spec: ReportSpec, scene: Scene, plan: PlanOf | undefined): readonly Table[] {
  if (spec.tables !== undefined) return spec.tables(scene)
  return name === 'plan_needs' ? needsTables(scene, plan) : [planTable(scene, plan)]
}
