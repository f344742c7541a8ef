import { readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { Refusal } from '#domain/kernel/refusal'
import { consumers } from '#product/lists/consumers'
import { publishRules } from '#release/usecases/publish-rules'
import type { Deal } from '#schemas/deal'
import { cancelDeal, loseDeal } from '#usecases/deals/close-deal'
import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { useEngine } from '#test/support/engine'
import { aWorld, type World } from '#test/support/world'

const engine = useEngine()
const shipped = readFileSync('pipelines.yaml', 'utf8')

describe('where the rules name the owner or the head above instead of a role', () => {
  const closers: readonly (readonly [string, string, string, string | undefined])[] = [
    ['the owner', 'owner', 'anna', undefined],
    ['not the head', 'owner', 'boris', 'forbidden'],
    ['the head', 'owner_manager', 'boris', undefined],
    ['not the owner', 'owner_manager', 'anna', 'forbidden'],
    ['not the head of another department', 'owner_manager', 'helen', 'forbidden'],
  ]
  test.each(closers)('a deal is lost by %s (who: %s, %s)', async (_, who, by, code) => {
    const world = await worldOf((text) => text.replace('\n  lost:', `\n  lost:\n    who: ${who}`))
    const deal = await aDeal(world)

    const asked = loseDeal(world.ports, await world.as(by), deal.id, { reason: 'price' })

    expect(await codeOf(asked)).toBe(code)
  })

  const overriders: readonly (readonly [string, string, string | undefined])[] = [
    ['the head above the owner', 'boris', undefined],
    ['not the owner', 'anna', 'override_forbidden'],
    ['not somebody in another role', 'helen', 'override_forbidden'],
  ]
  test.each(overriders)('a gate is passed with a reason by %s (%s)', async (_, by, code) => {
    const world = await worldOf((text) =>
      text.replace(
        'filled: [decision_maker, need]',
        'filled: [decision_maker, need]\n      may_override: owner_manager',
      ),
    )
    const deal = await aDeal(world)
    const input = { toStage: 'general_offer', override: { reason: 'They know us' } }

    expect(await codeOf(moveDeal(world.ports, await world.as(by), deal.id, input))).toBe(code)
  })

  test('a new deal goes to the head of whoever creates it when there is no previous owner', async () => {
    const world = await worldOf((text) => text.replace('otherwise: b2b_farmers', 'otherwise: owner_manager'))
    const fields = { client_type: 'company', repeat_client: true }

    const deal = await createDeal(world.ports, await world.as('anna'), { title: 'Machines', fields })

    expect(deal.owner).toBe('boris')
  })
})

test('a cancelled deal gets the follow-up of cancelling, an earlier stage none of it', async () => {
  const world = await worldOf((text) =>
    text
      .replace('filled: [decision_maker, need]', 'may_override: head_of_sales')
      .replace('won_after: payment', 'won_after: presentation')
      .replace(
        '    who: head_of_sales\n',
        `    follow_up: { do: Ask what went wrong, by: owner_manager, due: 2 working days }\n`,
      ),
  )
  const deal = await aDeal(world)
  const input = { toStage: 'general_offer', override: { reason: 'They know us' } }
  await moveDeal(world.ports, await world.as('helen'), deal.id, input)
  await cancelDeal(world.ports, await world.as('helen'), deal.id, { reason: 'refund' })
  await world.run(consumers, deal.id)

  const open = (await world.ports.deals.tasksOf(deal.id)).filter(({ status }) => status === 'open')

  expect(open.map((one) => [one.do, one.responsible, one.required])).toEqual([['Ask what went wrong', 'boris', false]])
})

async function worldOf(edit: (text: string) => string): Promise<World> {
  const text = edit(shipped)
  if (text === shipped) throw new Error('Nothing of the shipped rules was changed.')
  const world = await aWorld(engine)
  await publishRules(world.ports, await world.as('helen'), { text, note: 'By name', expected: 1 })
  return world
}

async function aDeal(world: World): Promise<Deal> {
  const deal = await createDeal(world.ports, await world.as(), {
    title: 'Machines',
    pipeline: 'b2b_new',
    owner: 'anna',
  })
  await world.run(consumers, deal.id)
  return deal
}

async function codeOf(asked: Promise<unknown>): Promise<string | undefined> {
  try {
    await asked
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}
