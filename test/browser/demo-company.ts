import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { languagePort } from '#config/language-port'
import { makeDemo } from '#demo/make-demo'
import { foundCompany } from '#local/found-company'
import { localDynamo } from '#local/local-client'
import { ensureTable, openStore } from '#local/open-store'
import { localSecret } from '#local/local-secret'
import { startNorma } from '#local/norma'
import { storePorts } from '#product/store-ports'
import { onceInFolder, runFolder } from '#test/support/once-a-run'
import { refreshPace } from '#usecases/plan/refresh-pace'

/** When the history of the demo company of the browser tests ends: a Wednesday noon in Moscow. */
export const demoNow = '2026-11-25T09:00:00.000Z'

/** The same company for every test file: it is made once per run, by whichever file comes first. */
const deals = 100

/**
 * The data folder of the demo company; files work on copies of it. Whoever runs one file again and again names a folder in
 * NORMA_TEST_DEMO, where the company stays.
 */
export async function demoFolder(): Promise<string> {
  const folder = process.env['NORMA_TEST_DEMO'] ?? runFolder('demo-company')
  await onceInFolder(folder, () => makeCompany(join(folder, 'data')))
  return join(folder, 'data')
}

/** Makes the demo company in a folder: a history that ends at `demoNow`, and everything that follows from it. */
export async function makeCompany(dataDir: string, count = deals): Promise<void> {
  rmSync(dataDir, { recursive: true, force: true })
  const rulesText = readFileSync('pipelines.yaml', 'utf8')
  const store = await openStore({ dataDir, isDraft: true })
  const document = localDynamo(store.line)
  await ensureTable(store, 'norma')
  const access = { document, table: 'norma', contactSecret: `contacts.${localSecret(dataDir)}` }
  const ports = { ...storePorts(access, languagePort), clock: { now: () => demoNow } }
  await foundCompany(ports, rulesText)
  await makeDemo(ports, { seed: '7', now: demoNow, deals: count })
  await refreshPace(ports, demoNow)
  document.destroy()
  await store.stop()
  // Everything that follows from the history is done once, so that no copy has to do it.
  const norma = await startNorma({ dataDir, port: 0, rulesText, now: () => demoNow, log: () => undefined })
  await norma.runtime.idle()
  await norma.stop()
}
