import { parse } from 'node-html-parser'
import { expect, test } from 'vitest'

import { stuckBecause } from '#release/domain/stuck'
import type { Ports } from '#ports/ports'
import { pagesOn } from '#test/pages/support'
import { runReleases } from '#release/usecases/run-releases'
import { aDealIn, aShop, proposal, publish } from './shop'

/** Ports with which some deals can never be written, each for its own reason. */
function withStuck(ports: Ports, faults: Readonly<Record<string, string>>): Ports {
  const save: Ports['deals']['save'] = (change) => {
    const fault = faults[change.deal.id]
    return fault === undefined ? ports.deals.save(change) : Promise.reject(new Error(fault))
  }
  return { ...ports, deals: { ...ports.deals, save } }
}

async function stuckSection(ports: Ports, as: string, language = 'en') {
  const answer = await pagesOn({ ports })('/app/editor', {
    as,
    headers: { cookie: `norma_session=token-${as}; norma_language=${language}` },
  })
  expect(answer.status).toBe(200)
  return parse(await answer.text()).querySelector('.stuck-deals')
}

test('the Rules page names the deals that could not follow, why, and what to do, each to who may see it', async () => {
  const world = await aShop()
  const large = await aDealIn(world, 'offer')
  const odd = await aDealIn(world, 'offer', { owner: 'lena' })
  await publish(world, { ...proposal, moved: 'offer: proposal' })
  await runReleases(
    withStuck(world.ports, {
      [large.id]: 'Item size has exceeded the maximum allowed size',
      [odd.id]: 'No such <thing>',
    }),
  )

  const head = await stuckSection(world.ports, 'helen')
  const anna = await stuckSection(world.ports, 'anna')
  const russian = await stuckSection(world.ports, 'helen', 'ru')

  expect(head?.querySelector('h2')?.text).toBe('Deals that could not follow version 2')
  expect(
    head
      ?.querySelectorAll('li a')
      .map((link) => link.getAttribute('href'))
      .toSorted(),
  ).toEqual([`/app/deals/${large.id}`, `/app/deals/${odd.id}`].toSorted())
  expect(head?.text).toContain('It has become too large to be written at once. Open it, shorten the long texts')
  expect(head?.querySelectorAll('code').map((code) => code.innerHTML)).toContain('No such &lt;thing&gt;')
  expect(head?.text).not.toContain('that you may not see')
  expect(anna?.querySelectorAll('li a').map((link) => link.getAttribute('href'))).toEqual([`/app/deals/${large.id}`])
  expect(anna?.text).toContain('And 1 deal that you may not see')
  expect(anna?.text).not.toContain(odd.id)
  expect(russian?.text).toContain('Сделки, которые не смогли перейти на версию 2')
  expect(russian?.text).toContain('Она стала слишком большой')
})

test('the Rules page says nothing of stuck deals where there are none, or once they have followed', async () => {
  const world = await aShop()
  const deal = await aDealIn(world, 'offer')
  const before = await stuckSection(world.ports, 'helen')
  await publish(world, { ...proposal, moved: 'offer: proposal' })
  await runReleases(withStuck(world.ports, { [deal.id]: 'The deal is too large.' }))
  const meanwhile = await stuckSection(world.ports, 'helen')
  await runReleases(world.ports)

  expect(before).toBeNull()
  expect(meanwhile).not.toBeNull()
  expect(await stuckSection(world.ports, 'helen')).toBeNull()
})

test.each([
  ['The deal deal_1 was changed by others 5 times in a row.', 'busy'],
  ['Somebody else has just changed the deal “Coffee”. Read it again and decide anew.', 'busy'],
  ['Item size has exceeded the maximum allowed size', 'large'],
  ['The level of configured provisioned throughput for the table was exceeded.', 'database'],
  ['connect ECONNREFUSED 127.0.0.1:8000', 'database'],
  ['Cannot read properties of undefined', 'other'],
] as const)('“%s” is of the kind %s', (why, kind) => {
  expect(stuckBecause(why)).toBe(kind)
})
