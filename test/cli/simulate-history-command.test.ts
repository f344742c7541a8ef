import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { languagePort } from '#config/language-port'
import { makeDemo } from '#demo/make-demo'
import { foundCompany } from '#local/found-company'
import { localDynamo } from '#local/local-client'
import { ensureTable, openStore } from '#local/open-store'
import { localSecret } from '#local/local-secret'
import { storePorts } from '#product/store-ports'
import { runBeside } from '#test/support/run-norma'
import type { ReplayReport } from '#trial/replay/replay-report'

const rulesText = readFileSync('pipelines.yaml', 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'norma-simulate-'))
const dataDir = join(folder, 'data')
const stricter = join(folder, 'next.yaml')
/** How many deals the demo has on a given day is not the same every day. */
let made = 0

/** Nothing runs behind while the past is made: it would be handled at the time of today. */
beforeAll(async () => {
  const store = await openStore({ dataDir })
  const document = localDynamo(store.line)
  try {
    await ensureTable(store, 'norma')
    const access = { document, table: 'norma', contactSecret: `contacts.${localSecret(dataDir)}` }
    const ports = storePorts(access, languagePort)
    await foundCompany(ports, rulesText)
    const { deals } = await makeDemo(ports, { seed: 'simulate', now: new Date().toISOString(), deals: 16 })
    made = Object.values(deals).reduce((sum, count) => sum + count, 0)
  } finally {
    document.destroy()
    await store.stop()
  }
  writeFileSync(
    stricter,
    rulesText.replace('filled: [decision_maker, need]', 'filled: [decision_maker, need, discount]'),
  )
}, 240_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the command printed. */
async function simulated(file: string, ...options: readonly string[]): Promise<string> {
  const { code, out, err } = await runBeside(['simulate', file, '--data', dataDir, ...options])
  expect({ code, told: code === 0 ? '' : err }).toEqual({ code: 0, told: '' })
  return out
}

test('the command replays the deals of a data folder through the rules in force and through a stricter file', async () => {
  const same = JSON.parse(await simulated('pipelines.yaml', '--last', '120d', '--format', 'json')) as ReplayReport
  const report = JSON.parse(await simulated(stricter, '--last', '120d', '--format', 'json')) as ReplayReport

  expect(made).toBeGreaterThan(10)
  expect(same.deals).toBe(made)
  expect(same.events).toBeGreaterThan(50)
  expect(same.moves).toMatchObject({ stopped: 0, alsoBefore: 0, noLonger: 0 })
  expect(same.totals.after).toEqual(same.totals.before)
  expect(report.moves.all).toBe(same.moves.all)
  // Most deals leave the presentation forward; what the demo tells on a given day may let one step aside as well.
  expect(report.stops[0]).toMatchObject({ from: 'presentation', to: 'general_offer' })
  for (const stop of report.stops)
    expect(stop).toMatchObject({ from: 'presentation', missing: [{ what: 'discount', count: stop.count }] })
  expect(report.moves.stopped).toBe(report.stops.reduce((sum, stop) => sum + stop.count, 0))

  const deal = report.stops[0]?.examples[0]?.deal ?? ''
  expect(await simulated(stricter, '--deal', deal)).toContain('stopped on the way to general_offer: discount')
}, 240_000)
