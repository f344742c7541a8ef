import { Refusal } from '#domain/kernel/refusal'
import { nowKeysOf } from '#release/domain/release-plan'
import { firstRules } from '#product/memory-language'
import { memoryWorld, type MemoryWorld } from '#product/memory-world'
import type { Ports } from '#ports/ports'
import type { RulesVersion } from '#ports/rules'
import type { Deal } from '#schemas/deal'
import type { Department, Employee } from '#schemas/people'
import type { Task } from '#schemas/task'
import { loseDeal } from '#usecases/deals/close-deal'
import { completeTask } from '#usecases/tasks/complete-task'
import { createDeal } from '#usecases/deals/create-deal'
import { followRules } from '#release/usecases/follow-rules'
import { moveDeal } from '#usecases/deals/move-deal'
import { planRules } from '#release/usecases/plan-rules'
import { publishRules, rollbackRules } from '#release/usecases/publish-rules'
import { reassignTask } from '#usecases/tasks/reassign-task'
import { rescheduleTask } from '#usecases/tasks/reschedule-task'
import { updateDeal } from '#usecases/deals/update-deal'
import { firstState, textOf, type RulesState, type Step } from './lives'

/** A company that lives through steps, with what its rules said at every version. */
export type Living = {
  readonly world: MemoryWorld
  readonly ids: string[]
  readonly states: Map<number, RulesState>
  /** Tasks that the last step touched by hand. */
  readonly touched: Set<string>
}

const all = 'all' as const
const departments: readonly Department[] = [{ id: 'sales', name: 'Sales', parent: null, head: 'helen' }]
const person = (id: string, roles: string[]): Employee => ({ id, name: id, department: 'sales', roles, active: true })
const employees: readonly Employee[] = [
  { ...person('helen', ['head']), rights: { deals_read: all, deals_edit: all, rules_edit: all } },
  person('anna', []),
  person('lena', ['lawyer']),
  person('alex', ['accountant']),
]

let founded: Promise<RulesVersion> | undefined

/** Founds the company. */
export async function founding(): Promise<Living> {
  founded ??= firstRules(textOf(firstState), '2026-12-01T08:00:00.000Z')
  const world = await memoryWorld({ rules: await founded, employees, departments, now: '2026-12-01T10:00:00.000Z' })
  return { world, ids: [], states: new Map([[1, firstState]]), touched: new Set() }
}

/** Does one step; what the rules or the state of things do not allow is refused and changes nothing. */
export async function live(living: Living, step: Step): Promise<void> {
  living.touched.clear()
  try {
    await act(living, step)
  } catch (error) {
    if (!(error instanceof Refusal) && !(error instanceof Crash)) throw error
  }
  await living.world.settle()
}

/** The process that seats deals is gone. */
class Crash extends Error {}

async function act(living: Living, step: Step): Promise<void> {
  const { world } = living
  const helen = await world.as('helen')
  switch (step.kind) {
    case 'create':
      return create(living, step)
    case 'fill':
      return fill(living, step)
    case 'finish':
    case 'byHand': {
      const task = await openTaskAt(living, step)
      if (task !== undefined) await touch(living, task, step)
      return
    }
    case 'forward':
    case 'back':
      return move(living, step)
    case 'lose':
      await loseDeal(world.ports, helen, dealAt(living, step.deal), { reason: 'price' })
      return
    case 'publish':
      return publish(living, step)
    case 'rollback': {
      const { version } = await world.ports.rules.current()
      return goBack(living, 1 + (step.to % Math.max(1, version - 1)))
    }
    case 'thereAndBack':
      return thereAndBack(living, step)
    case 'follow':
      await followRules(crashing(world.ports, step), { log: () => undefined })
      return
    case 'wait':
      return world.passTo(new Date(Date.parse(world.now()) + step.hours * 3_600_000).toISOString())
  }
}

