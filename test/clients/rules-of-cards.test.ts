import { describe, expect, test } from 'vitest'

import { check } from '#config/check'
import { followOwner } from '#clients/usecases/follow-owner'
import { planAsText } from '#release/domain/plan-text'
import { planRelease } from '#release/domain/release-plan'
import { renamingOf } from '#domain/rules/renaming'
import type { Model } from '#schemas/model'
import { memoryWorld, type MemoryWorld } from '#product/memory-world'
import { aDoor, type Door } from '#test/support/http'
import { departments, employees } from '#test/support/world'

const textWith = (clients: string): string => `
version: 1
calendar: { timezone: Europe/Moscow, work_week: mon-fri, hours: 09:00-18:00 }
roles: { b2b_hunters: Hunters, b2c_team: Private, guard: Guard }
${clients}
stages:
  talk:
    name: Talk
    tasks:
      ring: { do: Call, by: owner, due: 1 working day }
  pay:
    name: Pay
    tasks: { check: { do: Check the money, by: owner, due: 1 working day } }
pipelines:
  sales: { name: Sales, stages: [talk, pay], won_after: pay }
new_deals:
  - { when: { client_type: person }, pipeline: sales, give_to: b2c_team }
  - { pipeline: sales, give_to: b2b_hunters }
outcomes:
  lost: { reasons: { price: Too expensive } }
  cancelled: { reasons: { refund: Money back } }
`

let world: MemoryWorld
let door: Door
/** Everybody may see everything and be shown numbers: what is hidden now is hidden by the file. */
const open = employees.map((one) => ({
  ...one,
  rights: {
    ...one.rights,
    clients_read: 'all',
    clients_edit: 'all',
    clients_contacts: 'all',
    deals_read: 'all',
    deals_edit: 'all',
  } as const,
}))

const faultsOf = (clients: string) =>
  check(textWith(clients)).diagnostics.filter(({ severity }) => severity === 'error')

const inForce = async (clients: string): Promise<void> => {
  world = await memoryWorld({ rules: textWith(clients), employees: open, departments })
  door = await aDoor(world)
}

describe('what is seen of a card', () => {
  const phone = '+7 495 000-11-22'
  let id: string

  const seenBy = async (as: string) => {
    const { body } = await door.get(`/clients/${id}`, { as })
    const shown = await door.ask('POST', `/clients/${id}/reveal`, { as, body: { way: 'w1' } })
    return [body.ways.map(({ text }: { text: string }) => text), body.contactsHidden ?? false, shown.status]
  }
  const made = async (clients: string, owner: string | null = 'anna') => {
    await inForce(clients)
    id = (await door.post('/clients', { kind: 'company', name: 'Aurora', owner, phone }, { as: 'helen' })).body.id
  }

  test('follows the rights as long as the file says nothing', async () => {
    await made('')

    expect(await seenBy('anna')).toEqual([['+74950001122'], false, 200])
    expect(await seenBy('andrew')).toEqual([['+7 ··· ···-··-22'], false, 200])
    expect(await seenBy('cyril')).toEqual([['+7 ··· ···-··-22'], false, 200])
  })

  test('is no more than the file lets be seen, whatever the rights: by the department, its heads, and others', async () => {
    await made('clients:\n  see:\n    contacts:\n      department: masked\n      others: no\n')

    expect(await seenBy('anna')).toEqual([['+74950001122'], false, 200])
    expect(await seenBy('andrew')).toEqual([['+7 ··· ···-··-22'], false, 200])
    expect(await seenBy('boris')).toEqual([['+7 ··· ···-··-22'], false, 200])
    expect(await seenBy('helen')).toEqual([['+7 ··· ···-··-22'], false, 200])
    expect(await seenBy('cyril')).toEqual([[], true, 403])
    expect(await seenBy('lena')).toEqual([[], true, 403])
    const listed = async (as: string) => (await door.get('/clients?owner=anna', { as })).body.items[0].contact
    expect([await listed('andrew'), await listed('cyril')]).toEqual(['+7 ··· ···-··-22', undefined])
  })

  test('may be masked even for whose client it is, and hidden from their own department', async () => {
    await made('clients:\n  see:\n    contacts:\n      owner: masked\n      department: no\n      others: no\n')

    expect(await seenBy('anna')).toEqual([['+7 ··· ···-··-22'], false, 200])
    expect(await seenBy('andrew')).toEqual([[], true, 403])
  })

  test('of nobody’s client is for whoever reaches everything', async () => {
    await made('clients:\n  see:\n    contacts:\n      department: no\n      others: no\n', null)

    expect(await seenBy('cyril')).toEqual([['+7 ··· ···-··-22'], false, 200])
  })

  test('is refused by the file where nobody at all would see it, and where a word is none', () => {
    const told = (lines: string) => faultsOf(`clients:\n  see:\n${lines}`).map(({ code }) => code)

    expect(told('    contacts: { owner: no, department: no, others: no }')).toEqual(['mask-without-reader'])
    expect(told('    contacts: { owner: no, department: no, others: masked }')).toEqual([])
    expect(told('    contacts: { department: always }')).toEqual(['unknown-value'])
    expect(told('    known: [guards]')).toEqual(['unknown-role'])
    expect(told('    known: [everybody, guard]\n    contacts: { others: no }')).toEqual([])
  })
})

