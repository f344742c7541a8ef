import type { Pace, PlanStore, Snapshot } from '#ports/plans'
import { keys, prefixes } from '#store/plan/keys'
import { kept } from '#memory/kept'
import { shelf } from '#memory/shelf'

/** What the schedules compute: snapshots, the newest pace, the newest reconciliation. */
export function memoryPace(): Pick<
  PlanStore,
  'saveSnapshot' | 'snapshots' | 'savePace' | 'pace' | 'saveReconciliation' | 'lastReconciliation'
> {
  const days = shelf<Snapshot>()
  const paces = new Map<string, Pace>()
  let reconciliation: { readonly at: string; readonly report: unknown } | undefined
  return {
    saveSnapshot: async (period, on, rows) => {
      for (const row of rows) {
        days.put(period, keys.snapshot(period, row, on).sk, kept({ on, plan: row.plan, fact: row.fact }))
      }
    },
    snapshots: async (period, row) => days.all(period, { prefix: prefixes.snapshotsOf(row) }),
    savePace: async (period, metric, pace) => {
      const was = paces.get(`${period}#${metric}`)
      // Schedules may come late: what was computed earlier must not replace what was computed later.
      if (was === undefined || was.at <= pace.at) paces.set(`${period}#${metric}`, kept(pace))
    },
    pace: async (period, metric) => paces.get(`${period}#${metric}`),
    saveReconciliation: async (report, at) => {
      if (reconciliation === undefined || reconciliation.at <= at) reconciliation = kept({ at, report })
    },
    lastReconciliation: async () => reconciliation?.report,
  }
}
