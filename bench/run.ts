import { availableParallelism, totalmem } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'

import { asked } from '#scripts/asked'

import { measureBundles } from './bundles'
import { measureChannels } from './channels'
import { measureCheck } from './check'
import { measureColumns } from './columns'
import { hire } from './company'
import { measureDeals } from './deals'
import { startGenerator } from './load-process'
import type { Bench } from './measured'
import { measureExchange } from './exchange'
import { measurePages } from './pages'
import { measurePlans } from './plans'
import { startProduct } from './product'
import { measurePublish } from './publish'
import { measureReports } from './reports'
import { measureRequests } from './requests'
import { measureSearch } from './search'
import { measureSimulation } from './simulate'
import { measureFile, measureStart } from './start'
import { measureSweep } from './sweep'

/** Within it a product that has nothing to do gives back what it no longer needs. */
const restMs = 12_000

const onProduct: Readonly<Record<string, (bench: Bench) => Promise<void>>> = {
  deals: measureDeals,
  columns: measureColumns,
  plans: measurePlans,
}
const byThemselves: Readonly<Record<string, () => Promise<void>>> = {
  requests: measureRequests,
  publish: () => measurePublish(Number(process.env['PUBLISH_DEALS'] ?? 10_000)),
  bundles: measureBundles,
  simulate: () => measureSimulation(Number(process.env['SIMULATE_EVENTS'] ?? 100_000)),
  check: measureCheck,
  exchange: () => measureExchange(Number(process.env['EXCHANGE_INVOICES'] ?? 5_000)),
  channels: () =>
    measureChannels(
      Number(process.env['CHANNEL_CLIENTS'] ?? 100_000),
      Number(process.env['CHANNEL_NOTICES'] ?? 10_000),
      process.env['CHANNEL_PART'],
    ),
  reports: () => measureReports(Number(process.env['REPORT_DEALS'] ?? 100_000)),
  pages: measurePages,
  search: () => measureSearch(Number(process.env['SEARCH_THINGS'] ?? 100_000)),
  start: () => measureStart(Number(process.env['START_DEALS'] ?? 100_000)),
  file: () => measureFile(Number(process.env['FILE_MOVES'] ?? 100_000)),
  sweep: () => measureSweep(Number(process.env['SWEEP_TASKS'] ?? 100_000)),
}
const known = [...Object.keys(byThemselves), ...Object.keys(onProduct)]

const { options, words } = asked({
  usage: `npm run bench [-- PART …]

Measures the parts that are named, or all of them one after another: ${known.join(', ')}.
docs/benchmarks.md says what each of them measures, and by which variables it is made smaller.
  --profile FOLDER   keep profiles of the processor there`,
  options: { profile: 'value' },
  words: (parts) => {
    const unknown = parts.find((name) => !known.includes(name))
    return unknown === undefined ? undefined : `There is no part “${unknown}”. Choose among: ${known.join(', ')}.`
  },
})
const { profile: profileDir } = options
const chosen = words.length === 0 ? known : words

console.log(
  `Node ${process.versions.node}, ${availableParallelism()} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB; ` +
    'product and load generator share the cores.',
)
for (const name of chosen) await byThemselves[name]?.()
const parts = chosen.flatMap((name) => onProduct[name] ?? [])
if (parts.length > 0) await measureProduct(parts)

async function measureProduct(all: readonly ((bench: Bench) => Promise<void>)[]): Promise<void> {
  const product = await startProduct({ profileDir })
  const generator = startGenerator()
  try {
    console.log(`\nNorma was ready ${(product.readyMs / 1000).toFixed(2)} s after \`norma start\` on an empty folder.`)
    await hire(product.ports)
    for (const part of all) await part({ product, generator })
    await product.idle()
    const busy = product.memoryMb()
    await pause(restMs)
    console.log(
      `\nAfter all of it Norma holds ${busy.toFixed(0)} MB, and ${product.memoryMb().toFixed(0)} MB after a rest.`,
    )
  } finally {
    generator.stop()
    await product.stop()
  }
}
