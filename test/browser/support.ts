import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'

import { startNorma, type Norma } from '#local/norma'
import type { Language } from '#schemas/language-names'

import { closeAll, sharedBrowser } from './browser'
import { demoFolder, demoNow } from './demo-company'
import { obstacles } from './obstacles'

/** A product over a copy of the demo company, and a browser that looks at it. */
export type Stage = {
  readonly norma: Norma
  readonly browser: Browser
  /** The product’s own clock, which goes on from the end of the demo’s history. */
  readonly now: () => string
  /** A page of somebody who has signed in; everything a page must never do is watched. */
  readonly signIn: (person: string, more?: Looking) => Promise<Watched>
  /** Asks the API as somebody, without a browser. */
  readonly api: (
    person: string,
    method: string,
    path: string,
    body?: unknown,
  ) => Promise<{ status: number; body: never }>
}

/** How somebody looks at the product. */
export type Looking = {
  readonly language?: Language
  readonly theme?: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
  /** False for a browser in which no script runs. */
  readonly hasScripts?: boolean
}

/** A page with what it did that no page may do. */
export type Watched = {
  readonly page: Page
  /** Errors on the console, exceptions, breaches of the policy, requests to other hosts. */
  readonly faults: readonly string[]
  readonly open: (path: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** One product and one browser for a test file. */
export function useStage(): Stage {
  const folder = mkdtempSync(join(tmpdir(), 'norma-stage-'))
  const opened: Partial<{ norma: Norma; browser: Browser; startedMs: number }> = {}
  const now = (): string =>
    new Date(Date.parse(demoNow) + performance.now() - (opened.startedMs ?? performance.now())).toISOString()
  beforeAll(async () => {
    const dataDir = join(folder, 'data')
    cpSync(await demoFolder(), dataDir, { recursive: true })
    opened.startedMs = performance.now()
    opened.norma = await startNorma({
      dataDir,
      port: 0,
      rulesText: readFileSync('pipelines.yaml', 'utf8'),
      now,
      log: (message, facts) => console.error(message, JSON.stringify(facts)),
    })
    opened.browser = await sharedBrowser()
  }, 240_000)
  afterAll(async () => {
    await closeAll(opened.browser)
    await opened.norma?.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  const norma = (): Norma => opened.norma ?? missing()
  const browser = (): Browser => opened.browser ?? missing()
  return {
    get norma() {
      return norma()
    },
    get browser() {
      return browser()
    },
    now,
    signIn: async (person, more = {}) => signIn(norma(), await contextOf(browser(), more), person),
    api: async (person, method, path, body) => {
      const answer = await fetch(norma().address + path, {
        method,
        headers: { authorization: `Bearer ${await norma().mint(person)}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      return { status: answer.status, body: (await answer.json()) as never }
    },
  }
}

async function contextOf(browser: Browser, looking: Looking) {
  const { language = 'en', theme = 'light', width = 1280, height = 860, hasScripts = true } = looking
  return browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    locale: language === 'en' ? 'en-GB' : 'ru-RU',
    reducedMotion: 'reduce',
    javaScriptEnabled: hasScripts,
  })
}

async function signIn(norma: Norma, context: BrowserContext, person: string): Promise<Watched> {
  const page = await context.newPage()
  // A test that waits for what never comes should say so before it is ended.
  page.setDefaultTimeout(8000)
  const faults = watch(page, norma.address)
  const url = norma.address
  await context.addCookies([
    { name: 'norma_session', value: await norma.mint(person), url, httpOnly: true, sameSite: 'Lax' },
  ])
  return {
    page,
    faults,
    open: async (path) => {
      await page.goto(norma.address + path)
    },
    close: () => context.close(),
  }
}

/** Notes what no page may do. */
export function watch(page: Page, address: string): readonly string[] {
  const faults: string[] = []
  page.on('console', (message) => {
    // A refusal that a page asked for and shows is no fault of it, but the browser notes it as one.
    if (message.type() === 'error' && !/status of 4(09|12|22)/.test(message.text())) faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('request', (request) => {
    if (!/^(data|blob|about):/.test(request.url()) && !request.url().startsWith(address)) faults.push(request.url())
  })
  return faults
}

/** Expects that nothing serious stands in the way of somebody who cannot see or point. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await obstacles(page)).toEqual([])
}

/** Expects that the page fits the window: nothing has to be pushed sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const sticking = await page.evaluate(`(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const out = [...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
    return out.slice(0, 8).map((one) => one.outerHTML.slice(0, 120))
  })()`)

  expect(sticking).toEqual([])
}

/** Does everything the gate of a deal’s stage waits for, as somebody. */
export async function completeAll(stage: Stage, person: string, deal: string): Promise<void> {
  await stage.norma.runtime.idle()
  const { body } = await stage.api(person, 'GET', `/deals/${deal}`)
  const { gate } = body as {
    readonly gate: { readonly missing: { readonly tasks: readonly { readonly id: string }[] } }
  }
  for (const { id } of gate.missing.tasks) {
    await stage.api(person, 'POST', `/tasks/${id}/completion`, {})
    await stage.norma.runtime.idle()
  }
}

function missing(): never {
  throw new Error('The stage is set before the first test of a file.')
}
