import { beforeAll, describe, expect, test } from 'vitest'

import { useEngine } from '#test/support/engine'
import { aDoor, type Door } from '#test/support/http'
import { aWorld } from '#test/support/world'

const engine = useEngine()
let door: Door

beforeAll(async () => {
  door = await aDoor(await aWorld(engine))
})

const aLead = async (): Promise<string> => {
  const fields = { client_type: 'company', repeat_client: false }
  const { body } = await door.post('/deals', { title: 'A call', pipeline: 'b2b_new', owner: 'anna', fields })
  return String(body.id)
}

describe('the first reply', () => {
  test('is kept with who gave it, how, and how long the client waited', async () => {
    const { status, body } = await door.post(`/deals/${await aLead()}/reply`, { by: 'anna', channel: 'phone' })

    expect(status).toBe(200)
    expect(body).toMatchObject({
      version: 2,
      firstReply: { by: 'anna', channel: 'phone', isInTime: true, workingSeconds: 0, wallSeconds: 0 },
    })
  })

  test('of somebody who does not work here is refused', async () => {
    const { status, body } = await door.post(`/deals/${await aLead()}/reply`, { by: 'nobody' })

    expect([status, body.code]).toEqual([422, 'employee_unknown'])
    expect(body.detail).toBe('There is no employee “nobody”.')
  })

  test('is told only by those who may change the deal', async () => {
    const { status, body } = await door.post(`/deals/${await aLead()}/reply`, {}, { as: 'cyril' })

    expect([status, body.code]).toEqual([404, 'deal_unknown'])
  })
})
