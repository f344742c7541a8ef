import { readdirSync, readFileSync } from 'node:fs'

import { expect, test } from 'vitest'
import { parse } from 'yaml'

type Job = {
  readonly if: string
  readonly steps: readonly { readonly run?: string; readonly uses?: string }[]
}
const workflow = parse(readFileSync('docs/ci/norma.yml', 'utf8')) as {
  readonly on: Readonly<Record<string, { readonly paths: readonly string[] }>>
  readonly jobs: Readonly<Record<string, Job>>
}
const commandLine = readdirSync('src/cli')
  .filter((name) => name === 'main.ts' || name.endsWith('-commands.ts'))
  .map((name) => readFileSync(`src/cli/${name}`, 'utf8'))
  .join('\n')

const runsOf = (job: string) => (workflow.jobs[job]?.steps ?? []).flatMap(({ run }) => run ?? [])
const commandsIn = (runs: readonly string[]) =>
  runs.flatMap((run) =>
    [...run.matchAll(/npx norma (\w+)([^>|\n]*)/g)].map(([, name = '', words = '']) => ({ name, words })),
  )

/** What the command line declares of a command: from its name to the next command. */
const declared = (name: string) =>
  commandLine.split(/\.command\('/).find((part) => new RegExp(`^${name}[ ']`).test(part))

test('a pull request is checked, tested and planned, and a merge publishes by the plan', () => {
  expect(commandsIn(runsOf('review')).map(({ name }) => name)).toEqual(['check', 'test', 'plan'])
  expect(commandsIn(runsOf('publish')).map(({ name }) => name)).toEqual(['plan', 'publish', 'status'])
  expect(workflow.on).toMatchObject({ pull_request: { paths: ['pipelines.yaml', 'pipelines.test.yaml'] }, push: {} })
  expect([workflow.jobs['review']?.if, workflow.jobs['publish']?.if]).toEqual([
    "github.event_name == 'pull_request'",
    "github.event_name == 'push'",
  ])
})

test('the publishing uses the plan it has just made', () => {
  const [plan, publish] = runsOf('publish').filter((run) => run.includes('norma p'))

  expect(plan).toContain('--format json > plan.json')
  expect(publish).toContain('--plan plan.json')
})

test.each(commandsIn([...runsOf('review'), ...runsOf('publish')]))(
  'norma $name exists with the options it is given',
  ({ name, words }) => {
    const command = declared(name)
    const given = [...words.matchAll(/--[a-z-]+/g)].map(([option]) => option)

    expect(command).toBeDefined()
    for (const option of given) expect(command).toContain(option)
  },
)
