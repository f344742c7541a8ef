import { beforeEach, describe, expect, test } from 'vitest'

import { systemCaller } from '#domain/kernel/access'
import type { Employee } from '#schemas/people'
import { useEngine } from '#test/support/engine'
import { aDoor, type Door } from '#test/support/http'
import { aWorld, type World } from '#test/support/world'
import { saveEmployee } from '#usecases/people/save-employee'

const engine = useEngine()
let world: World
let door: Door

beforeEach(async () => {
  world = await aWorld(engine)
  door = await aDoor(world)
})

const helen = async (): Promise<Employee> => {
  const found = (await world.ports.people.load()).employees['helen']
  if (found === undefined) throw new Error('Helen may do everything in the test company.')
  return found
}
const put = async ({ id, ...body }: Employee) => {
  const tag = (await door.get(`/employees/${id}`)).headers.get('etag')
  return door.ask('PUT', `/employees/${id}`, { body, ...(tag === null ? {} : { headers: { 'if-match': tag } }) })
}

describe('the last one who may change everybody', () => {
  test.each([
    ['does not leave', (one: Employee): Employee => ({ ...one, active: false })],
    [
      'keeps the right',
      ({ rights, ...one }: Employee): Employee => ({ ...one, rights: { ...rights, people_edit: 'none' } }),
    ],
    [
      'keeps it whole',
      ({ rights, ...one }: Employee): Employee => ({ ...one, rights: { ...rights, people_edit: 'own' } }),
    ],
    ['keeps rights at all', (one: Employee): Employee => ({ ...one, rights: {} })],
  ])('%s', async (_, change) => {
    const before = await helen()

    const reply = await put(change(before))

    expect([reply.status, reply.body.code]).toEqual([409, 'last_people_editor'])
    expect(reply.body.detail).toContain('“Helen”')
    expect(await helen()).toEqual(before)
  })

  test('may change in any other way', async () => {
    const reply = await put({ ...(await helen()), name: 'Helen of Norma' })

    expect(reply.status).toBe(200)
  })

  test('may go once somebody else has the right, and is not the last any more', async () => {
    await put({
      id: 'grace',
      name: 'Grace',
      department: 'b2b',
      roles: [],
      active: true,
      rights: { people_edit: 'all' },
    })
    const gone = await put({ ...(await helen()), active: false })
    const reply = await door.ask('PUT', '/employees/grace', {
      as: 'grace',
      headers: { 'if-match': '*' },
      body: { name: 'Grace', department: 'b2b', roles: [], active: false },
    })

    expect([gone.status, reply.status]).toEqual([200, 409])
  })

  test('of two who take the right from each other at once, one keeps it', async () => {
    const caller = systemCaller('system', 'test')
    const first = await helen()
    const second: Employee = { ...first, id: 'grace', name: 'Grace' }
    await world.ports.people.saveEmployee(second)

    for (let round = 0; round < 5; round += 1) {
      const tries = await Promise.allSettled(
        [first, second].map((one) => saveEmployee(world.ports, caller, { ...one, active: false })),
      )
      const { employees } = await world.ports.people.load()
      const left = Object.values(employees).filter(({ active, rights }) => active && rights?.people_edit === 'all')

      expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      expect(left).toHaveLength(1)
      await Promise.all([first, second].map((one) => world.ports.people.saveEmployee(one)))
    }
  })
})
