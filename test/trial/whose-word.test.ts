import { readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { check } from '#config/check'
import { updateClient } from '#clients/usecases/change-clients'
import type { Fields } from '#schemas/deal'
import type { Model, Stage } from '#schemas/model'
import { consumers } from '#product/lists/consumers'
import { completeTask } from '#usecases/tasks/complete-task'
import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { updateDeal } from '#usecases/deals/update-deal'
import { sampleOf } from '#trial/fill-gate'
import { aWorldInMemory, employees, type World } from '#test/support/world'

const files = ['pipelines.yaml', 'examples/pipelines.ru.yaml'] as const
const modelOf = (file: string): Model => {
  const { model } = check(readFileSync(file, 'utf8'))
  if (model === undefined) throw new Error(`${file} has faults.`)
  return model
}

/** Who sells in a direction, of the test company. */
const sellers: Readonly<Record<string, string>> = {
  b2b_new: 'anna',
  b2b_repeat: 'fedor',
  b2c_new: 'cyril',
  b2c_repeat: 'cyril',
}
const staff = employees.map(({ id }) => id)

/** A deal whose buyer’s card says what gates ask of it. */
async function dealWithCard(world: World, pipeline: string, owner: string): Promise<string> {
  const command = await world.as(owner)
  const input = { title: 'One', pipeline, owner, client: { name: 'ООО «Аврора»', phone: '+7 495 000-11-22' } }
  const { id, links = [] } = await createDeal(world.ports, command, input)
  const people = await world.ports.people.load()
  await updateClient(world.ports, command, people, { id: links[0]?.client ?? '', input: { inn: '7707083893' } })
  return id
}

/** What would open every gate, one value for each field that people write. */
const everything = (model: Model): Fields =>
  Object.fromEntries(
    Object.values(model.fields)
      .filter(({ formula }) => formula === undefined)
      .map((field) => [field.id, field.id === 'discount' ? 0 : sampleOf(field, '2026-12-01')]),
  )

/** Somebody tries everything there is in the stage a deal is in: every field alone, every task, and to go on. */
async function tryAll(world: World, who: string, id: string, model: Model): Promise<readonly string[]> {
  const { ports } = world
  const command = await world.as(who)
  const did: string[] = []
  const attempt = async (what: string, run: () => Promise<unknown>): Promise<void> => {
    await run().then(
      () => did.push(what),
      () => undefined,
    )
  }
  const known = (await ports.deals.find(id))?.fields ?? {}
  // What is there already changes nothing, whoever writes it again.
  const open = Object.entries(everything(model)).filter(([field, value]) => known[field] !== value)
  for (const [field, value] of open)
    await attempt(`field ${field}`, () => updateDeal(ports, command, id, { fields: { [field]: value } }))
  for (let round = 0; round < 4; round += 1) {
    await world.run(consumers, id)
    for (const task of await ports.deals.tasksOf(id)) {
      if (task.status === 'open')
        await attempt(`task ${task.template}`, () => completeTask(ports, command, task.id, {}))
    }
  }
  return did
}

async function goOn(world: World, who: string, id: string, model: Model): Promise<boolean> {
  const deal = await world.ports.deals.find(id)
  const stages = model.pipelines[deal?.pipeline ?? '']?.stages.map((stage) => stage.id) ?? []
  const toStage = stages[stages.indexOf(deal?.stage ?? '') + 1] ?? 'completed'
  const moved = await moveDeal(world.ports, await world.as(who), id, { toStage }).catch(() => undefined)
  return moved !== undefined
}

describe.each(files)('%s', (file) => {
  const text = readFileSync(file, 'utf8')
  const model = modelOf(file)

  test('lets nobody pass a direction alone', () => {
    expect(check(text).diagnostics.filter(({ code }) => code === 'one-pair-of-hands')).toEqual([])
  })

  describe.each(Object.keys(model.pipelines))('%s', (pipeline) => {
    const seller = sellers[pipeline] ?? 'anna'
    const stages: readonly Stage[] = model.pipelines[pipeline]?.stages ?? []

    test('a seller alone does not win a deal, whatever they try at every stage', async () => {
      const world = await aWorldInMemory({ text })
      const { id } = await createDeal(world.ports, await world.as(seller), { title: 'One', pipeline, owner: seller })

      for (const _ of stages) {
        await tryAll(world, seller, id, model)
        if (!(await goOn(world, seller, id, model))) break
      }

      expect((await world.ports.deals.find(id))?.status).toBe('open')
    })

    test('everybody together wins and completes it, each with what is theirs', async () => {
      const world = await aWorldInMemory({ text })
      const id = await dealWithCard(world, pipeline, seller)
      const did = new Map<string, Set<string>>()

      for (const _ of stages) {
        // The sellers first: what is left is what others are needed for. Heads need not help.
        for (const who of [seller, 'lena', 'alex', 'leo', 'quinn', seller, 'alex']) {
          const own = did.get(who) ?? new Set<string>()
          for (const one of await tryAll(world, who, id, model)) own.add(one)
          did.set(who, own)
        }
        expect(await goOn(world, seller, id, model)).toBe(true)
      }

      expect((await world.ports.deals.find(id))?.status).toBe('completed')
      expect(did.get('alex')).toContain('field paid')
      expect(did.get('alex')).toContain('task check_payment')
      expect(did.get(seller)).not.toContain('field paid')
      if (pipeline === 'b2b_new') expect(did.get('lena')).toContain('field contract_file')
    })

    test('every task and every field of every stage is for those alone whom the file names', async () => {
      for (const stage of stages) {
        for (const who of staff) {
          const world = await aWorldInMemory({ text })
          const input = { title: 'One', pipeline, owner: seller, stage: stage.id }
          const { id } = await createDeal(world.ports, await world.as(), input)
          await world.run(consumers, id)

          const did = await tryAll(world, who, id, model)

          const roles = employees.find((one) => one.id === who)?.roles ?? []
          const isHead = ['helen', 'boris', 'clara'].includes(who)
          const wrong = did.filter((what) => {
            const [kind, name = ''] = what.split(' ')
            if (kind === 'task') {
              const by = stage.tasks.find((task) => task.id === name)?.by ?? 'owner'
              return !(isHead || (by === 'owner' ? who === seller : roles.includes(by)))
            }
            const writers = model.fields[name]?.writtenBy
            return (
              writers !== undefined &&
              !writers.some((one) => roles.includes(one) || (one === 'owner' && who === seller))
            )
          })
          expect([stage.id, who, wrong]).toEqual([stage.id, who, []])
        }
      }
    })
  })
})
