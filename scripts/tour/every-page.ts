import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { adapters } from '#channels/adapters'
import { allPages } from '#product/lists/pages'
import { reportNames } from '#schemas/report-names'
import { obstacles } from '#test/browser/obstacles'

import { seen } from './picture'
import { roles, type Cast, type TourStage } from './stage'

/** What is wanted of all there is; what is not said is wanted whole. */
export type Wanted = Readonly<Record<'as' | 'width' | 'theme' | 'page', string | undefined>>

export const widths: readonly number[] = [390, 1440]
export const themes = ['light', 'dark'] as const

/**
 * Takes every page as everybody sees it into a folder, and tells what stands seriously in the way of somebody who cannot see or
 * point. A role that may not see a page has no picture of it.
 */
export async function everyPage(stage: TourStage, folder: string, wanted: Wanted): Promise<readonly string[]> {
  const faults: string[] = []
  mkdirSync(folder, { recursive: true })
  let taken = 0
  for (const { as, path, look } of sightsOf(stage.cast, wanted)) {
    const name = [stage.language, as, look.width, look.theme, path.slice(1).replaceAll(/[^\w]+/g, '-')].join('_')
    const complain = (said: string) => void faults.push(`${name}: ${said}`)
    await seen(stage, { path, as, look }, complain, async (page) => {
      writeFileSync(join(folder, `${name}.png`), await page.screenshot({ fullPage: true }))
      for (const one of await obstacles(page)) complain(one)
      taken += 1
    })
  }
  if (taken === 0) faults.push(`${stage.language}: no page ${wanted.page ?? ''} was seen.`)
  console.log(`${stage.language}: ${taken} pictures in ${folder}.`)
  return faults
}

/** Everything that is looked at, as far as it is wanted. */
function sightsOf(cast: Cast, { as: only, width: one, theme: inTheme, page = '/' }: Wanted) {
  const looks = (one === undefined ? widths : [Number(one)]).flatMap((width) =>
    themes.filter((theme) => theme === (inTheme ?? theme)).map((theme) => ({ width, theme })),
  )
  return roles
    .filter((role) => role === (only ?? role))
    .flatMap((as) =>
      pathsOf(cast)
        .filter((path) => path.startsWith(page))
        .flatMap((path) => looks.map((look) => ({ as, path, look }))),
    )
}

/** Every page there is, with something of the company where it is about one thing; what is a file is taken out, not looked at. */
function pathsOf(cast: Cast): readonly string[] {
  const values: Readonly<Record<string, readonly string[]>> = {
    deal: [cast.deal],
    client: [cast.client],
    document: [cast.document].filter((id) => id !== ''),
    employee: [cast.seller],
    person: [cast.seller],
    pipeline: [cast.pipeline],
    report: reportNames,
    adapter: adapters.slice(0, 2).map(({ id }) => id),
    page: ['role-owner', 'deals', 'automation', 'glossary'],
    operation: ['moveDeal'],
  }
  const fill = (path: string): readonly string[] => {
    const place = /:(\w+)/.exec(path)
    if (place === null) return [path]
    return (values[place[1] ?? ''] ?? []).flatMap((value) => fill(path.replace(place[0], value)))
  }
  return allPages
    .filter(({ id, path }) => !beginnings.has(id) && !path.endsWith('/file'))
    .flatMap(({ path }) => fill(path))
}

/** What a company has behind it once it has begun. */
const beginnings = new Set(['firstStart', 'firstPeople', 'firstDeal'])
