import { steadyRules } from '#test/support/steady-rules'
import { beforeAll, describe, expect, test } from 'vitest'

import { memoryWorld } from '#product/memory-world'
import type { RulesVersion } from '#ports/rules'
import { completeTask } from '#usecases/tasks/complete-task'
import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { updateDeal } from '#usecases/deals/update-deal'
import { formatReplay } from '#trial/replay/format-replay'
import { lifeLines } from '#trial/replay/deal-lines'
import { recordOf } from '#trial/replay/recorded-deals'
import { replayAll, replayBoth } from '#trial/replay/replay-all'
import { replayDeal } from '#trial/replay/replay-deal'
import { replayRules, staffOf } from '#trial/replay/replay-world'
import type { RecordedDeal } from '#trial/replay/replaying'
import { departments, employees } from '#test/support/world'
import { demoCompany, type DemoCompany } from '#test/trial/demo-company'
import { rulesOf } from '#test/trial/tried'

const file = steadyRules()
const until = '2026-12-20T12:00:00.000Z'
const since = '2026-11-30T00:00:00.000Z'

/** Four deals of one week, few enough to count by hand: each leaves the presentation on Thursday, the third does so late. */
async function aWeek(rules: RulesVersion) {
  const world = await memoryWorld({ rules, employees, departments, now: '2026-12-01T07:00:00.000Z' })
  const { ports } = world
  const ids: string[] = []
  for (const owner of ['anna', 'anna', 'andrew', 'andrew']) {
    const input = { title: `Deal of ${owner}`, pipeline: 'b2b_new', owner, fields: { need: 'Coffee' } }
    ids.push((await createDeal(ports, await world.as(owner), input)).id)
    await world.settle()
  }
  const [first = '', second = '', third = '', fourth = ''] = ids
  const finish = async (id: string, template: string) => {
    const task = (await ports.deals.tasksOf(id)).find((one) => one.template === template)
    if (task === undefined) throw new Error(`There is no ${template}.`)
    await completeTask(ports, await world.as(task.responsible), task.id, {})
    await world.settle()
  }
  await world.passTo('2026-12-02T09:00:00.000Z')
  for (const id of [first, second, fourth]) await finish(id, 'send_deck')
  await world.passTo('2026-12-03T09:00:00.000Z')
  await finish(third, 'send_deck')
  for (const id of ids) {
    await finish(id, 'confirm_seen')
    const fields = { decision_maker: 'The director', ...(id === second ? { discount: 5 } : {}) }
    await moveDeal(ports, await world.as('helen'), id, { toStage: 'general_offer', fields })
    await world.settle()
  }
  await updateDeal(ports, await world.as('helen'), fourth, { fields: { source: 'website' } })
  await world.settle()
  const deals = await Promise.all(ids.map((id) => recordOf(ports, id)))
  return {
    people: await ports.people.load(),
    deals: deals.filter((one): one is RecordedDeal => one !== undefined),
    ids,
  }
}

/** The rules with one piece of text in the place of another. */
function rewritten(from: string, to: string): string {
  if (!file.includes(from)) throw new Error(`There is no “${from}” in the file.`)
  return file.replace(from, to)
}

