import { steadyRules } from '#test/support/steady-rules'

import fc from 'fast-check'

import { completed } from '#domain/deals/moving'
import { Refusal } from '#domain/kernel/refusal'
import { taskIdOf } from '#domain/kernel/task-id'
import type { Deal } from '#schemas/deal'
import type { Task } from '#schemas/task'
import { addTask } from '#usecases/tasks/add-task'
import { cancelTask } from '#usecases/tasks/cancel-task'
import { changeOwner } from '#usecases/deals/change-owner'
import { checkItem } from '#usecases/tasks/check-item'
import { cancelDeal, loseDeal } from '#usecases/deals/close-deal'
import type { Command } from '#usecases/command'
import { completeTask } from '#usecases/tasks/complete-task'
import { moveDeal } from '#usecases/deals/move-deal'
import { postEvent } from '#usecases/deals/post-event'
import { reassignTask } from '#usecases/tasks/reassign-task'
import { reattributeDeal } from '#usecases/deals/reattribute-deal'
import { reopenDeal } from '#usecases/deals/reopen-deal'
import { reopenTask } from '#usecases/tasks/reopen-task'
import { rescheduleTask } from '#usecases/tasks/reschedule-task'
import { updateDeal } from '#usecases/deals/update-deal'
import type { World } from '#test/support/world'

/** The product's rules, with a task that is kept on leaving and one that is asked for once, which they do not have. */
export function livelyRules(): string {
  return steadyRules()
    .replace('do: Find out what the client thinks of the standard offer\n', (line) => `${line}        on_leave: keep\n`)
    .replace(
      'do: Send the presentation together with the three examples\n',
      (line) => `${line}        on_return: once\n`,
    )
}

const stages = [
  'presentation',
  'general_offer',
  'feedback',
  'individual_offer',
  'contract',
  'payment',
  'delivery',
  'closing_documents',
  'nps',
  completed,
] as const

/** What a gate of any stage may ask to be filled in. */
export const everyField = {
  decision_maker: 'The owner',
  need: 'Five machines',
  objection: 'none',
  amount: 100_00,
  paid: 100_00,
  discount: 5,
  offer_file: 'offer.pdf',
  contract_file: 'contract.pdf',
  invoice_number: '17',
  delivered_on: '2026-12-20',
  closing_docs: 'papers.pdf',
  nps: 9,
} as const

/** What one person may do to a deal or one of its tasks. `pick` chooses which task, value or reason. */
type Act = (at: {
  readonly world: World
  readonly command: Command
  readonly deal: Deal
  readonly task: Task | undefined
  readonly pick: number
}) => Promise<Deal | Task> | undefined

const sellers = ['anna', 'andrew', 'fedor', 'cyril', 'helen'] as const
const one = <T>(list: readonly [T, ...T[]], pick: number): T => list[pick % list.length] ?? list[0]

