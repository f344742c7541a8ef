import { gzipSync } from 'node:zlib'

import type { Shot } from './shot'
import type { TourStage } from './stage'

/** What one page costs whoever opens it. Times in milliseconds, bytes of script as they are sent (gzip). */
export type Speed = {
  readonly title: string
  readonly serverMs: number
  readonly firstPaintMs: number
  readonly largestPaintMs: number
  readonly blockedMs: number
  /** What the first view loads, before the page is ready. */
  readonly scriptBytes: number
  /** What comes later by itself, when the browser is idle: the editor of the rules. */
  readonly laterBytes: number
}

const asks = 15

const watch = `
  window.__seen = { largest: 0, blocked: 0 }
  new PerformanceObserver((list) => { for (const one of list.getEntries()) window.__seen.largest = one.startTime })
    .observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => { for (const one of list.getEntries()) window.__seen.blocked += Math.max(0, one.duration - 50) })
    .observe({ type: 'longtask', buffered: true })`

/** Opens a page with nothing in the browser’s cache, then asks the server for it again and again. */
export async function speedOf(stage: TourStage, shot: Shot): Promise<Speed | undefined> {
  const { page, context } = await stage.open(shot.as)
  const address = stage.norma.address + (typeof shot.path === 'string' ? shot.path : shot.path(stage.cast))
  await page.addInitScript(watch)
  const answer = await page.goto(address, { waitUntil: 'networkidle' })
  if (answer === null || !answer.ok()) return undefined
  const paint = (await page.evaluate(
    `({ first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0, ...window.__seen })`,
  )) as { first: number; largest: number; blocked: number }
  const scripts = (await page.evaluate(
    `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js')).map(({ name, startTime }) =>
      ({ name, isLater: startTime > performance.getEntriesByType('navigation')[0].domContentLoadedEventStart }))`,
  )) as { name: string; isLater: boolean }[]
  const [scriptBytes, laterBytes] = await Promise.all(
    [false, true].map(async (isLater) => sentBytes(scripts.filter((one) => one.isLater === isLater))),
  )
  const times: number[] = []
  for (let ask = 0; ask < asks; ask += 1) {
    const again = await context.request.get(address)
    times.push(Number(/dur=([\d.]+)/.exec(again.headers()['server-timing'] ?? '')?.[1] ?? Number.NaN))
  }
  await context.close()
  return {
    title: shot.title.en,
    serverMs: times.toSorted((a, b) => a - b)[Math.floor(asks / 2)] ?? 0,
    firstPaintMs: paint.first,
    largestPaintMs: paint.largest,
    blockedMs: paint.blocked,
    scriptBytes: scriptBytes ?? 0,
    laterBytes: laterBytes ?? 0,
  }
}

async function sentBytes(scripts: readonly { readonly name: string }[]): Promise<number> {
  const sizes = await Promise.all(
    scripts.map(async ({ name }) => gzipSync(Buffer.from(await (await fetch(name)).arrayBuffer())).length),
  )
  return sizes.reduce((sum, one) => sum + one, 0)
}

/** The figures as a table of Markdown. */
export function speedTable(speeds: readonly Speed[]): string {
  const lines = speeds.map(
    ({ title, serverMs, firstPaintMs, largestPaintMs, blockedMs, scriptBytes, laterBytes }) =>
      `| ${title} | ${serverMs.toFixed(1)} | ${firstPaintMs.toFixed(0)} | ${largestPaintMs.toFixed(0)} | ${blockedMs.toFixed(0)} | ${kB(scriptBytes)} | ${laterBytes === 0 ? '–' : kB(laterBytes)} |`,
  )
  return [
    '| page | server p50, ms | first paint, ms | largest paint, ms | blocked, ms | script of the first view, kB gzip | later, when idle |',
    '| --- | --: | --: | --: | --: | --: | --: |',
    ...lines,
  ].join('\n')
}

function kB(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}
