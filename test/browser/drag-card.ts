import type { Page } from 'playwright-core'

/** Drags the card of a deal to a column of the board, as a mouse does. */
export async function dragCard(page: Page, deal: string, column: string): Promise<void> {
  const card = page.locator(`#${deal}`)
  await card.scrollIntoViewIfNeeded()
  const from = await card.boundingBox()
  const to = await page.locator(`#cards-${column}`).boundingBox()
  if (from === null || to === null) throw new Error('There is nothing to drag.')
  const [x, y] = [from.x + from.width / 2, from.y + from.height - 14]
  await page.mouse.move(x - 40, y)
  await page.mouse.down()
  await page.mouse.move(x, y - 6, { steps: 4 })
  await page.mouse.move(to.x + to.width / 2, to.y + 30, { steps: 12 })
  await page.mouse.move(to.x + to.width / 2 + 4, to.y + 34, { steps: 3 })
  await page.mouse.up()
}
