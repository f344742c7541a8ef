import { readFileSync, rmSync } from 'node:fs'

import { keepFirstFiles } from '#cli/release/files-beside'
import { languagePort } from '#config/language-port'
import { makeDemo } from '#demo/make-demo'
import { withPapers } from '#demo/paper-rules'
import { folderFiles } from '#local/files/folder-files'
import { foundCompany } from '#local/found-company'
import { localDynamo } from '#local/local-client'
import { localSecret } from '#local/local-secret'
import { ensureTable, openStore } from '#local/open-store'
import { storePorts } from '#product/store-ports'
import type { Language } from '#schemas/language-names'
import { demoNow } from '#test/browser/demo-company'
import { refreshPace } from '#usecases/plan/refresh-pace'

const places = {
  en: { rules: 'pipelines.yaml', papers: 'examples/documents/pipelines.yaml' },
  ru: { rules: 'examples/pipelines.ru.yaml', papers: 'examples/ru/documents/pipelines.yaml' },
} as const satisfies Record<Language, object>

/** The rules of the company that the tour goes through, as `norma demo` gives it: with its lines, forms and papers. */
export function tourRules(language: Language): string {
  return withPapers(readFileSync(places[language].rules, 'utf8'), language)
}

/** Makes the company of a language in a folder, with a history that ends when the clock of the tour stands still. */
export async function makeTourCompany(dataDir: string, language: Language): Promise<void> {
  rmSync(dataDir, { recursive: true, force: true })
  const store = await openStore({ dataDir, isDraft: true })
  const document = localDynamo(store.line)
  try {
    await ensureTable(store, 'norma')
    const access = { document, table: 'norma', contactSecret: `contacts.${localSecret(dataDir)}` }
    const { files } = folderFiles(dataDir, {
      secret: `files.${localSecret(dataDir)}`,
      nowMs: () => Date.parse(demoNow),
    })
    const ports = { ...storePorts(access, languagePort), files, clock: { now: () => demoNow } }
    const text = tourRules(language)
    await foundCompany(ports, text, keepFirstFiles(places[language].papers, text))
    await makeDemo(ports, { seed: '7', now: demoNow, deals: 190 })
    await refreshPace(ports, demoNow)
  } finally {
    document.destroy()
    await store.stop()
  }
}
