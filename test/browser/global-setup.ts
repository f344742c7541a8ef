import { rmSync } from 'node:fs'

import { bundlePages } from '#bin/pages'

import { demoFolderOf } from './demo-company'

/** Builds what pages load in a browser, and takes the demo company of this run away in the end. */
export async function setup(): Promise<() => void> {
  await bundlePages()
  return () => rmSync(demoFolderOf(process.pid), { recursive: true, force: true })
}
