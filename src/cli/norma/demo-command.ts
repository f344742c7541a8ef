import type { Language } from '#schemas/language-names'
import type { Saying } from '#schemas/saying'
import { languagePort } from '#config/language-port'
import { withPapers } from '#demo/paper-rules'
import { makeDemo, type DemoReport } from '#demo/make-demo'
import { readOldNotices } from '#demo/read-notices'
import { DemoError } from '#demo/say'
import { Refusal } from '#domain/kernel/refusal'
import { foundCompany } from '#local/found-company'
import { folderFiles } from '#local/files/folder-files'
import { localDynamo } from '#local/local-client'
import { localSecret } from '#local/local-secret'
import { ensureTable, openStore } from '#local/open-store'
import { storePorts } from '#product/store-ports'
import {
  commandEnvironment,
  firstRulesPath,
  productFile,
  RefusedUsage,
  rulesTextOf,
  UsageError,
} from '#cli/environment'
import { keepFirstFiles } from '#cli/release/files-beside'
import { printSaid, saidIn, say } from '#cli/say'
import { showProgress } from '#cli/show-progress'
import { runningOver, withNorma, type Access } from '#cli/with-norma'

const { lang } = commandEnvironment

/** `norma demo`: fills an empty data folder with a company that has been selling for three months, up to now. */
export async function demoCommand(options: { seed: number | string; data: string }): Promise<void> {
  const running = runningOver(options.data)
  if (running !== undefined) {
    throw new UsageError(say('demo_over', { folder: options.data, address: running.address }))
  }
  const started = performance.now()
  const report = await fill(options)
  await bringToToday(options.data)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const at = options.data === commandEnvironment.dataDir ? '' : ` --data ${options.data}`
  await printSaid(lang, ...summaryOf(report), say('demo_made', { seconds }), `  npx norma start${at}`)
}

/** Lets the clock of today look at what was made, so that the first start finds nothing to catch up with. */
async function bringToToday(data: string): Promise<void> {
  const progress = showProgress()
  try {
    progress.line(await saidIn(lang, say('bringing')))
    const bring = async ({ ports, idle, runSchedule }: Access) => {
      await idle()
      await runSchedule('sweep-due')
      await idle()
      await readOldNotices(ports)
    }
    await withNorma(data, bring)
  } finally {
    progress.end()
  }
}

/** Nothing runs behind while the past is made: it would be handled at the time of today. */
async function fill({ seed, data }: { seed: number | string; data: string }): Promise<DemoReport> {
  const store = await openStore({ dataDir: data, server: commandEnvironment.engine, isDraft: true })
  const document = localDynamo(store.line)
  const progress = showProgress()
  try {
    await ensureTable(store, 'norma')
    const stored = storePorts(
      { document, table: 'norma', contactSecret: `contacts.${localSecret(data)}` },
      languagePort,
    )
    const { files } = folderFiles(data, { secret: `files.${localSecret(data)}`, nowMs: () => Date.now() })
    const ports = { ...stored, files }
    const text = withPapers(rulesTextOf(firstRulesPath(undefined, lang)), lang)
    await foundCompany(ports, text, keepFirstFiles(demoTemplates(lang), text))
    const label = await saidIn(lang, say('demo_deals'))
    const tell = (done: number, total: number) => progress.show(label, done, total)
    return await makeDemo(ports, { seed: String(seed), now: new Date().toISOString(), tell })
  } catch (error) {
    if (error instanceof Refusal || error instanceof DemoError) throw new RefusedUsage(error)
    throw error
  } finally {
    progress.end()
    document.destroy()
    await store.stop()
  }
}

/** Beside which file the templates of the demo company lie. */
function demoTemplates(language: Language): string {
  return productFile(language === 'ru' ? 'examples/ru/documents/pipelines.yaml' : 'examples/documents/pipelines.yaml')
}

function summaryOf({ people, deals, openTasks, overdue }: DemoReport): readonly Saying[] {
  const { open, won, completed, lost, cancelled } = deals
  const all = open + won + completed + lost + cancelled
  return [say('demo_people', { people, deals: all, ...deals }), say('demo_tasks', { open: openTasks, overdue })]
}