describe('whose client somebody is told', () => {
  const told = async (known: string, as: string) => {
    await inForce(`clients:\n  see:\n    known: ${known}\n`)
    const { people } = world.ports
    const found = employees.filter(({ id }) => id === as)
    await Promise.all(found.map((one) => people.saveEmployee({ ...one, rights: { clients_read: 'own' } })))
    await door.post('/clients', { kind: 'company', name: 'Aurora', owner: 'anna', phone: '8 495 000 11 22' })
    await world.settle()
    return (await door.get('/search?q=%2B74950001122', { as })).body.knownBy
  }

  test.each([
    ['everybody', 'cyril', ['anna']],
    ['nobody', 'cyril', []],
    ['b2c_team', 'cyril', ['anna']],
    ['guard', 'cyril', []],
    ['[guard, owner_manager]', 'clara', ['anna']],
    ['owner_manager', 'cyril', []],
  ])('with “known: %s” to %s', async (known, as, expected) => {
    expect(await told(known, as)).toEqual(expected)
  })
})

describe('what a lead is recognised by', () => {
  const lead = (client: object) => door.post('/deals', { title: 'Lead', client, fields: { client_type: 'company' } })
  const cardsAfter = async (clients: string, leads: readonly object[]) => {
    await inForce(clients)
    for (const one of leads) await lead(one)
    await world.settle()
    const { items } = (await door.get('/clients', { as: 'helen' })).body
    const pairs = (await door.get('/client-duplicates', { as: 'helen' })).body.items
    return [items.length, pairs.map(({ is }: { is: string }) => is)]
  }
  const byPhone = [
    { name: 'ООО Ромашка', phone: '+7 495 000-11-22' },
    { name: 'ООО «Ромашка»', phone: '8 495 000 11 22' },
  ]
  const byMail = [
    { name: 'ООО Ромашка', email: 'one@romashka.example' },
    { name: 'ООО «Ромашка»', email: 'one@romashka.example' },
  ]

  test('is a number or an address, the names agreeing, as long as the file says nothing', async () => {
    expect(await cardsAfter('', byPhone)).toEqual([1, []])
    expect(await cardsAfter('', byMail)).toEqual([1, []])
  })

  test('is what the file names; by the rest two cards are proposed', async () => {
    const rules = 'clients:\n  duplicates:\n    link:\n      - inn\n      - phone with name\n'

    expect(await cardsAfter(rules, byPhone)).toEqual([1, []])
    expect(await cardsAfter(rules, byMail)).toEqual([2, ['same']])
    expect(await cardsAfter('clients:\n  duplicates:\n    link: nothing\n', byPhone)).toEqual([2, ['same']])
  })

  test('is no number without a name where the file does not let numbers recognise anybody', async () => {
    const rules = 'clients:\n  duplicates:\n    link: inn\n'
    const leads = [{ name: 'ООО Ромашка', phone: '+7 495 000-11-22' }, { phone: '8 495 000 11 22' }]

    expect((await cardsAfter('', leads))[0]).toBe(1)
    expect((await cardsAfter(rules, leads))[0]).toBe(2)
  })

  test('is proposed from as much as the file says, and a number of several names is none by its own count', async () => {
    const likely = 'clients:\n  duplicates:\n    link: nothing\n    propose:\n      from: 30\n'
    const shared = [{ name: 'ООО Василёк', phone: '8 495 000 11 22' }, ...byPhone]

    expect(await cardsAfter(likely, byPhone)).toEqual([2, ['same']])
    expect((await cardsAfter('', shared))[0]).toBe(2)
    expect((await cardsAfter('clients:\n  duplicates:\n    shared_number: 1\n', shared))[0]).toBe(3)
  })

  test('is refused where it is too little, or no number that makes sense', () => {
    const told = (lines: string) =>
      faultsOf(`clients:\n  duplicates:\n${lines}`).map(({ code, help }) => `${code} ${help ?? ''}`)

    expect(told('    link: [inn, email]')).toEqual(['duplicates-link-too-wide Write “email with name”.'])
    expect(told('    link: name')).toEqual(['duplicates-link-too-wide Write “inn”.'])
    expect(told('    link: [phone with names]')).toEqual([expect.stringContaining('phone with name')])
    expect(told('    propose: { from: 2 }\n    shared_number: 9')).toEqual([
      'unknown-value Write “from: 6”.',
      'unknown-value Write “shared_number: 3”.',
    ])
  })
})

