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
import { again, whileOthersWrite } from '#usecases/while-others-write'
import { refuseWhileRestated } from './restate-targets'
import { beyondReach } from './set-targets'

type Cell = SetTargetCells['cells'][number]
type Judged = { readonly cell: Cell; readonly now: number | null; readonly wrong: Refusal | undefined }

/**
 * Sets cells of many periods: each on its own, so that one that cannot be set leaves the others alone. Those of one
 * period are set 100 at a time, whole or not at all. What is wrong with one is said in the language of whoever asks.
 */
export async function setTargetCells(
  { plans, people, rules, settings }: Pick<Ports, 'plans' | 'people' | 'rules' | 'settings'>,
  caller: Caller,
  cells: readonly Cell[],
  language: Language = 'en',
): Promise<TargetCellsSet> {
  const [{ model }, org] = await Promise.all([rules.current(), people.load(), refuseWhileRestated({ settings })])
  const names = cells.map(nameOf)
  const wrongs = cells.map(
    (cell, index) =>
      wrongIn(cell, { model, org }, caller) ??
      (names.indexOf(nameOf(cell)) === index ? undefined : planRefusal('target_scope.cell_twice')),
  )
  const asked = cells.map((cell, index) => ({ cell, wrong: wrongs[index] }))
  const periods = [...new Set(asked.filter(({ wrong }) => wrong === undefined).map(({ cell }) => cell.period))]
  const settled = new Map<Cell, Judged>()
  await inGroups(periods, 4, async (period) => {
    const own = asked.filter(({ cell, wrong }) => wrong === undefined && cell.period === period)
    const judged = await setOfPeriod(
      plans,
      period,
      own.map(({ cell }) => cell),
    )
    for (const one of judged) settled.set(one.cell, one)
  })
  const judged = asked.map(({ cell, wrong }): Judged => settled.get(cell) ?? { cell, now: null, wrong })
  const saved = judged.filter(({ wrong }) => wrong === undefined).length
  return { saved, cells: await Promise.all(judged.map((one) => toldOf(one, language))) }
}

/** Sets the cells of one period that are as they were seen; where somebody set one of them meanwhile, looks again. */
function setOfPeriod(
  plans: Pick<Ports['plans'], 'targets' | 'setTargets'>,
  period: string,
  cells: readonly Cell[],
): Promise<readonly Judged[]> {
  return whileOthersWrite(`Targets of ${period} were set`, async (look) => {
    const known = await plans.targets(period)
    const judged = cells.map((cell): Judged => {
      const now = known.find((one) => isOf(one, cell))?.value ?? null
      // A hundred are set at a time: what an earlier look has set is as it was wanted.
      const isStale = cell.was !== now && !(look > 1 && now === cell.value)
      return { cell, now, wrong: isStale ? planRefusal('version_conflict.target') : undefined }
    })
    const good = judged.filter(({ wrong }) => wrong === undefined)
    const wanted = good.map(({ cell: { metric, scope, id, value }, now }) => {
      const name = { metric, scope, id }
      return { ...name, value, was: now === null ? null : { ...name, value: now } }
    })
    return (await plans.setTargets(period, wanted)) ? judged : again
  })
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
