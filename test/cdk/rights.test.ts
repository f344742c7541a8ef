import { readdirSync, readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { tableRights, wordRights } from '#cdk/table-rights'
import { consumers } from '#product/lists/consumers'

import { synthesized } from './synthesized'

type Statement = { readonly Effect: string; readonly Action: string | string[]; readonly Resource: unknown }

const template = await synthesized()
const functions = Object.values(template.ofType('AWS::Lambda::Function'))
const policies = Object.values(template.ofType('AWS::IAM::Policy'))

const logs = ['logs:CreateLogStream', 'logs:PutLogEvents']
const queue = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueAttributes']
const stream = ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams']
const files = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:ListBucket']
const secrets = 'secretsmanager:GetSecretValue'
const { api, consumer, schedules, pollMail, takeMail, publishRules } = tableRights

test.each([
  [
    'Norma: the HTTP API',
    [...logs, ...files, ...new Set([...api.actions, ...wordRights.ask]), 'sqs:GetQueueAttributes', secrets],
  ],
  [
    'Norma: publishes the events of the table',
    [...logs, ...stream, 'events:PutEvents', 's3:PutObject', 's3:ListBucket'],
  ],
  [
    'Norma: what is done by the clock',
    [...logs, ...files, ...schedules.actions, 'sqs:SendMessage', 'ses:SendEmail', secrets],
  ],
  ['Norma: looks into mailboxes', [...logs, ...pollMail.actions, secrets]],
  ['Norma: takes mail to addresses of ours', [...logs, ...takeMail.actions, 's3:GetObject']],
  ['Norma: publishes pipelines.yaml on deployment', [...logs, ...publishRules.actions]],
  ...consumers.map(({ name }): [string, string[]] => [
    `Norma: ${name}`,
    [
      ...logs,
      ...files,
      ...queue,
      secrets,
      ...new Set([...consumer.actions, ...(name === 'keep-words' ? wordRights.keep : [])]),
    ],
  ]),
])('%s may do this and nothing else', (description, actions) => {
  const allowed = new Set(statementsOf(roleOf(description)).flatMap(actionsIn))

  expect([...allowed].toSorted()).toEqual([...actions].toSorted())
})

test('e-mail is sent from the one identity that the deployment names, and by nobody but the clock', () => {
  const senders = policies.filter(({ Properties }) => JSON.stringify(Properties).includes('ses:'))
  const [sending] = senders
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement as Statement[])
    .filter((statement) => actionsIn(statement).includes('ses:SendEmail'))

  expect(senders).toHaveLength(1)
  expect(actionsIn(sending ?? { Effect: '', Action: [], Resource: [] })).toEqual(['ses:SendEmail'])
  expect(JSON.stringify(sending?.Resource)).toMatch(/":ses:".*":identity\/",\{"Ref":"MailIdentity"\}/)
})

test('no template and no configuration of a function holds a secret, and who may be told one may be told no other', () => {
  const whole = JSON.stringify(template)
  const told = policies
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement as Statement[])
    .filter((statement) => actionsIn(statement).includes(secrets))
    .map(({ Resource }) => JSON.stringify(Resource))

  expect(whole).not.toContain('{{resolve:')
  expect(functions.every(({ Properties }) => !('NORMA_SECRET' in (Properties.Environment?.Variables ?? {})))).toBe(true)
  expect(told.length).toBeGreaterThan(consumers.length)
  expect(
    new Set(
      told.map((resource) => /"Ref":"(\w+?)[0-9A-F]{8}"|"Ref":"(\w+Secret\w*)"/.exec(resource)?.slice(1).find(Boolean)),
    ),
  ).toEqual(new Set(['Secret', 'ClientSecretName', 'TelegramSecret']))
})

test('nobody may scan the table, change it or pass a role on', () => {
  const forbidden = /Scan|Table$|PartiQL|PassRole|\*/
  const all = policies
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement as Statement[])
    .flatMap(actionsIn)

  expect(all.filter((action) => forbidden.test(action))).toEqual([])
})

