import { readFileSync } from 'node:fs'

import { beforeAll, describe, expect, test } from 'vitest'

import { makeDemo } from '#demo/make-demo'
import { systemCaller } from '#domain/kernel/access'
import { planAsMarkdown, planAsText } from '#release/domain/plan-text'
import { foundCompany } from '#local/found-company'
import { memoryPorts } from '#product/memory-ports'
import { rememberingLanguage } from '#product/memory-language'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { ReleasePlan } from '#schemas/release'
import type { Task } from '#schemas/task'
import { followRules } from '#release/usecases/follow-rules'
import { planRules } from '#release/usecases/plan-rules'
import { publishRules } from '#release/usecases/publish-rules'

const file = (name: string) => readFileSync(`test/fixtures/rules/${name}`, 'utf8')
const command = { caller: systemCaller('system', 'test'), correlationId: 'cor_test' }
const now = '2026-12-02T09:00:00.000Z'
let ports: Ports
let plan: ReleasePlan
let deals: readonly Deal[]
let tasks: readonly Task[]

beforeAll(async () => {
  ports = memoryPorts({ clock: { now: () => now }, language: rememberingLanguage }).ports
  await foundCompany(ports, file('complete.yaml'))
  await makeDemo(ports, { seed: '7', now })
  // Counted another way than the plan does it: by owners, and by the tasks of each of their deals.
  const { employees } = await ports.people.load()
  const owned = await Promise.all(Object.keys(employees).map((owner) => ports.deals.byOwner({ owner, limit: 1_000 })))
  const found = await Promise.all(owned.flatMap(({ items }) => items).map(({ id }) => ports.deals.find(id)))
  deals = found.flatMap((deal) => (deal === undefined ? [] : [deal]))
  const lists = await Promise.all(
    deals.map(async ({ id, visit }) => (await ports.deals.tasksOf(id)).filter((task) => task.visit === visit.no)),
  )
  tasks = lists.flat().filter(({ status }) => status === 'open')
  plan = (await planRules(ports, command, { text: file('next-version.yaml') })).plan
}, 120_000)

const change = (key: string) => {
  const all = [...plan.blocked, ...plan.moves, ...plan.nextEntry, ...plan.newDeals, ...plan.atOnce]
  const found = all.find((one) => one.key === key)
  if (found === undefined) throw new Error(`The plan has no ${key}.`)
  return found
}

const inStage = (stage: string, pipelines?: readonly string[]) =>
  deals.filter((deal) => deal.stage === stage && (pipelines === undefined || pipelines.includes(deal.pipeline)))
const open = (stage: string, template: string, pipelines?: readonly string[]) =>
  tasks.filter(
    (task) =>
      task.stage === stage &&
      task.template === template &&
      (pipelines === undefined || pipelines.includes(task.pipeline)),
  )

/** By direction, as the plan gives it. */
function byDirection(list: readonly Deal[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { pipeline } of list) counts[pipeline] = (counts[pipeline] ?? 0) + 1
  return counts
}

