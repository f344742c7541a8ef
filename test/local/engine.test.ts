import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { BatchWriteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { startEngine } from '#local/engine'
import { localDynamo } from '#local/local-client'
import { isAlive, identify, type ProcessIdentity } from '#local/process-identity'
import { useEngine, type TestEngine } from '#test/support/engine'

describe('the engine on a data folder', () => {
  let dataDir = ''
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'norma-test-'))
  })
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

  test('a second start on the same data is refused with a sentence that says what to do', async () => {
    const engine = await startEngine({ dataDir })

    const second = startEngine({ dataDir })

    await expect(second).rejects.toThrow(`Norma already runs on the data in ${dataDir} (process ${process.pid})`)
    await engine.stop()
  })

  test('after a stop the data folder may be used again', async () => {
    await (await startEngine({ dataDir })).stop()

    const again = await startEngine({ dataDir })

    expect(again.endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    await again.stop()
  })

  test('an engine does not outlive a killed owner', async () => {
    const { owner, engine } = await startInAnotherProcess(dataDir)

    owner.kill('SIGKILL')

    await expect.poll(() => isAlive(engine), { interval: 5, timeout: 5_000 }).toBe(false)
  })

  test('a start after a killed owner finds everything that was acknowledged', async () => {
    const { owner } = await startInAnotherProcess(dataDir)
    owner.kill('SIGKILL')
    await once(owner, 'exit')

    const engine = await startEngine({ dataDir })

    const client = localDynamo(engine.endpoint)
    const found = await client.send(new GetCommand({ TableName: 'kept', Key: { pk: 'a', sk: 'a' } }))
    expect(found.Item).toEqual({ pk: 'a', sk: 'a', written: 'before the kill' })
    client.destroy()
    await engine.stop()
  })
})

describe('the cost of a write', () => {
  const engine = useEngine()

  test('does not grow with the stream', async () => {
    const TableName = await engine.createTable()
    await write(engine, TableName, 200)

    const early = await costOf(() => write(engine, TableName, 600))
    for (let n = 0; n < 4_000; n += 25) await writeBatch(engine, TableName)
    const late = await costOf(() => write(engine, TableName, 600))

    // In processor time of the engine, which a busy machine does not change. Without the indexes it is more than
    // five times as much.
    expect(late / early).toBeLessThan(2)
  }, 120_000)

  async function costOf(work: () => Promise<void>): Promise<number> {
    const before = processorTicks(engine.pid)
    await work()
    return processorTicks(engine.pid) - before
  }
})

const anItem = () => ({ pk: `deal_${randomUUID()}`, sk: '#', text: 'x'.repeat(1_500) })

async function write({ client }: TestEngine, TableName: string, count: number): Promise<void> {
  for (let n = 0; n < count; n += 20) {
    await Promise.all(Array.from({ length: 20 }, () => client.send(new PutCommand({ TableName, Item: anItem() }))))
  }
}

async function writeBatch({ client }: TestEngine, table: string): Promise<void> {
  const puts = Array.from({ length: 25 }, () => ({ PutRequest: { Item: anItem() } }))
  await client.send(new BatchWriteCommand({ RequestItems: { [table]: puts } }))
}

function processorTicks(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return Number(fields[11]) + Number(fields[12])
}

async function startInAnotherProcess(dataDir: string) {
  const owner = spawn(process.execPath, ['--import', 'tsx', 'test/support/engine-owner.ts', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await Promise.race([once(owner.stdout.setEncoding('utf8'), 'data'), once(owner, 'exit')])) as [string]
  const engine: ProcessIdentity | undefined = identify(Number(line))
  if (engine === undefined) throw new Error(`The owner did not say which engine it has, but ${line}`)
  return { owner, engine }
}
