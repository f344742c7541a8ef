// Bundles the product into dist/ so that it starts in a moment: one file a command, loaded when it is called.
import { build } from 'esbuild'
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Writes dist/norma.js and its chunks. */
export async function bundle() {
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  await build({
    absWorkingDir: root,
    entryPoints: { norma: 'src/cli/main.ts' },
    outdir: 'dist',
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    sourcemap: 'linked',
    logLevel: 'warning',
    // Two packages bring a binary along and are found by their place in node_modules.
    external: ['@dynoxide/linux-x64', 'node-sqlite3-wasm'],
    banner: { js: "import { createRequire as normaRequire } from 'node:module'; const require = normaRequire(import.meta.url);" },
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle()
