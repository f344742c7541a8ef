import { languagePort } from '#config/language-port'
import { makeDemo, type DemoReport } from '#demo/make-demo'
import { Refusal } from '#domain/kernel/refusal'
import { startEngine } from '#local/engine'
import { ensureTable } from '#local/ensure-table'
import { foundCompany } from '#local/found-company'
import { localDynamo } from '#local/local-client'
import { localSecret } from '#local/local-secret'
import { storePorts } from '#product/store-ports'
import { commandEnvironment, rulesTextOf, UsageError } from './environment'
import { fileWords } from './file-words'
import { showProgress } from './show-progress'
import { runningOver } from './with-norma'

const words = fileWords[commandEnvironment.lang]

/** `norma demo`: fills an empty data folder with a company that has been selling for three months, up to now. */
export async function demoCommand(options: { seed: number | string; data: string }): Promise<void> {
  const running = runningOver(options.data)
  if (running !== undefined) {
    throw new UsageError(
      `Norma runs over ${options.data} (${running.address}). Stop it, make the demo, start it again.`,
    )
  }
  const started = performance.now()
  const report = await fill(options)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const at = options.data === commandEnvironment.dataDir ? '' : ` --data ${options.data}`
  process.stdout.write(`${summaryOf(report)}${words.demoMade(seconds)}\n  npx norma start${at}\n`)
}

/** Nothing runs behind while the past is made: it would be handled at the time of today. */
async function fill({ seed, data }: { seed: number | string; data: string }): Promise<DemoReport> {
  const engine = await startEngine({ dataDir: data, fallbackEndpoint: commandEnvironment.engine })
  const document = localDynamo(engine.endpoint)
  const progress = showProgress()
  try {
    await ensureTable(document, 'norma')
    const ports = storePorts({ document, table: 'norma', contactSecret: `contacts.${localSecret(data)}` }, languagePort)
    await foundCompany(ports, rulesTextOf(undefined))
    const tell = (done: number, total: number) => progress.show(words.demoDeals, done, total)
    return await makeDemo(ports, { seed: String(seed), now: new Date().toISOString(), tell })
  } catch (error) {
    if (error instanceof Refusal) throw new UsageError(error.message, { cause: error })
    throw error
  } finally {
    progress.end()
    document.destroy()
    await engine.stop()
  }
}

function summaryOf({ people, deals, openTasks, overdue }: DemoReport): string {
  const { open, won, completed, lost, cancelled } = deals
  const all = open + won + completed + lost + cancelled
  const said = [
    words.demoPeople({ people, deals: all, open, won, completed, lost, cancelled }),
    words.demoTasks(openTasks, overdue),
  ]
  return said.map((line) => `${line}\n`).join('')
}
