import type { Language } from '#schemas/language-names'
import { existsSync, readFileSync } from 'node:fs'

import type { Browser, BrowserContext, Page } from 'playwright-core'

import { startNorma, type Norma } from '#local/norma'
import { startBrowser } from '#test/browser/browser'
import { demoNow, makeCompany } from '#test/browser/demo-company'

/** How somebody looks at the product. */
export type Look = {
  readonly width?: number
  readonly height?: number
  readonly theme?: 'light' | 'dark'
  readonly language?: Language
}

/** Who and what of the demo company the tour meets. */
export type Cast = {
  readonly head: string
  readonly seller: string
  readonly accountant: string
  /** A deal in the middle of its way, that its gate holds back. */
  readonly deal: string
  readonly pipeline: string
}

/** A product over the demo company, with its clock standing still, and a browser. */
export type TourStage = {
  readonly norma: Norma
  readonly browser: Browser
  readonly cast: Cast
  readonly open: (person: keyof Cast | null, look?: Look) => Promise<{ page: Page; context: BrowserContext }>
  readonly close: () => Promise<void>
}

/** Makes the company where the folder has none, and starts everything. */
export async function openStage(dataDir: string): Promise<TourStage> {
  if (!existsSync(dataDir)) await makeCompany(dataDir, 190)
  const rulesText = readFileSync('pipelines.yaml', 'utf8')
  const norma = await startNorma({
    dataDir,
    port: 0,
    rulesText,
    now: () => demoNow,
    log: (...said) => console.error(...said),
  })
  await norma.runtime.idle()
  const browser = await startBrowser()
  const cast = await castOf(norma)
  return {
    norma,
    browser,
    cast,
    open: async (person, look = {}) => {
      const context = await browser.newContext({
        viewport: { width: look.width ?? 1280, height: look.height ?? 900 },
        colorScheme: look.theme ?? 'light',
        locale: look.language === 'ru' ? 'ru-RU' : 'en-GB',
        reducedMotion: 'reduce',
        ...((look.width ?? 1280) < 500 ? { hasTouch: true, deviceScaleFactor: 2 } : {}),
      })
      if (person !== null) await signIn(norma, context, cast[person])
      return { page: await context.newPage(), context }
    },
    close: async () => {
      await browser.close()
      await norma.stop()
    },
  }
}

async function signIn(norma: Norma, context: BrowserContext, person: string): Promise<void> {
  const value = await norma.mint(person)
  await context.addCookies([{ name: 'norma_session', value, url: norma.address, httpOnly: true, sameSite: 'Lax' }])
}

async function castOf({ ports }: Norma): Promise<Cast> {
  const { employees } = await ports.people.load()
  const inRole = (role: string) => Object.values(employees).filter(({ roles }) => roles.includes(role))
  const busy = await Promise.all(
    inRole('b2b_hunters').map(async ({ id }) => ({
      id,
      tasks: (await ports.deals.openTasks({ responsible: id, limit: 100 })).items.length,
    })),
  )
  const [seller] = busy.toSorted((a, b) => b.tasks - a.tasks || (a.id < b.id ? -1 : 1))
  const [head] = inRole('head_of_sales')
  const [accountant] = inRole('accountant')
  const pipeline = 'b2b_new'
  const { items } = await ports.deals.column({ pipeline, stage: 'individual_offer', limit: 20 })
  const { items: others } = await ports.deals.column({ pipeline, stage: 'contract', limit: 20 })
  const deal = [...items, ...others].find(({ owner }) => owner === seller?.id) ?? items[0] ?? others[0]
  if (seller === undefined || head === undefined || accountant === undefined || deal === undefined) {
    throw new Error('The demo company has nobody to show: its people or its deals are not there.')
  }
  return { head: head.id, seller: seller.id, accountant: accountant.id, deal: deal.id, pipeline }
}
