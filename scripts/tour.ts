import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'

import { bundlePages } from '#bin/pages'
import { languages, type Language } from '#schemas/language-names'
import { startBrowser } from '#test/browser/browser'

import { everyPage } from './tour/every-page'
import { seen, small } from './tour/picture'
import type { Shot } from './tour/shot'
import { shots } from './tour/shots'
import { speedOf, speedTable, type Speed } from './tour/speed'
import { openStage, type TourStage } from './tour/stage'
import { tourText } from './tour/text'

// npm run tour [-- --keep FOLDER]: the folder keeps the demo companies for the next time.
// npm run tour -- --all FOLDER [--lang ru] [--width 390] [--theme dark] [--as head] [--page /app/team]: every page as
// everybody sees it, or those whose address begins so, into a folder.
const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`)
  return at === -1 ? undefined : process.argv[at + 1]
}
const folder = mkdtempSync(join(tmpdir(), 'norma-tour-'))
const companies = option('keep') ?? folder
const faults: string[] = []
const wanted = languages.filter((language) => option('lang') === undefined || option('lang') === language)

await bundlePages()
const browser = await startBrowser()
try {
  for (const language of wanted) await lookIn(language)
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}
for (const fault of faults) console.error(fault)
process.exitCode = faults.length > 0 ? 1 : 0

/** What is wanted of a language: the tour, or every page. */
async function lookIn(language: Language): Promise<void> {
  const stage = await openStage(companies, language, browser)
  const all = option('all')
  try {
    if (all === undefined) await tourIn(stage)
    else faults.push(...(await everyPage(stage, all, option)))
  } finally {
    await stage.close()
  }
}

/** The tour in a language: pictures, the page that shows them, and in English what each page costs. */
async function tourIn(stage: TourStage): Promise<void> {
  const { language, cast } = stage
  const pictures = join('docs', 'tour', language)
  mkdirSync(pictures, { recursive: true })
  const shown: Shot[] = []
  for (const shot of shots) {
    const path = typeof shot.path === 'string' ? shot.path : shot.path(cast)
    const complain = (said: string) => void faults.push(`${language} ${shot.name}: ${said}`)
    const bytes = await seen(stage, { ...shot, path }, complain, (page) => small(page, shot.look))
    if (bytes === undefined) faults.push(`${language} ${shot.name}: ${path} was not seen`)
    else writeFileSync(join(pictures, `${shot.name}.webp`), bytes)
    if (bytes !== undefined) shown.push(shot)
  }
  for (const old of readdirSync(pictures)) {
    if (!shown.some(({ name }) => `${name}.webp` === old)) rmSync(join(pictures, old))
  }
  const speeds: Speed[] = []
  for (const shot of language === 'en' ? measured(shown) : []) {
    const speed = await speedOf(stage, shot)
    if (speed !== undefined) speeds.push(speed)
  }
  const load = loadavg()[0]?.toFixed(1) ?? '?'
  const page = language === 'en' ? join('docs', 'tour.md') : join('docs', 'ru', 'tour.md')
  writeFileSync(page, tourText(language, shown, { load, table: speeds.length === 0 ? undefined : speedTable(speeds) }))
  const size = readdirSync(pictures).reduce((sum, name) => sum + statSync(join(pictures, name)).size, 0)
  console.log(`${language}: ${shown.length} pictures, ${(size / 1e6).toFixed(2)} MB; ${page} written.`)
}

/** Each page once, as it is seen on a desk: the same one on a phone, or with something done on it, costs the same. */
function measured(shown: readonly Shot[]): readonly Shot[] {
  const onDesk = shown.filter(
    ({ look, before }) => look?.theme !== 'dark' && look?.width !== 390 && before === undefined,
  )
  return onDesk.filter((shot, at) => onDesk.findIndex(({ path, as }) => path === shot.path && as === shot.as) === at)
}
