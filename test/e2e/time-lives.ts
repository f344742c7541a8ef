import fc from 'fast-check'

import { Refusal } from '#domain/kernel/refusal'
import type { Deal } from '#schemas/deal'
import type { Task } from '#schemas/task'
import { changeOwner } from '#usecases/deals/change-owner'
import { loseDeal } from '#usecases/deals/close-deal'
import type { Command } from '#usecases/command'
import { completeTask } from '#usecases/tasks/complete-task'
import { moveDeal } from '#usecases/deals/move-deal'
import { postEvent } from '#usecases/deals/post-event'
import { reassignTask } from '#usecases/tasks/reassign-task'
import { recordReply } from '#usecases/deals/record-reply'
import { reopenDeal } from '#usecases/deals/reopen-deal'
import { reopenTask } from '#usecases/tasks/reopen-task'
import { rescheduleTask } from '#usecases/tasks/reschedule-task'
import { updateDeal } from '#usecases/deals/update-deal'
import type { World } from '#test/support/world'

/** Rules in which something falls due every few hours; `time-reference.ts` knows them by heart. */
export const hastyRules = `version: 1
calendar: { timezone: Europe/Moscow, work_week: mon-fri, hours: 09:00-18:00 }
roles: { lawyer: Lawyer, head_of_sales: Head of sales, b2b_hunters: Hunters }
axes: { segment: [b2b, b2c] }
fields:
  remark: { type: text, name: Remark }
events:
  contract_signed: Signed
  payment_received: Paid
stages:
  contact:
    name: Contact
    goal: They know us
    max_age: 2 working days
    tasks:
      call: { do: Call, by: owner, due: 4 working hours }
      note_down: { do: Note down, by: owner, due: 1 calendar day, optional: yes, on_leave: keep }
  offer:
    name: Offer
    goal: They have an offer
    max_age: 1 working day
    tasks:
      send: { do: Send, by: owner, due: 2 working hours }
      check: { do: Check, by: lawyer, due: 1 working day }
  close:
    name: Close
    goal: They have signed
    tasks:
      paper: { do: Write the paper, by: owner, due: 1 working day }
pipelines:
  trade: { name: Trade, axes: { segment: b2b }, stages: [contact, offer, close], won_after: offer }
  retail: { name: Retail, axes: { segment: b2c }, stages: [offer, close], won_after: close }
outcomes:
  lost: { reasons: { price: Too dear } }
  cancelled: { reasons: { refund: Refund }, who: head_of_sales }
new_deals:
  - { when: { client_type: company }, pipeline: trade, give_to: b2b_hunters, pick: least_busy, first_reply: 2 working hours }
  - { pipeline: retail, give_to: b2b_hunters, pick: least_busy }
escalations:
  late_task:
    - { after: at once, notify: owner }
    - { after: 2 working hours, notify: owner_manager }
    - { after: 1 working day, give_to: owner_manager }
  stuck_deal:
    - { after: at once, notify: owner }
    - { after: 1 working day, notify: owner_manager }
automation:
  signed: { on: contract_signed, when: { stage: contact }, do: [{ complete_task: call }, { move_to: offer }] }
  paid: { on: payment_received, do: [{ add_task: { do: Thank them, by: owner, due: 1 working day, optional: yes, on_leave: keep } }] }
  big: { on: field_changed, field: amount, when: { amount: more than 1000 }, do: [{ set: { remark: Big } }, { notify: lawyer }] }
plan:
  year_starts: january
`

const acts = ['forward', 'back', 'lose', 'reopen', 'complete', 'reopenTask', 'reschedule', 'reassign', 'owner'] as const
const words = ['reply', 'sign', 'pay', 'amount', 'nothing'] as const
const sellers = ['anna', 'andrew', 'fedor', 'cyril'] as const

/** What somebody does to a deal in one round, and what of the post about it comes after that. */
export type Doing = {
  readonly act: (typeof acts)[number] | (typeof words)[number]
  readonly pick: number
  readonly letters: number
}

/** One round of a company: how much time goes by before it, and when the schedule remembers to sweep after it. */
export type Round = {
  readonly minutes: number
  readonly sweep: 'no' | 'once' | 'twice' | 'late' | 'cut'
}

/** The life of one deal, round by round. */
export type Life = { readonly isTrade: boolean; readonly owner: (typeof sellers)[number]; readonly doings: Doing[] }

const aDoing: fc.Arbitrary<Doing> = fc.record({
  act: fc.oneof(
    { weight: 3, arbitrary: fc.constant('forward' as const) },
    { weight: 2, arbitrary: fc.constant('nothing' as const) },
    { weight: 9, arbitrary: fc.constantFrom(...acts, ...words) },
  ),
  pick: fc.nat(1000),
  letters: fc.oneof(fc.constant(0), fc.nat(4), fc.constant(20)),
})

