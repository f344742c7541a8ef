import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

import { columnStore } from '#store/deals/column-store'
import { onDemand } from '#store/on-demand'
import { ledgerStore } from './ledger-store'
import { targetStore } from './target-store'
import type { PlanStore } from '#ports/plans'

/** Keeps the plan and its books in the one table. */
export function planStore(document: DynamoDBDocumentClient, table: string): PlanStore {
  // What schedules compute is read by the plan's own page and nothing else: no start should pay for it.
  const pace = onDemand(async () => (await import('./pace-store')).paceStore(document, table))
  return {
    ...ledgerStore(document, table),
    ...columnStore(document, table),
    ...targetStore(document, table),
    saveSnapshot: (period, on, rows) => pace.saveSnapshot(period, on, rows),
    snapshots: (period, row) => pace.snapshots(period, row),
    savePace: (period, metric, at) => pace.savePace(period, metric, at),
    pace: (period, metric) => pace.pace(period, metric),
    saveReconciliation: (report, at) => pace.saveReconciliation(report, at),
    lastReconciliation: () => pace.lastReconciliation(),
  }
}