describe('a history that can be counted by hand', () => {
  let rules: RulesVersion
  let week: Awaited<ReturnType<typeof aWeek>>
  beforeAll(async () => {
    rules = await rulesOf(file)
    week = await aWeek(rules)
  })
  const through = async (text: string) => {
    const next = await replayRules([await rulesOf(text)])
    const ask = { had: await replayRules([rules]), next, people: week.people, since, until }
    return replayAll(ask, week.deals)
  }

  test('through the same file nothing changes', async () => {
    const report = await through(file)

    expect(report.moves).toEqual({ all: 4, stopped: 0, alsoBefore: 0, noLonger: 0 })
    expect(report.totals.after).toEqual(report.totals.before)
    // Two tasks of the presentation and one of the general offer for each; late: one deck, and what nobody did since.
    expect(report.totals.before).toMatchObject({ tasks: 12, done: 8, late: 5 })
    // The offers that nobody sent were given to the head of both owners in the end.
    expect(report.people.map(({ person, before }) => [person, before.tasks, before.late])).toEqual([
      ['andrew', 4, 1],
      ['anna', 4, 0],
      ['boris', 4, 4],
      ['helen', 0, 0],
    ])
  })

  test('a field that the new gate asks for stops those that did not have it', async () => {
    const report = await through(
      rewritten('filled: [decision_maker, need]', 'filled: [decision_maker, need, discount]'),
    )

    expect(report.moves).toMatchObject({ all: 4, stopped: 3 })
    expect(report.stops).toMatchObject([
      { from: 'presentation', to: 'general_offer', count: 3, missing: [{ what: 'discount', count: 3 }] },
    ])
    expect(report.stops[0]?.examples.map(({ deal, by }) => [deal, by])).toEqual(
      [week.ids[0], week.ids[2], week.ids[3]].map((id) => [id, 'helen']),
    )
    expect(report.stops[0]?.line).toBe(file.split('\n').findIndex((line) => line.includes('filled: [decision_maker')))
    expect(report.totals.after.tasks).toBe(report.totals.before.tasks)
  })

  test('a deal that is won by one of the rules alone is counted and named', async () => {
    const sooner = file.replace('won_after: payment', 'won_after: presentation').replaceAll(/^ +chance: .*\n/gm, '')

    const report = await through(sooner)

    expect(report.won).toMatchObject({ before: 0, after: 4, gone: { count: 0 }, added: { count: 4 } })
    expect(report.won.added.examples.map(({ deal }) => deal)).toEqual(week.ids.slice(0, 3))
    expect(formatReplay(report, { file: 'new.yaml', zone: 'Europe/Moscow', language: 'en' })).toContain(
      'Deals won: 0 → 4 (+4)\n      4  are won by the new rules alone\n',
    )
    expect(formatReplay(report, { file: 'new.yaml', zone: 'Europe/Moscow', language: 'ru' })).toContain(
      'Выиграно сделок: 0 → 4 (+4)\n      4  сделки выиграны только по новым правилам\n',
    )
  })

  test('what somebody wrote who may not by the new rules is counted, named and written all the same', async () => {
    const next = rewritten(
      '  need:\n    type: text\n',
      '  need:\n    type: text\n    written_by: [lawyer, b2b_farmers]\n',
    )
    const report = await through(next)

    expect(report.refused).toMatchObject([
      { field: 'need', why: 'writer', writers: ['lawyer', 'b2b_farmers'], count: 4, values: [] },
    ])
    expect(report.refused[0]?.examples.map(({ deal, by }) => [deal, by])).toEqual([
      [week.ids[0], 'anna'],
      [week.ids[1], 'anna'],
      [week.ids[2], 'andrew'],
    ])
    expect(next.split('\n')[(report.refused[0]?.line ?? 0) - 1]).toBe('  need:')
    // The gate that asks for it lets them go as before.
    expect(report.moves).toMatchObject({ all: 4, stopped: 0 })
    const [en, ru] = (['en', 'ru'] as const).map((language) =>
      formatReplay(report, { file: 'new.yaml', zone: 'Europe/Moscow', language }),
    )
    expect(en).toContain('Values written: the new rules would have refused 4\n')
    expect(en).toContain('      4  need: only lawyer, b2b_farmers may write it   new.yaml:')
    expect(ru).toContain('Записанные значения: новые правила не приняли бы 4\n')
    expect(ru).toContain('      4  need: заполняет только lawyer, b2b_farmers   new.yaml:')
  })

  test.each([
    ['the head of sales', 'head_of_sales', 0],
    ['the head of the owner', 'owner_manager', 4],
    ['the owner', 'owner', 4],
    ['the lawyer', 'lawyer', 4],
  ])(
    'where %s alone writes what the head of sales wrote with each move, so many are refused',
    async (_who, by, count) => {
      const report = await through(
        rewritten('  decision_maker:\n    type: text\n', `  decision_maker:\n    type: text\n    written_by: ${by}\n`),
      )

      expect(report.refused.map((one) => [one.field, one.count])).toEqual(
        count === 0 ? [] : [['decision_maker', count]],
      )
    },
  )

  test.each([
    ['a bound', 'type: percent\n    min: 10%', 'value', ['5%']],
    ['another type', 'type: yes_no', 'value', ['5']],
    ['a formula', 'type: percent\n    formula: paid / amount * 100', 'computed', []],
  ] as const)(
    'a value that %s does not let in is counted once, and is no unknown field',
    async (_what, is, why, values) => {
      const from = '  discount:\n    type: percent\n    name: Discount\n    min: 0%\n    max: 100%\n'
      const to = `  discount:\n    ${is}\n    name: Discount\n`
      const bare = (text: string) => text.replaceAll(/ +(?:when|must): *\n +discount: .*\n/g, '')
      const had = await replayRules([await rulesOf(bare(file))])
      const next = await replayRules([await rulesOf(bare(rewritten(from, to)))])
      const report = await replayAll({ had, next, people: week.people, since, until }, week.deals)

      expect(report.refused).toMatchObject([{ field: 'discount', why, count: 1, values }])
      expect(report.unknownFields).toEqual([])
    },
  )

  test('a new task stops every deal, and is one more for each owner', async () => {
    const task =
      '      agree_next:\n        do: Agree on the next step\n        by: owner\n        due: 1 working day\n'
    const report = await through(rewritten('      confirm_seen:\n', `${task}      confirm_seen:\n`))

    expect(report.stops).toMatchObject([{ count: 4, missing: [{ what: 'agree_next', count: 4 }] }])
    expect(report.tasks.find((one) => one.task === 'agree_next')).toEqual({ task: 'agree_next', before: 0, after: 4 })
    expect(report.totals.after.tasks).toBe(16)
    // Due on Wednesday evening, called off on Thursday when the deals were let through: missed four times.
    expect(report.totals.after.late).toBe(report.totals.before.late + 4)
  })

  test('a task that is gone asks nothing of anybody, and what was done of it is left out', async () => {
    const from = file.slice(file.indexOf('      confirm_seen:'), file.indexOf('    gate:'))
    const report = await through(rewritten(from, ''))

    expect(report.moves.stopped).toBe(0)
    expect(report.tasks.find((one) => one.task === 'confirm_seen')).toEqual({
      task: 'confirm_seen',
      before: 4,
      after: 0,
    })
    expect(report.totals.after.tasks).toBe(8)
  })

  test('a stage that was renamed is found under its new name, one that is gone has no place', async () => {
    const renamed = file
      .replaceAll('general_offer', 'first_offer')
      .replace('moved: ', 'moved:')
      .replace('  objections: feedback', '  objections: feedback\n  general_offer: first_offer')
    const lost = file.replaceAll('general_offer', 'first_offer')

    expect((await through(renamed)).unplaced).toEqual([])
    expect((await through(renamed)).moves).toMatchObject({ all: 4, stopped: 0 })
    expect((await through(lost)).unplaced).toEqual([{ what: 'b2b_new.general_offer', count: 4, example: week.ids[0] }])
  })

  test('an escalation that comes sooner tells people sooner, person by person', async () => {
    const report = await through(
      rewritten(
        '    - after: 4 working hours\n      notify: owner\n',
        '    - after: at once\n      notify: [owner, lawyer]\n',
      ),
    )

    const lena = report.people.find(({ person }) => person === 'lena')
    expect(lena?.before.told).toBe(0)
    expect(lena?.after.told).toBe(report.alerts.find(({ alert }) => alert === 'late_task, step 1')?.after)
    expect(lena?.after.told).toBeGreaterThan(3)
  })

  test('only what happened in the days that are asked for is counted', async () => {
    const next = await replayRules([
      await rulesOf(rewritten('filled: [decision_maker, need]', 'filled: [decision_maker, need, discount]')),
    ])
    const ask = { had: await replayRules([rules]), next, people: week.people, since: '2026-12-04T00:00:00.000Z', until }

    expect((await replayAll(ask, week.deals)).moves).toMatchObject({ all: 0, stopped: 0 })
  })

  test('one deal is told by its old and its new rules side by side', async () => {
    const next = await replayRules([
      await rulesOf(rewritten('filled: [decision_maker, need]', 'filled: [decision_maker, need, discount]')),
    ])
    const ask = { had: await replayRules([rules]), next, people: week.people, since, until }
    const [first] = week.deals
    if (first === undefined) throw new Error('There is a deal.')

    const { before, after } = await replayBoth(ask, first)

    const [old, now] = [before, after].map((life) =>
      life === undefined ? [] : lifeLines(life, 'Europe/Moscow').map(({ text }) => text),
    )
    expect(now?.filter((text) => !old?.includes(text))).toEqual(['✗ stopped on the way to general_offer: discount'])
    expect(old).toContain('→ general_offer (helen)')
    expect(now).toContain('→ general_offer (helen)')
  })
})

