import { readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { taskIdOf } from '#domain/kernel/task-id'
import { consumers } from '#product/lists/consumers'
import type { Deal } from '#schemas/deal'
import { addTask } from '#usecases/tasks/add-task'
import { cancelTask } from '#usecases/tasks/cancel-task'
import { checkItem } from '#usecases/tasks/check-item'
import { completeTask } from '#usecases/tasks/complete-task'
import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { reassignTask } from '#usecases/tasks/reassign-task'
import { standIn } from '#usecases/tasks/stand-in'
import { pagesOn } from '#test/pages/support'
import { aWorldInMemory, employees, type World } from '#test/support/world'

const shipped = readFileSync('pipelines.yaml', 'utf8')

/** A deal of Anna's in the contract stage, where the lawyer's task is open. */
async function contractOf(world: World): Promise<{ readonly deal: Deal; readonly draft: string }> {
  const input = { title: 'Coffee machines', pipeline: 'b2b_new', owner: 'anna', stage: 'contract' }
  const deal = await createDeal(world.ports, await world.as(), input)
  await world.run(consumers, deal.id)
  return { deal, draft: taskIdOf(deal.id, 1, 'draft_contract') }
}

const outcome = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )

async function hire(world: World, id: string, more: object): Promise<void> {
  const base = employees.find((one) => one.id === 'lena')
  if (base === undefined) throw new Error('There is no lawyer.')
  await world.ports.people.saveEmployee({ ...base, id, name: id, roles: [], department: null, ...more })
}

describe('a task of the rules is done', () => {
  test.each([
    ['by its responsible', 'lena', 'done'],
    ['by another holder of the role', 'lawyer2', 'done'],
    ['by the head above the responsible', 'helen', 'done'],
    ['not by the owner of the deal', 'anna', 'not_your_task'],
    ['not by the head of the owner, who leads nobody of the law department', 'boris', 'not_your_task'],
    ['not by somebody who may change every deal', 'clerk', 'not_your_task'],
    ['not by whoever has nothing to do with the deal', 'alex', 'task_unknown'],
  ])('%s', async (_, who, expected) => {
    const world = await aWorldInMemory()
    await hire(world, 'lawyer2', { roles: ['lawyer'], department: 'office', active: true })
    await hire(world, 'clerk', { rights: { deals_read: 'all', deals_edit: 'all' } })
    const { draft } = await contractOf(world)
    await reassignTask(world.ports, await world.as(), draft, { responsible: 'lena' })

    expect(await outcome(completeTask(world.ports, await world.as(who), draft, {}))).toBe(expected)
  })

  test.each([
    ['the owner', 'anna', [], ['send_invoice', 'get_signature']],
    ['the lawyer’s head, who may do them all one after another', 'helen', ['draft_contract', 'send_invoice'], []],
  ])('is offered in the dialog of a move to %s only where it may be done with it', async (_, who, ticked, later) => {
    const world = await aWorldInMemory()
    const { deal } = await contractOf(world)

    const html = await (await pagesOn(world)(`/app/pieces/move/${deal.id}?to=payment`, { as: who })).text()
    const idsOf = (found: RegExp) =>
      [...html.matchAll(found)].map(([, id = '']) => id.slice(`task_${deal.id.slice(5)}-1-`.length))

    expect(idsOf(/name="complete\[\]" value="([^"]+)"/g)).toEqual(expect.arrayContaining(ticked))
    expect(idsOf(/data-later-task="([^"]+)"/g)).toEqual(later)
  })

  test('says who may, by name and by role', async () => {
    const world = await aWorldInMemory()
    const { draft } = await contractOf(world)

    const refused = await completeTask(world.ports, await world.as('anna'), draft, {}).catch((error: unknown) => error)

    expect(refused).toMatchObject({
      code: 'not_your_task',
      message: '“Draw up the contract” is not yours to do: it is for Lena, anybody in the role “Lawyer” or Helen.',
      extra: { task: draft, responsible: 'lena', may: { people: ['lena'], roles: ['lawyer'], heads: ['helen'] } },
    })
  })

  test('by whoever a move brings along just as alone: nothing of the move happens', async () => {
    const world = await aWorldInMemory()
    const { deal, draft } = await contractOf(world)

    const move = moveDeal(world.ports, await world.as('anna'), deal.id, { toStage: 'payment', complete: [draft] })

    expect(await outcome(move)).toBe('not_your_task')
    expect(await world.ports.deals.find(deal.id)).toMatchObject({ stage: 'contract', version: deal.version })
  })

  test('by the deputy while its responsible is away, and still by themselves', async () => {
    const world = await aWorldInMemory()
    const { deal, draft } = await contractOf(world)
    const lena = employees.find((one) => one.id === 'lena')
    if (lena === undefined) throw new Error('There is no lawyer.')
    await world.ports.people.saveEmployee({
      ...lena,
      absences: [{ from: '2026-12-01', to: '2026-12-09', deputy: 'leo' }],
    })
    await standIn(world.ports, world.now())

    expect(await world.ports.deals.findTask(deal.id, draft)).toMatchObject({ responsible: 'leo', standsInFor: 'lena' })
    const tick = { item: 0, done: true }
    // There is no checklist: whoever may do the task is told so, others that it is not theirs.
    await expect(checkItem(world.ports, await world.as('lena'), draft, tick)).rejects.toThrow('has 0 items')
    await expect(checkItem(world.ports, await world.as('anna'), draft, tick)).rejects.toThrow('not yours to do')
    expect(await outcome(completeTask(world.ports, await world.as('leo'), draft, {}))).toBe('done')
  })

  test.each([
    ['a deputy did it, of whom it was', 'leo', 'Leo, for Lena', 2],
    ['they did it themselves while a deputy had it, of nobody else', 'lena', 'Lena', 0],
  ])('and where %s is told alike among the tasks and in the history', async (_, who, said, times) => {
    const world = await aWorldInMemory()
    const { deal, draft } = await contractOf(world)
    const lena = employees.find((one) => one.id === 'lena')
    if (lena === undefined) throw new Error('There is no lawyer.')
    const absences = [{ from: '2026-12-01', to: '2026-12-09', deputy: 'leo' }]
    await world.ports.people.saveEmployee({ ...lena, absences })
    await standIn(world.ports, world.now())
    await completeTask(world.ports, await world.as(who), draft, {})

    const html = await (await pagesOn(world)(`/app/deals/${deal.id}`, { as: 'helen' })).text()

    expect(html).toContain(`<span>${said}</span><span>today, 10:00</span>`)
    expect(html).toContain(`</time> · ${said} · <a`)
    expect(html.match(/, for [A-Z]/g) ?? []).toHaveLength(times)
  })

  test('by those whom may_also names', async () => {
    const text = shipped.replace(
      'by: lawyer\n        due: 2 working days\n',
      'by: lawyer\n        may_also: [owner, quality]\n        due: 2 working days\n',
    )
    const world = await aWorldInMemory({ text })
    const first = await contractOf(world)
    const second = await contractOf(world)

    expect(await outcome(completeTask(world.ports, await world.as('anna'), first.draft, {}))).toBe('done')
    expect(await outcome(completeTask(world.ports, await world.as('quinn'), second.draft, {}))).toBe('done')
  })

  test('counts for whoever did it', async () => {
    const world = await aWorldInMemory()
    const { deal, draft } = await contractOf(world)
    const open = await (await pagesOn(world)(`/app/deals/${deal.id}`, { as: 'helen' })).text()

    const done = await completeTask(world.ports, await world.as('helen'), draft, {})
    const html = await (await pagesOn(world)(`/app/deals/${deal.id}`, { as: 'helen' })).text()

    expect(done).toMatchObject({
      responsible: 'lena',
      doneBy: 'helen',
      counted: { employee: 'helen', department: 'sales' },
    })
    // Among what is done, and among what happened: whose it was is told there.
    expect(html.match(/Helen, for Lena/g)).toHaveLength(2)
    // What a gate waits for is done, not cancelled: nobody is offered that.
    expect([open.includes(`task/${draft}/reassign`), open.includes(`task/${draft}/cancel`)]).toEqual([true, false])
  })

  test('and by the rule of the file that names it, but by no other program', async () => {
    const world = await aWorldInMemory()
    const { draft } = await contractOf(world)
    const { caller } = await world.as()
    const bank = { ...caller, actor: { kind: 'integration', id: 'bank' } as const }

    expect(await outcome(completeTask(world.ports, await world.as(undefined, { caller: bank }), draft, {}))).toBe(
      'not_your_task',
    )
    const notary = { ...bank, roles: ['lawyer'] }
    expect(await outcome(completeTask(world.ports, await world.as(undefined, { caller: notary }), draft, {}))).toBe(
      'done',
    )
  })
})

