import { mkdtempSync, rmSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { startEngine } from '#local/engine'
import { localDynamo } from '#local/local-client'
import { isAlive, identify, type ProcessIdentity } from '#local/process-identity'
import { useEngine } from '#test/support/engine'

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
    const millis: number[] = []

    for (let n = 0; n < 6_000; n += 20) {
      const started = performance.now()
      await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          engine.client.send(new PutCommand({ TableName, Item: { pk: `deal_${n + i}`, sk: '#', stage: 'offer' } })),
        ),
      )
      millis.push(performance.now() - started)
    }

    // Without the indexes the last 500 writes take about six times as long as the first.
    expect(median(millis.slice(-25)) / median(millis.slice(5, 30))).toBeLessThan(2)
  })
})

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
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
