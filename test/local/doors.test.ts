import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'

import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, expect, test } from 'vitest'

import { backDoorLine } from '#local/line'
import { localDynamo } from '#local/local-client'
import { startNorma, type Norma } from '#local/norma'
import { openStore, storeFile } from '#local/open-store'
import { keys } from '#store/people/keys'
import { useFolder } from '#test/support/temporary-folder'

const folder = useFolder()
let norma: Norma | undefined
afterEach(async () => {
  await norma?.stop()
  norma = undefined
})

const rulesText = readFileSync('pipelines.yaml', 'utf8')
const start = async () => {
  norma = await startNorma({ dataDir: folder.path('data'), port: 0, rulesText, log: () => undefined })
  return norma
}
const secret = () => readFileSync(folder.path('data/secret'), 'utf8')

/** Asks with whatever headers, also those that `fetch` keeps to itself. */
function statusOf(address: string, path: string, headers: Record<string, string>, body = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(
      `${address}${path}`,
      { method: body === '' ? 'GET' : 'POST', headers, agent: false },
      (answer) => {
        answer.resume()
        answer.on('end', () => resolve(answer.statusCode ?? 0))
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}

test('one port is open, and behind it the store answers only who knows the secret and is no page', async () => {
  const before = process.getActiveResourcesInfo().filter((one) => one === 'TCPServerWrap').length
  const { address } = await start()
  const scan = JSON.stringify({ TableName: 'norma' })
  const headers = { 'x-amz-target': 'DynamoDB_20120810.Scan' }
  const ask = (more: Record<string, string>) => statusOf(address, '/local/store', { ...headers, ...more }, scan)
  const key = { 'x-norma-key': secret() }

  expect(process.getActiveResourcesInfo().filter((one) => one === 'TCPServerWrap')).toHaveLength(before + 1)
  expect(await ask({})).toBe(403)
  expect(await ask({ 'x-norma-key': '' })).toBe(403)
  expect(await ask({ 'x-norma-key': `${secret().slice(1)}x` })).toBe(403)
  expect(await ask({ 'x-norma-key': 'é'.repeat(21) })).toBe(403)
  expect(await ask({ ...key, origin: address })).toBe(403)
  expect(await ask({ ...key, 'sec-fetch-site': 'same-origin' })).toBe(403)
  expect(await ask(key)).toBe(200)
})

test.each(['{}', '{"withinMs":"soon"}', '{"withinMs":-1}'])('a wait of no length is refused: %s', async (body) => {
  const { address } = await start()
  const headers = { 'x-norma-key': secret(), 'content-type': 'application/json' }

  expect(await statusOf(address, '/local/idle', headers, body)).toBe(422)
})

test('whoever knows the secret reads and writes through the door as in the process', async () => {
  const { address } = await start()
  const client = localDynamo(backDoorLine(address, secret()))

  const { Item } = await client.send(new GetCommand({ TableName: 'norma', Key: keys.employee('admin') }))
  const wrong = client.send(new GetCommand({ TableName: 'norma', Key: { pk: 'a' } }))

  expect(Item?.['employee']).toMatchObject({ name: 'Administrator' })
  await expect(wrong).rejects.toMatchObject({ name: 'ValidationException' })
  client.destroy()
})

test.each(['evil.example', 'evil.example:4300', '192.168.0.7', 'localhost.evil.example'])(
  'a page that was led here as %s is turned away',
  async (host) => {
    const { address } = await start()

    for (const path of ['/app', '/health', '/local/idle']) expect(await statusOf(address, path, { host })).toBe(421)
  },
)

test.each(['localhost', '127.0.0.1:4300', '[::1]:4300'])('as %s Norma answers', async (host) => {
  const { address } = await start()

  expect(await statusOf(address, '/health', { host })).toBe(200)
})

test('a secret that has gone or was cut short is refused, and a key that cannot be read is named; neither keeps the folder', async () => {
  await start()
  await norma?.stop()
  norma = undefined
  const kept = secret()
  const given = (name: string, content: string) => writeFileSync(folder.path(`data/${name}`), content)

  rmSync(folder.path('data/secret'))
  await expect(start()).rejects.toThrow('has gone: bring the file back from a copy')
  for (const short of ['', '\0'.repeat(43), ' '.repeat(43), '\uFEFF\n']) {
    given('secret', short)
    await expect(start()).rejects.toThrow('has 0 characters instead of 43')
  }
  given('secret', kept.slice(1))
  await expect(start()).rejects.toThrow('has 42 characters instead of 43')
  given('secret', kept)
  for (const broken of [
    '',
    'null',
    '{}',
    '{"kty":"EC","crv":"P-256"',
    '{"kty":"EC","crv":"P-256","x":"a","y":"b","d":"c"}',
  ]) {
    given('issuer.json', broken)
    await expect(start()).rejects.toThrow('issuer.json cannot be read')
  }
  await (await openStore({ dataDir: folder.path('data') })).stop()
})

test('a folder of which only the secret is left is not begun anew; one that a first start left half made is', async () => {
  await start()
  await norma?.stop()
  norma = undefined
  for (const name of ['issuer.json', 'schedules.json', storeFile]) rmSync(folder.path(`data/${name}`))

  await expect(start()).rejects.toThrow(`${storeFile} is not in it any more`)
  await (await openStore({ dataDir: folder.path('half') })).stop()
  writeFileSync(folder.path('half/secret'), secret())
  norma = await startNorma({ dataDir: folder.path('half'), port: 0, rulesText, log: () => undefined })
  expect(await statusOf(norma.address, '/health', {})).toBe(200)
})
