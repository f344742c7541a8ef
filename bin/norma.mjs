#!/usr/bin/env node
// Starts the bundled command line; bundles it anew first when a source is newer than the bundle.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

// The SDK warns on every start that it will want Node 22 next year; the versions here are pinned and know Node 20.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bundled = join(root, 'dist', 'norma.js')
const bundledAt = existsSync(bundled) ? statSync(bundled).mtimeMs : 0

/** Whether a source below a folder is newer than the bundle; looked at again where a folder goes away meanwhile. */
function isNewer(folder, tries = 5) {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true }).some((entry) => {
      if (!entry.isFile()) return false
      // One that has gone since is no source any more.
      const found = statSync(join(entry.parentPath ?? entry.path, entry.name), { throwIfNoEntry: false })
      return found !== undefined && found.mtimeMs > bundledAt
    })
  } catch (error) {
    if (error.code !== 'ENOENT' || tries === 0) throw error
    return isNewer(folder, tries - 1)
  }
}

if (['src', 'schemas'].some((folder) => existsSync(join(root, folder)) && isNewer(join(root, folder)))) {
  const { bundle } = await import('./build.mjs')
  await bundle()
}
process.setSourceMapsEnabled(true)
await import(pathToFileURL(bundled).href)
