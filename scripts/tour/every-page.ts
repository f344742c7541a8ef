import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { adapters } from '#channels/adapters'
import { allPages } from '#product/lists/pages'
import { reportNames } from '#schemas/report-names'
import { obstacles } from '#test/browser/obstacles'

import { seen } from './picture'
import { roles, type Cast, type TourStage } from './stage'

type Option = (name: string) => string | undefined

const widths = [390, 1440] as const
const themes = ['light', 'dark'] as const

/**
 * Takes every page as everybody sees it into a folder, and tells what stands seriously in the way of somebody who cannot see or
 * point. A role that may not see a page has no picture of it.
 */
export async function everyPage(stage: TourStage, folder: string, option: Option): Promise<readonly string[]> {
  const faults: string[] = []
  mkdirSync(folder, { recursive: true })
  let taken = 0
  for (const { as, path, look } of sightsOf(stage.cast, option)) {
    const name = [stage.language, as, look.width, look.theme, path.slice(1).replaceAll(/[^\w]+/g, '-')].join('_')
    const complain = (said: string) => void faults.push(`${name}: ${said}`)
    await seen(stage, { path, as, look }, complain, async (page) => {
      writeFileSync(join(folder, `${name}.png`), await page.screenshot({ fullPage: true }))
      for (const one of await obstacles(page)) complain(one)
      taken += 1
    })
  }
  console.log(`${stage.language}: ${taken} pictures in ${folder}.`)
  return faults
}

/** Everything that is looked at, as far as it is wanted. */
function sightsOf(cast: Cast, option: Option) {
  const isWanted = (name: string, value: string | number) => (option(name) ?? String(value)) === String(value)
  const looks = widths
    .filter((one) => isWanted('width', one))
    .flatMap((width) => themes.filter((one) => isWanted('theme', one)).map((theme) => ({ width, theme })))
  return roles
    .filter((role) => isWanted('as', role))
    .flatMap((as) =>
      pathsOf(cast)
        .filter((path) => path.startsWith(option('page') ?? '/'))
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
