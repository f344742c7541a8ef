import { spawnSync } from 'node:child_process'

import { heading } from './print'

/** Sizes of the functions' bundles and how long a fresh process takes to import them. */
export function measureBundles(): Promise<void> {
  heading('Bundles of the functions')
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/measure-bundles.ts'], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The bundles could not be measured: ${stderr}`)
  console.log(stdout.trim())
  return Promise.resolve()
}
