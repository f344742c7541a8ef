import { readFileSync } from 'node:fs'

import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, expect, test } from 'vitest'

import { expirySchedule } from '#local/expiry'
import { localDynamo } from '#local/local-client'
import { backDoorLine } from '#local/line'
import { startNorma, type Norma } from '#local/norma'
import { useFolder } from '#test/support/temporary-folder'

const folder = useFolder()
let norma: Norma | undefined
afterEach(async () => {
  await norma?.stop()
  norma = undefined
})

test('a schedule of the running product takes away what is out of date, and leaves the rest', async () => {
  const rulesText = readFileSync('pipelines.yaml', 'utf8')
  norma = await startNorma({ dataDir: folder.path('data'), port: 0, rulesText, log: () => undefined })
  const client = localDynamo(backDoorLine(norma.address, readFileSync(folder.path('data/secret'), 'utf8')))
  const seconds = Math.floor(Date.now() / 1000)
  const put = (pk: string, expiresAt: number) =>
    client.send(new PutCommand({ TableName: 'norma', Item: { pk, sk: '#', expiresAt } }))
  const isThere = async (pk: string) =>
    (await client.send(new GetCommand({ TableName: 'norma', Key: { pk, sk: '#' } }))).Item !== undefined
  await Promise.all(Array.from({ length: 450 }, (_, no) => put(`I#old#${no}`, seconds - 60)))
  await put('I#new', seconds + 3600)

  expect(norma.runtime.scheduleNames).toContain('expire-items')
  await norma.runtime.runSchedule('expire-items')

  const left = await Promise.all(Array.from({ length: 450 }, (_, no) => isThere(`I#old#${no}`)))
  expect(left.filter(Boolean)).toEqual([])
  expect(await isThere('I#new')).toBe(true)
  client.destroy()
})

test('takes away a piece after the other, and no more than so many in one run', async () => {
  let left = 100_000
  const pieces: number[] = []
  const { run } = expirySchedule({
    expire: (_, most = 0) => {
      const gone = Math.min(most, left)
      left -= gone
      pieces.push(gone)
      return Promise.resolve(gone)
    },
  })

  await run('2026-11-29T09:00:00.000Z')

  expect(Math.max(...pieces)).toBe(200)
  expect(left).toBe(90_000)
})
