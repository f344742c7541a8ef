import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { App } from 'aws-cdk-lib'

import { normaApp } from '#cdk/norma-app'
import { consumers } from '#product/lists/consumers'

import { schedules } from './synthesized'

/** The text of the template of the declared app with its code unbundled, synthesized anew with every check on. `touch` may change the app before that. */
export function synthesize({
  rulesText = 'version: 1\n',
  touch = () => undefined,
}: { readonly rulesText?: string; readonly touch?: (app: App) => void } = {}): string {
  const outdir = mkdtempSync(join(tmpdir(), 'norma-cdk-'))
  try {
    const app = normaApp({ consumers, schedules, rulesText, stage: 'test', outdir, bundling: false })
    touch(app)
    return readFileSync(app.synth().getStackByName('norma-test').templateFullPath, 'utf8')
  } finally {
    rmSync(outdir, { recursive: true, force: true })
  }
}
