import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { Message } from '#channels/domain/messages'
import { sendMessages } from '#channels/usecases/send-messages'
import { writeToTalk } from '#channels/usecases/write-message'
import { takeMail } from '#channels/usecases/mailboxes/take-mail'
import { lookIntoMailboxes } from '#channels/usecases/mailboxes/look-into'
import { createDeal } from '#usecases/deals/create-deal'
import type { KeptIntegration } from '#ports/integrations'
import { graphServer, type GraphServer } from '#test/stand-ins/graph-server'
import { imapServer, type ImapServer } from '#test/stand-ins/imap-server'
import { aWorldInMemory, type World } from '#test/support/world'
import { webhookOutlet } from '#webhooks/events/webhook-outlet'

import { channelScene, type ChannelScene } from './channel-scene'
import { plainRules } from '#test/support/steady-rules'

const folder = 'test/fixtures/channels/email'
const bytesOf = (name: string) =>
  readFileSync(join(folder, readdirSync(folder).find((one) => one.startsWith(name)) ?? ''))
const sent = 'Отправленные'

let world: World
let scene: ChannelScene

beforeEach(async () => {
  const rules = `${plainRules()}
channels:
  box: { kind: mail, name: Mailbox of the sales department }
intake:
  lines:
    - becomes: request
      by: head_of_sales
      answer: 1 working hour
`
  world = await aWorldInMemory({ text: rules, now: '2026-12-01T08:00:00.000Z' })
  const made = await channelScene(world)
  scene = { ...made, ports: { ...made.ports, outlet: webhookOutlet({ allowLoopback: true }) } }
})

const connect = async (one: Pick<KeptIntegration, 'id' | 'adapter'> & Partial<KeptIntegration>, values: object) => {
  const { settings = {}, ...rest } = one
  const base = {
    name: one.id,
    lines: {},
    logins: {},
    paused: false,
    createdAt: world.now(),
    createdBy: 'admin',
    rev: 1,
  }
  const secrets = [{ values: { key: 'k', ...values } as Record<string, string> }]
  await scene.ports.integrations.save({
    ...base,
    ...rest,
    settings: { mailbox: 'sales@norma.example', ...settings },
    secrets,
  })
}
/** Looks a minute later than before, and reads what came. */
const look = async (minutes = 1) => {
  world.setNow(new Date(Date.parse(world.now()) + minutes * 60_000).toISOString())
  const went = await lookIntoMailboxes(scene.ports, world.now())
  await scene.read()
  return went
}
const said = async (contact: string) => {
  const { items } = await scene.ports.talks.lines(await scene.ports.talks.talkIdOf(contact), { limit: 100 })
  return items.map(({ says }) => (says as Message).text).toSorted()
}
const came = async (id: string) => (await scene.ports.integrations.arrivals(id, { limit: 100 })).items.length
const aMail = (id: string, more = '') =>
  Buffer.from(
    `From: ivan@client.example\r\nTo: sales@norma.example\r\nMessage-ID: <${id}>\r\nSubject: ${id}\r\n${more}\r\nText ${id}.`,
  )

