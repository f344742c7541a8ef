import { createHash } from 'node:crypto'

import { beforeEach, describe, expect, test } from 'vitest'

import { consentMeant } from '#channels/domain/consent-meant'
import { restoreRequest } from '#channels/usecases/restore-request'
import type { Request } from '#channels/domain/request'
import type { ConsentKind } from '#schemas/clients/client-rules'
import type { Deal } from '#schemas/deal'
import { aWorldInMemory, type World } from '#test/support/world'

import { channelScene, type ChannelScene } from './channel-scene'
import { requestOf } from './provider-bodies'
import { sampleIn, sequences } from './samples'
import { plainRules } from '#test/support/steady-rules'

const rules = `${plainRules()}
consents:
  personal_data: { text: I agree to be kept., version: 2026-09-01, required: yes, for: [mail, messenger] }
  news: { text: I agree to be written to., version: 3, for: mail }
channels:
  site: { kind: form, name: Forms of the site }
intake:
  same_client_within: 30 calendar days
  lines:
    - when: { channel: site, form: vacancy }
      becomes: nothing
    - becomes: deal
      by: head_of_sales
      answer: 1 working hour
`

let world: World
let scene: ChannelScene

beforeEach(async () => {
  world = await aWorldInMemory({ text: rules, now: '2026-12-01T07:00:00.000Z' })
  const helen = (await world.ports.people.load()).employees['helen']
  if (helen === undefined) throw new Error('Helen works here.')
  await world.ports.people.saveEmployee({ ...helen, rights: { ...helen.rights, channels_edit: 'all' } })
  scene = await channelScene(world)
  for (const id of ['site-main', 'tilda-main', 'vk-main']) {
    const kept = await scene.ports.integrations.find(id)
    if (kept !== undefined) await scene.ports.integrations.save({ ...kept, lines: { '*': 'site' }, rev: kept.rev + 1 })
  }
})

const dealsOf = async (): Promise<readonly Deal[]> => {
  const { employees } = await scene.ports.people.load()
  const pages = await Promise.all(
    Object.keys(employees).map((owner) => scene.ports.deals.byOwner({ owner, limit: 100 })),
  )
  return pages.flatMap(({ items }) => items)
}
const linesOf = async (contact: string): Promise<readonly Request[]> => {
  const { items } = await scene.ports.talks.lines(await scene.ports.talks.talkIdOf(contact), { limit: 100 })
  return items.filter(({ kind }) => kind === 'request').map(({ says }) => says as Request)
}
const listed = async (name: string): Promise<readonly Request[]> =>
  (await scene.ports.talks.listed(name, { limit: 100 })).items.map(({ line }) => line.says as Request)

async function minutesLater(minutes: number): Promise<void> {
  world.setNow(new Date(Date.parse(world.now()) + minutes * 60_000).toISOString())
}

describe('a form of a site', () => {
  test('becomes one deal, given and timed as new deals are, however often Tilda tries', async () => {
    await scene.sample('forms/02-tilda-lead.http')
    await minutesLater(1)
    await scene.sample('forms/03-tilda-lead-retry.http')
    await minutesLater(9)
    await scene.sample('forms/03-tilda-lead-retry.http')
    await scene.read()
    const [deal, ...others] = await dealsOf()

    expect(others).toEqual([])
    expect(deal).toMatchObject({
      title: 'Заявка с главной',
      client: { name: 'Мария Тестова' },
      links: [{ role: 'client' }],
      askedAt: '2026-12-01T07:00:00.000Z',
    })
    expect((await linesOf('+79005550301')).map(({ became, dealId }) => [became, dealId])).toEqual([['deal', deal?.id]])
  })

  test('sent fifty times at once is one deal', async () => {
    await Promise.all(Array.from({ length: 50 }, () => scene.sample('forms/12-norma-embedded.http')))
    await scene.read()

    expect(await dealsOf()).toHaveLength(1)
  })

  test('sent twice within ten minutes is one deal, on another form a client who waits again', async () => {
    await scene.sample('forms/05-elementor-simple.http')
    await minutesLater(9)
    await scene.sample('forms/05-elementor-simple.http')
    await minutesLater(20)
    const other = sampleIn('forms/11-plain-html-windows-1251.http').raw
    const body = Buffer.from('name=Olga&phone=89005550303&form=callback&message=Again')
    await scene.send('site-main', { ...other, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body })
    await scene.read()
    const deals = await dealsOf()
    const tasks = await scene.ports.deals.tasksOfSubject({
      kind: 'talk',
      id: await scene.ports.talks.talkIdOf('+79005550303'),
    })

    expect(deals).toHaveLength(1)
    expect((await linesOf('+79005550303')).map(({ became, dealId }) => [became, dealId])).toEqual([
      ['part_of_deal', deals[0]?.id],
      ['deal', deals[0]?.id],
    ])
    expect(tasks.map(({ owes, dealId, status }) => [owes?.kind, dealId, status])).toEqual([
      ['answer', deals[0]?.id, 'open'],
    ])
  })

  test('of a robot is in spam, and becomes a deal with its own time when a person brings it back', async () => {
    await scene.sample('forms/13-spam-honeypot.http')
    await scene.sample('forms/14-spam-too-fast.http')
    await scene.read()
    const before = [await dealsOf(), (await listed('spam')).length]
    await minutesLater(120)
    const { items } = await scene.ports.talks.listed('spam', { limit: 10 })
    const person = items.find(({ line }) => (line.says as Request).said.name === 'x')
    await restoreRequest(scene.ports, await world.as('helen'), {
      talk: person?.talk ?? '',
      request: person?.line.id ?? '',
    })
    await restoreRequest(scene.ports, await world.as('helen'), {
      talk: person?.talk ?? '',
      request: person?.line.id ?? '',
    })
    const [deal, ...others] = await dealsOf()

    expect(before).toEqual([[], 2])
    expect([deal?.askedAt, others]).toEqual(['2026-12-01T07:00:00.000Z', []])
    expect((deal?.firstReplyDueAt ?? '') < world.now() || deal?.firstReplyDueAt === undefined).toBe(true)
    expect(await listed('spam')).toHaveLength(1)
  })

  test('without a contact is a request for whoever takes them, with a clock, and no deal', async () => {
    await scene.sample('forms/15-no-contact.http')
    await scene.read()
    const [request, ...others] = await listed('request')
    const tasks = await scene.ports.deals.openTasks({ responsible: 'helen', limit: 10 })

    expect(others).toEqual([])
    expect([request?.became, request?.said.message]).toEqual(['request', 'Сколько стоит?'])
    expect(await dealsOf()).toEqual([])
    expect(tasks.items.map(({ owes, dueAt }) => [owes?.kind, dueAt])).toEqual([['answer', '2026-12-01T08:00:00.000Z']])
  })

  test('that the file leaves aside is kept and makes nothing', async () => {
    const body = Buffer.from('form=vacancy&name=Petr&phone=89005550399')
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    await scene.send('site-main', { method: 'POST', tail: '', query: '', headers, body })
    await scene.read()

    expect(await dealsOf()).toEqual([])
    expect((await linesOf('+79005550399')).map(({ became }) => became)).toEqual(['nothing'])
  })

  test('is taken though nobody is in the role that new deals name', async () => {
    const { employees } = await scene.ports.people.load()
    for (const one of Object.values(employees))
      if (one.id !== 'helen') await scene.ports.people.saveEmployee({ ...one, roles: [] })
    await scene.sample('forms/08-vk-lead.http')
    await scene.read()

    expect((await dealsOf()).map(({ owner }) => owner)).toEqual(['helen'])
  })
})

