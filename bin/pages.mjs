// Bundles what the pages load in a browser: scripts and one stylesheet, named after their content, with a manifest.
import { build } from 'esbuild'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const entries = join(root, 'src', 'browser', 'entries')

/** Writes dist/pages: what a running Norma may still be asked for stays until the next full build. */
export async function bundlePages(outdir = join(root, 'dist', 'pages')) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [
      ...readdirSync(entries).map((name) => ({ in: join(entries, name), out: basename(name, '.ts') })),
      { in: join(root, 'src', 'browser', 'style', 'style.css'), out: 'style' },
    ],
    outdir,
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: ['chrome123', 'firefox120', 'safari17.5'],
    minify: true,
    metafile: true,
    write: false,
    logLevel: 'warning',
  })
  mkdirSync(outdir, { recursive: true })
  for (const { path, contents } of outputFiles) if (!existsSync(path)) writeFileSync(path, contents)
  writeFileSync(join(outdir, 'manifest.json'), JSON.stringify(manifestOf(metafile.outputs), undefined, 1))
}

function manifestOf(outputs) {
  // A part that is loaded later is an entry to the bundler, but nothing a page names.
  const named = /^src\/browser\/(?:entries\/[^/]+\.ts|style\/style\.css)$/
  const entriesOf = Object.entries(outputs).filter(([, { entryPoint }]) => named.test(entryPoint ?? ''))
  return Object.fromEntries(
    entriesOf.map(([path, { entryPoint }]) => [
      basename(entryPoint).replace(/\.\w+$/, ''),
      { file: basename(path), loads: loadsOf(path, outputs).map((file) => basename(file)) },
    ]),
  )
}

/** What a file imports to begin with, however far; not what it loads later. */
function loadsOf(path, outputs, found = new Set()) {
  for (const { path: next, kind } of outputs[path]?.imports ?? []) {
    if (kind !== 'import-statement' || found.has(next)) continue
    found.add(next)
    loadsOf(next, outputs, found)
  }
  return [...found]
}
