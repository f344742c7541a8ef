import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'

import { bundlePages } from '#bin/pages'

import { shots, type Shot } from './tour/shots'
import { speedOf, speedTable, type Speed } from './tour/speed'
import { openStage, type TourStage } from './tour/stage'

// npm run tour [-- --keep FOLDER]: the folder keeps the demo company for the next time.
const keep = process.argv.indexOf('--keep')
const kept = keep === -1 ? undefined : process.argv[keep + 1]
const folder = mkdtempSync(join(tmpdir(), 'norma-tour-'))
const pictures = join('docs', 'tour')

await bundlePages()
mkdirSync(pictures, { recursive: true })
const stage = await openStage(kept ?? join(folder, 'data'))
const faults: string[] = []
try {
  const shown: Shot[] = []
  for (const shot of shots) if (await picture(stage, shot)) shown.push(shot)
  const speeds: Speed[] = []
  for (const shot of measured(shown)) {
    const speed = await speedOf(stage, shot)
    if (speed !== undefined) speeds.push(speed)
  }
  writeFileSync(join('docs', 'tour.md'), text(shown, speeds))
  for (const old of readdirSync(pictures)) {
    if (!shown.some(({ name }) => `${name}.webp` === old)) rmSync(join(pictures, old))
  }
} finally {
  await stage.close()
  rmSync(folder, { recursive: true, force: true })
}
const size = readdirSync(pictures).reduce((sum, name) => sum + statSync(join(pictures, name)).size, 0)
console.log(`${readdirSync(pictures).length} pictures, ${(size / 1e6).toFixed(2)} MB; docs/tour.md written.`)
for (const fault of faults) console.error(fault)
process.exitCode = faults.length > 0 ? 1 : 0

/** Takes a picture; a page that does not answer, or complains, is told and left out. */
async function picture({ open, norma, cast }: TourStage, shot: Shot): Promise<boolean> {
  const { page, context } = await open(shot.as, shot.look)
  page.on('pageerror', (error) => faults.push(`${shot.name}: ${String(error)}`))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${shot.name}: ${message.text()}`)
  })
  try {
    const answer = await page.goto(norma.address + (typeof shot.path === 'string' ? shot.path : shot.path(cast)))
    if (answer === null || !answer.ok()) throw new Error(`answers ${answer?.status() ?? 'nothing'}`)
    await page.waitForLoadState('networkidle')
    await shot.before?.(page)
    // What is still moving would be blurred, and the next picture another one.
    await page.waitForTimeout(300)
    const session = await context.newCDPSession(page)
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 80 })
    writeFileSync(join(pictures, `${shot.name}.webp`), Buffer.from(data, 'base64'))
    return true
  } catch (error) {
    faults.push(`${shot.name}: ${String(error)}`)
    return false
  } finally {
    await context.close()
  }
}

/** Each page once, as it is seen on a desk: the same one on a phone, or with something done on it, costs the same. */
function measured(shown: readonly Shot[]): readonly Shot[] {
  const onDesk = shown.filter(({ look }) => look?.theme !== 'dark' && (look?.width ?? 1280) > 500)
  const byPath = new Map<Shot['path'], Shot>()
  for (const shot of onDesk) {
    const path = typeof shot.path === 'string' ? shot.path : shot.path(stage.cast)
    if (byPath.get(path)?.before !== undefined || !byPath.has(path)) byPath.set(path, shot)
  }
  return onDesk.filter((shot) => [...byPath.values()].includes(shot))
}

function text(shown: readonly Shot[], speeds: readonly Speed[]): string {
  const parts = shown.map(({ name, title, says }) => `## ${title}\n\n${says}\n\n![${title}](tour/${name}.webp)\n`)
  const load = loadavg()[0]?.toFixed(1) ?? '?'
  return `# A tour of the pages

The demo company on a Wednesday noon, as it is seen by its head of sales, a salesperson and an accountant. \`npm run tour\` makes this page: it
makes the company, starts the product, walks through the pages and takes the pictures and figures.

${parts.join('\n')}
## Speed

Measured in the browser of the tests on the machine that made the pictures (two cores, load ${load} while measuring), with an empty cache; the server’s
own time is the median of 15 requests. Script is what the page loads, compressed; the rules’ editor loads its own when it is opened.

${speedTable(speeds)}
`
}
