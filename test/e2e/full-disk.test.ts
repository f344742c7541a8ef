import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { afterEach, expect, test } from 'vitest'

import { openIssuer } from '#local/issuer'
import type { Deal } from '#schemas/deal'
import { quietLetters } from '#test/e2e/product'
import { tellProof } from '#test/support/proof'
import { atLeast } from '#test/support/runs'

/** Whether this machine lets somebody without rights have a small disk of their own. */
const hasSmallDisks = spawnSync('unshare', ['-rm', 'true']).status === 0

let folder = ''
let said = ''
let child: ReturnType<typeof spawn> | undefined
afterEach(async () => {
  if (child !== undefined && child.exitCode === null) {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  rmSync(folder, { recursive: true, force: true })
})

/** Starts the product over a disk of forty megabytes of which more than half are taken by something else. */
async function startOnSmallDisk(): Promise<{ readonly data: string; readonly address: string }> {
  folder = mkdtempSync(join(tmpdir(), 'norma-disk-'))
  const disk = join(folder, 'disk')
  const script = [
    'mkdir -p "$0"',
    'mount -t tmpfs -o size=40m tmpfs "$0"',
    'head -c 24000000 /dev/zero > "$0/ballast"',
    'exec "$1" bin/norma.mjs start --port 0 --data "$0/data"',
  ].join(' && ')
  child = spawn('unshare', ['-rm', 'sh', '-c', script, disk, process.execPath], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A test asks in a second what people ask in a day.
    env: { ...process.env, NORMA_REQUESTS_A_MINUTE: '10000000' },
  })
  said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text))
  await new Promise<void>((resolve, reject) => {
    child?.stdout?.setEncoding('utf8').on('data', (text: string) => {
      if ((said += text).includes('Norma runs at')) resolve()
    })
    child?.once('exit', (code) => reject(new Error(`norma start ended with ${code}: ${said}`)))
  })
  // Only its own process sees the disk; its root leads there.
  const data = join(`/proc/${child.pid}/root`, disk, 'data')
  const { address } = JSON.parse(readFileSync(join(data, 'running.json'), 'utf8')) as { address: string }
  return { data, address }
}

test.skipIf(!hasSmallDisks)(
  'on a disk that is full every write is refused with a sentence; nothing that was acknowledged is lost, and it goes on when there is room',
  async () => {
    const { data, address } = await startOnSmallDisk()
    writeFileSync(join(folder, 'issuer.json'), readFileSync(join(data, 'issuer.json')))
    const authorization = `Bearer ${await (await openIssuer(folder)).mint('admin')}`
    const create = async (no: number) => {
      const response = await fetch(`${address}/deals`, {
        method: 'POST',
        headers: {
          authorization,
          'content-type': 'application/json',
          'idempotency-key': `disk-${no}`,
          'accept-language': 'ru',
        },
        body: JSON.stringify({
          title: `Deal ${no} ${'x'.repeat(150)}`,
          pipeline: 'b2c_repeat',
          owner: 'admin',
          fields: { need: 'y'.repeat(3_000) },
        }),
      })
      return { status: response.status, body: (await response.json()) as Deal & { detail?: string } }
    }
    const most = atLeast(50)
    const made: string[] = []
    const refused: number[] = []
    for (let no = 0; refused.length < most && no < 5_000; no += 1) {
      const { status, body } = await create(no)
      if (status === 201) made.push(body.id)
      else {
        expect([status, body.detail]).toEqual([503, expect.stringContaining('диск заполнен')])
        refused.push(no)
      }
    }
    const health = (await fetch(`${address}/health`)).status
    rmSync(join(data, '..', 'ballast'))
    await sleep(1_500)
    // Repeated under the same key: whoever was refused has it done now, once.
    const repeated = []
    for (const no of refused.slice(0, 20)) repeated.push(await create(no))
    made.push(...repeated.map(({ body }) => body.id))
    const again = (await create(0)).body.id
    const letters = await quietLetters({ address, kill: async () => undefined, stop: async () => undefined }, data)

    const there = await Promise.all(
      made.map(async (id) => (await fetch(`${address}/deals/${id}`, { headers: { authorization } })).status),
    )
    const lost = there.filter((status) => status !== 200).length
    const doubled = made.length - new Set(made).size
    tellProof({
      proof: 'full disk',
      tried: { acknowledged: made.length, 'refused on a full disk': refused.length },
      lost,
      doubled,
      leaked: 0,
      wrong: letters.length,
    })
    expect(said).not.toContain('Could not reset')
    expect([refused.length >= most, health, lost, doubled]).toEqual([true, 200, 0, 0])
    expect(again).toBe(made[0])
    expect(letters).toEqual([])
  },
  300_000,
)