/** Every kind of command. One that makes no sense for the deal as it is refuses, which is part of life. */
const acts = {
  forward: ({ world, command, deal }) => forward(world, command, deal),
  bare: ({ world, command, deal }) => moveDeal(world.ports, command, deal.id, { toStage: stageAfter(deal) }),
  still: ({ world, command, deal }) => moveDeal(world.ports, command, deal.id, { toStage: deal.stage }),
  skip: async ({ world, command, deal, pick }) => {
    const toStage = pick % 2 === 0 ? 'individual_offer' : one(stages, pick)
    const complete = await tasksToDo(world, deal)
    return moveDeal(world.ports, command, deal.id, { toStage, fields: everyField, complete, reason: 'In a hurry' })
  },
  back: ({ world, command, deal, pick }) => {
    const toStage = stages[pick % Math.max(1, stages.indexOf(deal.stage as (typeof stages)[number]))] ?? 'presentation'
    return moveDeal(world.ports, command, deal.id, { toStage, reason: 'Once more' })
  },
  override: ({ world, command, deal }) =>
    moveDeal(world.ports, command, deal.id, { toStage: stageAfter(deal), override: { reason: 'They pay on Friday' } }),
  lose: ({ world, command, deal, pick }) =>
    loseDeal(world.ports, command, deal.id, { reason: one(['price', 'timing', 'bad luck'], pick) }),
  cancel: ({ world, command, deal }) => cancelDeal(world.ports, command, deal.id, { reason: 'refund' }),
  reopen: ({ world, command, deal, pick }) => {
    const toStage = pick % 2 === 0 ? {} : { toStage: one(stages, pick) }
    return reopenDeal(world.ports, command, deal.id, { reason: 'They called', ...toStage })
  },
  field: ({ world, command, deal, pick }) =>
    updateDeal(world.ports, command, deal.id, {
      fields: one<Readonly<Record<string, string | number | null>>>(
        [
          { amount: 1000 + pick },
          { amount: null },
          { objection: 'price' },
          { objection: 'none' },
          { discount: 15 },
          { discount: null },
          { delivery_date: `2026-12-${10 + (pick % 20)}` },
          { delivery_date: null },
        ],
        pick,
      ),
      reason: 'Counted again',
    }),
  title: ({ world, command, deal, pick }) =>
    updateDeal(world.ports, command, deal.id, {
      title: `Machines ${pick % 2}`,
      client: { name: `Aurora ${pick % 2} LLC` },
    }),
  event: ({ world, command, deal, pick }) => {
    const paid = {
      event: 'payment_received',
      fields: { paid: 50_00 + (pick % 2) * 50_00, amount: 100_00 },
      reason: 'So they paid',
    }
    return postEvent(world.ports, command, deal.id, pick % 3 === 0 ? paid : { event: 'contract_signed' })
  },
  owner: ({ world, command, deal, pick }) => changeOwner(world.ports, command, deal.id, { owner: one(sellers, pick) }),
  reattribute: ({ world, command, deal, pick }) =>
    reattributeDeal(world.ports, command, deal.id, { owner: one(sellers, pick), reason: 'They did the work' }),
  add: ({ world, command, deal, pick }) => {
    const required = pick % 2 === 0
    const keep = pick % 3 === 0
    const asked = { do: 'Ask once more', by: 'owner', due: '1 working day', required, keep }
    return addTask(world.ports, command, deal.id, asked)
  },
  complete: ({ world, command, task, pick }) => {
    const fields = pick % 2 === 0 ? {} : { fields: { amount: 5000 + pick }, reason: 'Counted again' }
    return task && completeTask(world.ports, command, task.id, fields)
  },
  reopenTask: ({ world, command, task }) => task && reopenTask(world.ports, command, task.id, { reason: 'Not quite' }),
  cancelTask: ({ world, command, task }) => task && cancelTask(world.ports, command, task.id, { reason: 'Needless' }),
  reassign: ({ world, command, task, pick }) =>
    task && reassignTask(world.ports, command, task.id, { responsible: one(sellers, pick) }),
  reschedule: ({ world, command, task, pick }) =>
    task && rescheduleTask(world.ports, command, task.id, { dueAt: `2027-01-${11 + (pick % 5)}T09:00:00.000Z` }),
  check: ({ world, command, task, pick }) =>
    task && checkItem(world.ports, command, task.id, { item: pick % 2, done: pick % 3 !== 0 }),
} as const satisfies Record<string, Act>

/** One thing that somebody does, how much time goes by before it, and how many events are handed over after it. */
export type Step = {
  readonly act: keyof typeof acts
  readonly who: string
  readonly deal: number
  readonly pick: number
  readonly minutes: number
  readonly deliver: number
}

const everyAct = Object.keys(acts) as (keyof typeof acts)[]

/** Steps of different people; moves forward are the most frequent, so that deals get somewhere. */
export const aStep: fc.Arbitrary<Step> = fc.record({
  act: fc.oneof(
    { weight: 5, arbitrary: fc.constant('forward' as const) },
    { weight: 1, arbitrary: fc.constant('complete' as const) },
    { weight: 9, arbitrary: fc.constantFrom(...everyAct) },
  ),
  who: fc.oneof(
    { weight: 3, arbitrary: fc.constant('helen') },
    { weight: 1, arbitrary: fc.constantFrom('anna', 'andrew', 'boris', 'clara', 'lena', 'alex', 'leo', 'quinn') },
  ),
  deal: fc.nat(1),
  pick: fc.nat(1000),
  minutes: fc.oneof(fc.nat(90), fc.nat(20_000)),
  deliver: fc.nat(5),
})

