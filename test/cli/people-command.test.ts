import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { startNorma } from '#local/norma'
import { runBeside } from '#test/support/run-norma'
import { useFolder } from '#test/support/temporary-folder'

const folder = useFolder()

test('the right to change people comes back when nobody has it, and is given to nobody beside somebody who has', async () => {
  const dataDir = folder.path('data')
  const rulesText = readFileSync('pipelines.yaml', 'utf8')
  const norma = await startNorma({ dataDir, port: 0, rulesText, log: () => undefined })
  try {
    const first = await runBeside(['people', 'rescue', '--data', dataDir])
    const { admin } = (await norma.ports.people.load()).employees
    if (admin === undefined) throw new Error('A new company has its founder.')
    await norma.ports.people.saveEmployee({ ...admin, active: false })
    await norma.ports.people.saveEmployee({ ...admin, id: 'anna', name: 'Anna', rights: {} })
    const unknown = await runBeside(['people', 'rescue', '--as', 'nobody', '--data', dataDir])
    const second = await runBeside(['people', 'rescue', '--as', 'anna', '--data', dataDir, '--lang', 'ru'])
    const { employees } = await norma.ports.people.load()
    const invited = await runBeside(['people', 'invite', 'anna', '--data', dataDir])

    expect([invited.code, invited.out]).toEqual([0, expect.stringContaining(`${norma.address}/app/invitation/anna~`)])
    expect([first.code, first.out]).toEqual([
      0,
      'Nothing was changed: admin may change everybody (people_edit: all).\n',
    ])
    expect([unknown.code, unknown.err]).toEqual([2, 'norma: There is no employee “nobody”. There are: admin, anna.\n'])
    expect([second.code, second.out]).toEqual([
      0,
      '«anna» снова работает и может менять всех сотрудников (people_edit: all).\n',
    ])
    expect(employees['anna']).toMatchObject({ active: true, rights: { people_edit: 'all' } })
    expect(employees['admin']).toMatchObject({ active: false })
  } finally {
    await norma.stop()
  }
}, 60_000)

test('nobody is sent a link to a company in which everybody chooses who to be', async () => {
  const dataDir = folder.path('demo')
  const rulesText = readFileSync('pipelines.yaml', 'utf8')
  const norma = await startNorma({ dataDir, port: 0, rulesText, demo: true, log: () => undefined })
  try {
    const { code, err } = await runBeside(['people', 'invite', 'admin', '--data', dataDir])

    expect([code, err]).toEqual([2, expect.stringContaining(`${norma.address}/app/sign-in`)])
    expect((await norma.ports.entry.find('admin')).invitation).toBeUndefined()
  } finally {
    await norma.stop()
  }
}, 60_000)
