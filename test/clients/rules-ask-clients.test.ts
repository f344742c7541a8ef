import { beforeEach, describe, expect, test } from 'vitest'

import { check } from '#config/check'
import { filledText } from '#domain/rules/task-text'
import { memoryWorld, type MemoryWorld } from '#product/memory-world'
import { aDoor, type Door } from '#test/support/http'
import { departments, employees } from '#test/support/world'

const text = `
version: 1
calendar: { timezone: Europe/Moscow, work_week: mon-fri, hours: 09:00-18:00 }
roles: { head_of_sales: Head of sales, b2b_hunters: Hunters, lawyer: Lawyer }
clients:
  kinds:
    company:
      fields:
        segment: { name: Segment, type: choice, options: { small: Small business, large: Large business } }
    person:
      fields:
        birthday: { type: date, personal: yes }
  roles:
    contact: { name: Contact, of: person }
    payer: { name: Payer, of: company, most: 1 }
stages:
  talk:
    name: Talk
    tasks:
      ring: { do: "Call {client.contact.name} of {client.name}", by: owner, due: 1 working day }
      audit: { do: "Check a {client.segment} client", by: lawyer, due: 2 working days, when: { client.segment: large } }
    gate: { filled: [client.payer.name], must: { client.payer.segment: not small } }
  pay:
    name: Pay
    tasks: { check: { do: Check the money, by: owner, due: 1 working day } }
pipelines:
  key_accounts: { name: Key accounts, stages: [talk, pay], won_after: pay }
  private: { name: Private, stages: [talk, pay], won_after: pay }
  sales: { name: Sales, stages: [talk, pay], won_after: pay }
new_deals:
  - { when: { client.segment: large }, pipeline: key_accounts, give_to: head_of_sales }
  - { when: { client_type: person }, pipeline: private, give_to: b2b_hunters }
  - { pipeline: sales, give_to: b2b_hunters }
automation:
  welcome_large:
    on: deal_created
    when: { client.segment: large }
    do:
      - add_task: { do: "Send {client.name} a letter", by: owner, due: 1 working day, optional: yes }
      - add_task: { do: Never, by: owner, due: 1 working day, when: { client.segment: small } }
outcomes:
  lost: { reasons: { price: Too expensive } }
  cancelled: { reasons: { refund: Money back } }
`