describe('deals that name deals', () => {
  const parent = (to: string) =>
    rewritten('  need:\n', `  parent:\n    type: link\n    name: Order it belongs to\n    to: ${to}\n  need:\n`)

  test('keep what they named by the same rules, are stopped where it is missing, and told where it is of another direction', async () => {
    const world = await memoryWorld({
      rules: await rulesOf(parent('b2b_new')),
      employees,
      departments,
      now: '2026-12-01T07:00:00.000Z',
    })
    const { ports } = world
    const make = async (title: string, fields: Record<string, string>) =>
      (await createDeal(ports, await world.as('anna'), { title, pipeline: 'b2b_new', owner: 'anna', fields })).id
    const whole = await make('Order', { need: 'Coffee' })
    const part = await make('Part', { need: 'Cups', parent: whole })
    await world.settle()
    await world.passTo('2026-12-02T09:00:00.000Z')
    for (const id of [whole, part]) {
      for (const template of ['send_deck', 'confirm_seen']) {
        const task = (await ports.deals.tasksOf(id)).find((one) => one.template === template)
        await completeTask(ports, await world.as('anna'), task?.id ?? '', {})
        await world.settle()
      }
      await moveDeal(ports, await world.as('helen'), id, {
        toStage: 'general_offer',
        fields: { decision_maker: 'Ann' },
      })
      await world.settle()
    }
    const found = await Promise.all([whole, part].map((id) => recordOf(ports, id)))
    const deals = found.filter((one): one is RecordedDeal => one !== undefined)
    const people = await ports.people.load()
    const had = await replayRules([await rulesOf(parent('b2b_new'))])
    const through = async (text: string) =>
      replayAll({ had, next: await replayRules([await rulesOf(text)]), people, since, until }, deals)

    const same = await through(parent('b2b_new'))
    const asked = await through(
      parent('b2b_new').replace('filled: [decision_maker, need]', 'filled: [decision_maker, parent]'),
    )
    const other = await through(parent('b2b_repeat'))
    const renamed = await through(
      parent('b2b_new')
        .replaceAll(/\bb2b_new\b/g, 'b2b_fresh')
        .replace(/^moved:.*\n/m, 'moved:\n  pipelines.b2b_new: pipelines.b2b_fresh\n'),
    )

    expect(deals.map(({ linked }) => linked)).toEqual([undefined, { [whole]: 'b2b_new' }])
    expect([same.moves.stopped, same.refused, same.unknownFields]).toEqual([0, [], []])
    expect(asked.stops).toMatchObject([
      { count: 1, missing: [{ what: 'parent', count: 1 }], examples: [{ deal: whole }] },
    ])
    expect(other.refused).toMatchObject([
      { field: 'parent', why: 'value', count: 1, values: [whole], examples: [{ deal: part }] },
    ])
    expect([renamed.refused, renamed.unplaced]).toEqual([[], []])
  })
})