test('a call answered while a client waits for the first reply is that reply, at the time it was', async () => {
  world.setNow('2026-12-01T06:50:00.000Z')
  const body = Buffer.from('name=Ivan&phone=89005550103&message=Hello')
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  await scene.send('site-main', { method: 'POST', tail: '', query: '', headers, body })
  await scene.read()
  world.setNow('2026-12-01T09:00:00.000Z')
  const last = sequences().find(([name]) => name.startsWith('04'))?.[1].arrivals[2]
  if (last === undefined) throw new Error('The sequence has three calls.')
  await scene.send('mango-main', requestOf(last))
  await scene.read()
  const [deal] = await dealsOf()

  expect(deal?.firstReply).toMatchObject({ at: '2026-12-01T07:07:11.000Z', by: 'anna', channel: 'phone' })
})

describe('what a visitor agreed to on a form', () => {
  const cardOf = async (phone: string) => {
    const { linked } = await scene.ports.knownClients.find({ phone })
    return linked?.id ?? ''
  }

  test('stands on their card a year later: the words, the wording, the time, the page and the address', async () => {
    const { integration, raw } = sampleIn('forms/12-norma-embedded.http')
    const headers = { ...raw.headers, 'x-forwarded-for': '10.0.0.7, 203.0.113.7' }
    await scene.send(integration, { ...raw, headers })
    await scene.send(integration, { ...raw, headers })
    await scene.read()
    world.setNow('2027-12-02T07:00:00.000Z')
    const said = await scene.ports.consents.of(await cardOf('+79005550307'))

    expect(said).toEqual([
      {
        id: said[0]?.id,
        consent: 'personal_data',
        name: 'Personal data',
        for: ['mail', 'messenger'],
        state: 'agreed',
        version: '2026-09-01',
        text: 'personal-data',
        textSha256: createHash('sha256').update('personal-data').digest('hex'),
        at: '2026-12-01T07:00:00.000Z',
        by: integration,
        of: [await cardOf('+79005550307')],
        page: expect.stringContaining('https://shop.example/price'),
        ip: '203.0.113.7',
      },
    ])
  })

  test('is not what they left without a tick', async () => {
    await scene.sample('forms/18-no-consent.http')
    await scene.read()
    const card = await cardOf('+79005550310')

    expect(card).not.toBe('')
    expect(await scene.ports.consents.of(card)).toEqual([])
  })

  test('is the consent the form names, the one whose wording or words it says, or the only one there is', () => {
    const kind = (id: string, text: string, version: string): ConsentKind => ({
      id,
      name: id,
      text,
      version,
      required: false,
      for: ['mail'],
      origin: { line: 1, column: 1, path: '' },
    })
    const [data, news] = [kind('data', 'I agree\nto be kept.', '2'), kind('news', 'Write to me.', '2')]
    const meant = (kinds: Record<string, ConsentKind>, said: { version?: string; text?: string }) => {
      const { consent, version, text, isOfRules } = consentMeant(kinds, { given: true, ...said }, 'callback')
      return [consent, version, text, isOfRules]
    }

    expect(meant({ data, news }, { version: 'news 2' })).toEqual(['news', '2', 'Write to me.', true])
    expect(meant({ data, news }, { version: 'news 1', text: 'Old words' })).toEqual(['news', '1', 'Old words', false])
    expect(meant({ data, news }, { text: ' I agree to be  kept.' })).toEqual([
      'data',
      '2',
      'I agree\nto be kept.',
      true,
    ])
    expect(meant({ data, news }, { version: '2' })).toEqual(['site', '2', undefined, false])
    expect(meant({ data }, {})).toEqual(['data', undefined, undefined, false])
    expect(meant({}, { version: 'constructor', text: 'Yes' })).toEqual(['site', 'constructor', 'Yes', false])
  })
})
