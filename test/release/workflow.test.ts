import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'
import { parse } from 'yaml'

import { commandLine } from '#cli/commands'
import { enHelp } from '#cli/words/en-help'

type Job = {
  readonly if: string
  readonly steps: readonly { readonly run?: string; readonly uses?: string }[]
}
const workflow = parse(readFileSync('docs/ci/norma.yml', 'utf8')) as {
  readonly on: Readonly<Record<string, { readonly paths: readonly string[] }>>
  readonly jobs: Readonly<Record<string, Job>>
}
const { commands } = commandLine(enHelp)

const runsOf = (job: string) => (workflow.jobs[job]?.steps ?? []).flatMap(({ run }) => run ?? [])
const commandsIn = (runs: readonly string[]) =>
  runs.flatMap((run) =>
    [...run.matchAll(/npx norma (\w+)([^>|\n]*)/g)].map(([, name = '', words = '']) => ({ name, words })),
  )

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
    const options = commands.find((one) => one.name === name)?.options.map(({ rawName }) => rawName.split(' ')[0])
    const given = [...words.matchAll(/--[a-z-]+/g)].map(([option]) => option)

    expect(options).toBeDefined()
    for (const option of given) expect(options).toContain(option)
  },
)
