import { byCurrency } from '#domain/deals/currency-sums'
import type { ColumnCount, ColumnShare, PlanStore } from '#ports/plans'
import { kept } from '#memory/kept'
import { shelf } from '#memory/shelf'

type Head = { readonly version: number; readonly share: ColumnShare | null }

/** Counts and sums of columns, and the number of open deals of every owner, each deal by the newest version told. */
export function memoryColumns(): {
  readonly columns: Pick<PlanStore, 'countColumn' | 'columns' | 'columnsIn'>
  readonly openDeals: () => Record<string, number>
} {
  const heads = new Map<string, Head>()
  const counts = shelf<ColumnCount>()
  const owners = new Map<string, number>()
  const add = ({ pipeline, stage, owner, amountMinor, currency }: ColumnShare, sign: 1 | -1): void => {
    const now = counts.get(pipeline, stage) ?? { pipeline, stage, count: 0, sums: [] }
    const sums = byCurrency([...now.sums, { currency, minor: sign * amountMinor }])
    counts.put(pipeline, stage, kept({ ...now, count: now.count + sign, sums }))
    owners.set(owner, (owners.get(owner) ?? 0) + sign)
  }
  return {
    columns: {
      countColumn: async (dealId, version, share) => {
        const was = heads.get(dealId)
        if (was !== undefined && was.version >= version) return
        heads.set(dealId, { version, share: kept(share) })
        if (was !== undefined && was.share !== null) add(was.share, -1)
        if (share !== null) add(share, 1)
      },
      columns: async (pipeline) => counts.all(pipeline),
      columnsIn: async (pipelines) => pipelines.flatMap((pipeline) => counts.all(pipeline)),
    },
    openDeals: () => Object.fromEntries([...owners].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  }
}
