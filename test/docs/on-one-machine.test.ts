import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const documents = ['docs/on-one-machine.md', 'docs/ru/on-one-machine.md'] as const
const commands = readFileSync('src/cli/norma-commands.ts', 'utf8')

/** What is typed in a document: its blocks, without what they say beside. */
function typedIn(document: string): readonly string[] {
  const markdown = readFileSync(document, 'utf8')
  const blocks = [...markdown.matchAll(/^```\w*\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block)
  return blocks.flatMap((block) => block.split('\n').map((line) => line.replace(/#.*$/, '').trim())).filter(Boolean)
}

test('both documents have the same typed', () => {
  const [english, russian] = documents.map(typedIn)

  expect(english?.length).toBeGreaterThan(8)
  expect(russian).toEqual(english)
})

test.each(documents)('%s names options, a port and an address to return to that there are', (document) => {
  const text = readFileSync(document, 'utf8')
  const options = [...text.matchAll(/ (--[a-z]+(?:-[a-z]+)*)/g)].map(([, option = '']) => option)
  const [, port = ''] = /'--port <port>', help\.start_port, \{ default: (\d+) \}/.exec(commands) ?? []
  const [, back = ''] =
    /new URL\('([^']+)'/.exec(
      readFileSync('src/pages/oidc-sign-in.tsx', 'utf8').split('function returnAddress')[1] ?? '',
    ) ?? []
  const shared = ['--data']

  expect(options.filter((option) => !shared.includes(option) && !commands.includes(`'${option} `))).toEqual([])
  expect([port, back]).toEqual([expect.stringMatching(/^\d+$/), expect.stringMatching(/^\//)])
  expect(text).toContain(`reverse_proxy 127.0.0.1:${port}`)
  expect(text).toContain(`https://crm.example.com${back}`)
})

test('the README leads to both', () => {
  const readme = readFileSync('README.md', 'utf8')

  expect(documents.filter((document) => !readme.includes(`](${document})`))).toEqual([])
})
