import { basename } from 'node:path'

import { buildSync, type BuildOptions, type Metafile } from 'esbuild'

/** The code of a function as it is deployed, and as it is measured. */
export type Bundle = {
  readonly files: readonly { readonly name: string; readonly code: Uint8Array }[]
  readonly maps: readonly { readonly name: string; readonly code: Uint8Array }[]
  /** The files Lambda loads to start the function; the others are loaded when something first needs them. */
  readonly atStart: readonly string[]
  /** The sources and packages whose code is in the files. */
  readonly inputs: readonly string[]
}

const options = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  // Without it esbuild takes the `main` builds of the SDK: 200 kB more and a slower import.
  mainFields: ['module', 'main'],
  minify: true,
  // What the SDK and we import when it is needed becomes a file of its own, such as the parser of the rules.
  splitting: true,
  // The SDK's chain of credentials is never asked past its first link here, but shares code with the start.
  alias: { '@aws-sdk/credential-provider-node': './functions/function-credentials.ts' },
  outExtension: { '.js': '.mjs' },
  entryNames: 'index',
  // Inline maps are read at every cold start and cost 13 ms there; these do not even travel with the code.
  sourcemap: 'external',
  sourcesContent: false,
  metafile: true,
  write: false,
  logLevel: 'silent',
} as const satisfies BuildOptions

/** Bundles the entry of a function with everything it needs, the SDK included: that pins its version and starts faster. */
export function bundleFunction(entry: string): Bundle {
  const { outputFiles, metafile } = buildSync({
    ...options,
    mainFields: [...options.mainFields],
    entryPoints: [entry],
    outdir: 'out',
  })
  const files = outputFiles.map(({ path, contents }) => ({ name: basename(path), code: contents }))
  return {
    files: files.filter(({ name }) => name.endsWith('.mjs')),
    maps: files.filter(({ name }) => name.endsWith('.map')),
    atStart: loadedAtStart(metafile),
    inputs: Object.entries(metafile.outputs).flatMap(([, { inputs }]) =>
      Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
    ),
  }
}

/** The size of the code that is loaded to start the function, in bytes. */
export function startSize({ files, atStart }: Bundle): number {
  return files.reduce((sum, { name, code }) => (atStart.includes(name) ? sum + code.length : sum), 0)
}

function loadedAtStart({ outputs }: Metafile): readonly string[] {
  const found = new Set<string>()
  const queue = Object.keys(outputs).filter(
    (path) => outputs[path]?.entryPoint !== undefined && basename(path) === 'index.mjs',
  )
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (found.has(path)) continue
    found.add(path)
    const imports = outputs[path]?.imports ?? []
    queue.push(
      ...imports.flatMap((one) => (one.kind === 'import-statement' && one.external !== true ? [one.path] : [])),
    )
  }
  return [...found].map((path) => basename(path))
}
