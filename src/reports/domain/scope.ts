import { reaches, type Caller } from '#domain/kernel/access'
import type { Money } from '#domain/deals/winning'
import { convert } from '#domain/kernel/money'
import type { Org } from '#domain/people/responsible'
import type { Model } from '#schemas/model'

/** What a report is narrowed down to. `axis` is `axis=value`; a department includes those below it. */
export type Filters = {
  readonly direction?: string
  readonly axis?: string
  readonly department?: string
  readonly person?: string
  /** Conditions of the table of deals, which hold now. */
  readonly where?: string
  /** The field whose values rows by field are. */
  readonly field?: string
}

/** When, for whom and by which rules a report is told. Instants are milliseconds; `to` is the first that is outside. */
export type Frame = {
  readonly caller: Caller
  readonly org: Org
  readonly model: Model
  readonly money: Money
  readonly filters: Filters
  readonly zone: string
  readonly now: number
  readonly today: string
  readonly from: number
  readonly to: number
  readonly fromDay: string
  readonly toDay: string
  /** Months of a named period; empty for days of one’s own. */
  readonly months: readonly string[]
}

/** Whose something is and in which direction; the department is that of the moment where it was kept, else the one of now. */
export type Place = { readonly owner: string; readonly pipeline: string; readonly department?: string }

/** What of the company a report tells: by the caller’s rights and by the filters. */
export type Scope = {
  /** Whether the caller may see the deals of somebody. */
  readonly sees: (owner: string) => boolean
  /** Whether the filters ask for it. */
  readonly wants: (place: Place) => boolean
  readonly isIn: (at: number) => boolean
  /** Minor units of company currency at the rate of now; undefined where there is no rate. */
  readonly base: (amountMinor: number, currency: string) => number | undefined
  readonly departmentOf: (place: Pick<Place, 'owner' | 'department'>) => string
}

/** Works out once per person and direction what would be asked again for every fact. */
export function scopeOf(frame: Frame): Scope {
  const { caller, org, filters, model, money, from, to } = frame
  const sees = remembered((owner) => reaches(caller, 'deals_read', owner, org))
  const isBelow = remembered((department) => ancestorsOf(department, org).includes(filters.department ?? ''))
  const [axis = '', value = ''] = filters.axis?.split('=') ?? []
  const isOnAxis = remembered((pipeline) => model.pipelines[pipeline]?.axes[axis] === value)
  const departmentOf: Scope['departmentOf'] = ({ owner, department }) =>
    department ?? org.employees[owner]?.department ?? ''
  return {
    sees,
    wants: (place) =>
      (filters.direction === undefined || place.pipeline === filters.direction) &&
      (filters.person === undefined || place.owner === filters.person) &&
      (filters.axis === undefined || isOnAxis(place.pipeline)) &&
      (filters.department === undefined || isBelow(departmentOf(place))),
    isIn: (at) => at >= from && at < to,
    base: (amountMinor, currency) => {
      if (currency === money.currency) return amountMinor
      const rate = money.rates[currency]
      return rate === undefined ? undefined : convert(amountMinor, { from: currency, to: money.currency, rate })
    },
    departmentOf,
  }
}

/** A department and all above it. */
export function ancestorsOf(department: string, { departments }: Pick<Org, 'departments'>): readonly string[] {
  const all: string[] = []
  for (let id: string | null = department; id !== null && id !== '' && !all.includes(id);) {
    all.push(id)
    id = departments[id]?.parent ?? null
  }
  return all
}

function remembered(answer: (id: string) => boolean): (id: string) => boolean {
  const known = new Map<string, boolean>()
  return (id) => {
    const before = known.get(id)
    if (before !== undefined) return before
    const now = answer(id)
    known.set(id, now)
    return now
  }
}
