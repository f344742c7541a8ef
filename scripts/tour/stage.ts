import { existsSync } from 'node:fs'
import { join } from 'node:path'

import type { Browser, BrowserContext, Page } from 'playwright-core'

import { startNorma, type Norma } from '#local/norma'
import type { Language } from '#schemas/language-names'
import { demoNow } from '#test/browser/demo-company'

import { makeTourCompany, tourRules } from './company'

/** How somebody looks at the product. */
export type Look = {
  readonly width?: number
  readonly height?: number
  readonly theme?: 'light' | 'dark'
}

/** Who and what of the demo company the tour meets. */
export type Cast = {
  /** Leads the whole of sales, and one department. */
  readonly director: string
  readonly head: string
  readonly seller: string
  readonly farmer: string
  readonly lawyer: string
  readonly lawyersHead: string
  readonly accountant: string
  readonly admin: string
  /** A deal in the middle of its way, that its gate holds back; its client, and a paper of some deal. */
  readonly deal: string
  readonly client: string
  readonly document: string
  readonly pipeline: string
}
/** Everybody whose eyes a page can be seen with, as the command line calls them. */
export const roles = ['director', 'head', 'seller', 'farmer', 'lawyer', 'lawyersHead', 'accountant', 'admin'] as const
export type Role = (typeof roles)[number]

/** A product over the demo company of a language, with its clock standing still. */
export type TourStage = {
  readonly language: Language
  readonly norma: Norma
  readonly cast: Cast
  readonly open: (person: Role | null, look?: Look) => Promise<{ page: Page; context: BrowserContext }>
  readonly close: () => Promise<void>
}

/** Makes the company where the folder has none, and starts everything. */
export async function openStage(folder: string, language: Language, browser: Browser): Promise<TourStage> {
  const dataDir = join(folder, language)
  if (!existsSync(dataDir)) await makeTourCompany(dataDir, language)
  const norma = await startNorma({
    dataDir,
    port: 0,
    rulesText: tourRules(language),
    now: () => demoNow,
    log: (...said) => console.error(...said),
  })
  await norma.runtime.idle()
  const cast = await castOf(norma)
  return {
    language,
    norma,
    cast,
    open: async (person, look = {}) => {
      const { width = 1440, height = width < 500 ? 844 : 900, theme = 'light' } = look
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: theme,
        locale: language === 'ru' ? 'ru-RU' : 'en-GB',
        reducedMotion: 'reduce',
        ...(width < 500 ? { hasTouch: true } : {}),
      })
      if (person !== null) await signIn(norma, context, cast[person])
      return { page: await context.newPage(), context }
    },
    close: () => norma.stop(),
  }
}

async function signIn(norma: Norma, context: BrowserContext, person: string): Promise<void> {
  const value = await norma.mint(person)
  await context.addCookies([{ name: 'norma_session', value, url: norma.address, httpOnly: true, sameSite: 'Lax' }])
}

async function castOf({ ports }: Norma): Promise<Cast> {
  const { employees, departments } = await ports.people.load()
  const inRole = (role: string): string => {
    const found = Object.values(employees).find((one) => one.active && one.id !== 'admin' && one.roles.includes(role))
    if (found === undefined) throw new Error(`Nobody of the demo company is in the role ${role}.`)
    return found.id
  }
  const heads = new Set(Object.values(departments).map(({ head }) => head))
  const lawyers = Object.values(employees).filter(({ active, roles: held }) => active && held.includes('lawyer'))
  const pipeline = 'b2b_new'
  const columns = await Promise.all(
    ['contract', 'individual_offer'].map((stage) => ports.deals.column({ pipeline, stage, limit: 20 })),
  )
  const deals = await Promise.all(columns.flatMap(({ items }) => items).map(({ id }) => ports.deals.find(id)))
  const deal = deals.find((one) => one?.links !== undefined && one.links.length > 0)
  if (deal === undefined) throw new Error('The demo company has no deal half-way.')
  const papers = await ports.documents.issuedIn('2026')
  return {
    director: inRole('head_of_sales'),
    head: departments[employees[deal.owner]?.department ?? '']?.head ?? '',
    seller: deal.owner,
    farmer: inRole('b2b_farmers'),
    lawyer: lawyers.find(({ id }) => !heads.has(id))?.id ?? inRole('lawyer'),
    lawyersHead: lawyers.find(({ id }) => heads.has(id))?.id ?? inRole('lawyer'),
    accountant: inRole('accountant'),
    admin: 'admin',
    deal: deal.id,
    client: deal.links?.[0]?.client ?? '',
    document: papers[0]?.id ?? '',
    pipeline,
  }
}
