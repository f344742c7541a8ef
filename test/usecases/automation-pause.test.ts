import { expect, test } from 'vitest'

import { pauseRule, resumeRule } from '#automation/usecases/pause-rule'
import { postEvent } from '#usecases/deals/post-event'
import { publishRules } from '#release/usecases/publish-rules'
import { readAutomation } from '#automation/usecases/read-automation'
import { runAutomation } from '#automation/usecases/run-automation'
import { dealIn, rulesWith, runsOf, settle } from '#test/support/automation'
import { useEngine } from '#test/support/engine'
import { aWorld, type World } from '#test/support/world'

const engine = useEngine()

const tells = (role: string) => rulesWith(`  signed: { on: contract_signed, do: [{ notify: ${role} }] }`)

async function signedDeal(world: World): Promise<string> {
  const { id } = await dealIn(world, 'contract')
  await postEvent(world.ports, await world.as('anna'), id, { event: 'contract_signed' })
  return id
}

const alerts = async (world: World, dealId: string) =>
  (await settle(world, dealId)).flatMap((event) => event.detail.alert?.notify ?? [])

test('a paused rule does nothing, at once, and the deal says why; later it is not made up for', async () => {
  const world = await aWorld(engine, { text: tells('lawyer') })
  const helen = await world.as('helen')
  const missed = await signedDeal(world)

  const paused = await pauseRule(world.ports, helen, 'signed', { reason: 'The bank repeats itself' })
  const toldWhilePaused = await alerts(world, missed)
  const resumed = await resumeRule(world.ports, helen, 'signed')
  const toldLater = await alerts(world, missed)
  const toldAgain = await alerts(world, await signedDeal(world))

  expect(paused.paused).toEqual({ at: world.now(), by: 'helen', reason: 'The bank repeats itself' })
  expect([toldWhilePaused, toldLater, toldAgain]).toEqual([[], [], ['lena']])
  expect(resumed.paused).toBeUndefined()
  expect(await runsOf(world, missed)).toMatchObject([
    {
      outcome: 'paused',
      actions: [{ kind: 'notify', done: false, why: 'The rule is paused: The bank repeats itself' }],
    },
  ])
})

test('a run that broke off and was paused then tells what it had done', async () => {
  const text = rulesWith(`  signed:
    on: contract_signed
    do: [{ set: { need: Signed } }, { notify: lawyer }]`)
  const world = await aWorld(engine, { text })
  const id = await signedDeal(world)
  const signed = (await world.eventsOf(id)).find((event) => event.name === 'deal.event_posted')
  const note = () => Promise.reject(new Error('The connection broke.'))
  const cut = { ...world.ports, automation: { ...world.ports.automation, note } }
  if (signed !== undefined) await runAutomation(cut, signed).catch(() => [])

  await pauseRule(world.ports, await world.as('helen'), 'signed', { reason: 'Wrong' })
  await settle(world, id)

  expect(await runsOf(world, id)).toMatchObject([
    {
      outcome: 'paused',
      actions: [
        { kind: 'set', done: true },
        { kind: 'notify', done: false },
      ],
    },
  ])
})

test('only who may edit the rules stops them, and only rules that there are', async () => {
  const world = await aWorld(engine, { text: tells('lawyer') })
  const [anna, helen] = [await world.as('anna'), await world.as('helen')]

  await expect(pauseRule(world.ports, anna, 'signed', { reason: 'No' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(resumeRule(world.ports, anna, 'signed')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(pauseRule(world.ports, helen, 'singed', { reason: 'No' })).rejects.toMatchObject({
    code: 'rule_unknown',
    message: 'There is no rule “singed” in “automation”. There are: signed.',
  })
  const { items } = await readAutomation(world.ports)
  expect(items).toMatchObject([{ id: 'signed', on: 'contract_signed', actions: ['notify lawyer'] }])
})

test('events from before a publication follow the rules of their time, later ones the new rules', async () => {
  const world = await aWorld(engine, { text: tells('lawyer') })
  const before = await signedDeal(world)
  world.setNow('2026-12-01T08:00:00.000Z')
  const helen = await world.as('helen')
  await publishRules(world.ports, helen, { text: tells('accountant'), note: 'Accounts now', expected: 1 })
  world.setNow('2026-12-01T09:00:00.000Z')
  const after = await signedDeal(world)

  const told = [await alerts(world, before), await alerts(world, after)]
  await publishRules(world.ports, helen, { text: tells('logistics'), note: 'Delivery now', expected: 2 })
  const toldOnReplay = [await alerts(world, before), await alerts(world, after)]

  expect(told).toEqual([['lena'], ['alex']])
  expect(toldOnReplay).toEqual(told)
  const versions = (await world.eventsOf(before)).flatMap((event) => (event.detail.run ? [event.configVersion] : []))
  expect(versions).toEqual([1])
})

test('a rule that was published after an event is not set off by it, however late the event comes', async () => {
  const world = await aWorld(engine, { text: rulesWith('  other: { on: payment_received, do: [{ notify: owner }] }') })
  const id = await signedDeal(world)
  world.setNow('2026-12-01T08:00:00.000Z')
  await publishRules(world.ports, await world.as('helen'), { text: tells('lawyer'), note: 'New', expected: 1 })

  await settle(world, id)

  expect(await runsOf(world, id)).toEqual([])
})
