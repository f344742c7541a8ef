import fc from 'fast-check'

import { Refusal } from '#domain/kernel/refusal'
import { consumers } from '#product/lists/consumers'
import type { Deal } from '#schemas/deal'
import { firstRules } from '#product/memory-language'
import { memoryWorld, type MemoryWorld as World } from '#product/memory-world'
import { departments, employees } from '#test/support/world'
import { addTask } from '#usecases/tasks/add-task'
import { cancelTask } from '#usecases/tasks/cancel-task'
import { changeOwner } from '#usecases/deals/change-owner'
import { cancelDeal, loseDeal } from '#usecases/deals/close-deal'
import { completeTask } from '#usecases/tasks/complete-task'
import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { reattributeDeal } from '#usecases/deals/reattribute-deal'
import { recordReply } from '#usecases/deals/record-reply'
import { reopenDeal } from '#usecases/deals/reopen-deal'
import { reopenTask } from '#usecases/tasks/reopen-task'
import { rescheduleTask } from '#usecases/tasks/reschedule-task'
import { updateDeal } from '#usecases/deals/update-deal'

/** Rules with everything that makes reports hard: skips, overrides, currencies, promises of a reply, stages after winning. */
export const reportRules = `version: 1
calendar: { timezone: Europe/Moscow, work_week: mon-fri, hours: 09:00-18:00 }
roles: { lawyer: Lawyer, head_of_sales: Head of sales, b2b_hunters: Hunters }
axes: { segment: [b2b, b2c], audience: [new, regular] }
fields:
  remark: { type: text, name: Remark }
stages:
  contact:
    name: Contact
    chance: 10%
    tasks:
      call: { do: Call, by: owner, due: 4 working hours }
      note_down: { do: Note down, by: owner, due: 1 calendar day, optional: yes, on_leave: keep }
  offer:
    name: Offer
    chance: 33%
    tasks:
      send: { do: Send, by: owner, due: 2 working hours }
      check: { do: Check, by: lawyer, due: 1 working day, optional: yes }
    gate: { may_override: head_of_sales }
  close:
    name: Close
    chance: 70%
    tasks:
      paper: { do: Write the paper, by: owner, due: 1 working day }
    gate: { filled: [amount], may_override: head_of_sales }
  deliver:
    name: Deliver
    tasks:
      bring: { do: Bring it, by: owner, due: 2 working days }
pipelines:
  trade: { name: Trade, axes: { segment: b2b, audience: new }, stages: [contact, offer, close, deliver], won_after: close, may_skip: [offer] }
  retail: { name: Retail, axes: { segment: b2c, audience: regular }, stages: [offer, close, deliver], won_after: close }
outcomes:
  lost: { reasons: { price: Too dear, silence: Silence }, follow_up: { do: Call again, by: owner, due: 10 calendar days } }
  cancelled: { reasons: { refund: Refund } }
new_deals:
  - { when: { source: website }, pipeline: trade, give_to: b2b_hunters, pick: least_busy, first_reply: 2 working hours }
  - { pipeline: retail, give_to: b2b_hunters, pick: least_busy }
escalations:
  late_task:
    - { after: 1 working day, give_to: owner_manager }
plan:
  year_starts: january
`

const kinds = [
  'create',
  'forward',
  'forward',
  'forward',
  'blocked',
  'override',
  'override',
  'skip',
  'back',
  'lose',
  'cancel',
  'reopen',
  'owner',
  'amount',
  'expected',
  'complete',
  'reopen_task',
  'later',
  'sooner',
  'drop_task',
  'ad_hoc',
  'reply',
  'reattribute',
  'wait',
] as const

/** Something that happens to one of the deals after some time. */
export type Step = {
  readonly kind: (typeof kinds)[number]
  readonly deal: number
  readonly pick: number
  readonly minutes: number
}

/** A random history of some deals. */
export function aStory(longest: number): fc.Arbitrary<readonly Step[]> {
  const step = fc.record({
    kind: fc.constantFrom(...kinds),
    deal: fc.nat({ max: 5 }),
    pick: fc.nat({ max: 11 }),
    minutes: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 600, max: 9000 })),
  })
  return fc
    .array(step, { minLength: 12, maxLength: longest, size: 'max' })
    .map((steps) => [
      { kind: 'create', deal: 0, pick: 0, minutes: 5 },
      { kind: 'create', deal: 1, pick: 7, minutes: 5 },
      ...steps,
    ])
}

const begin = '2026-11-16T06:00:00.000Z'
const followed = consumers.filter(({ name }) =>
  ['follow-deal', 'keep-plan-ledger', 'keep-column-counters'].includes(name),
)
let rules: ReturnType<typeof firstRules> | undefined

/** A company in which a story has come to pass, by the commands of production. */
export type Told = { readonly world: World; readonly ids: readonly string[] }

const sellers = ['anna', 'andrew', 'fedor', 'cyril'] as const
const sources = ['website', 'referral', 'call'] as const

/** Lets a story come to pass; what the rules refuse does not happen. */
export async function tell(steps: readonly Step[]): Promise<Told> {
  rules ??= firstRules(reportRules, begin)
  const world = await memoryWorld({ rules: await rules, employees, departments, now: begin, consumers: followed })
  await world.ports.settings.save({ currency: 'RUB', rates: { USD: '91.37', EUR: '100.5' } })
  const ids: string[] = []
  for (const step of steps) {
    await world.passTo(new Date(Date.parse(world.now()) + step.minutes * 60_000).toISOString())
    await take(world, ids, step).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error
    })
    await world.settle()
  }
  return { world, ids }
}