describe('rules that ask clients', () => {
  let world: MemoryWorld
  let door: Door
  beforeEach(async () => {
    world = await memoryWorld({ rules: text, employees, departments })
    door = await aDoor(world)
  })

  const asHelen = { as: 'helen' }
  const made = async (body: object): Promise<string> => (await door.post('/clients', body, asHelen)).body.id as string
  const link = (deal: string, client: string, role: string) =>
    door.post(`/deals/${deal}/clients`, { client, role }, asHelen)
  const change = (client: string, body: object) =>
    door.ask('PATCH', `/clients/${client}`, { ...asHelen, body, headers: { 'if-match': '*' } })
  const come = async (body: object) => (await door.post('/deals', { title: 'Machines', ...body }, asHelen)).body
  const tasksOf = async (deal: string): Promise<readonly { do: string; status: string }[]> =>
    (await door.get(`/deals/${deal}/tasks`, asHelen)).body.items
  const openIn = async (deal: string) =>
    (await tasksOf(deal)).filter(({ status }) => status === 'open').map((task) => task.do)

  test('give a new deal by what is known of a client who has come before, and add what rules add for such', async () => {
    const large = await made({ kind: 'company', name: 'ООО Аврора', owner: 'helen', fields: { segment: 'large' } })
    await door.post(`/clients/${large}/ways`, { kind: 'phone', text: '+7 495 012-34-56' }, asHelen)

    const known = await come({ client: { name: 'Аврора', phone: '8 (495) 012-34-56' } })
    const unknown = await come({ client: { name: 'ООО Борей', phone: '8 (495) 012-34-57' } })
    await world.settle()

    expect(known).toMatchObject({ pipeline: 'key_accounts', fields: { client_type: 'company', repeat_client: false } })
    expect(unknown.pipeline).toBe('sales')
    expect(await openIn(known.id)).toEqual(expect.arrayContaining(['Send ООО Аврора a letter']))
    expect(await openIn(known.id)).not.toContain('Never')
    expect(await openIn(unknown.id)).toEqual(['Call … of ООО Борей'])
  })

  test('open a task by a field of the card, close it when the card says otherwise, and open it again', async () => {
    const company = await made({ kind: 'company', name: 'Aurora', owner: 'helen', fields: { segment: 'small' } })
    const deal = await come({ pipeline: 'sales', owner: 'helen' })
    await link(deal.id, company, 'client')
    await world.settle()
    const before = await openIn(deal.id)
    await change(company, { fields: { segment: 'large' } })
    await world.settle()
    const during = await openIn(deal.id)
    const missing = (await door.get(`/deals/${deal.id}`, asHelen)).body.gate.missing.tasks
    await change(company, { fields: { segment: 'small' } })
    await world.settle()
    const after = await openIn(deal.id)
    await change(company, { fields: { segment: 'large' } })
    await world.settle()

    expect(before).toEqual(['Call … of Aurora'])
    expect(during).toEqual(['Check a Large business client', 'Call … of Aurora'].toSorted(byDue(during)))
    expect(missing.map((one: { do: string }) => one.do)).toContain('Check a Large business client')
    expect(after).toEqual(before)
    expect(await openIn(deal.id)).toHaveLength(2)
  })

  test('name clients in texts where they are read, and nowhere where they are kept', async () => {
    const person = await made({ kind: 'person', name: 'Ivan Markednyi', owner: 'helen' })
    const deal = await come({ pipeline: 'sales', owner: 'helen', client: { name: 'ООО Аврора' } })
    await link(deal.id, person, 'contact')
    await world.settle()
    const kept = JSON.stringify(await world.ports.deals.tasksOf(deal.id))
    const told = JSON.stringify(world.history())
    const stopped = await door.post(`/deals/${deal.id}/moves`, { toStage: 'pay' }, asHelen)
    const listed = await door.get('/tasks?assignee=helen', asHelen)
    await change(person, { name: 'Ivan Renamed' })

    expect(await openIn(deal.id)).toEqual(['Call Ivan Renamed of ООО Аврора'])
    expect(listed.body.items.map((task: { do: string }) => task.do)).toContain('Call Ivan Markednyi of ООО Аврора')
    expect(stopped.body.detail).toContain('Call Ivan Markednyi of ООО Аврора')
    expect(kept).toContain('Call {client.contact.name} of {client.name}')
    expect(kept + told).not.toContain('Markednyi')
  })

  test('say of who buys what the card says, and let nobody write it otherwise', async () => {
    const first = await come({
      client: { name: 'ООО Аврора', phone: '+7 495 012-34-56' },
      pipeline: 'sales',
      owner: 'helen',
    })
    const bought = await world.ports.deals.find(first.id)
    const person = await made({ kind: 'person', name: 'Olga', owner: 'helen' })
    const [wrong, same] = await Promise.all([
      door.ask('PATCH', `/deals/${first.id}`, {
        ...asHelen,
        headers: { 'if-match': '*' },
        body: { fields: { client_type: 'person' } },
      }),
      door.ask('PATCH', `/deals/${first.id}`, {
        ...asHelen,
        headers: { 'if-match': '*' },
        body: { fields: { client_type: 'company' } },
      }),
    ])
    const linked = await link(first.id, person, 'client')
    const foreign = await come({
      client: { name: 'ООО Аврора', phone: '+7 495 012-34-56' },
      fields: { client_type: 'person' },
    })

    expect(bought?.fields).toMatchObject({ client_type: 'company', repeat_client: false })
    expect([wrong.status, wrong.body.code, same.status]).toEqual([422, 'field_value', 200])
    expect(linked.body.fields).toMatchObject({ client_type: 'person' })
    expect(foreign).toMatchObject({ pipeline: 'sales', fields: { client_type: 'company' } })
  })
})

const byDue = (order: readonly string[]) => (one: string, other: string) => order.indexOf(one) - order.indexOf(other)

test('the file that asks clients everywhere has no fault', () => {
  expect(check(text).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
})

test('a text tells nothing that is personal, whoever wrote it into a task', () => {
  const { model } = check(text)

  expect(
    filledText(
      'Call {client.contact.phone}, born {client.contact.birthday}',
      { 'client.contact.phone': '+7 495 012-34-56', 'client.contact.birthday': '1990-05-01' },
      model?.clients,
    ),
  ).toBe('Call …, born …')
})