describe('a deal in dinars', () => {
  const asking = (sum: string) =>
    rewritten(
      'filled: [decision_maker, need]',
      `filled: [decision_maker, need, amount]\n      must: { amount: at least ${sum} }`,
    )

  test('lives again with sums of so many dinars', async () => {
    const rules = await rulesOf(asking('1 000'))
    const world = await memoryWorld({ rules, employees, departments, now: '2026-12-01T07:00:00.000Z' })
    const { ports } = world
    await ports.settings.save({ currency: 'RUB', rates: { KWD: '300' } })
    const fields = { need: 'Coffee', decision_maker: 'Ann', amount: 1_000_000 }
    const input = { title: 'Kuwait', pipeline: 'b2b_new', owner: 'anna', currency: 'KWD', fields }
    const { id } = await createDeal(ports, await world.as('anna'), input)
    await world.settle()
    for (const template of ['send_deck', 'confirm_seen']) {
      const task = (await ports.deals.tasksOf(id)).find((one) => one.template === template)
      await completeTask(ports, await world.as('anna'), task?.id ?? '', {})
      await world.settle()
    }
    await moveDeal(ports, await world.as('anna'), id, { toStage: 'general_offer' })
    const recorded = await recordOf(ports, id)
    const people = await ports.people.load()
    const had = await replayRules([rules])
    const stopped = async (text: string) => {
      const next = await replayRules([await rulesOf(text)])
      return (await replayAll({ had, next, people, since, until }, recorded === undefined ? [] : [recorded])).moves
    }

    expect(await stopped(asking('1 000'))).toMatchObject({ all: 1, stopped: 0, alsoBefore: 0 })
    expect(await stopped(asking('1 001'))).toMatchObject({ all: 1, stopped: 1 })
  })
})

