import type { Language } from '#schemas/language-names'
import { describe, expect, test } from 'vitest'

import { planAsText } from '#release/domain/plan-text'
import type { MemoryWorld } from '#product/memory-world'
import type { ReleasePlan } from '#schemas/release'
import { completeTask } from '#usecases/tasks/complete-task'
import { planRules } from '#release/usecases/plan-rules'
import { aDealIn, aShop, follow, offerWith, proposal, publish, shopText, type Shop } from './shop'

async function planOf(world: MemoryWorld, shop: Shop, now: readonly string[] = []): Promise<ReleasePlan> {
  return (await planRules(world.ports, await world.as('helen'), { text: shopText(shop), now })).plan
}

const said = (plan: ReleasePlan, lang: Language = 'en') => planAsText(plan, { file: 'pipelines.yaml', lang })

describe('what blocks', () => {
  test('a stage that is gone from one direction only asks for that direction', async () => {
    const world = await aShop()
    await aDealIn(world, 'offer', { pipeline: 'works' })
    await aDealIn(world, 'offer')

    const plan = await planOf(world, {
      pipelines:
        'shop: { name: Shop, stages: [talk, offer, pay, after], won_after: pay }\n  works: { name: Works, stages: [pay, after], won_after: pay }',
    })

    expect(plan.blocked).toMatchObject([
      {
        code: 'stage-in-use',
        key: 'works.offer',
        deals: 1,
        directions: [{ pipeline: 'works', deals: 1 }],
        paste: ['works.offer:'],
      },
    ])
    expect(said(plan)).toContain('✗ stage “offer” is gone from “works”, but 1 open deal is in it: works')
  })

  test('a stage without deals may go', async () => {
    const world = await aShop()
    await aDealIn(world, 'talk')

    const plan = await planOf(world, proposal)

    expect(plan.publishable).toBe(true)
    expect(plan.nextEntry.map(({ code, key }) => [code, key])).toContainEqual(['stage-removed', 'offer'])
  })

  test('a direction is guessed by its stages', async () => {
    const world = await aShop()
    await aDealIn(world, 'offer', { pipeline: 'works' })

    const plan = await planOf(world, {
      pipelines:
        'shop: { name: Shop, stages: [talk, offer, pay, after], won_after: pay }\n  plant: { name: Plant, stages: [offer, pay, after], won_after: pay }',
    })

    expect(plan.blocked).toMatchObject([
      { code: 'pipeline-in-use', key: 'pipelines.works', guess: 'plant', paste: ['pipelines.works: plant'], deals: 1 },
    ])
    expect(said(plan)).toContain('“plant” has the same stages – was it renamed? Then add:')
  })

  test('roles with people or tasks, fields and options that deals hold', async () => {
    const world = await aShop()
    await aDealIn(world, 'offer', { fields: { need: 'Tea', mood: 'warm' } })

    const plan = await planOf(world, {
      roles: 'counsel: Counsel\n  accountant: Accountant\n  head: Head of sales',
      fields: 'mood: { type: choice, options: [hot, cold] }\n  ready: { type: date }',
      offer: offerWith('gate: { filled: [need] }', 'gate: { filled: [mood] }').replace('by: lawyer', 'by: counsel'),
    })

    expect(plan.blocked.map(({ code, key, guess, deals, tasks }) => [code, key, guess, deals, tasks])).toEqual([
      ['role-in-use', 'roles.lawyer', 'counsel', 0, 1],
      ['field-in-use', 'fields.need', undefined, 1, 0],
      ['option-in-use', 'fields.mood.warm', undefined, 1, 0],
    ])
    expect(said(plan)).toContain('✗ role “lawyer” is gone, but 1 person is in it (lena) and 1 open task waits for it')
    expect(said(plan, 'ru')).toContain('роли «lawyer» больше нет')
  })

  test('an id of the past does not come back with another meaning, but by its own way', async () => {
    const world = await aShop()
    await aDealIn(world, 'offer')
    await publish(world, { ...proposal, moved: 'offer: proposal' })
    await follow(world)

    const again = await planOf(world, {
      stages: `${offerWith('', '')}`,
      offer: proposal.offer ?? '',
      pipelines:
        'shop: { name: Shop, stages: [talk, proposal, offer, pay, after], won_after: pay }\n  works: { name: Works, stages: [proposal, pay, after], won_after: pay }',
    })
    const back = await planOf(world, { moved: 'proposal: offer' })

    expect(again.blocked.map(({ code, from, to }) => [code, from, to])).toEqual([['id-reused', 'offer', 'proposal']])
    // Both are in the text, so that nothing to paste would help, and what was meant has another way.
    expect(again.blocked[0]?.paste).toBeUndefined()
    expect(said(again)).toContain('go back with “norma rollback”')
    expect(said(again)).not.toContain('Then add:')
    expect(said(again, 'ru')).toContain('norma rollback')
    expect(back.publishable).toBe(true)
  })
})

describe('what is good to know', () => {
  test('a role that nobody is in, with how many tasks a week would have no one', async () => {
    const world = await aShop()
    const deals = [await aDealIn(world, 'offer'), await aDealIn(world, 'offer'), await aDealIn(world, 'talk')]
    await completeTask(world.ports, await world.as('anna'), `task_${deals[0]?.id.slice(5)}-1-write_offer`, {})
    await world.settle()

    const plan = await planOf(world, {
      roles: 'lawyer: Lawyer\n  accountant: Accountant\n  head: Head of sales\n  editor: Editor',
      offer: offerWith('by: lawyer', 'by: editor'),
    })

    expect(plan).toMatchObject({
      publishable: true,
      warnings: [{ code: 'role-empty', key: 'roles.editor', names: { week: '2' } }],
    })
    expect(said(plan)).toContain('! nobody is in the role editor: 2 tasks a week would have no one')
  })

  test('deals that older rules still judge', async () => {
    const world = await aShop()
    await aDealIn(world, 'offer')
    await publish(world, { offer: offerWith('[need]', '[need, mood]') })

    const plan = await planOf(world, {})

    expect(plan.warnings).toMatchObject([{ code: 'old-versions-alive', deals: 1, names: { oldest: '1', from: '2' } }])
  })
})

describe('when it takes effect', () => {
  test('is said in the words of the file, with what --now would bring', async () => {
    const world = await aShop()
    await aDealIn(world, 'offer')

    const text = said(await planOf(world, { offer: offerWith('by: lawyer', 'by: accountant') }))

    expect(text).toBe(`Plan: v1 → pipelines.yaml     1 open deal

FROM THE NEXT STAGE ENTRY
  ~ offer.check_terms: responsible lawyer → accountant
      shop; 1 deal in the stage now finishes it by the old rule
      1 open task stays with lawyer
      with --now offer.check_terms.by: 1 open task is handed over

Publishable.
`)
  })

  test('the same text has nothing to publish', async () => {
    const world = await aShop()

    const plan = await planOf(world, {})

    expect(plan).toMatchObject({ changed: false, publishable: true, nextEntry: [], atOnce: [] })
    expect(said(plan)).toContain('This is the text in force: there is nothing to publish.')
  })
})
