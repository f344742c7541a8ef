// Bundles the product into dist/ so that it starts in a moment: one file a command, loaded when it is called.
import { build } from 'esbuild'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundlePages } from './pages.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const requireBanner =
  "import { createRequire as normaRequire } from 'node:module'; const require = normaRequire(import.meta.url);"

/** Writes dist/norma.js, what checks large rules beside it, its chunks and what the pages load in a browser. A Norma that runs from dist/ meanwhile keeps the chunks it may still load. */
export async function bundle() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { norma: 'src/cli/main.ts', 'check-worker': 'src/local/language/check-worker.ts' },
    outdir: 'dist',
    bundle: true,
    write: false,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Russian as it is written, not as six letters for each of its own: a third of the bytes.
    charset: 'utf8',
    mainFields: ['module', 'main'],
    sourcemap: 'linked',
    logLevel: 'warning',
    // Two packages bring a binary along and are found by their place in node_modules.
    external: ['@dynoxide/linux-x64', 'node-sqlite3-wasm'],
    banner: { js: requireBanner },
  })
  mkdirSync(join(root, 'dist'), { recursive: true })
  for (const { path, contents } of outputFiles) replace(path, contents)
  await bundlePages()
  const now = new Date()
  utimesSync(join(root, 'dist', 'norma.js'), now, now)
}

/** Another process may be reading the file: it sees the old one or the new one, never half of one. */
function replace(path, contents) {
  if (existsSync(path) && readFileSync(path).equals(contents)) return
  const fresh = `${path}.${process.pid}`
  writeFileSync(fresh, contents)
  renameSync(fresh, path)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  await bundle()
}