const aRound: fc.Arbitrary<Round> = fc.record({
  minutes: fc.oneof(fc.integer({ min: 5, max: 300 }), fc.integer({ min: 60, max: 2000 }), fc.nat(6000)),
  sweep: fc.constantFrom('no', 'no', 'once', 'twice', 'late', 'cut'),
})

/** A company in which so many deals live side by side for so many rounds. */
export function aCompany(deals: number, rounds: number) {
  const exactly = (length: number) => ({ minLength: length, maxLength: length })
  const doings = fc.array(aDoing, exactly(rounds))
  const aLife = fc.record({ isTrade: fc.boolean(), owner: fc.constantFrom(...sellers), doings })
  return fc.record({
    rounds: fc.array(aRound, exactly(rounds)),
    lives: fc.array(aLife, exactly(deals)),
    seed: fc.nat(1_000_000),
  })
}

/** Does it, or is refused: both are part of life. Answers whether anything was asked for at all. */
export async function act(world: World, dealId: string, doing: Doing): Promise<'done' | 'refused'> {
  if (doing.act === 'nothing') return 'done'
  const [command, deal, tasks] = await Promise.all([
    world.as('helen'),
    world.ports.deals.find(dealId),
    world.ports.deals.tasksOf(dealId),
  ])
  if (deal === undefined) throw new Error(`There is no deal ${dealId}.`)
  try {
    await perform(world, { command, deal, tasks }, doing)
    return 'done'
  } catch (error) {
    if (error instanceof Refusal) return 'refused'
    throw error
  }
}

type At = { readonly command: Command; readonly deal: Deal; readonly tasks: readonly Task[] }

function perform({ ports, now }: World, at: At, { act: what, pick }: Doing): Promise<unknown> {
  const { command, deal, tasks } = at
  const isClosed = deal.status === 'lost' || deal.status === 'completed'
  const task = tasks[pick % Math.max(1, tasks.length)]?.id ?? ''
  const open = tasks.filter(({ status }) => status === 'open')
  const todo = open[pick % Math.max(1, open.length)]?.id ?? ''
  const person = sellers[pick % sellers.length] ?? 'anna'
  const reason = 'As agreed'
  switch (what) {
    case 'forward':
      if (isClosed) return reopenDeal(ports, command, deal.id, { reason })
      return moveDeal(ports, command, deal.id, { toStage: stageAfter(deal), complete: asked(at) })
    case 'back':
      return moveDeal(ports, command, deal.id, { toStage: pick % 2 === 0 ? 'contact' : 'offer', reason })
    case 'lose':
      return loseDeal(ports, command, deal.id, { reason: 'price' })
    case 'reopen':
      return reopenDeal(ports, command, deal.id, { reason })
    case 'complete':
      return completeTask(ports, command, todo, {})
    case 'reopenTask':
      return reopenTask(ports, command, task, { reason })
    case 'reschedule':
      return rescheduleTask(ports, command, todo, { dueAt: later(now(), pick), reason })
    case 'reassign':
      return reassignTask(ports, command, todo, { responsible: person, reason })
    case 'owner':
      return changeOwner(ports, command, deal.id, { owner: person })
    case 'reply':
      return recordReply(ports, command, deal.id, {})
    case 'sign':
      return postEvent(ports, command, deal.id, { event: 'contract_signed' })
    case 'pay':
      return postEvent(ports, command, deal.id, { event: 'payment_received' })
    case 'amount':
      return updateDeal(ports, command, deal.id, {
        fields: { amount: (pick % 2 === 0 ? 2000_00 : 100_00) + pick },
        reason,
      })
    case 'nothing':
      return Promise.resolve()
  }
}

/** What the gate of the stage asks for, opened yet or not. */
function asked({ deal, tasks }: At): string[] {
  const templates = { contact: ['call'], offer: ['send', 'check'], close: ['paper'] }[deal.stage] ?? []
  const wanted = templates.map((id) => `task_${deal.id.slice('deal_'.length)}-${deal.visit.no}-${id}`)
  return wanted.filter((id) => tasks.find((task) => task.id === id)?.status !== 'done')
}

function stageAfter({ stage }: Deal): string {
  return { contact: 'offer', offer: 'close' }[stage] ?? 'completed'
}

function later(now: string, pick: number): string {
  return new Date(Date.parse(now) + (pick % 40) * 3_600_000).toISOString()
}
