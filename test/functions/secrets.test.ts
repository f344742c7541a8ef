import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { addressOf, listening } from './deployed'

type Said = { readonly status: number; readonly body: string }

const said: Said[] = []
const asked: { readonly id: string; readonly authorization: string }[] = []
const told = (secret: string): Said => ({ status: 200, body: JSON.stringify({ SecretString: secret }) })
const refused = (kind: string, status = 400): Said => ({
  status,
  body: JSON.stringify({ __type: kind, Message: 'arn:aws:iam::1:role/x may not' }),
})

const server = await listening((request, body) => {
  asked.push({ id: JSON.parse(body).SecretId, authorization: request.headers.authorization ?? '' })
  return said.shift() ?? refused('NothingLeft')
})

beforeEach(() => {
  vi.resetModules()
  asked.length = 0
  said.length = 0
  const environment = {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'key',
    AWS_SECRET_ACCESS_KEY: 'other',
    AWS_ENDPOINT_URL_SECRETS_MANAGER: addressOf(server),
    NORMA_SECRET_ID: 'norma-secret',
  }
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
})
afterEach(() => void vi.unstubAllEnvs())

const ofFunction = async () => (await import('#functions/secret-named')).secretNamed('NORMA_SECRET_ID')

test('a secret is asked for when it is needed, signed, and once however many need it', async () => {
  const secret = await ofFunction()
  expect(asked).toEqual([])
  said.push(told('s3cret'))

  expect(await Promise.all([secret(), secret()])).toEqual(['s3cret', 's3cret'])
  expect(await secret()).toBe('s3cret')
  expect(asked).toEqual([
    {
      id: 'norma-secret',
      authorization: expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=key\/\d+\/eu-central-1\/secretsmanager\//),
    },
  ])
})

test.each([
  ['breaks off', refused('InternalServiceError', 500)],
  ['asks to be left alone for a moment', refused('ThrottlingException')],
])('one that %s is asked again', async (_, first) => {
  said.push(first, told('s3cret'))

  expect(await (await ofFunction())()).toBe('s3cret')
  expect(asked).toHaveLength(2)
})

test('a no is told by its kind alone, and whoever needs it next asks anew', async () => {
  const secret = await ofFunction()
  said.push(refused('AccessDeniedException'))

  await expect(secret()).rejects.toThrow(/^The secret norma-secret was not told: 400 AccessDeniedException$/)
  said.push(told('s3cret'))
  expect(await secret()).toBe('s3cret')
})

test.each([
  ['nothing', { status: 200, body: '{}' }],
  ['bytes', { status: 200, body: '{"SecretBinary":"AAAA"}' }],
])('one that holds %s is none', async (_, answer) => {
  said.push(answer)

  await expect((await ofFunction())()).rejects.toThrow('The secret norma-secret holds no text.')
})

test('three attempts are enough', async () => {
  said.push(...Array.from({ length: 4 }, () => refused('InternalServiceError', 503)))

  await expect((await ofFunction())()).rejects.toThrow('503 InternalServiceError')
  expect(asked).toHaveLength(3)
})