async function create(living: Living, { pipeline, stage }: Extract<Step, { kind: 'create' }>): Promise<void> {
  const { world, ids } = living
  const { model } = await world.ports.rules.current()
  const stages = model.pipelines[pipeline]?.stages ?? []
  const place = stages[stage % 3]?.id ?? ''
  const input = { title: `Deal ${ids.length + 1}`, pipeline, stage: place, owner: 'anna' }
  ids.push((await createDeal(world.ports, await world.as(), input)).id)
}

async function fill(living: Living, { deal, what }: Pick<Extract<Step, { kind: 'fill' }>, 'deal' | 'what'>) {
  const { world } = living
  const { field, writer } = await newestState(living)
  const id = dealAt(living, deal)
  const frame = what === 'frame' ? await aFrame(living) : undefined
  const key = what === 'field' ? field : what
  // What is written as it is changes nothing, whoever writes it.
  const other = (await world.ports.deals.find(id))?.fields[key] === 'Something' ? 'Otherwise' : 'Something'
  const fields = { [key]: frame ?? other }
  const helen = await world.as('helen')
  if (what !== 'mood' || writer === 'anybody') {
    await updateDeal(world.ports, helen, id, { fields })
    return
  }
  // Whoever may change the deal is not whom the newest rules name for the field.
  const isRefused = await updateDeal(world.ports, helen, id, { fields }).then(
    () => false,
    (error: unknown) => error instanceof Refusal,
  )
  if (!isRefused) throw new Error('A field was written by somebody whom the rules do not name.')
  await updateDeal(world.ports, await world.as('alex'), id, { fields })
}

/** A deal of the direction that fields lead to. */
async function aFrame({ world, ids }: Living): Promise<string | undefined> {
  const deals = await Promise.all(ids.map((id) => world.ports.deals.find(id)))
  return deals.find((deal) => deal?.pipeline === 'works')?.id
}

async function touch(living: Living, task: Task, step: Extract<Step, { kind: 'finish' | 'byHand' }>): Promise<void> {
  const { world, touched } = living
  const helen = await world.as('helen')
  touched.add(task.id)
  if (step.kind === 'finish') await completeTask(world.ports, helen, task.id, {})
  else if (step.isDate)
    await rescheduleTask(world.ports, helen, task.id, { dueAt: '2027-01-15T12:00:00.000Z', reason: 'Later' })
  else await reassignTask(world.ports, helen, task.id, { responsible: 'helen' })
}

async function move(living: Living, { kind, deal: no }: Extract<Step, { kind: 'forward' | 'back' }>): Promise<void> {
  const { world } = living
  const deal = await world.ports.deals.find(dealAt(living, no))
  const { model } = await world.ports.rules.current()
  const stages = model.pipelines[deal?.pipeline ?? '']?.stages ?? []
  const at = stages.findIndex(({ id }) => id === deal?.stage)
  const toStage = kind === 'back' ? stages[at - 1]?.id : (stages[at + 1]?.id ?? 'completed')
  if (deal === undefined || toStage === undefined) return
  const tasks = await world.ports.deals.tasksOf(deal.id)
  const complete = tasks.filter(({ status, visit }) => status === 'open' && visit === deal.visit.no).map(({ id }) => id)
  const { field, writer } = await newestState(living)
  if (kind === 'forward' && writer !== 'anybody') await fill(living, { deal: no, what: 'mood' })
  const frame = await aFrame(living)
  const fields = {
    [field]: 'x',
    ...(writer === 'anybody' ? { mood: 'y' } : {}),
    ...(frame === undefined || frame === deal.id ? {} : { frame }),
  }
  const input = kind === 'back' ? { toStage, reason: 'Again' } : { toStage, complete, fields }
  await moveDeal(world.ports, await world.as('helen'), deal.id, input)
}

