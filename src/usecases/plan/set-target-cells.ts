import type { Caller } from '#domain/kernel/access'
import { parsePeriod } from '#domain/time/period'
import type { Company } from '#domain/plan/plan-scope'
import { Refusal } from '#domain/kernel/refusal'
import { sentenceIn } from '#domain/kernel/saying'
import { planRefusal, planRefusalOf } from '#domain/plan/words/plan-refusal'
import { checkTargets } from '#domain/plan/targets'
import type { Ports } from '#ports/ports'
import type { Language } from '#schemas/language-names'
import type { SetTargetCells, Target, TargetCellsSet } from '#schemas/plan'

import { inGroups } from '#usecases/in-groups'
import { beyondReach } from './set-targets'

type Cell = SetTargetCells['cells'][number]
type Judged = { readonly cell: Cell; readonly now: number | null; readonly wrong: Refusal | undefined }

/**
 * Sets cells of many periods: each on its own, so that one that cannot be set leaves the others alone. Those of one
 * period are set 100 at a time, whole or not at all. What is wrong with one is said in the language of whoever asks.
 */
export async function setTargetCells(
  { plans, people, rules }: Pick<Ports, 'plans' | 'people' | 'rules'>,
  caller: Caller,
  cells: readonly Cell[],
  language: Language = 'en',
): Promise<TargetCellsSet> {
  const [{ model }, org] = await Promise.all([rules.current(), people.load()])
  const names = cells.map(nameOf)
  const wrongs = cells.map(
    (cell, index) =>
      wrongIn(cell, { model, org }, caller) ??
      (names.indexOf(nameOf(cell)) === index ? undefined : planRefusal('target_scope.cell_twice')),
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
    const isStale = cell.was !== undefined && cell.was !== now
    return { cell, now, wrong: wrongs[index] ?? (isStale ? planRefusal('version_conflict.target') : undefined) }
  })
  const good = judged.filter(({ wrong }) => wrong === undefined).map(({ cell }) => cell)
  await inGroups([...known.keys()], 4, async (period) => {
    const group = good.filter((cell) => cell.period === period)
    await plans.setTargets(
      period,
      group.map(({ metric, scope, id, value }) => ({ metric, scope, id, value })),
    )
  })
  return { saved: good.length, cells: await Promise.all(judged.map((one) => toldOf(one, language))) }
}

function wrongIn(cell: Cell, company: Company, caller: Caller): Refusal | undefined {
  try {
    parsePeriod(cell.period)
    checkTargets([cell], company)
    const beyond = beyondReach(caller, [cell], company.org)
    return beyond === undefined ? undefined : planRefusalOf([beyond])
  } catch (error) {
    // What is wrong with one cell is told of that cell; the others may still be set.
    if (error instanceof Refusal) return error
    throw error
  }
}

async function toldOf(
  { cell: asked, now, wrong }: Judged,
  language: Language,
): Promise<TargetCellsSet['cells'][number]> {
  const { period, metric, scope, id, value } = asked
  const cell = { period, metric, scope, id }
  if (wrong === undefined) return { ...cell, value }
  return { ...cell, value: now, code: wrong.code, detail: await sentenceIn(language, wrong) }
}

function isOf(target: Target, cell: Cell): boolean {
  return target.metric === cell.metric && target.scope === cell.scope && target.id === cell.id
}

function nameOf({ period, metric, scope, id }: Cell): string {
  return `${period}#${metric}#${scope}#${id}`
}
