import type { Caller } from '#domain/kernel/access'
import { parsePeriod } from '#domain/time/period'
import type { Company } from '#domain/plan/plan-scope'
import { Refusal, type RefusalCode } from '#domain/kernel/refusal'
import { checkTargets } from '#domain/plan/targets'
import type { Ports } from '#ports/ports'
import type { SetTargetCells, Target, TargetCellsSet } from '#schemas/plan'

import { inGroups } from '#usecases/in-groups'
import { beyondReach } from './set-targets'

type Cell = SetTargetCells['cells'][number]
type Wrong = { readonly code: RefusalCode; readonly detail: string }
type Judged = { readonly cell: Cell; readonly now: number | null; readonly wrong: Wrong | undefined }

/**
 * Sets cells of many periods: each on its own, so that one that cannot be set leaves the others alone. Those of one
 * period are set 100 at a time, whole or not at all.
 */
export async function setTargetCells(
  { plans, people, rules }: Pick<Ports, 'plans' | 'people' | 'rules'>,
  caller: Caller,
  cells: readonly Cell[],
): Promise<TargetCellsSet> {
  const [{ model }, org] = await Promise.all([rules.current(), people.load()])
  const names = cells.map(nameOf)
  const wrongs = cells.map(
    (cell, index) =>
      wrongIn(cell, { model, org }, caller) ?? (names.indexOf(nameOf(cell)) === index ? undefined : twice),
  )
  const known = new Map<string, readonly Target[]>()
  for (const period of new Set(cells.filter((_, index) => wrongs[index] === undefined).map((cell) => cell.period))) {
    // oxlint-disable-next-line no-await-in-loop -- a sheet has up to 19 periods: one after the other
    known.set(period, await plans.targets(period))
  }
  const judged = cells.map((cell, index): Judged => {
    // What is set for somebody whom the caller may not plan for is not theirs to know.
    const seen = wrongs[index] === undefined ? known.get(cell.period) : undefined
    const now = seen?.find((one) => isOf(one, cell))?.value ?? null
    return { cell, now, wrong: wrongs[index] ?? (cell.was !== undefined && cell.was !== now ? changed : undefined) }
  })
  const good = judged.filter(({ wrong }) => wrong === undefined).map(({ cell }) => cell)
  await inGroups([...known.keys()], 4, async (period) => {
    const group = good.filter((cell) => cell.period === period)
    await plans.setTargets(
      period,
      group.map(({ metric, scope, id, value }) => ({ metric, scope, id, value })),
    )
  })
  return { saved: good.length, cells: judged.map(toldOf) }
}

const changed: Wrong = {
  code: 'version_conflict',
  detail: 'Somebody else has set this target meanwhile. Look at what it is now and set it again.',
}
const twice: Wrong = { code: 'target_scope', detail: 'This cell is named twice. The first one counts.' }

function wrongIn(cell: Cell, company: Company, caller: Caller): Wrong | undefined {
  try {
    parsePeriod(cell.period)
    checkTargets([cell], company)
    return beyondReach(caller, [cell], company.org)
  } catch (error) {
    // What is wrong with one cell is told of that cell; the others may still be set.
    if (error instanceof Refusal) return { code: error.code, detail: error.message }
    throw error
  }
}

function toldOf({ cell: { period, metric, scope, id, value }, now, wrong }: Judged): TargetCellsSet['cells'][number] {
  const cell = { period, metric, scope, id }
  return wrong === undefined ? { ...cell, value } : { ...cell, value: now, ...wrong }
}

function isOf(target: Target, cell: Cell): boolean {
  return target.metric === cell.metric && target.scope === cell.scope && target.id === cell.id
}

function nameOf({ period, metric, scope, id }: Cell): string {
  return `${period}#${metric}#${scope}#${id}`
}
