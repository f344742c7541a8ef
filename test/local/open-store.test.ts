import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'

import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, describe, expect, test } from 'vitest'

import { errorText } from '#cli/error-text'
import { localDynamo } from '#local/local-client'
import { ensureTable, openStore, storeFile, type LocalStore } from '#local/open-store'
import { useFolder } from '#test/support/temporary-folder'

describe('the store on a data folder', () => {
  const folder = useFolder()
  let store: LocalStore | undefined
  afterEach(async () => {
    await store?.stop()
    store = undefined
  })

  const open = async (isDraft = false) => {
    store = await openStore({ dataDir: folder.path('data'), isDraft })
    await ensureTable(store, 'kept')
    return localDynamo(store.line)
  }

  test('a second start on the same data is refused with a sentence that says what to do', async () => {
    await open()

    const second = openStore({ dataDir: folder.path('data') })

    await expect(second).rejects.toThrow(
      `Norma already runs on the data in ${folder.path('data')} (process ${process.pid})`,
    )
  })

  test.each([false, true])(
    'keeps everything over a stop, and leaves nothing behind but its file (a draft: %s)',
    async (isDraft) => {
      const client = await open(isDraft)
      await client.send(new PutCommand({ TableName: 'kept', Item: { pk: 'a', sk: 'a', n: 1 } }))
      await store?.stop()
      const left = readdirSync(folder.path('data'))
      const again = await open()

      const { Item } = await again.send(new GetCommand({ TableName: 'kept', Key: { pk: 'a', sk: 'a' } }))

      expect(Item).toEqual({ pk: 'a', sk: 'a', n: 1 })
      expect(left).toEqual([storeFile])
    },
  )

  test('opens no port', async () => {
    const before = process.getActiveResourcesInfo().filter((one) => one.includes('TCP')).length
    await open()

    expect(process.getActiveResourcesInfo().filter((one) => one.includes('TCP'))).toHaveLength(before)
  })

  test('has everything that was acknowledged to a process that was killed, and nothing twice', async () => {
    const acknowledged: number[] = []
    for (let kill = 0; kill < 5; kill += 1)
      acknowledged.push(...(await killedWriter(folder.path('data'), kill * 10_000)))

    const client = await open()
    const found: number[] = []
    let from: Record<string, unknown> | undefined
    do {
      const page = await client.send(
        new QueryCommand({
          TableName: 'kept',
          KeyConditionExpression: 'pk = :all',
          ExpressionAttributeValues: { ':all': 'all' },
          ...(from && { ExclusiveStartKey: from }),
        }),
      )
      found.push(...(page.Items ?? []).map(({ sk }) => Number(sk)))
      from = page.LastEvaluatedKey
    } while (from !== undefined)

    expect(acknowledged.length).toBeGreaterThan(100)
    expect(acknowledged.filter((no) => !found.includes(no))).toEqual([])
    expect(new Set(found).size).toBe(found.length)
  }, 60_000)

  test('says that its file is damaged, rather than to begin anew or to go on with a part', async () => {
    const client = await open()
    for (let no = 0; no < 40; no += 1) {
      await client.send(new PutCommand({ TableName: 'kept', Item: { pk: 'a', sk: `${no}`, text: 'x'.repeat(5_000) } }))
    }
    await store?.stop()
    store = undefined
    const path = folder.path(`data/${storeFile}`)
    truncateSync(path, 100_000)

    await expect(openStore({ dataDir: folder.path('data') })).rejects.toThrow(`${path} is damaged (`)
    truncateSync(path, 0)
    await expect(openStore({ dataDir: folder.path('data') })).rejects.toThrow(`${path} is empty`)
  })

  test('says so in Russian as well, and which version wrote what it does not know', async () => {
    await open()
    store?.embedded.file.sqlite.exec('PRAGMA user_version = 7')
    await store?.stop()
    store = undefined

    const error = await openStore({ dataDir: folder.path('data') }).catch((thrown: unknown) => thrown)

    expect(await errorText(error, 'en')).toContain('was written by another version of Norma (form 7)')
    expect(await errorText(error, 'ru')).toContain('записан другой версией Нормы (формат 7)')
  })

  test('does not begin anew where its file has come back empty', async () => {
    await open()
    await store?.stop()
    store = undefined
    writeFileSync(folder.path('data/issuer.json'), '{}')

    await expect(openStore({ dataDir: folder.path('data') })).rejects.toThrow(`nothing is in its ${storeFile}`)
    // Where a server keeps everything, the file holds the queues alone.
    store = await openStore({ dataDir: folder.path('data'), server: 'http://127.0.0.1:1' })
  })

  test('leaves nothing behind in a folder that may not be written to, and says so', async () => {
    mkdirSync(folder.path('data'))
    chmodSync(folder.path('data'), 0o500)
    const error = await openStore({ dataDir: folder.path('data') }).catch((thrown: unknown) => thrown)
    chmodSync(folder.path('data'), 0o700)
    // Nothing is closed to whoever administers the machine.
    if (process.getuid?.() === 0) return

    expect(await errorText(error, 'ru')).toContain('нельзя писать')
    expect(readdirSync(folder.path('data'))).toEqual([])
  })

  test('does not begin anew where its file has gone', async () => {
    await open()
    await store?.stop()
    store = undefined
    writeFileSync(folder.path('data/issuer.json'), '{}')
    rmSync(folder.path(`data/${storeFile}`))

    await expect(openStore({ dataDir: folder.path('data') })).rejects.toThrow(`${storeFile} is not in it any more`)
  })
})

/** Starts a process that writes, kills it in the midst of it, and gives what it was told. */
async function killedWriter(dataDir: string, from: number): Promise<readonly number[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/support/store-owner.ts', dataDir, `${from}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const enough = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.split('\n').length > 30) resolve()
    })
  })
  await Promise.race([enough, once(child, 'exit')])
  const ended = once(child, 'close')
  child.kill('SIGKILL')
  await ended
  // The last line may be half there.
  return said.split('\n').slice(0, -1).map(Number)
}
