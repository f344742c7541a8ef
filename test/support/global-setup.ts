import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { bundlePages } from '#bin/pages'

import { missedIn } from './real-data'

/**
 * Builds what pages load in a browser, and gives the run a folder that its processes share: NORMA_TEST_RUN. In the end the
 * folder goes, after what real data was missed has been told.
 */
export async function setup(): Promise<() => void> {
  const run = mkdtempSync(join(tmpdir(), 'norma-test-run-'))
  process.env['NORMA_TEST_RUN'] = run
  await bundlePages()
  return () => {
    for (const line of missedIn(run)) console.log(line)
    rmSync(run, { recursive: true, force: true })
  }
}
