import { readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { issueDocument } from '#documents/usecases/issue-document'
import { signDocument } from '#documents/usecases/change-document'
import { consumers } from '#workday/events/consumers'
import { check } from '#config/check'
import { projectSchema } from '#config/schema/project-schema'
import { issueInvoice } from '#money/usecases/issue-invoice'
import { makeInvoice } from '#money/usecases/make-invoice'
import { readPipelines } from '#usecases/rules/read-pipelines'
import { moveDeal } from '#usecases/deals/move-deal'
import { reopenTask } from '#usecases/tasks/reopen-task'
import type { Task } from '#schemas/task'
import { useEngine } from '#test/support/engine'
import { aWorld, aWorldInMemory, type World } from '#test/support/world'
import { aContract, aDealWithPapers, documentRules } from './document-world'

const engine = useEngine()
const stores = [
  ['the table', () => aWorld(engine)],
  ['memory', async () => aWorldInMemory()],
] as const

/** The first stage has three tasks that papers close, the second one that is closed by what was done before. */
const rules = documentRules({ gate: '{ may_override: head_of_sales }', make: '[offer]' })
  .replace(
    '    tasks:\n      send_deck:',
    [
      '    tasks:',
      '      draft: { do: Issue the contract, by: lawyer, due: 4 working hours, done_when: contract issued }',
      '      sign: { do: See it signed, by: owner, due: 4 working hours after draft, done_when: contract signed }',
      '      bill: { do: Make out the invoice, by: accountant, due: 2 working days, done_when: whole issued }',
      '      send_deck:',
    ].join('\n'),
  )
  .replace(
    '    tasks:\n      send_general_offer:',
    '    tasks:\n      checked: { do: Check it, by: lawyer, due: 1 working day, done_when: contract issued }\n      send_general_offer:',
  )

async function taskOf(world: World, dealId: string, id: string): Promise<Task | undefined> {
  // As the relay does: until nothing new follows.
  await world.run(consumers, dealId)
  await world.run(consumers, dealId)
  return (await world.ports.deals.tasksOf(dealId)).filter(({ template }) => template === id).at(-1)
}

describe.each(stores)('what closes a task by itself, in %s', (_, open) => {
  test('a task is done by whoever did to the paper what it waits for, and what comes after it begins then', async () => {
    const world = await open()
    const { id: dealId } = await aDealWithPapers(world, rules)
    const before = [await taskOf(world, dealId, 'draft'), await taskOf(world, dealId, 'sign')]
    const draft = await aContract(world, dealId)
    const made = await taskOf(world, dealId, 'draft')

    await issueDocument(world.ports, await world.as('lena'), draft.id)
    const issued = [await taskOf(world, dealId, 'draft'), await taskOf(world, dealId, 'sign')]
    await signDocument(world.ports, await world.as('lena'), draft.id, { who: 'client' })
    await signDocument(world.ports, await world.as('helen'), draft.id, { who: 'us' })
    const bill = await makeInvoice(world.ports, await world.asAnybody('helen'), dealId, { kind: 'whole' })
    await issueInvoice(world.ports, await world.as('alex'), bill.id)

    expect(before).toMatchObject([{ status: 'open', closesWhen: { paper: 'contract', fact: 'issued' } }, undefined])
    expect(made?.status).toBe('open')
    expect(issued).toMatchObject([{ status: 'done', doneBy: 'lena' }, { status: 'open' }])
    expect(await taskOf(world, dealId, 'sign')).toMatchObject({ status: 'done', doneBy: 'helen' })
    expect(await taskOf(world, dealId, 'bill')).toMatchObject({ status: 'done', doneBy: 'alex' })
  })

  test('what was done before the task appeared closes it at once; opened again it waits for people', async () => {
    const world = await open()
    const { id: dealId } = await aDealWithPapers(world, rules)
    const draft = await aContract(world, dealId)
    await issueDocument(world.ports, await world.as('lena'), draft.id)
    await taskOf(world, dealId, 'draft')
    const override = { reason: 'The tasks of the stage are not the point here' }
    await moveDeal(world.ports, await world.as('helen'), dealId, { toStage: 'general_offer', override })

    const closed = await taskOf(world, dealId, 'checked')
    await reopenTask(world.ports, await world.as('lena'), closed?.id ?? '', { reason: 'Once more' })

    expect(closed).toMatchObject({ status: 'done', doneBy: 'lena' })
    expect(await taskOf(world, dealId, 'checked')).toMatchObject({ status: 'open' })
    const timeline = await world.ports.deals.events(dealId, { order: 'newest', limit: 50 })
    expect(
      timeline.items.filter(({ name, detail }) => name === 'task.done' && detail.task?.template === 'checked'),
    ).toHaveLength(1)
  })

  test('the stage is shown with what it makes and what closes its tasks', async () => {
    const world = await open()
    await aDealWithPapers(world, rules)

    const { items } = await readPipelines(world.ports)

    const stage = items[0]?.stages[0]
    expect(stage?.make).toEqual([{ paper: 'offer' }])
    expect(stage?.tasks[0]).toMatchObject({ id: 'draft', doneWhen: 'contract issued' })
  })
})

describe('done_when in the file', () => {
  const text = readFileSync('examples/documents/pipelines.yaml', 'utf8')
  const faults = (written: string) =>
    check(text.replace('done_when: contract issued', `done_when: ${written}`)).diagnostics.map(
      ({ code, message, help }) => `${code}: ${message} ${help ?? ''}`,
    )

  test.each([
    ['contrakt issued', 'Did you mean “contract”?'],
    ['contract issud', 'Write “contract issued”.'],
    ['whole signed', '“signed” is not something that is done to “whole”.'],
    ['issued', 'a document or an invoice, and what is done to it'],
    ['paper signed', 'the file does not say who signs it'],
  ])('%s is told with what to write', (written, told) => {
    expect(faults(written)).toEqual([expect.stringContaining(told)])
  })

  test('an editor offers every document and invoice with what may be done to it', () => {
    const schema = JSON.stringify(projectSchema(text))

    for (const offered of ['contract signed', 'whole paid', 'act made']) expect(schema).toContain(`"${offered}"`)
    expect(schema).not.toContain('"whole signed"')
  })
})
