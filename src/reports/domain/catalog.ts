import type { ReportGroup, ReportName } from '#schemas/report-names'
import type { ReportKind } from './rows'
import type { Scene } from './shelves'
import type { Table } from './table'
import { accountantTables, forecastTables, lostTables } from './won-and-open'
import { disciplineTables, loadTables, taskTables } from './work'
import { callTables } from './replies/calls'
import { cohortTables, periodTables } from './funnels'
import { stageTimeTables } from './stage-time'
import { responseTables } from './replies/response'
import { complianceTables, velocityTables } from './way-of-selling'

/** What a report reads: kinds of row of its months, what is open now, deals closed before, the plan, missed calls. */
export type Need = ReportKind | 'past' | 'plan' | 'closed' | 'callBacks' | 'papers'

/** A report as it is declared. */
export type ReportSpec = {
  /** What its rows can be, the usual first. */
  readonly groups: readonly [ReportGroup, ...ReportGroup[]]
  readonly needs: readonly Need[]
  /** Tells how things are now, whatever the period. */
  readonly isOfNow?: boolean
  /** Absent where the plan’s books are needed too. */
  readonly tables?: (scene: Scene) => readonly Table[]
}

/** Every report there is. */
export const reportSpecs: Readonly<Record<ReportName, ReportSpec>> = {
  plan_fact: { groups: ['person', 'department', 'direction', 'axis', 'company'], needs: ['plan'] },
  accountant: { groups: ['stage', 'field'], needs: ['won', 'open', 'closed', 'papers'], tables: accountantTables },
  funnel_cohort: { groups: ['stage', 'field'], needs: ['came'], tables: cohortTables },
  funnel_period: { groups: ['stage', 'field'], needs: ['reached'], tables: periodTables },
  time_in_stage: { groups: ['stage', 'field'], needs: ['ended', 'open'], tables: stageTimeTables },
  forecast: {
    groups: ['stage', 'person', 'department', 'direction', 'axis', 'field', 'company'],
    needs: ['won', 'open'],
    tables: forecastTables,
  },
  tasks: {
    groups: ['person', 'day', 'person_day', 'template', 'department', 'direction', 'field', 'company'],
    needs: ['tasks'],
    tables: taskTables,
  },
  load: {
    groups: ['person', 'department', 'direction', 'field', 'company'],
    needs: ['open', 'openTasks'],
    isOfNow: true,
    tables: loadTables,
  },
  discipline: {
    groups: ['person', 'department', 'template', 'day', 'direction', 'field', 'company'],
    needs: ['tasks'],
    tables: disciplineTables,
  },
  response: {
    groups: ['person', 'source', 'channel', 'hour', 'source_hour', 'department', 'direction', 'field', 'company'],
    needs: ['made'],
    tables: responseTables,
  },
  calls: {
    groups: ['person', 'channel', 'hour', 'department', 'company'],
    needs: ['callBacks'],
    tables: callTables,
  },
  lost_reasons: { groups: ['reason', 'field'], needs: ['lost'], tables: lostTables },
  velocity: {
    groups: ['direction', 'person', 'department', 'axis', 'field', 'company'],
    needs: ['won', 'lost'],
    tables: velocityTables,
  },
  compliance: {
    groups: ['stage', 'person', 'department', 'direction', 'field', 'company'],
    needs: ['ended', 'skipped', 'overridden', 'tasks', 'refusals', 'open'],
    tables: complianceTables,
  },
  plan_needs: { groups: ['stage'], needs: ['plan', 'open', 'past'] },
}
