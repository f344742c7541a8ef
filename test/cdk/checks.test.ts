import { Token, type Stack, type App, type CfnResource } from 'aws-cdk-lib'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { checkedRules } from '#cdk/checked-rules'
import { normaApp } from '#cdk/norma-app'

import { synthesize } from './synthesize'
import { synthesized, synthesizedAgain } from './synthesized'

// The checks print their report and set the exit code of the process, which here is the test's.
beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue()
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
})
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

test('the same declarations give the same template, to the letter', async () => {
  expect((await synthesizedAgain()).text).toBe((await synthesized()).text)
}, 120_000)

test('a queue that anybody may reach without TLS stops the synth', () => {
  const touch = (app: App) => void new Queue(stackOf(app), 'Careless')

  expect(() => synthesize({ touch })).toThrow('AwsSolutions-SQS4')
})

test('a setting that CloudFormation does not know stops the synth', () => {
  const touch = (app: App) => {
    const table = stackOf(app).node.findChild('Data').node.findChild('Table').node.defaultChild as CfnResource
    table.addPropertyOverride('NoSuchSetting', true)
  }

  expect(() => synthesize({ touch })).toThrow('CloudFormation-Validate::F3002')
})

test('the template names no account and no region: it can be synthesized for any', () => {
  const synthesizedStack = stackOf(normaApp({ consumers: [], schedules: [], rulesText: '', bundling: false }))

  expect(Token.isUnresolved(synthesizedStack.account)).toBe(true)
  expect(Token.isUnresolved(synthesizedStack.region)).toBe(true)
})

test('a stage that cannot name a stack is refused by name', () => {
  const start = () => normaApp({ consumers: [], schedules: [], rulesText: '', stage: 'Прод' })

  expect(start).toThrow('The stage “Прод” cannot name a stack')
})

test('a faulty rules file stops the synth and every fault is shown', () => {
  const text = 'version: 1\nstages:\n  a: {}\nnonsense: 1\n'

  expect(() => checkedRules(text, 'pipelines.yaml')).toThrow(
    /pipelines\.yaml has \d+ faults:\npipelines\.yaml:\d+:\d+ error\[/,
  )
})

function stackOf(app: App): Stack {
  return app.node.findChild('Norma') as Stack
}