describe('a number that does not say its country', () => {
  const typed = '8 029 123-45-67'
  const madeIn = async (clients: string) => {
    await inForce(clients)
    await door.post('/deals', { title: 'Lead', client: { name: 'Ирина Савельева', phone: typed } })
    await world.settle()
    const [row] = (await door.get('/clients', { as: 'helen' })).body.items
    const { ways, unread } = (await world.ports.clients.find(row.id))?.personal ?? {}
    const found = (await door.get(`/search?q=${encodeURIComponent(typed)}`)).body.groups
    return [ways?.map(({ text }) => text), unread, found.flatMap(({ items }: { items: object[] }) => items).length > 0]
  }

  test('is dialled in the home of the file, on cards, in forms, in the search and in the file itself', async () => {
    const own = `clients:\n  home: BY\ncalls:\n  not_clients: ["${typed}"]`

    expect(await madeIn(own)).toEqual([['+375291234567'], undefined, true])
    expect(check(textWith(own)).model?.calls?.notClients).toEqual(['+375291234567'])
    expect(await madeIn('')).toEqual([[], [typed], false])
    const { id } = (await door.post('/clients', { kind: 'person', name: 'Anna', owner: 'anna' })).body
    const way = { kind: 'phone', text: typed }
    expect((await door.post(`/clients/${id}/ways`, way)).status).toBe(422)
  })

  test('names a country that there is', () => {
    expect(faultsOf('clients:\n  home: Belarus').map(({ code }) => code)).toEqual(['unknown-value'])
  })
})

describe('whose a client is when their deal changes hands', () => {
  const given = async (clients: string) => {
    await inForce(clients)
    const { body } = await door.post('/deals', {
      title: 'Grinder',
      client: { name: 'ООО Ромашка', phone: '+7 495 000-11-22' },
    })
    await world.settle()
    const card = async () => (await door.get(`/clients/${body.links[0].client}`, { as: 'helen' })).body.owner
    const first = await card()
    const to = first === 'anna' ? 'andrew' : 'anna'
    await door.ask('PUT', `/deals/${body.id}/owner`, {
      body: { owner: to },
      headers: { 'if-match': '*' },
      as: 'helen',
    })
    await world.settle()
    return { first, to, card, deal: body.id as string }
  }

  test('they stay with whoever had their first deal', async () => {
    const { first, card } = await given('')

    expect(await card()).toBe(first)
  })

  test('they go along where the file says so, however often the event comes, and not from a third person', async () => {
    const { first, to, card, deal } = await given('clients:\n  owner: follows_deal\n')
    expect(await card()).toBe(to)

    const events = world.history().filter(({ name, detail }) => name === 'deal.owner_changed' && detail.dealId === deal)
    expect(events).toHaveLength(1)
    for (const event of events) await followOwner(world.ports, event)
    expect(await card()).toBe(to)
    const { body } = await door.get('/clients?owner=' + to, { as: 'helen' })
    await door.ask('PATCH', `/clients/${body.items[0].id}`, {
      body: { owner: 'cyril' },
      headers: { 'if-match': '*' },
      as: 'helen',
    })
    for (const event of events) await followOwner(world.ports, event)
    expect([first, await card()]).toEqual([first, 'cyril'])
  })
})

