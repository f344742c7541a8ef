import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'

import { bundlePages } from '#bin/pages'
import { languages, type Language } from '#schemas/language-names'
import { startBrowser } from '#test/browser/browser'

import { asked } from './asked'
import { everyPage, themes, widths } from './tour/every-page'
import { seen, small } from './tour/picture'
import type { Shot } from './tour/shot'
import { shots } from './tour/shots'
import { speedOf, speedTable, type Speed } from './tour/speed'
import { openStage, roles, type TourStage } from './tour/stage'
import { tourText } from './tour/text'

const { options } = asked({
  usage: `npm run tour [-- OPTIONS]

Makes docs/tour.md, its Russian twin and their pictures anew: the demo company, the product over it, a browser.
  --keep FOLDER    keeps the demo companies there for the next time
  --lang LANGUAGE  one language alone: ${languages.join(' or ')}

npm run tour -- --all FOLDER [OPTIONS]

Takes every page as everybody sees it into the folder, and tells what hinders somebody who cannot see or point (axe).
  --as WHO         one alone: ${roles.join(', ')}
  --width PIXELS   one width alone, 320 to 3840 (default: ${widths.join(' and ')})
  --theme THEME    ${themes.join(' or ')} (default: both)
  --page ADDRESS   pages alone whose address begins so, such as /app/team`,
  options: {
    keep: 'value',
    all: 'value',
    lang: languages,
    as: roles,
    theme: themes,
    page: (page) => (page.startsWith('/') ? undefined : 'an address begins with “/”, such as /app/team.'),
    width: (width) => (/^\d{3,4}$/.test(width) && +width >= 320 && +width <= 3840 ? undefined : 'write 320 to 3840.'),
  },
  refuse: ({ all, as, theme, page, width }) =>
    all === undefined && [as, theme, page, width].some((one) => one !== undefined)
      ? '--as, --width, --theme and --page narrow what --all takes: name its folder.'
      : undefined,
})
const folder = mkdtempSync(join(tmpdir(), 'norma-tour-'))
const companies = options.keep ?? folder
const faults: string[] = []
const wanted = languages.filter((language) => options.lang === undefined || options.lang === language)

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
  const { all, as, width, theme, page } = options
  try {
    if (all === undefined) await tourIn(stage)
    else faults.push(...(await everyPage(stage, all, { as, width, theme, page })))
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
