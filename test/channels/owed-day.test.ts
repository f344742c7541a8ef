import { expect, test } from 'vitest'

import type { Task } from '#schemas/task'
import { pagesOn } from '#test/pages/support'
import { aWorldInMemory } from '#test/support/world'

import { channelScene } from './channel-scene'
import { requestOf } from './provider-bodies'
import { sequences } from './samples'
import { plainRules } from '#test/support/steady-rules'

const rules = `${plainRules()}
calls:
  missed: { call_back: 15 working minutes, by: owner, otherwise: b2c_team }
  counts_as_talk: 5 calendar seconds
`

test('whoever owes a call back sees the number and how often the client tried; it is not ticked off, and leads to no empty deal', async () => {
  const world = await aWorldInMemory({ text: rules })
  const scene = await channelScene({ ports: world.ports })
  const sequence = sequences().find(([name]) => name.startsWith('01'))?.[1]
  for (const arrival of sequence?.arrivals.slice(0, 5) ?? []) {
    const told = Number(arrival.body['end_time'] ?? arrival.body['timestamp'])
    world.setNow(new Date(told * 1000).toISOString())
    await scene.send(`${arrival.provider}-main`, requestOf(arrival))
    await scene.read()
  }
  world.setNow(new Date(Date.parse(world.now()) + 60_000).toISOString())
  await scene.settle(world.now())
  const subject = { kind: 'talk', id: await world.ports.talks.talkIdOf('+79005550101') } as const
  const [task] = (await world.ports.deals.tasksOfSubject(subject)) as readonly Task[]
  const page = async (path: string, as: string, language: string): Promise<string> =>
    (await pagesOn(world)(path, { as, headers: { 'accept-language': language } })).text()

  const who = task?.responsible ?? ''
  const [english, russian] = [await page('/app', who, 'en'), await page('/app', who, 'ru')]
  const ofHead = await page(`/app/team/${who}`, 'helen', 'en')
  const line = english.slice(english.indexOf(`id="${task?.id}"`)).split('</li>')[0] ?? ''

  expect(line).toContain('href="tel:+79005550101"')
  expect(line).toContain('Tried once, last at')
  expect(russian).toContain('Обращались 1\u00A0раз, последний – ')
  expect(line).not.toContain('data-complete')
  expect([english, russian, ofHead].join('')).not.toContain('href="/app/deals/"')
  expect(ofHead).not.toContain('+79005550101')
})
