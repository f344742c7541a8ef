import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import {
  DeleteTableCommand,
  DynamoDBClient,
  UpdateTableCommand,
  waitUntilTableNotExists,
} from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'

import { keys } from '#store/people/keys'

import { walkDeal } from '#test/functions/walk-deal'

import { asked } from './asked'

const cli = 'aws-cdk@2.1148.1'
const flag = 'i-pay-for-this'
const usage = `npm run smoke:aws -- --${flag} --issuer https://… --audience … --employee SUB --token JWT

Deploys Norma to a stage of its own in your AWS account, walks a deal through it and takes the stage away again.
The token must be one of the issuer, for the audience, and its “sub” the employee named.
Nobody has run this on real AWS yet: whatever it shows, you are the first to see it.`

const { options } = asked({
  usage,
  options: { [flag]: 'flag', issuer: 'value', audience: 'value', employee: 'value', token: 'value' },
})
const { issuer = '', audience = '', employee = '', token = '' } = options
const given = { issuer, audience, employee, token }
const mayCost = options[flag] === true

const objection = objectionTo()
if (objection !== undefined) {
  console.error(`${objection}\n\n${usage}`)
  process.exitCode = 2
} else {
  console.log(
    'This has not been run on real AWS by its authors. It creates resources that cost money until they are gone.',
  )
  await smoke(`smoke-${Date.now().toString(36)}`)
}

function objectionTo(): string | undefined {
  const isKnown = ['AWS_ACCESS_KEY_ID', 'AWS_PROFILE', 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI'].some(
    (name) => process.env[name],
  )
  if (!isKnown)
    return 'There are no AWS credentials here: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and what belongs to it.'
  if (process.env['AWS_REGION'] === undefined) return 'No region is named: set AWS_REGION.'
  if (!mayCost) return `This deploys to your account and costs money: say so with --${flag}.`
  const missing = (['issuer', 'audience', 'employee', 'token'] as const).filter((name) => given[name] === '')
  return missing.length === 0 ? undefined : `Missing: ${missing.map((name) => `--${name}`).join(', ')}.`
}

async function smoke(stage: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'norma-smoke-'))
  const outputs = join(folder, 'outputs.json')
  let tableName: string | undefined
  try {
    const parameters = ['--parameters', `Issuer=${given.issuer}`, '--parameters', `Audience=${given.audience}`]
    cdk([
      'deploy',
      '--context',
      `stage=${stage}`,
      '--require-approval',
      'never',
      '--outputs-file',
      outputs,
      ...parameters,
    ])
    const { Url, TableName } = outputsIn(outputs, stage)
    tableName = TableName
    await hire(TableName, given.employee)
    await walkDeal({ address: Url, token: given.token, employee: given.employee }, (line) => console.log(`  ${line}`))
    console.log('Everything was as it should be.')
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
    await takeAway(stage, tableName)
  }
}

function outputsIn(file: string, stage: string): { readonly Url: string; readonly TableName: string } {
  const all = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { Url?: string; TableName?: string }>
  const { Url, TableName } = all[`norma-${stage}`] ?? {}
  if (Url === undefined || TableName === undefined)
    throw new Error('The deployment named neither its address nor its table.')
  return { Url, TableName }
}

/** Somebody must be there before the API lets anybody in. */
async function hire(table: string, id: string): Promise<void> {
  const document = DynamoDBDocumentClient.from(new DynamoDBClient({}))
  const rights = { deals_read: 'all', deals_edit: 'all', plan_read: 'all', people_edit: 'all' }
  const employee = { id, name: 'Smoke test', department: null, roles: [], active: true, rights }
  await document.send(new PutCommand({ TableName: table, Item: { ...keys.employee(id), employee } }))
}

/** The table is protected and outlives the stack on purpose; that of a smoke test is taken away all the same. */
async function takeAway(stage: string, table: string | undefined): Promise<void> {
  try {
    cdk(['destroy', '--context', `stage=${stage}`, '--force'])
    if (table !== undefined) await deleteTable(table)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
  console.log(
    `Kept by design, to be deleted by you: the bucket of failed batches and the secret of the stack norma-${stage}`,
  )
  console.log(table === undefined ? 'and, if the deployment got that far, its table.' : '(its table is deleted).')
}

async function deleteTable(TableName: string): Promise<void> {
  const client = new DynamoDBClient({})
  await client.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: false }))
  await client.send(new DeleteTableCommand({ TableName }))
  await waitUntilTableNotExists({ client, maxWaitTime: 300 }, { TableName })
}

function cdk(args: readonly string[]): void {
  const run = spawnSync('npx', ['--yes', cli, ...args], { stdio: 'inherit' })
  if (run.status !== 0) throw new Error(`cdk ${args[0]} ended with ${run.status ?? run.signal}.`)
}