/** Does one step and says how it ended; a request whose answer got lost is repeated under its key until there is one. */
export async function take(
  world: World,
  dealId: string,
  { act: wish, who, pick }: Step,
  ask: { readonly id: string; readonly attempt: <T>(run: () => Promise<T>) => Promise<T> },
): Promise<{ readonly did: Step['act']; readonly outcome: 'done' | 'unchanged' | 'refused' }> {
  const { deals } = world.ports
  const [deal, tasks] = await Promise.all([deals.find(dealId), deals.tasksOf(dealId)])
  if (deal === undefined) throw new Error(`There is no deal ${dealId}.`)
  const act = likely(wish, deal, pick)
  const added =
    act === 'cancelTask' ? tasks.find(({ template, status }) => template === null && status === 'open') : undefined
  const task = added ?? tasks[pick % Math.max(1, tasks.length)]
  const once = { key: ask.id, requestHash: `${act} ${pick}`, status: 200 }
  const own = await world.as(who, { correlationId: ask.id, once })
  // Helen does what is everybody else's too, so that deals get somewhere; others are refused what is not theirs.
  const command = who === 'helen' ? { ...own, caller: { ...own.caller, asAnybody: true as const } } : own
  try {
    const run: Act = acts[act]
    const answer = await ask.attempt(() => run({ world, command, deal, task, pick }) ?? Promise.resolve(deal))
    const before = 'version' in answer ? deal.version : (tasks.find(({ id }) => id === answer.id)?.rev ?? 0)
    const now = 'version' in answer ? answer.version : answer.rev
    return { did: act, outcome: now > before ? 'done' : 'unchanged' }
  } catch (error) {
    if (error instanceof Refusal) return { did: act, outcome: 'refused' }
    throw error
  }
}

/** What people do most of the time about a deal in that state; the rest stays as it is and is refused. */
function likely(act: Step['act'], { status }: Deal, pick: number): Step['act'] {
  if (pick % 5 === 0) return act
  const isClosed = status === 'lost' || status === 'cancelled' || status === 'completed'
  if (isClosed) return act === 'forward' || act === 'lose' || act === 'cancel' ? 'reopen' : act
  if (act === 'lose' || act === 'cancel') return status === 'won' ? 'cancel' : 'lose'
  return status === 'won' && (act === 'bare' || act === 'still' || act === 'title') ? 'reattribute' : act
}

/** Moves to the next stage and brings along what the gate asks for, also tasks that nobody has opened yet. */
async function forward(world: World, command: Command, deal: Deal): Promise<Deal> {
  const { amount, paid, ...fields } = everyField
  const sum = Number(deal.fields['amount'] ?? amount)
  return moveDeal(world.ports, command, deal.id, {
    toStage: stageAfter(deal),
    fields: { ...fields, amount: sum, paid: Math.max(paid, sum) },
    complete: await tasksToDo(world, deal),
  })
}

async function tasksToDo({ ports }: World, deal: Deal): Promise<string[]> {
  const tasks = await ports.deals.tasksOf(deal.id)
  const open = tasks.filter(({ status, required, visit }) => status === 'open' && required && visit === deal.visit.no)
  const { model } = await ports.rules.version(deal.visit.configVersion)
  const stage = model.pipelines[deal.pipeline]?.stages.find(({ id }) => id === deal.stage)
  const templates = (stage?.tasks ?? []).filter(({ optional, when }) => !optional && when === undefined)
  const wanted = templates.map(({ id }) => taskIdOf(deal.id, deal.visit.no, id))
  return [...new Set([...wanted, ...open.map(({ id }) => id)])]
}

function stageAfter(deal: Deal): string {
  return stages[stages.indexOf(deal.stage as (typeof stages)[number]) + 1] ?? completed
}