async function publish(
  living: Living,
  { change, now }: Pick<Extract<Step, { kind: 'publish' }>, 'change' | 'now'>,
  isChosen: (key: string) => boolean = () => true,
) {
  const { world, states } = living
  const before = await newestState(living)
  const state = { ...before, ...change }
  const text = textOf(state, before)
  const helen = await world.as('helen')
  const { plan } = await planRules(world.ports, helen, { text })
  const keys = nowKeysOf(plan).filter(isChosen)
  const chosen = keys.length === 0 ? [] : [...new Set(now.map((no) => keys[no % keys.length] ?? ''))]
  const input = { text, note: 'changed', expected: plan.from, now: chosen }
  const { version } = await publishRules(world.ports, helen, input)
  states.set(version, state)
}

async function goBack(living: Living, to: number): Promise<void> {
  const { world, states } = living
  const current = await world.ports.rules.current()
  const next = await rollbackRules(world.ports, await world.as('helen'), {
    to,
    note: 'back',
    expected: current.version,
  })
  const state = states.get(to)
  if (state !== undefined) states.set(next.version, state)
}

/** What nobody has touched is as it was when rules are published, followed, and taken back. */
async function thereAndBack(living: Living, step: Extract<Step, { kind: 'thereAndBack' }>): Promise<void> {
  const { world } = living
  await followRules(world.ports)
  await world.settle()
  const { version } = await world.ports.rules.current()
  const before = await everything(living)
  // What was won is in the books: taking the rules back does not take it out of them.
  await publish(living, step, (key) => !key.endsWith('.won_after'))
  await followRules(world.ports)
  await world.settle()
  if ((await world.ports.rules.current()).version === version) return
  await goBack(living, version)
  await followRules(world.ports)
  await world.settle()
  const after = await everything(living)
  if (after !== before)
    throw new Error(`It is not as it was before it was published and taken back:\n${before}\n${after}`)
}

async function everything({ world, ids }: Living): Promise<string> {
  const parts = await Promise.all(
    ids.map(async (id) => {
      const deal = await world.ports.deals.find(id)
      const tasks = await world.ports.deals.tasksOf(id)
      const open = tasks.filter(({ status }) => status === 'open')
      return [
        [deal?.pipeline, deal?.stage, deal?.status, JSON.stringify(deal?.fields), deal?.visit.enteredAt],
        ...open
          .map((task) => [task.id, task.dueAt, task.responsible, task.role, task.stage, task.do, task.mayAlso?.join()])
          .toSorted(),
      ].join('\n')
    }),
  )
  return parts.join('\n')
}

/** Ports under which the process dies at the n-th write of a deal, before or after it was carried out, and writes no more. */
function crashing(ports: Ports, { crash, isAfter }: Extract<Step, { kind: 'follow' }>): Ports {
  let left = crash === 0 ? Infinity : crash
  const dying = async (write: () => Promise<void>): Promise<void> => {
    left -= 1
    if (left < 0 || (left === 0 && !isAfter)) throw new Crash()
    await write()
    if (left === 0) throw new Crash()
  }
  return {
    ...ports,
    deals: { ...ports.deals, save: (change) => dying(() => ports.deals.save(change)) },
    rules: {
      ...ports.rules,
      noteReseating: async (next, wasRev) => {
        if (left <= 0) throw new Crash()
        return ports.rules.noteReseating(next, wasRev)
      },
    },
  }
}

async function newestState({ world, states }: Living): Promise<RulesState> {
  return states.get((await world.ports.rules.current()).version) ?? firstState
}

function dealAt({ ids }: Living, no: number): string {
  return ids[no % Math.max(1, ids.length)] ?? 'deal_none'
}

async function openTaskAt(living: Living, { deal, task }: { deal: number; task: number }): Promise<Task | undefined> {
  const tasks = await living.world.ports.deals.tasksOf(dealAt(living, deal))
  const open = tasks.filter(({ status }) => status === 'open')
  return open[task % Math.max(1, open.length)]
}

/** A deal as it is now. */
export async function dealNow({ world }: Living, id: string): Promise<Deal> {
  const deal = await world.ports.deals.find(id)
  if (deal === undefined) throw new Error(`The deal ${id} is gone.`)
  return deal
}
