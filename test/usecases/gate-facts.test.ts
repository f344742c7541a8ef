import { describe, expect, test } from 'vitest'

import { Refusal } from '#domain/kernel/refusal'
import type { GateFacts } from '#ports/gate-facts'
import type { Ports } from '#ports/ports'
import type { RulesVersion } from '#ports/rules'
import type { Deal, FieldValue } from '#schemas/deal'
import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { readDeal } from '#usecases/deals/read-deal'
import { updateDeal } from '#usecases/deals/update-deal'
import { useEngine } from '#test/support/engine'
import { aWorld, aWorldInMemory, type World } from '#test/support/world'

const engine = useEngine()
const stores = [
  ['the table', () => aWorld(engine)],
  ['memory', () => aWorldInMemory()],
] as const

describe.each(stores)('a gate that asks for something of another thing than the deal, in %s', (_, open) => {
  test('stops the move with that among everything that is missing, and says so beforehand', async () => {
    const { ports, world, deal } = await aScene(await open(), async () => ({ values: {}, sources: [] }))

    const view = await readDeal(ports, (await world.as('helen')).caller, await ports.people.load(), deal.id)
    const refused = await refusalOf(moveDeal(ports, await world.as('helen'), deal.id, { toStage: 'feedback' }))

    expect(view.gate.missing.fields.map(({ id }) => id)).toEqual(['client.inn'])
    expect(refused.code).toBe('gate_blocked')
    expect(refused.message).toContain('“INN of the client”')
  })

  test('lets the deal pass once it is there', async () => {
    const { ports, world, deal } = await aScene(await open(), async () => ({ ...inn, sources: [] }))

    const moved = await moveDeal(ports, await world.as('helen'), deal.id, { toStage: 'feedback' })

    expect(moved.stage).toBe('feedback')
  })

  test('is judged by what still is so when the move is written', async () => {
    let isChangedMeanwhile = true
    const scene = await aScene(await open(), async () => {
      const read = await scene.ports.deals.find(scene.other.id)
      const source = { subject: { kind: 'deal', id: scene.other.id }, version: read?.version ?? 0 } as const
      if (isChangedMeanwhile) await updateDeal(scene.ports, await scene.world.as(), scene.other.id, { title: 'Other' })
      return { ...inn, sources: [source] }
    })
    const { ports, world, deal } = scene

    const refused = await refusalOf(moveDeal(ports, await world.as('helen'), deal.id, { toStage: 'feedback' }))
    isChangedMeanwhile = false
    const moved = await moveDeal(ports, await world.as('helen'), deal.id, { toStage: 'feedback' })

    expect(refused.code).toBe('version_conflict')
    expect(moved.stage).toBe('feedback')
  })
})

test('a gate that asks for nothing else reads nothing else', async () => {
  const world = await aWorldInMemory()
  const asked: string[] = []
  const gateFacts: GateFacts = {
    find: async (_, names) => {
      asked.push(...names)
      return { values: {}, sources: [] }
    },
  }
  const ports = { ...world.ports, gateFacts }
  const deal = await createDeal(ports, await world.as(), { title: 'A', pipeline: 'b2b_new', owner: 'anna' })

  await refusalOf(moveDeal(ports, await world.as('helen'), deal.id, { toStage: 'general_offer' }))

  expect(asked).toEqual([])
})

const inn = { values: { 'client.inn': '7707083893' as FieldValue } }

/** A world in which the general offer may be left only with the client's INN, and nothing else. */
async function aScene(world: World, find: () => ReturnType<GateFacts['find']>) {
  const withGate = (version: RulesVersion): RulesVersion => ({ ...version, model: asking(version.model) })
  const rules: Ports['rules'] = {
    ...world.ports.rules,
    current: async () => withGate(await world.ports.rules.current()),
    version: async (no) => withGate(await world.ports.rules.version(no)),
  }
  const ports: Ports = { ...world.ports, rules, gateFacts: { find: () => find() } }
  const start = { title: 'Machines', pipeline: 'b2b_new', owner: 'anna', stage: 'general_offer' }
  const deal: Deal = await createDeal(ports, await world.as(), start)
  const other = await createDeal(ports, await world.as(), start)
  return { world, ports, deal, other }
}

function asking(model: RulesVersion['model']): RulesVersion['model'] {
  const pipeline = model.pipelines['b2b_new']
  if (pipeline === undefined) throw new Error('The shipped file changed.')
  const stages = pipeline.stages.map((stage) =>
    stage.id === 'general_offer'
      ? { ...stage, tasks: [], gate: { filled: ['client.inn'], origin: stage.origin } }
      : stage,
  )
  return { ...model, pipelines: { ...model.pipelines, b2b_new: { ...pipeline, stages } } }
}

async function refusalOf(asked: Promise<unknown>): Promise<Refusal> {
  try {
    await asked
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('It was not refused.')
}
