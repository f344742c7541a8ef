import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'

/** A new empty folder for each test, or one for all of them, gone afterwards. */
export function useFolder(lasts: 'each' | 'all' = 'each'): { readonly path: (name: string) => string } {
  let folder = ''
  const [before, after] = lasts === 'each' ? [beforeEach, afterEach] : [beforeAll, afterAll]
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'norma-test-'))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))
  return { path: (name) => join(folder, name) }
}
