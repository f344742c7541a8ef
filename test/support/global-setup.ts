import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { missedIn } from './real-data'

/**
 * Builds the command line and what pages load in a browser where a source is newer, and gives the run a folder that its
 * processes share: NORMA_TEST_RUN. In the end the folder goes, after what real data was missed has been told.
 */
export function setup(): () => void {
  const run = mkdtempSync(join(tmpdir(), 'norma-test-run-'))
  process.env['NORMA_TEST_RUN'] = run
  execFileSync(process.execPath, ['bin/norma.mjs', '--version'], { stdio: ['ignore', 'ignore', 'inherit'] })
  return () => {
    for (const line of missedIn(run)) console.log(line)
    rmSync(run, { recursive: true, force: true })
  }
}
