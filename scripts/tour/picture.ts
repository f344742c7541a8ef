import type { Page } from 'playwright-core'

import type { Shot } from './shot'
import type { Look, Role, TourStage } from './stage'

/** What is looked at, by whom and how. */
export type Sight = { readonly path: string; readonly as: Role | null } & Pick<Shot, 'look' | 'before'>

/** Everything a page complained of. */
export type Complain = (said: string) => void

/** A page as somebody sees it, once it has come to rest; undefined where they may not. */
export async function seen<T>(
  { open, norma }: TourStage,
  { path, as, look, before }: Sight,
  complain: Complain,
  use: (page: Page) => Promise<T>,
): Promise<T | undefined> {
  const { page, context } = await open(as, look)
  const said: string[] = []
  page.on('pageerror', (error) => said.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') said.push(message.text())
  })
  try {
    const answer = await page.goto(norma.address + path)
    if (answer === null || !answer.ok()) return undefined
    await page.waitForLoadState('networkidle')
    await before?.(page)
    // What is still moving would be blurred, and the next picture another one.
    await page.waitForTimeout(300)
    for (const one of said) complain(one)
    return await use(page)
  } catch (error) {
    complain(String(error))
    return undefined
  } finally {
    await context.close()
  }
}

/** The window as a small picture (WebP). */
export async function small(
  page: Page,
  { width = 1440, height = width < 500 ? 844 : 900 }: Look = {},
): Promise<Buffer> {
  const session = await page.context().newCDPSession(page)
  const scale = width < 500 ? 1 : 0.72
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 62,
    clip: { x: 0, y: 0, width, height, scale },
  })
  return Buffer.from(data, 'base64')
}
