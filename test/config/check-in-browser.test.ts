import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { check } from '#config/check'
import type { Checked } from '#config/check'
import { baseFile } from './base-file'

const most = 179_000

/** The check as a page gets it: one script that leaves `norma.check` behind. */
async function bundled(): Promise<{ readonly script: string; readonly from: readonly string[] }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: "export { check } from './src/config/check'", resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    write: false,
    minify: true,
    metafile: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'norma',
    target: 'es2022',
    // As pages get it: a letter of Russian is two bytes there, escaped it would be six.
    charset: 'utf8',
    logLevel: 'silent',
  })
  return { script: outputFiles[0]?.text ?? '', from: Object.keys(metafile.inputs) }
}

test('the check runs where there is nothing of Node, says the same there, and is small enough to be sent', async () => {
  const { script, from } = await bundled()
  const faulty = baseFile.replace('by: lawyer', 'by: layer').replace('{ score: at most 6 }', '{ score: <= 6 }')
  // A page has these; it has no process, no Buffer and no require.
  const page = createContext({ TextEncoder, TextDecoder, URL })

  const run = (text: string, lang: string): Checked =>
    JSON.parse(
      runInContext(
        `${script};JSON.stringify(norma.check(${JSON.stringify(text)}, { lang: '${lang}' }))`,
        page,
      ) as string,
    ) as Checked

  expect(run(faulty, 'ru')).toEqual(JSON.parse(JSON.stringify(check(faulty, { lang: 'ru' }))))
  expect(run(readFileSync('pipelines.yaml', 'utf8'), 'en').diagnostics).toEqual([])
  expect(
    from.filter(
      (file) =>
        !/^(?:src\/(?:config|domain)|node_modules\/(?:yaml|@marcbachmann|fastest-levenshtein))\/|^schemas\/(?:[a-z]+\/)?[a-z-]+-(?:names|rules)\.ts$|^<stdin>$/.test(
          file,
        ),
    ),
  ).toEqual([])
  const size = gzipSync(script).length
  console.log(
    `The check in a browser: ${(script.length / 1000).toFixed(0)} kB, ${(size / 1000).toFixed(0)} kB gzipped.`,
  )
  expect(size).toBeLessThan(most)
})
