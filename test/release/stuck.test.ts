import { expect, test } from 'vitest'

import { say } from '#cli/say'
import { statusLines } from '#cli/release/status-command'
import type { Ports } from '#ports/ports'
import { readReleaseStatus } from '#release/usecases/read-release-status'
import { runReleases } from '#release/usecases/run-releases'
import { aDealIn, aShop, proposal, publish } from './shop'

/** Ports with which one deal can never be written. */
function withStuck(ports: Ports, id: string): Ports {
  const save: Ports['deals']['save'] = (change) =>
    change.deal.id === id ? Promise.reject(new Error('The deal is too large.')) : ports.deals.save(change)
  return { ...ports, deals: { ...ports.deals, save } }
}

test('a deal that cannot be seated rings the alarm once for a publishing, keeps no other waiting, and status names it', async () => {
  const world = await aShop()
  const stuck = await aDealIn(world, 'offer')
  await aDealIn(world, 'offer')
  await publish(world, { ...proposal, moved: 'offer: proposal' })
  const broken = withStuck(world.ports, stuck.id)

  const runs = [await runReleases(broken), await runReleases(broken), await runReleases(broken)]
  const status = await readReleaseStatus(broken)

  expect(runs.map(({ seated, releasesFailed }) => [seated, releasesFailed])).toEqual([
    [1, 1],
    [0, 0],
    [0, 0],
  ])
  expect(status.reseating).toMatchObject({
    state: 'running',
    done: 1,
    stuck: [{ deal: stuck.id, why: 'The deal is too large.' }],
  })
  expect(statusLines(status)).toContainEqual(say('stuck', { deal: stuck.id, why: 'The deal is too large.' }))
})

test('a deal that was stuck follows once it can, and rings again only for another publishing', async () => {
  const world = await aShop()
  const stuck = await aDealIn(world, 'offer')
  await publish(world, { ...proposal, moved: 'offer: proposal' })
  const broken = withStuck(world.ports, stuck.id)
  await runReleases(broken)
  const named = (offer: string) => offer.replace('proposal:', 'quote:')
  const quote = {
    offer: named(proposal.offer ?? ''),
    pipelines: (proposal.pipelines ?? '').replaceAll('proposal', 'quote'),
  }

  await publish(world, { ...quote, moved: 'proposal: quote' })
  const again = [await runReleases(broken), await runReleases(broken)]
  const healed = await runReleases(world.ports)

  expect(again.map(({ releasesFailed }) => releasesFailed)).toEqual([1, 0])
  expect(healed).toMatchObject({ seated: 1, releasesFailed: 0 })
  const { reseating } = await readReleaseStatus(world.ports)
  expect(reseating).toMatchObject({ state: 'watching' })
  expect(reseating).not.toHaveProperty('stuck')
  expect((await world.ports.deals.find(stuck.id))?.stage).toBe('quote')
})