test('a star stands for objects of three buckets only: of what Lambda itself puts away, of files, and of mail that came', () => {
  const resources = policies.flatMap(({ Properties }) =>
    (Properties.PolicyDocument.Statement as Statement[]).flatMap(resourcesIn),
  )
  const starred = resources.filter((resource) => JSON.stringify(resource).includes('*'))

  const [mails = ''] = Object.keys(template.ofType('AWS::S3::Bucket')).filter((id) => id.startsWith('MailDoorBucket'))
  const objectsOf = (bucket: string) => JSON.stringify({ 'Fn::Join': ['', [{ 'Fn::GetAtt': [bucket, 'Arn'] }, '/*']] })
  expect(new Set(starred.map((one) => JSON.stringify(one)))).toEqual(
    new Set([objectsOf('FailedBatches'), objectsOf('Files'), objectsOf(mails)]),
  )
})

test('indexes are listed one by one and may be queried only', () => {
  const indexed = policies
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement as Statement[])
    .filter((statement) => JSON.stringify(statement.Resource).includes('/index/'))

  expect(indexed.length).toBeGreaterThan(0)
  for (const statement of indexed) {
    expect(actionsIn(statement)).toEqual(['dynamodb:Query'])
    expect(resourcesIn(statement).map((arn) => JSON.stringify(arn).match(/\/index\/(\w+)/)?.[1])).toEqual([
      'gsi1',
      'gsi2',
    ])
  }
})

test('no managed policy is attached and only services may take a role', () => {
  for (const { Properties } of Object.values(template.ofType('AWS::IAM::Role'))) {
    expect(Properties.ManagedPolicyArns).toBeUndefined()
    const [trust, ...others] = Properties.AssumeRolePolicyDocument.Statement
    expect(others).toEqual([])
    expect(trust.Principal.Service).toMatch(/^(lambda|scheduler)\.amazonaws\.com$/)
  }
})

test('between them they may send every kind of request the store makes, and no kind it does not make', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?:^|\/)store\/.*\.ts$/.test(file))
    .map((file) => readFileSync(`src/${file}`, 'utf8'))
  const made = new Set(sources.flatMap(actionsMadeBy))
  const allowed = new Set(Object.values(tableRights).flatMap(({ actions }): readonly string[] => actions))

  expect([...made].toSorted()).toEqual([...allowed].toSorted())
})

const actionOf: Readonly<Record<string, string>> = {
  GetCommand: 'GetItem',
  BatchGetCommand: 'BatchGetItem',
  BatchWriteCommand: 'BatchWriteItem',
  QueryCommand: 'Query',
  PutCommand: 'PutItem',
  UpdateCommand: 'UpdateItem',
  DeleteCommand: 'DeleteItem',
  'Put:': 'PutItem',
  'Update:': 'UpdateItem',
  'Delete:': 'DeleteItem',
  'ConditionCheck:': 'ConditionCheckItem',
}

/** Commands are made by `new`, writes of a transaction are keys of an object. */
function actionsMadeBy(source: string): readonly string[] {
  const commands = [...source.matchAll(/\bnew (\w+Command)\(/g)].map(([, command = '']) => command)
  const parts = [...source.matchAll(/\b(?:Put|Update|Delete|ConditionCheck):/g)].map(([part]) => part)
  return [...commands.filter((command) => command !== 'TransactWriteCommand'), ...parts].map((made) => {
    const action = actionOf[made]
    if (action === undefined) throw new Error(`No right is known for ${made}.`)
    return `dynamodb:${action}`
  })
}

function roleOf(description: string): string {
  const found = functions.find(({ Properties }) => Properties.Description === description)
  return found?.Properties.Role['Fn::GetAtt'][0]
}

function statementsOf(role: string): readonly Statement[] {
  return policies
    .filter(({ Properties }) => Properties.Roles.some((one: { Ref: string }) => one.Ref === role))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
}

function actionsIn({ Action }: Statement): readonly string[] {
  return [Action].flat()
}

function resourcesIn({ Resource }: Statement): readonly unknown[] {
  return [Resource].flat()
}
