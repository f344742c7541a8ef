import { readFileSync } from 'node:fs'

import { afterEach, expect, test } from 'vitest'

import { serverLine } from '#local/line'
import { localDynamo } from '#local/local-client'
import { startNorma, type Norma } from '#local/norma'
import { historyFaults, type Told } from '#test/support/history-checker'
import { findDynoxide, startDynoxide } from '#test/support/dynoxide'
import { sorted, tellProof } from '#test/support/proof'
import { runs } from '#test/support/runs'
import { useFolder } from '#test/support/temporary-folder'

const program = findDynoxide()
const stops = runs(5)
const atOnce = 10
const folder = useFolder()
let norma: Norma | undefined
let server: Awaited<ReturnType<typeof startDynoxide>> | undefined
afterEach(async () => {
  server?.thaw()
  await norma?.stop()
  await server?.stop()
})

test.skipIf(program === undefined)(
  'a store that stands still hangs nobody: requests are told within seconds, and repeated they are done once',
  async () => {
    server = await startDynoxide(program ?? '')
    const rulesText = readFileSync('pipelines.yaml', 'utf8')
    const data = folder.path('data')
    norma = await startNorma({
      dataDir: data,
      port: 0,
      rulesText,
      server: server.endpoint,
      requestsAMinute: 1_000_000,
      log: () => undefined,
    })
    const { address } = norma
    const authorization = `Bearer ${await norma.mint('admin')}`
    const told: Told[] = []
    const create = async (key: string) => {
      const began = performance.now()
      const response = await fetch(`${address}/deals`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json', 'idempotency-key': key, 'x-correlation-id': key },
        body: JSON.stringify({ title: `Deal ${key}`, pipeline: 'b2c_repeat', owner: 'admin' }),
      })
      await response.text()
      return { status: response.status, after: response.headers.get('retry-after'), ms: performance.now() - began }
    }
    const all = (stop: number) => Promise.all(Array.from({ length: atOnce }, (_, no) => create(`cor_${stop}_${no}`)))
    await create('cor_first')
    told.push({ correlationId: 'cor_first', outcome: 'done' })

    let refused = 0
    for (let stop = 0; stop < stops; stop += 1) {
      // oxlint-disable-next-line no-await-in-loop -- it stands still again and again
      await server.freeze()
      const [answers, ready] = await Promise.all([all(stop), fetch(`${address}/health/ready`)])
      expect(answers.filter(({ status }) => status !== 503)).toEqual([])
      expect(answers.filter(({ after }) => after === null)).toEqual([])
      expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(15_000)
      expect([ready.status, (await fetch(`${address}/health`)).status]).toEqual([503, 200])
      refused += answers.length
      server.thaw()
      const again = await all(stop)
      expect(again.filter(({ status }) => status !== 201)).toEqual([])
      for (let no = 0; no < atOnce; no += 1) told.push({ correlationId: `cor_${stop}_${no}`, outcome: 'done' })
    }
    await norma.runtime.idle()

    const document = localDynamo(serverLine(server.endpoint))
    const faults = await historyFaults({ ports: norma.ports, document, table: 'norma' }, told)
    const letters = norma.runtime.deadLetters()
    document.destroy()
    const { wrong, ...found } = sorted(faults)
    const tried = { stops, 'told within seconds': refused, 'done when repeated': told.length - 1 }
    tellProof({ proof: 'store stopped', tried, leaked: 0, ...found, wrong: wrong + letters.length })
    expect(faults).toEqual([])
    expect(letters).toEqual([])
  },
  300_000,
)