describe('a mailbox by IMAP', () => {
  let server: ImapServer

  beforeEach(async () => {
    server = await imapServer()
    await connect(
      { id: 'box', adapter: 'imap' },
      { server: `imap://127.0.0.1:${server.port}`, user: 'sales@norma.example', password: 'app-password' },
    )
  })
  afterEach(() => server.stop())

  test('is looked into from yesterday on, then from where the last look ended, and nothing is marked as read', async () => {
    server.add('INBOX', aMail('old'), '2026-10-01T10:00:00Z')
    server.add('INBOX', bytesOf('01'))
    server.add('INBOX', bytesOf('02'))
    await look()
    server.add('INBOX', aMail('later'))
    server.faults.add('in_pieces')
    await look()
    await look()

    expect(await said('ivan@client.example')).toEqual([
      'Text later.',
      'Добрый день!\nСогласны, присылайте договор.\n\nС уважением,\nИван Петров',
    ])
    expect(await said('old-system@client.example')).toEqual([
      'Заявка на поставку\nПерезвоните мне, пожалуйста: 8 900 555-04-01',
    ])
    expect(await came('box')).toBe(3)
    expect(server.heard.filter((one) => /^(?:SELECT|UID STORE)|FETCH.*BODY\[/i.test(one))).toEqual([])
  })

  test('has the same mail once: in two mailboxes, among what was sent, and after its folder was made anew', async () => {
    await connect(
      { id: 'other', adapter: 'imap', settings: { mailbox: 'boris@norma.example' } },
      { server: `imap://127.0.0.1:${server.port}`, user: 'sales@norma.example', password: 'app-password' },
    )
    server.add('INBOX', bytesOf('13'))
    server.add(sent, bytesOf('12'))
    server.add(sent, bytesOf('13'))
    await look()
    const before = (await came('box')) + (await came('other'))
    server.renew('INBOX')
    server.renew(sent)
    server.add('INBOX', aMail('new'))
    await look()

    expect(await said('ivan@client.example')).toEqual(['Text new.', 'To both of you.', 'Высылаю договор.'])
    expect((await came('box')) + (await came('other')) - before).toBeLessThanOrEqual(2)
  })

  test('goes on where the line broke, and says why it could not be looked into until it can', async () => {
    server.add('INBOX', aMail('first'))
    server.add('INBOX', aMail('second'))
    server.faults.add('drops_at_mail')
    const broke = await look()
    server.faults.add('refuses')
    const refused = await look()
    const fault = (await scene.ports.integrations.lookedInto('box'))?.fault
    server.faults.clear()
    const tooSoon = await look()
    const done = await look(5)

    expect([broke, refused, tooSoon, done].map(({ failed }) => failed)).toEqual([1, 1, 0, 0])
    expect(fault).toMatchObject({ times: 2, since: '2026-12-01T08:01:00.000Z' })
    expect(fault?.why).toContain('Invalid credentials')
    expect((await scene.ports.integrations.lookedInto('box'))?.fault).toBeUndefined()
    expect(await said('ivan@client.example')).toEqual(['Text first.', 'Text second.'])
  })

  test('that nobody gets into for an hour is told of once to whoever looks after what is connected', async () => {
    const helen = (await world.ports.people.load()).employees['helen']
    if (helen === undefined) throw new Error('Helen works here.')
    await world.ports.people.saveEmployee({ ...helen, rights: { ...helen.rights, channels_edit: 'all' } })
    server.faults.add('refuses')
    for (let no = 0; no < 6; no += 1) await look(31)
    const inbox = await scene.ports.notices.inbox('helen', { limit: 20 })
    const told = inbox.items.filter(({ kind }) => kind === 'integration_silent')

    expect(told.map(({ integration }) => integration?.id)).toEqual(['box'])
  })

  test('gives up a mail that breaks the line five times, and says so among what could not be read', async () => {
    server.add('INBOX', aMail('bad'))
    server.add('INBOX', aMail('good'))
    for (let no = 0; no < 5; no += 1) {
      server.faults.add('drops_at_mail')
      await look(60)
    }
    await look(60)
    const { items } = await scene.ports.integrations.arrivals('box', { limit: 10 })

    expect(await said('ivan@client.example')).toEqual(['Text good.'])
    expect(items.map(({ state, why }) => [state, why])).toContainEqual([
      'unreadable',
      'A mail in INBOX (UID 1) could not be fetched: look for it in the mailbox.',
    ])
  })

  test('of one person keeps nothing of mail with anybody who is no client', async () => {
    const kept = await scene.ports.integrations.find('box')
    if (kept === undefined) throw new Error('The mailbox is connected.')
    await scene.ports.integrations.save({ ...kept, settings: { ...kept.settings, knownOnly: true }, rev: kept.rev + 1 })
    const client = { name: 'Ivan', email: 'ivan@client.example' }
    await createDeal(scene.ports, await world.as('helen'), { title: 'Steel', client, pipeline: 'b2b_new' })
    server.add('INBOX', bytesOf('14'))
    server.add('INBOX', bytesOf('13'))
    server.add(sent, bytesOf('12'))
    await look()

    expect(await said('ivan@client.example')).toEqual(['To both of you.', 'Высылаю договор.'])
    expect([await came('box'), await said('sister@family.example')]).toEqual([2, []])
    expect(server.heard.filter((one) => one.includes('BODY.PEEK[]'))).toHaveLength(2)
  })
})

describe('mail to an address of ours', () => {
  const hand = (recipients: readonly string[], name: string, isForged = false) =>
    takeMail(scene.ports, { id: `${name}a1b2`, bytes: bytesOf(name), recipients, isForged })

  beforeEach(async () => {
    await connect({ id: 'in', adapter: 'mail', settings: { mailbox: 'sales@in.norma.example' } }, {})
    await connect({ id: 'other', adapter: 'mail', settings: { mailbox: 'info@other.example' } }, {})
  })

  test('is kept under the mailbox it was handed in for, once however often it is told', async () => {
    await hand(['sales+t.0f3a.0123456789@in.norma.example'], '01')
    await hand(['Sales@in.norma.example'], '01')
    await hand(['anybody@other.example'], '09')
    await scene.read()

    expect(await said('ivan@client.example')).toHaveLength(1)
    expect([await came('in'), await came('other'), await said('maria@client.example')]).toEqual([
      1,
      1,
      ['When can you deliver?'],
    ])
  })

  test('that nobody here has a mailbox for is not thrown away unnoticed', async () => {
    await expect(hand(['sales@strange.example'], '01')).rejects.toThrow('No mailbox of Norma')
  })

  test('from our own domain that its server has found forged does nothing, whatever the mail says of itself', async () => {
    await hand(['sales@in.norma.example'], '12', true)
    await scene.read()
    const { items } = await scene.ports.integrations.arrivals('in', { limit: 10 })

    expect(items.map(({ state }) => state)).toEqual(['unreadable'])
    expect(await said('ivan@client.example')).toEqual([])
  })
})

describe('a mailbox of Microsoft 365', () => {
  let server: GraphServer

  beforeEach(async () => {
    server = await graphServer()
    await connect(
      { id: 'box', adapter: 'graph', settings: { api: server.address, mailbox: 'sales@norma.example' } },
      { tenant: 't', client: 'c', secret: 'graph-secret' },
    )
  })
  afterEach(() => server.stop())
  const add = (id: string) =>
    server.inbox.push({ id: `AA${id}`, messageId: id, from: 'ivan@client.example', bytes: aMail(id) })

  test('tells what has changed page by page, and what it was told of before is not fetched again', async () => {
    for (const id of ['g1', 'g2', 'g3']) add(id)
    await look()
    add('g4')
    await look()
    await look()

    expect(await said('ivan@client.example')).toEqual(['Text g1.', 'Text g2.', 'Text g3.', 'Text g4.'])
    expect(server.asked.filter((one) => one.endsWith('$value'))).toHaveLength(4)
  })

  test('that has forgotten how far we were is looked through again, and nothing comes twice', async () => {
    add('g1')
    await look()
    add('g2')
    server.faults.push('lost')
    await look()

    expect(await said('ivan@client.example')).toEqual(['Text g1.', 'Text g2.'])
    expect(server.asked.filter((one) => one.includes('%24filter') && one.includes('/inbox/'))).toHaveLength(2)
  })

  test('that has too much to do is asked again when it says', async () => {
    add('g1')
    server.faults.push('too_many')
    const first = await look()
    const asked = server.asked.length
    await look()
    const waited = server.asked.length
    await look(2)

    expect([first.failed, waited]).toEqual([1, asked])
    expect(await said('ivan@client.example')).toEqual(['Text g1.'])
  })

  test('sends what is written by it, in the thread, and does not take it for news when it lies among what was sent', async () => {
    add('g1')
    await look()
    const people = await scene.ports.people.load()
    const writer = { ...(await world.as('helen')), people, command: {} }
    const talk = await scene.ports.talks.talkIdOf('ivan@client.example')
    await writeToTalk(scene.ports, writer, talk, { text: 'Отгрузим.', subject: 'Сроки' })
    await sendMessages(scene.ports, world.now())
    const [mail = ''] = server.sent
    const own = /^Message-ID: <(\S+)>/im.exec(mail)?.[1] ?? ''
    server.inbox.push({ id: 'AAown', messageId: own, from: 'sales@norma.example', bytes: Buffer.from(mail) })
    await look()

    expect(mail).toContain('In-Reply-To: <g1>')
    expect(await said('ivan@client.example')).toEqual(['Text g1.', 'Отгрузим.'])
  })

  test('writes nothing to whoever has revoked a consent that is for mail', async () => {
    add('g1')
    await look()
    const by = { actor: { kind: 'system', id: 'import' }, at: world.now(), owner: 'anna' } as const
    const card = await scene.ports.knownClients.take({ name: 'Ivan', email: 'ivan@client.example' }, by)
    const client = card?.client.id ?? ''
    const offers = { id: 'ref_1', consent: 'news', name: 'Offers', by: 'anna', of: [client], for: ['mail'] } as const
    await scene.ports.consents.keep(client, { ...offers, state: 'revoked', at: '2026-11-30T08:00:00.000Z' })
    const people = await scene.ports.people.load()
    const writer = { ...(await world.as('helen')), people, command: {} }
    const talk = await scene.ports.talks.talkIdOf('ivan@client.example')

    await expect(writeToTalk(scene.ports, writer, talk, { text: 'Отгрузим.' })).rejects.toThrow('Offers')
  })

  test('that does not know the application says why', async () => {
    const kept = await scene.ports.integrations.find('box')
    if (kept === undefined) throw new Error('The mailbox is connected.')
    const secrets = [{ values: { tenant: 't', client: 'c', secret: 'old' } }]
    await scene.ports.integrations.save({ ...kept, secrets, rev: kept.rev + 1 })
    await look()

    expect((await scene.ports.integrations.lookedInto('box'))?.fault?.why).toBe('Invalid client secret provided.')
  })
})
