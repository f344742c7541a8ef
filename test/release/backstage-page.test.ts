import { parse } from 'node-html-parser'
import { expect, test } from 'vitest'

import type { BackstageStand } from '#ports/backstage'
import { pagesOn } from '#test/pages/support'
import { aDoor } from '#test/support/http'
import { aShop } from './shop'

const quiet: BackstageStand = {
  stream: { waiting: 0, behindSeconds: 0 },
  queues: [{ consumer: 'follow-deal', waiting: 3, behindSeconds: 2, deadLetters: 0 }],
  schedules: { 'sweep-due': '2026-11-29T09:00:00.000Z' },
}
const stopped: BackstageStand = {
  ...quiet,
  queues: [
    { consumer: 'follow-deal', waiting: 7, behindSeconds: 400, deadLetters: 1 },
    { consumer: 'keep-plan-ledger', waiting: 0, behindSeconds: 0, deadLetters: 61 },
  ],
}

async function shopWith(stand: BackstageStand | undefined, touchStore = () => Promise.resolve()) {
  const { ports } = await aShop()
  return { ports: { ...ports, backstage: { ...ports.backstage, touchStore, stand: () => stand } } }
}

async function said(stand: BackstageStand | undefined, as: string, language = 'en') {
  const answer = await pagesOn(await shopWith(stand))('/app/editor', {
    as,
    headers: { cookie: `norma_session=token-${as}; norma_language=${language}` },
  })
  return parse(await answer.text())
    .querySelectorAll('section[aria-labelledby="backstage-title"] p')
    .map(({ text }) => text)
}

test('who may change the rules sees on their page what was put aside and how far behind is what follows by itself', async () => {
  expect(await said(quiet, 'helen')).toEqual([])
  expect(await said(undefined, 'helen')).toEqual([])
  expect(await said(stopped, 'anna')).toEqual([])
  expect(await said(stopped, 'helen')).toEqual([
    expect.stringContaining('62 events could not be handled'),
    expect.stringContaining('is 6 minutes behind'),
  ])
  expect(await said(stopped, 'helen', 'ru')).toEqual([
    expect.stringContaining('Не обработано и отложено: 62\u00A0события'),
    expect.stringContaining('запаздывают на 6\u00A0минут'),
  ])
})

test('anybody may ask whether the store answers and something stands', async () => {
  const ready = async (stand: BackstageStand | undefined) =>
    (await (await aDoor(await shopWith(stand))).get('/health/ready')).body

  expect(await ready(quiet)).toMatchObject({
    status: 'ready',
    backstage: { ...quiet, schedules: [{ name: 'sweep-due', lastRunAt: '2026-11-29T09:00:00.000Z' }] },
  })
  expect(await ready(stopped)).toMatchObject({ status: 'behind' })
  expect(await ready(undefined)).toMatchObject({ status: 'ready', backstage: null })
})

test('a store that does not answer is told as such', async () => {
  const hanging = () => Promise.reject(Object.assign(new Error('5 s'), { name: 'TimeoutError' }))
  const reply = await (await aDoor(await shopWith(quiet, hanging))).get('/health/ready')

  expect([reply.status, reply.body.code, reply.headers.get('retry-after')]).toEqual([503, 'unavailable', '5'])
})