describe('the next version against the demo company', () => {
  test('is publishable, and nothing is asked first', () => {
    expect(plan).toMatchObject({ from: 1, publishable: true, changed: true, blocked: [], deals: deals.length })
    expect(deals.length).toBeGreaterThan(40)
  })

  test('moves the deals of the offer stage, as many in each direction as there are', () => {
    const moved = change('individual_offer')
    const counted = Object.fromEntries(moved.directions.map(({ pipeline, deals: count }) => [pipeline, count]))

    expect(plan.moves.map(({ code, from, to }) => [code, from, to])).toEqual([
      ['stage-moved', 'individual_offer', 'tailored_offer'],
    ])
    expect(moved.deals).toBeGreaterThan(0)
    expect(counted).toEqual(byDirection(inStage('individual_offer')))
  })

  test.each([
    ['feedback.get_feedback.due', 'feedback', 'get_feedback', undefined, 'redated'],
    ['contract.draft_contract.by', 'contract', 'draft_contract', ['b2b_new', 'b2b_repeat'], 'handedOver'],
    ['delivery.remind_client', 'delivery', 'remind_client', undefined, 'cancelled'],
  ] as const)('%s counts the deals and the open tasks there are', (key, stage, template, pipelines, effect) => {
    const found = change(key)
    // The directions of repeat sales and of private clients have other tasks in their contracts.
    const has = found.directions.map(({ pipeline }) => pipeline)

    expect(found.deals).toBe(inStage(stage, has).length)
    expect(found.tasks).toBe(open(stage, template, pipelines).length)
    expect(found.now?.[effect]).toBe(open(stage, template, pipelines).length)
    expect(found.examples.deals.every(({ id }) => inStage(stage).some((deal) => deal.id === id))).toBe(true)
  })

  test('says of tasks that would be dated anew how many of them are late now', () => {
    const { now: effect } = change('feedback.get_feedback.due')
    const late = open('feedback', 'get_feedback').filter(({ dueAt }) => dueAt !== null && dueAt <= now)

    expect(late.length).toBeGreaterThan(0)
    expect(effect?.forgiven).toBe(late.length)
    expect(planAsText(plan, { file: 'pipelines.yaml', lang: 'en' })).toMatch(
      new RegExp(`${late.length} of them (is|are) late now and stops? being late`),
    )
  })

  test('says of the gate, the new task and max_age how many deals they would come to', () => {
    const found = ['feedback.book_meeting', 'payment.max_age', 'contract.gate'].map((key) => change(key))

    expect(found.map(({ now: effect }) => effect?.deals ?? 0)).toEqual([
      inStage('feedback').length,
      inStage(
        'payment',
        found[1]?.directions.map(({ pipeline }) => pipeline),
      ).length,
      inStage(
        'contract',
        found[2]?.directions.map(({ pipeline }) => pipeline),
      ).length,
    ])
    expect(found[0]?.now?.opened).toBe(inStage('feedback').length)
  })

  test('has the first reply for new deals only, and field, holiday and names at once', () => {
    expect(plan.newDeals.map(({ code, from, to }) => [code, from, to])).toEqual([
      ['new-deals', 'first_reply 2 working hours', 'first_reply 1 working hour'],
    ])
    expect(plan.atOnce.map(({ key }) => key).toSorted()).toEqual([
      'calendar',
      'fields.tax_number',
      'tailored_offer.name',
    ])
  })

  test('is said in both languages, for a terminal and as a comment', () => {
    const english = planAsText(plan, { file: 'pipelines.yaml', lang: 'en' })
    const russian = planAsText(plan, { file: 'pipelines.yaml', lang: 'ru' })
    const comment = planAsMarkdown(plan, { file: 'pipelines.yaml', lang: 'en' })

    expect(english).toContain(
      `Plan: v1 → pipelines.yaml     ${deals.length} open deals\n\nMOVES\n  → stage individual_offer → tailored_offer\n`,
    )
    expect(english).toContain('FROM THE NEXT STAGE ENTRY\n')
    expect(english).toMatch(/ {2}~ contract\.draft_contract: responsible lawyer → head_of_sales\n/)
    expect(english).toMatch(
      /(\d+) open tasks stay until done\n {6}with --now delivery\.remind_client: \1 open tasks are cancelled\n/,
    )
    expect(russian).toContain('СО СЛЕДУЮЩЕГО ВХОДА НА ЭТАП')
    expect(russian).not.toMatch(/undefined|open deal/)
    expect(comment).toMatch(/^### Plan: v1 → `pipelines\.yaml` · \d+ open deals\n\n✅ \*\*Publishable\.\*\*/)
    expect(comment.match(/<details/g)?.length).toBe(comment.match(/<\/details>/g)?.length)
  })

  test('publishes, and every deal of the stage is seated', async () => {
    const before = inStage('individual_offer').length

    await publishRules(ports, command, { text: file('next-version.yaml'), note: 'Next', expected: 1 })
    const { seated } = await followRules(ports)

    const moved = await Promise.all(inStage('individual_offer').map(({ id }) => ports.deals.find(id)))
    expect(seated).toBe(before)
    expect(new Set(moved.map((deal) => deal?.stage))).toEqual(new Set(['tailored_offer']))
  })
})

test('the blocked version says how many deals stand in the way and what to paste', async () => {
  const company = memoryPorts({ clock: { now: () => now }, language: rememberingLanguage }).ports
  await foundCompany(company, file('complete.yaml'))
  await makeDemo(company, { seed: '7', now, deals: 60 })
  const columns = await Promise.all(
    ['b2b_new', 'b2b_repeat', 'b2c_new', 'b2c_repeat'].map((pipeline) =>
      company.deals.column({ pipeline, stage: 'individual_offer', limit: 500 }),
    ),
  )
  const count = columns.reduce((sum, { items }) => sum + items.length, 0)

  const blocked = (await planRules(company, command, { text: file('next-version-blocked.yaml') })).plan
  const text = planAsText(blocked, { file: 'pipelines.yaml', lang: 'en' })

  expect(blocked.publishable).toBe(false)
  expect(blocked.blocked).toMatchObject([{ code: 'stage-in-use', key: 'individual_offer', deals: count }])
  expect(text).toContain(`✗ stage “individual_offer” is gone, but ${count} open deals are in it: `)
  expect(text).toContain(`      “tailored_offer” has the same tasks – was it renamed? Then add:
          moved:
            individual_offer: tailored_offer
`)
})
