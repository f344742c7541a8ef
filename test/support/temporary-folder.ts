import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach } from 'vitest'

/** A new empty folder for each test, gone afterwards. */
export function useFolder(): { readonly path: (name: string) => string } {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'norma-test-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  return { path: (name) => join(folder, name) }
}