describe('a task is given to another person', () => {
  test.each([
    ['by its responsible', 'lena', 'leo', 'done'],
    ['by the head above them', 'helen', 'leo', 'done'],
    ['not by the owner of the deal, to nobody', 'anna', 'leo', 'not_your_task'],
    ['and least of all to themselves', 'anna', 'anna', 'not_your_task'],
    ['not by the head of the owner', 'boris', 'boris', 'not_your_task'],
  ])('%s', async (_, who, to, expected) => {
    const world = await aWorldInMemory()
    const { draft } = await contractOf(world)

    const given = reassignTask(world.ports, await world.as(who), draft, { responsible: to })

    expect(await outcome(given)).toBe(expected)
  })

  test('and whoever the rules ask it of may do it all the same', async () => {
    const world = await aWorldInMemory()
    const { draft } = await contractOf(world)
    await reassignTask(world.ports, await world.as('lena'), draft, { responsible: 'leo' })

    expect(await outcome(completeTask(world.ports, await world.as('anna'), draft, {}))).toBe('not_your_task')
    expect(await outcome(completeTask(world.ports, await world.as('lena'), draft, {}))).toBe('done')
  })
})

test('what a gate waits for is cancelled by whoever added it or may do it, not by the seller', async () => {
  const world = await aWorldInMemory()
  const { deal } = await contractOf(world)
  const more = { do: 'Check the client with the registry', responsible: 'lena', due: '1 working day', required: true }
  const { id } = await addTask(world.ports, await world.as('helen'), deal.id, more)

  const reason = 'Needless'
  expect(await outcome(cancelTask(world.ports, await world.as('anna'), id, { reason }))).toBe('not_your_task')
  expect(await outcome(cancelTask(world.ports, await world.as('helen'), id, { reason }))).toBe('done')
})
