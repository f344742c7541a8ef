import { beforeAll, expect, test } from 'vitest'

import { allPages } from '#product/lists/pages'
import { reportNames } from '#schemas/report-names'
import type { Language } from '#schemas/language-names'
import { isWhole } from '#test/support/runs'
import { peopleOf, type DemoPeople } from './demo-people'
import { obstacles } from './obstacles'
import { useStage } from './support'

const stage = useStage()
const widths = [320, 390, 768, 1440, 1920] as const
let people: DemoPeople
let looked: readonly (readonly [path: string, as: string])[]

beforeAll(async () => {
  people = await peopleOf(stage)
  const { ports } = stage.norma
  const { items } = await ports.deals.byOwner({ owner: people.busy, limit: 1 })
  const talk = await aTalk()
  const { model } = await ports.rules.current()
  looked = await pagesOf({
    deal: items[0]?.id ?? '',
    client: items[0]?.links?.[0]?.client ?? '',
    pipeline: Object.keys(model.pipelines)[0] ?? '',
    integration: 'site-layout',
    talk,
    employee: people.busy,
    person: people.busy,
    adapter: 'telegram',
    page: 'role-owner',
    operation: 'moveDeal',
  })
})

/** Somebody who has written by a form of the site, with an integration that has read it and could not read another. */
async function aTalk(): Promise<string> {
  const connect = (input: object) => stage.api('admin', 'POST', '/integrations', input)
  const site = await connect({ id: 'site-layout', adapter: 'site', name: 'The forms of our own site' })
  const box = { id: 'mail-layout', adapter: 'mail', name: 'Mailbox', settings: { mailbox: 'sales@in.norma.example' } }
  expect([site.status, (await connect({ ...box, secrets: { smtp: '-' } })).status]).toEqual([201, 201])
  const form = {
    name: 'Ольга Константинопольская-Заволжская',
    phone: '89005550199',
    message: 'Сколько стоит? '.repeat(40),
  }
  for (const body of [new URLSearchParams(form), new URLSearchParams()])
    await fetch(`${stage.norma.address}/in/site-layout`, { method: 'POST', body })
  await stage.norma.runtime.idle()
  return stage.norma.ports.talks.talkIdOf('+79005550199')
}

/**
 * Every page there is, with something of the demo company where it is about one thing, and who looks at it: the first who may;
 * the pages of every day as a salesperson and as an accountant too.
 */
async function pagesOf(about: Readonly<Record<string, string>>): Promise<readonly (readonly [string, string])[]> {
  const paths = allPages
    .filter(({ id }) => !once.has(id))
    .flatMap(({ path }) => (path === '/app/reports/:report' ? reportNames.map((name) => `/app/reports/${name}`) : path))
    .map((path) => path.replaceAll(/:(\w+)/g, (_, name: string) => about[name] ?? ''))
    .filter((path) => !path.split('/').includes('', 1))
  const seen = await Promise.all(
    paths.map(async (path) => {
      for (const as of [people.head, 'admin', people.accountant]) {
        if ((await statusOf(path, as)) === 200) return [[path, as] as const]
      }
      return []
    }),
  )
  const own = ['/app', '/app/week', `/app/deals/${about['deal'] ?? ''}`, '/app/unanswered'].map(
    (path) => [path, people.busy] as const,
  )
  return [...seen.flat(), ...own, ['/app', people.accountant], ['/app/search?q=co', people.head]]
}

/** What a company has behind it once it has begun, and what lists one number of a report. */
const once = new Set(['firstStart', 'firstPeople', 'firstDeal', 'reportItems'])

async function statusOf(path: string, as: string): Promise<number> {
  const cookie = `norma_session=${await stage.norma.mint(as)}`
  return (await fetch(stage.norma.address + path, { headers: { cookie }, redirect: 'manual' })).status
}

