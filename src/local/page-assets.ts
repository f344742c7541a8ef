import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { assetsFrom } from '#pages/assets.tsx'

/** The bundled scripts and styles of the pages, as the build left them in dist/pages. */
export const pageAssets = assetsFrom(async (name) => {
  const path = join(productFolder(), 'dist', 'pages', name)
  return existsSync(path) ? readFile(path) : undefined
})

/** The folder that holds the product, from its sources or from its bundle. */
function productFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
}
