import { beforeAll, expect, test } from 'vitest'

import { reportNames } from '#schemas/report-names'
import type { Language } from '#schemas/language-names'
import { isWhole } from '#test/support/runs'
import { peopleOf, type DemoPeople } from './demo-people'
import { useStage } from './support'

const stage = useStage()
const widths = [320, 390, 768, 1440, 1920] as const
let people: DemoPeople
let deal = ''
let client = ''

beforeAll(async () => {
  people = await peopleOf(stage)
  const { items } = await stage.norma.ports.deals.byOwner({ owner: people.busy, limit: 1 })
  deal = items[0]?.id ?? ''
  client = items[0]?.links?.[0]?.client ?? ''
})

/** Every page that has content of its own, and who looks at it. */
function pagesOf(): readonly (readonly [path: string, as: string])[] {
  const { head, busy, accountant } = people
  return [
    ...['/app', '/app/week', `/app/deals/${deal}`, `/app/clients/${client}`, '/app/account'].map(
      (path) => [path, busy] as const,
    ),
    ['/app', accountant],
    ...[
      '/app/team',
      `/app/team/${busy}`,
      `/app/week?of=${busy}`,
      '/app/board/b2b_new',
      '/app/deals',
      '/app/clients',
      '/app/plan',
      '/app/plan/targets',
      '/app/reports',
      ...reportNames.map((name) => `/app/reports/${name}`),
      '/app/playbook',
      '/app/inbox',
      '/app/search?q=ко',
    ].map((path) => [path, head] as const),
    ...[
      '/app/people',
      `/app/people/${busy}`,
      '/app/company',
      '/app/company/webhooks',
      '/app/company/exports',
      '/app/automation',
      '/app/api-reference',
    ].map((path) => [path, 'admin'] as const),
  ]
}

/** What sticks out of the window, or of what it stands in, unless that scrolls or cuts by intention. */
const sticking = `(() => {
  const width = document.documentElement.clientWidth
  const name = (one) => one.tagName.toLowerCase() + (one.id ? '#' + one.id : '') + (one.className && one.className.baseVal === undefined ? '.' + String(one.className).trim().replaceAll(/\\s+/g, '.') : '')
  const isBox = (style) => !['inline', 'contents', 'none'].includes(style.display) && !style.display.startsWith('table-')
  const cuts = (style) => style.overflowX !== 'visible'
  const found = []
  const walk = (one, inScroller) => {
    const style = getComputedStyle(one)
    if (style.display === 'none' || style.visibility === 'hidden' || one instanceof SVGElement) return
    const box = one.getBoundingClientRect()
    const isFree = style.position === 'absolute' || style.position === 'fixed' || style.position === 'sticky'
    const isSeen = box.width > 1 && box.height > 1
    if (isSeen && !inScroller && (box.right > width + 1 || box.left < -1)) found.push('window: ' + name(one) + ' ' + Math.round(box.left) + '–' + Math.round(box.right) + ' of ' + width)
    const parent = one.parentElement
    if (isSeen && !isFree && parent !== null) {
      const outer = getComputedStyle(parent)
      const around = parent.getBoundingClientRect()
      if (isBox(style) && isBox(outer) && !cuts(outer) && (box.right > around.right + 1 || box.left < around.left - 1)) {
        const margins = parseFloat(style.marginLeft) < 0 || parseFloat(style.marginRight) < 0
        if (!margins) found.push('parent: ' + name(one) + ' ' + Math.round(box.left) + '–' + Math.round(box.right) + ' in ' + name(parent) + ' ' + Math.round(around.left) + '–' + Math.round(around.right))
      }
    }
    const isClosed = one.tagName === 'DETAILS' && !one.open
    for (const child of one.children) if (!isClosed || child.tagName === 'SUMMARY') walk(child, inScroller || cuts(style))
  }
  walk(document.body, false)
  return [...new Set(found)].slice(0, 4)
})()`

test.each(['ru', 'en'] as const)(
  'every element of every page stays in its place at every width (%s)',
  async (language) => {
    const context = await stage.browser.newContext({
      locale: language === 'ru' ? 'ru-RU' : 'en-GB',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    const faults: string[] = []

    // Each page in one of the languages; in the whole proof in both.
    const looked = pagesOf().filter((_, no) => isWhole() || (no % 2 === 0) === (language === 'ru'))
    for (const [path, as] of looked) {
      await page.setContent(await standing(path, as, language))
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        const out = (await page.evaluate(sticking)) as readonly string[]
        faults.push(...out.map((one) => `${width} ${path} (${as}): ${one}`))
      }
    }
    await context.close()

    expect(faults).toEqual([])
  },
  240_000,
)

const styles = new Map<string, string>()

/** A page as it is sent, with its style inside and without its scripts. */
async function standing(path: string, as: string, language: Language): Promise<string> {
  const { address } = stage.norma
  const cookie = `norma_session=${await stage.norma.mint(as)}; norma_language=${language}`
  const answer = await fetch(address + path, { headers: { cookie } })
  expect([path, answer.status]).toEqual([path, 200])
  const html = await answer.text()
  const [link = '', href = ''] = /<link rel="stylesheet" href="([^"]+)"\/?>/.exec(html) ?? []
  const style = styles.get(href) ?? (await (await fetch(address + href)).text())
  styles.set(href, style)
  return html
    .replace(link, () => `<style>${style}</style>`)
    .replaceAll(/<script\b[\s\S]*?<\/script>/g, '')
    .replaceAll(/<link rel="modulepreload"[^>]*>/g, '')
}