describe('a plan', () => {
  const modelOf = (clients: string): Model => {
    const { model, diagnostics } = check(textWith(clients))
    if (model === undefined) throw new Error(JSON.stringify(diagnostics))
    return model
  }
  const planOf = (before: Model, after: Model) =>
    planRelease(
      {
        from: 1,
        before,
        after,
        renamed: renamingOf(before, after, 2),
        renamings: [],
        hash: 'x',
        isSame: false,
        now: [],
      },
      {
        at: '2026-12-01T07:00:00.000Z',
        deals: [],
        tasks: [],
        org: { employees: Object.fromEntries(employees.map((one) => [one.id, one])), departments: {} },
        holding: {},
        models: new Map(),
      },
    )

  test('warns of a consent that says something else under the version it had', () => {
    const of = (text: string, version: string) =>
      modelOf(`consents:\n  letters: { name: Letters, text: "${text}", version: "${version}", for: mail }\n`)
    const long = 'We may write to you. '.repeat(10)
    const found = (before: ReturnType<typeof of>, after: ReturnType<typeof of>) =>
      planOf(before, after).warnings.filter(({ code }) => code === 'consent-text-changed')

    expect(found(of(long, '1'), of(`${long}And call.`, '1')).map(({ key, names }) => [key, names])).toEqual([
      ['consents.letters.text', { consent: 'letters', name: 'Letters', version: '1' }],
    ])
    expect(found(of(long, '1'), of(`${long}And call.`, '2'))).toEqual([])
    expect(found(of(long, '1'), of(long, '1'))).toEqual([])
  })

  test('tells what changes of clients, and that nobody would hear an alarm', () => {
    const before = modelOf('clients:\n  see:\n    contacts: { others: masked }\n  roles: { payer: { of: company } }\n')
    const after = modelOf(
      [
        'clients:',
        '  owner: follows_deal',
        '  see:',
        '    contacts: { others: no }',
        '  duplicates: { link: [inn] }',
        '  reading: { budgets: [{ who: guard, cards: 9 }], alarm: [guard, b2c_team] }',
        'consents:',
        '  letters: { name: Letters, text: We may write to you., version: "1", for: mail }',
      ].join('\n'),
    )
    const plan = planOf(before, after)

    expect(plan.warnings.map(({ code, names }) => [code, names['role']])).toContainEqual(['alarm-role-empty', 'guard'])
    expect(
      plan.atOnce
        .filter(({ code }) => code.startsWith('client-'))
        .map(({ code, key, from, to }) => [code, key, from, to]),
    ).toEqual([
      ['client-removed', 'clients.roles.payer', undefined, undefined],
      ['client-changed', 'clients.owner', null, 'follows_deal'],
      ['client-changed', 'clients.see.contacts', 'others: masked', 'others: no'],
      ['client-added', 'clients.duplicates', undefined, undefined],
      ['client-added', 'clients.reading', undefined, undefined],
      ['client-added', 'consents.letters', undefined, undefined],
    ])
    const told = planAsText(plan, { file: 'next.yaml', lang: 'ru' })
    expect(told).toContain('в роли guard никого нет, а ей сообщать, если кто-то смотрит слишком много чужих клиентов')
    expect(told).toContain('clients.roles.payer')
    expect(planAsText(plan, { file: 'next.yaml', lang: 'en' })).toContain('nobody is in the role guard')
  })
})