async function take(world: World, ids: string[], step: Step): Promise<void> {
  const { ports } = world
  if (step.kind === 'create') {
    ids.push(await create(world, step.pick))
    return
  }
  const id = ids[step.deal % ids.length] ?? ''
  const deal = await ports.deals.find(id)
  if (deal === undefined) return
  const helen = await world.as('helen')
  const owner = sellers[step.pick % sellers.length] ?? 'anna'
  switch (step.kind) {
    case 'owner':
      await changeOwner(ports, helen, id, { owner })
      return
    case 'amount':
      await updateDeal(ports, helen, id, { fields: { amount: step.pick * 1_234_56 }, reason: 'Counted anew' })
      return
    case 'expected':
      await updateDeal(ports, helen, id, {
        fields: { expected_close: step.pick % 4 === 0 ? null : `2026-1${1 + (step.pick % 2)}-${10 + step.pick}` },
      })
      return
    case 'reply':
      await recordReply(ports, helen, id, { by: deal.owner })
      return
    case 'reattribute':
      await reattributeDeal(ports, helen, id, { owner, reason: 'They did it' })
      return
    case 'lose':
      await loseDeal(ports, helen, id, { reason: step.pick % 2 === 0 ? 'price' : 'silence' })
      return
    case 'cancel':
      await cancelDeal(ports, helen, id, { reason: 'refund' })
      return
    case 'reopen':
      await reopenDeal(ports, helen, id, { reason: 'Again', ...(step.pick % 3 === 0 ? { toStage: 'offer' } : {}) })
      return
    case 'wait':
      return
    case 'forward':
    case 'blocked':
    case 'override':
    case 'skip':
    case 'back':
      await move(world, deal, step)
      return
    case 'complete':
    case 'reopen_task':
    case 'later':
    case 'sooner':
    case 'drop_task':
    case 'ad_hoc':
      await work(world, deal, step)
  }
}

async function create(world: World, pick: number): Promise<string> {
  const fields = {
    source: sources[pick % 3] ?? 'call',
    ...(pick % 5 === 0 ? {} : { amount: 100_000_07 + pick * 333 }),
    ...(pick % 2 === 0 ? { expected_close: `2026-1${1 + (pick % 2)}-2${pick % 9}` } : {}),
  }
  const { id } = await createDeal(world.ports, await world.as(), {
    title: `Deal ${pick}`,
    client: { name: `Client ${pick}` },
    fields,
    ...(pick % 4 === 3 ? { currency: 'USD' } : {}),
    ...(pick % 3 === 0
      ? {}
      : { owner: sellers[pick % sellers.length] ?? 'anna', pipeline: pick % 2 === 0 ? 'trade' : 'retail' }),
    ...(pick === 11 ? { pipeline: 'trade', stage: 'close' } : {}),
  })
  return id
}

async function move({ ports, as }: World, deal: Deal, { kind, pick }: Step): Promise<void> {
  const stages = (await ports.rules.current()).model.pipelines[deal.pipeline]?.stages ?? []
  const at = stages.findIndex(({ id }) => id === deal.stage)
  const toStage = stages[at + (kind === 'back' ? -1 - (pick % 2) : kind === 'skip' ? 2 : 1)]?.id ?? 'completed'
  const open = (await ports.deals.tasksOf(deal.id)).filter(({ status, required }) => status === 'open' && required)
  const helen = await as('helen')
  if (kind === 'back')
    await moveDeal(ports, helen, deal.id, {
      toStage: stages[Math.max(0, at - 1 - (pick % 2))]?.id ?? '',
      reason: 'Not yet',
    })
  else if (kind === 'blocked') await moveDeal(ports, helen, deal.id, { toStage })
  else if (kind === 'override') await moveDeal(ports, helen, deal.id, { toStage, override: { reason: 'They wait' } })
  else {
    const fields = pick % 2 === 0 && deal.fields['amount'] === undefined ? { amount: 500_00 * (pick + 1) } : {}
    await moveDeal(ports, helen, deal.id, { toStage, complete: open.map(({ id }) => id), fields })
  }
}

async function work({ ports, as, now }: World, deal: Deal, { kind, pick }: Step): Promise<void> {
  const tasks = await ports.deals.tasksOf(deal.id)
  const wanted = tasks.filter(({ status }) => status === (kind === 'reopen_task' ? 'done' : 'open'))
  const task = wanted[pick % Math.max(1, wanted.length)]
  const helen = await as('helen')
  const inDays = (days: number) => new Date(Date.parse(now()) + days * 86_400_000).toISOString()
  if (kind === 'ad_hoc') {
    const dueAt = pick % 3 === 0 ? { due: '1 working day' } : { dueAt: inDays((pick % 5) - 0.9) }
    await addTask(ports, helen, deal.id, { do: 'Call about it', by: 'owner', ...dueAt })
    return
  }
  if (task === undefined) return
  if (kind === 'complete') await completeTask(ports, helen, task.id, {})
  if (kind === 'reopen_task') await reopenTask(ports, helen, task.id, { reason: 'Not yet' })
  if (kind === 'later') await rescheduleTask(ports, helen, task.id, { dueAt: pick % 4 === 0 ? null : inDays(pick) })
  if (kind === 'sooner') await rescheduleTask(ports, helen, task.id, { dueAt: inDays(0.05) })
  if (kind === 'drop_task') await cancelTask(ports, helen, task.id, { reason: 'No need' })
}
