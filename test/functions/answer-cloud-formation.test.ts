import type { CloudFormationCustomResourceEvent } from 'aws-lambda'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { answerCloudFormation } from '#functions/answer-cloud-formation'

const asked = {
  RequestType: 'Create',
  ResponseURL: 'https://answers.example/1',
  StackId: 's',
  RequestId: 'q',
  LogicalResourceId: 'r',
} as CloudFormationCustomResourceEvent

beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue())
afterEach(() => void vi.restoreAllMocks())

test('a refusal of the rules fails the deployment and says why', async () => {
  const send = vi.fn<typeof fetch>().mockResolvedValue(new Response())

  await answerCloudFormation(asked, () => Promise.reject(new Error('The rules have 3 faults.')), send)

  const [address, request] = send.mock.calls[0] ?? []
  expect(address).toBe('https://answers.example/1')
  expect(request).toMatchObject({ method: 'PUT', headers: { 'content-type': '' } })
  expect(JSON.parse(request?.body as string)).toEqual({
    Status: 'FAILED',
    Reason: 'The rules have 3 faults.',
    PhysicalResourceId: 'published-rules',
    StackId: 's',
    RequestId: 'q',
    LogicalResourceId: 'r',
  })
})

test('an answer that CloudFormation does not take is a fault, because the deployment goes on waiting', async () => {
  const send = vi.fn<typeof fetch>().mockResolvedValue(new Response('', { status: 403 }))

  const answered = answerCloudFormation(asked, () => Promise.resolve({ version: 1 }), send)

  await expect(answered).rejects.toThrow('403')
})