/** What sticks out of the window, or of what it stands in, unless that scrolls or cuts by intention. */
const sticking = `(() => {
  const width = document.documentElement.clientWidth
  const name = (one) => one.tagName.toLowerCase() + (one.id ? '#' + one.id : '') + (one.className && one.className.baseVal === undefined ? '.' + String(one.className).trim().replaceAll(/\\s+/g, '.') : '')
  const isBox = (style) => !['inline', 'contents', 'none'].includes(style.display) && !style.display.startsWith('table-')
  const cuts = (style) => style.overflowX !== 'visible'
  // What is wider than the window by its nature is pushed sideways; in anything else nothing may be cut off.
  const sideways = '.board, .scroll-x, .table-wrap, .tabs, .week, .week-grid, .menu, pre, code, .grid-scroll'
  const hides = (one, style) => style.textOverflow === 'ellipsis' || one.matches('.hidden, .skip, .rail .name, input, textarea, select, progress, meter')
  const found = []
  // What is drawn is read to its end: no letter outside the picture, and on a phone no name that is cut.
  const drawn = (picture) => {
    const frame = picture.getBoundingClientRect()
    for (const text of picture.querySelectorAll('text')) {
      const box = text.getBoundingClientRect()
      if (box.width > 0 && (box.right > frame.right + 1 || box.left < frame.left - 1)) found.push('drawn outside: ' + text.textContent)
      if (width < 500 && box.width > 0 && text.textContent.endsWith('…')) found.push('drawn short: ' + text.textContent)
    }
  }
  // On a phone the columns of a table are not pushed out of sight; only a paper is as wide as it is printed.
  const pushed = (one) => width < 500 && one.matches('.scroll-x, .table-wrap') && !one.matches('.paper') && one.scrollWidth > one.clientWidth + 1
  // What is touched on a phone is as high as a thumb: a box to tick with what is written beside it.
  const touched = 'button, .button, select, input:not([type=hidden]), summary'
  const isThin = (one, style, box) => {
    if (width !== 390 || !one.matches(touched) || style.display === 'inline' || one.matches('.skip, .picks span *, .drawn *, .drawn-title *, .grid-scroll *, .targets *')) return false
    const label = one.matches('[type=checkbox], [type=radio]') ? one.closest('label') : null
    return (label === null ? box : label.getBoundingClientRect()).height < 43.5
  }
  const walk = (one, inScroller) => {
    const style = getComputedStyle(one)
    if (style.display === 'none' || style.visibility === 'hidden') return
    if (one instanceof SVGElement) return drawn(one)
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
    if (isSeen && cuts(style) && one.scrollWidth > one.clientWidth + 1 && !one.closest(sideways) && !hides(one, style)) found.push('cut: ' + name(one) + ' ' + one.scrollWidth + ' in ' + one.clientWidth)
    if (isSeen && isThin(one, style, box)) found.push('thin: ' + name(one) + ' ' + Math.round(box.width) + '×' + Math.round(box.height))
    if (isSeen && pushed(one)) found.push('sideways: ' + name(one) + ' ' + one.scrollWidth + ' in ' + one.clientWidth)
    const isClosed = one.tagName === 'DETAILS' && !one.open
    for (const child of one.children) if (!isClosed || child.tagName === 'SUMMARY') walk(child, inScroller || cuts(style))
  }
  walk(document.body, false)
  return [...new Set(found)].slice(0, 4)
})()`

test.each(['ru', 'en'] as const)(
  'every element of every page stays in its place at every width, and nothing serious stands in anybody’s way (%s)',
  async (language) => {
    const context = await stage.browser.newContext({
      locale: language === 'ru' ? 'ru-RU' : 'en-GB',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    const faults: string[] = []

    // Each page in one of the languages; in the whole proof in both.
    for (const [no, [path, as]] of looked.entries()) {
      if (!isWhole() && (no % 2 === 0) !== (language === 'ru')) continue
      await page.setContent(await standing(path, as, language))
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        const out = (await page.evaluate(sticking)) as readonly string[]
        faults.push(...out.map((one) => `${width} ${path} (${as}): ${one}`))
      }
      // Once in the light and once in the dark, as it comes.
      await page.emulateMedia({ colorScheme: no % 4 < 2 ? 'light' : 'dark' })
      faults.push(...(await obstacles(page)).map((one) => `${path} (${as}): ${one}`))
    }
    await context.close()

    expect(looked.length).toBeGreaterThan(50)
    expect(faults).toEqual([])
  },
  240_000,
)

const styles = new Map<string, string>()

/** A page as it is sent, with its style inside and without its scripts; what is out of sight is laid out, too. */
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
    .replace(link, () => `<style>${style} * { content-visibility: visible !important }</style>`)
    .replaceAll(/<script\b[\s\S]*?<\/script>/g, '')
    .replaceAll(/<link rel="modulepreload"[^>]*>/g, '')
}