describe('the demo company', () => {
  let demo: DemoCompany
  beforeAll(async () => {
    demo = await demoCompany(60)
  })

  test('lives again as it is on record, to the task and the minute', async () => {
    const rules = await replayRules([demo.rules])
    const told: string[] = []
    for (const recorded of demo.deals) {
      const again = await replayDeal(rules, staffOf(demo.people), recorded, demo.now)
      const tasks = (all: RecordedDeal['tasks']) =>
        all
          .map(({ id, dueAt, status, doneAt, cancelledAt }) =>
            [id, dueAt, status, doneAt ?? cancelledAt ?? ''].join(' '),
          )
          .toSorted()
      const places = (events: RecordedDeal['events']) =>
        events
          .filter(({ name }) => name === 'deal.moved')
          .map(({ at, detail }) => `${at} ${detail.deal.stage} ${detail.deal.status}`)
      expect(again?.stops).toEqual([])
      expect(tasks(again?.tasks ?? [])).toEqual(tasks(recorded.tasks))
      expect(places(again?.history ?? [])).toEqual(places(recorded.events))
      told.push(...places(recorded.events))
    }

    expect(told.length).toBeGreaterThan(150)
  })

  test('replayed through the same file shows no difference anywhere', async () => {
    const rules = await replayRules([demo.rules])
    const again = await replayRules([await rulesOf(steadyRules())])
    const ask = { had: rules, next: again, people: demo.people, since: '2026-08-01T00:00:00.000Z', until: demo.now }

    const report = await replayAll(ask, demo.deals)

    expect(report.moves).toMatchObject({ stopped: 0, alsoBefore: 0, noLonger: 0 })
    for (const sides of [...report.people, ...report.tasks, ...report.alerts, report.totals]) {
      expect(sides.after).toEqual(sides.before)
    }
    expect([report.deals, report.unplaced, report.unknownFields, report.refused]).toEqual([60, [], [], []])
    expect(report.totals.before.told).toBeGreaterThan(50)
  })
})
