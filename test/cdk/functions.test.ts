import { expect, test } from 'vitest'

import { consumers } from '#product/lists/consumers'

import { synthesize } from './synthesize'
import { only, synthesized, synthesizedAgain, templateOf, type Resource, type SynthesizedTemplate } from './synthesized'

const template = await synthesized()
const functions = Object.values(template.ofType('AWS::Lambda::Function'))
const logs = template.ofType('AWS::Logs::LogGroup')

test('there is one function per role and one per declared consumer', () => {
  const descriptions = functions.map(({ Properties }) => Properties.Description)

  expect(descriptions.toSorted()).toEqual(
    [
      'Norma: the HTTP API',
      'Norma: the pages',
      'Norma: the door for providers and sites',
      'Norma: publishes the events of the table',
      'Norma: what is done by the clock',
      'Norma: looks into mailboxes',
      'Norma: takes mail to addresses of ours',
      'Norma: publishes pipelines.yaml on deployment',
      ...consumers.map(({ name }) => `Norma: ${name}`),
    ].toSorted(),
  )
})

test('all run on Node 24, on ARM, with a log of their own and a role of their own', () => {
  for (const { Properties } of functions) {
    expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], Handler: 'index.handler' })
    expect(Object.keys(logs)).toContain(Properties.LoggingConfig.LogGroup.Ref)
  }
  const roles = functions.map(({ Properties }) => Properties.Role['Fn::GetAtt'][0])
  expect(new Set(roles).size).toBe(functions.length)
})

test('logs are kept for 30 days and not for ever', () => {
  expect(Object.keys(logs)).toHaveLength(functions.length + 1)
  for (const { Properties } of Object.values(logs)) expect(Properties.RetentionInDays).toBe(30)
})

test('deploying another text of the rules calls the publisher, the same text does not', async () => {
  const first = publishedIn(template)
  const same = publishedIn(await synthesizedAgain())
  const other = publishedIn(templateOf(synthesize({ rulesText: 'version: 1 # changed\n' })))

  expect(first.ServiceToken).toEqual({ 'Fn::GetAtt': [expect.stringContaining('PublishRules'), 'Arn'] })
  expect(same).toEqual(first)
  expect(other.rulesHash).not.toBe(first.rulesHash)
}, 120_000)

function publishedIn({ ofType }: SynthesizedTemplate): Resource['Properties'] {
  return only(ofType('Custom::PublishedRules')).Properties
}
