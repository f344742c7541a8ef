import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What stands seriously in the way of somebody who cannot see or point. */
export async function obstacles(page: Page): Promise<readonly string[]> {
  // The policy of the page lets no foreign script in, so it is evaluated by the debugger instead of added to the page.
  await page.evaluate(axe)
  return (await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html, failureSummary }) => html + ' — ' + failureSummary).join(' | ')))`,
  )) as string[]
}
