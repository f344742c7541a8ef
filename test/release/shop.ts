import type { Department, Employee } from '#schemas/people'
import { memoryWorld, type MemoryWorld } from '#product/memory-world'
import type { Command } from '#usecases/command'
import { createDeal } from '#usecases/deals/create-deal'
import { followRules, type Followed } from '#release/usecases/follow-rules'
import { publishRules } from '#release/usecases/publish-rules'
import type { Deal } from '#schemas/deal'

/** Parts of a small company's rules that a test writes otherwise. */
export type Shop = {
  readonly holidays?: string
  readonly roles?: string
  readonly fields?: string
  readonly stages?: string
  readonly offer?: string
  readonly pay?: string
  readonly after?: string
  readonly pipelines?: string
  readonly axes?: string
  readonly escalations?: string
  readonly automation?: string
  readonly moved?: string
}

const parts: Required<Shop> = {
  holidays: '[]',
  roles: 'lawyer: Lawyer\n  accountant: Accountant\n  head: Head of sales',
  fields: 'need: { type: text }\n  mood: { type: choice, options: [warm, cold] }\n  ready: { type: date }',
  stages: '',
  offer: `offer:
    name: Offer
    max_age: 5 working days
    tasks:
      write_offer: { do: Write the offer, by: owner, due: 2 working days }
      check_terms: { do: Check the terms, by: lawyer, due: 2 working days }
    gate: { filled: [need] }`,
  pay: `pay:
    name: Payment
    max_age: 5 working days
    tasks:
      check_money: { do: Check the money, by: accountant, due: 3 working days }`,
  after: `after:
    name: Afterwards
    tasks:
      ask: { do: Ask how it was, by: owner, due: 3 working days }`,
  pipelines: `shop: { name: Shop, stages: [talk, offer, pay, after], won_after: pay }
  works: { name: Works, stages: [offer, pay, after], won_after: pay }`,
  escalations: `late_task:
    - { after: 1 working day, notify: owner }
  stuck_deal:
    - { after: at once, notify: owner }`,
  axes: '',
  automation: '',
  moved: '',
}

/** The rules of a small company with two directions, with some parts written otherwise. */
export function shopText(shop: Shop = {}): string {
  const { holidays, roles, fields, stages, offer, pay, after, axes, pipelines, escalations, automation, moved } = {
    ...parts,
    ...shop,
  }
  return `version: 1
calendar: { timezone: UTC, work_week: mon-fri, hours: 09:00-18:00, holidays: ${holidays} }
roles:
  ${roles}
${axes === '' ? '' : `axes:\n  ${axes}\n`}fields:
  ${fields}
stages:
  talk:
    name: Talk
    tasks:
      call: { do: Call, by: owner, due: 1 working day }
  ${[offer, pay, after, stages].filter((part) => part !== '').join('\n  ')}
pipelines:
  ${pipelines}
outcomes:
  lost: { reasons: { price: Too expensive } }
  cancelled: { reasons: { refund: Money returned } }
new_deals:
  - { pipeline: shop, give_to: head }
escalations:
  ${escalations}
${automation === '' ? '' : `automation:\n  ${automation}\n`}${moved === '' ? '' : `moved:\n  ${moved}\n`}`
}

/** The offer stage under another name; the tasks are the same. */
export const proposal: Pick<Shop, 'offer' | 'pipelines'> = {
  offer: parts.offer.replace('offer:', 'proposal:').replace('name: Offer', 'name: Proposal'),
  pipelines: parts.pipelines.replaceAll('offer', 'proposal'),
}

/** The offer stage with something replaced. */
export function offerWith(from: string, to: string): string {
  if (!parts.offer.includes(from)) throw new Error(`The offer stage has no “${from}”.`)
  return parts.offer.replace(from, to)
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

/** The small company in memory, on a Tuesday morning. */
export function aShop(shop: Shop = {}): Promise<MemoryWorld> {
  return memoryWorld({ rules: shopText(shop), employees, departments, now: '2026-12-01T10:00:00.000Z' })
}

/** A deal of Anna’s, or of another owner, in the stage it is created in, with what follows from that. */
export async function aDealIn(
  world: MemoryWorld,
  stage: string,
  more: { readonly pipeline?: string; readonly fields?: Deal['fields']; readonly owner?: string } = {},
): Promise<Deal> {
  const { pipeline = 'shop', fields = {}, owner = 'anna' } = more
  const deal = await createDeal(world.ports, await world.as(), {
    title: `A deal in ${stage}`,
    pipeline,
    stage,
    owner,
    fields,
  })
  await world.settle()
  return deal
}

/** Publishes other rules as Helen, on top of what is in force. */
export async function publish(world: MemoryWorld, shop: Shop, now: readonly string[] = []): Promise<void> {
  const { version } = await world.ports.rules.current()
  const command: Command = await world.as('helen')
  await publishRules(world.ports, command, { text: shopText(shop), note: 'changed', expected: version, now })
}

/** Lets deals follow, and everything that follows from that. */
export async function follow(world: MemoryWorld): Promise<Followed> {
  const followed = await followRules(world.ports)
  await world.settle()
  return followed
}
