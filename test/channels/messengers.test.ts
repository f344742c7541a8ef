import { createHmac } from 'node:crypto'

import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { consumers } from '#channels/events/consumers'
import { messageOf, owesAnswer, withMessageFacts, type KeptMessageFact, type Message } from '#channels/domain/messages'
import { queuedEvent } from '#channels/domain/outgoing'
import { sendMessages } from '#channels/usecases/send-messages'
import { webhookOutlet } from '#webhooks/events/webhook-outlet'
import { messengersStandIn, type StandIn } from '#test/stand-ins/messengers'
import { pagesOn } from '#test/pages/support'
import { aDoor, type Door } from '#test/support/http'
import { aWorldInMemory, type World } from '#test/support/world'

import { channelScene, type ChannelScene } from './channel-scene'
import { sampleIn, sampleSecrets } from './samples'
import { plainRules } from '#test/support/steady-rules'

const rules = `${plainRules()}
channels:
  chat: { kind: messenger, name: Messengers }
intake:
  lines:
    - becomes: deal
`

let standIn: StandIn
let world: World
let scene: ChannelScene
let door: Door

beforeAll(async () => {
  standIn = await messengersStandIn()
})
afterAll(async () => {
  await standIn.stop()
})
beforeEach(async () => {
  standIn.sent.length = 0
  standIn.faults.length = 0
  world = await aWorldInMemory({ text: rules, now: '2026-12-01T07:00:00.000Z' })
  const outlet = webhookOutlet({ allowLoopback: true })
  scene = await channelScene({ ports: { ...world.ports, outlet } })
  for (const id of ['telegram-main', 'max-main', 'wazzup-main', 'whatsapp-main']) {
    const kept = await scene.ports.integrations.find(id)
    if (kept === undefined) continue
    const settings = { ...kept.settings, api: standIn.address }
    await scene.ports.integrations.save({ ...kept, settings, lines: { '*': 'chat' }, rev: kept.rev + 1 })
  }
  door = await aDoor({ ports: scene.ports })
})

const told = async (integration: string, body: unknown, headers: Readonly<Record<string, string>> = {}) => {
  const secrets = sampleSecrets[integration.replace('-main', '')] ?? {}
  const signed = {
    'content-type': 'application/json',
    'x-telegram-bot-api-secret-token': secrets['secret'] ?? '',
    authorization: `Bearer ${secrets['crm'] ?? ''}`,
    ...headers,
  }
  const bytes = Buffer.from(JSON.stringify(body))
  await scene.send(integration, { method: 'POST', tail: '', query: '', headers: signed, body: bytes })
  await scene.read()
}
const sample = async (name: string) => {
  const answer = await scene.sample(`messengers/${name}`)
  await scene.read()
  return answer
}
/** A message as it is known, by its id at the provider. */
const messageAt = async (id: string): Promise<Message | undefined> => {
  await scene.read()
  const kept = await scene.ports.talks.findMessage(id)
  return messageOf(id, '', (kept?.facts ?? []) as readonly KeptMessageFact[])
}
const talkOf = (contact: string) => scene.ports.talks.talkIdOf(contact)
const messagesOf = async (contact: string): Promise<readonly Message[]> => {
  const { items } = await scene.ports.talks.lines(await talkOf(contact), { limit: 100 })
  return items.filter(({ kind }) => kind === 'message').map(({ says }) => says as Message)
}
const owedTo = async (contact: string) => {
  const tasks = await scene.ports.deals.tasksOfSubject({ kind: 'talk', id: await talkOf(contact) })
  return tasks.map(({ owes, status, doneBy, doneAt }) => [owes?.kind, owes?.times, status, doneBy, doneAt])
}
const deals = async () => {
  const { employees } = await scene.ports.people.load()
  const pages = await Promise.all(
    Object.keys(employees).map((owner) => scene.ports.deals.byOwner({ owner, limit: 50 })),
  )
  return pages.flatMap(({ items }) => items)
}
const telegram = (id: number, text: string, at = 1796108400) => ({
  update_id: 900 + id,
  message: {
    message_id: id,
    from: { id: 900000001, first_name: 'Пётр' },
    chat: { id: 900000001, type: 'private' },
    date: at,
    text,
  },
})

describe('what clients write', () => {
  test('by Telegram, MAX, Wazzup and WhatsApp is in their talks, and makes one deal with its own time', async () => {
    const names = [
      '15-telegram-message',
      '20-max-message-created',
      '10-wazzup-message-and-echo',
      '02-whatsapp-text-emoji',
    ]
    for (const name of names) await sample(`${name}.http`)
    const said = await Promise.all(
      ['telegram:900000001', 'max:700000001', '+79005550202', '+79005550201'].map(messagesOf),
    )

    expect(said.map((all) => all.map(({ text, direction, name }) => [direction, text, name]))).toEqual([
      [['in', 'Добрый день, нужен расчёт', 'Пётр']],
      [['in', 'Здравствуйте! Есть доставка завтра?', 'Светлана']],
      [
        ['out', '5 000 руб.', undefined],
        ['in', 'Сколько стоит доставка?', 'Мария'],
      ],
      [['in', 'Здравствуйте 👋 есть 20 тонн?', 'Иван']],
    ])
    expect((await deals()).map(({ client, askedAt }) => [client.name, askedAt]).toSorted()).toEqual([
      ['Иван', '2026-12-01T06:00:00.000Z'],
      ['Мария', '2026-12-01T06:10:00.000Z'],
      ['Пётр', '2026-12-01T06:03:20.000Z'],
      ['Светлана', '2026-12-01T06:05:00.000Z'],
    ])
  })

  test('sent fifty times at once is one message and one deal', async () => {
    await Promise.all(Array.from({ length: 50 }, () => scene.sample('messengers/02-whatsapp-text-emoji.http')))
    await sample('07-whatsapp-duplicate-of-02.http')

    expect([(await messagesOf('+79005550201')).length, (await deals()).length]).toEqual([1, 1])
    expect(await owedTo('+79005550201')).toEqual([['answer', 1, 'open', undefined, undefined]])
  })

  test('again and again is one deal and one answer that is owed; a nod owes nothing', async () => {
    await told('telegram-main', telegram(1, 'Добрый день'))
    await told('telegram-main', telegram(2, 'Вы тут?', 1796108460))
    await told('telegram-main', telegram(3, 'Спасибо!', 1796108520))
    await told('telegram-main', telegram(4, '👍', 1796108580))

    expect([(await messagesOf('telegram:900000001')).length, (await deals()).length]).toEqual([4, 1])
    expect(await owedTo('telegram:900000001')).toEqual([['answer', 2, 'open', undefined, undefined]])
  })

  test.each([
    ['a place', { location: { latitude: 55.7512449, longitude: 37.6184217 } }, '55.75124, 37.61842', false],
    [
      'a place with a name',
      { venue: { location: { latitude: 55.75, longitude: 37.6 }, title: 'Склад', address: 'Ленина, 5' } },
      'Склад, Ленина, 5 (55.75, 37.6)',
      false,
    ],
    [
      'somebody else’s card',
      { contact: { first_name: 'Пётр', phone_number: '79005550199', user_id: 99 } },
      'Пётр, 79005550199',
      false,
    ],
    ['a sticker', { sticker: { emoji: '👍', file_id: 'f' } }, '👍', true],
    ['the word a bot is begun with, and where from', { text: '/start site_main' }, '/start site_main', true],
  ] as const)('in Telegram as %s is told in words', async (_, more, text, isQuiet) => {
    const chat = { id: 501, type: 'private' }
    await told('telegram-main', {
      update_id: 1,
      message: { message_id: 7, date: 1796108400, chat, from: { id: 501, first_name: 'Иван' }, ...more },
    })
    const message = await messageAt('telegram-main:501:7')

    expect(message?.text).toBe(text)
    expect(message === undefined || owesAnswer(message)).toBe(!isQuiet)
  })

  test('by WhatsApp as a place, a card, a button or a sign is told in words; one taken back in MAX or Wazzup says so', async () => {
    const said = async (id: string, type: string, more: object): Promise<Message | undefined> => {
      const one = { id, from: '79005550101', timestamp: '1796108400', type, ...more }
      const body = { entry: [{ changes: [{ value: { metadata: { phone_number_id: '1' }, messages: [one] } }] }] }
      const signature = createHmac('sha256', sampleSecrets['whatsapp']?.['app'] ?? '')
        .update(JSON.stringify(body))
        .digest('hex')
      await told('whatsapp-main', body, { 'x-hub-signature-256': `sha256=${signature}` })
      return messageAt(`whatsapp-main:${id}`)
    }
    const button = { interactive: { type: 'button_reply', button_reply: { id: '1', title: 'Да, берём' } } }
    const card = { contacts: [{ name: { formatted_name: 'Пётр' }, phones: [{ phone: '+7 900' }] }] }

    expect((await said('w1', 'interactive', button))?.text).toBe('Да, берём')
    expect((await said('w2', 'location', { location: { latitude: 1.5, longitude: 2, name: 'Склад' } }))?.text).toBe(
      'Склад (1.5, 2)',
    )
    expect((await said('w3', 'contacts', card))?.text).toBe('Пётр, +7 900')
    const sign = await said('w4', 'reaction', { reaction: { message_id: 'w1', emoji: '🔥' } })
    expect([sign?.text, sign === undefined || owesAnswer(sign)]).toEqual(['🔥', false])

    const sender = { user_id: 5, first_name: 'Ольга' }
    const message = {
      sender,
      recipient: { chat_type: 'dialog', chat_id: 9 },
      timestamp: 1796108400000,
      body: { mid: 'm1', text: 'Ой' },
    }
    await told(
      'max-main',
      { update_type: 'message_created', timestamp: 1796108400000, message },
      { 'x-max-bot-api-secret': sampleSecrets['max']?.['secret'] ?? '' },
    )
    await told(
      'max-main',
      { update_type: 'message_removed', timestamp: 1796108401000, message_id: 'm1', chat_id: 9, user_id: 5 },
      { 'x-max-bot-api-secret': sampleSecrets['max']?.['secret'] ?? '' },
    )
    expect(await messageAt('max-main:m1')).toMatchObject({ text: 'Ой', isDeleted: true })
    const wazzup = {
      messageId: 'z1',
      chatId: '79005550102',
      chatType: 'whatsapp',
      channelId: 'c',
      dateTime: '2026-12-01T07:00:00',
      type: 'image',
      contentUri: 'https://files.example/1',
    }
    await told('wazzup-main', { messages: [{ ...wazzup, isDeleted: true }, wazzup] })
    expect(await messageAt('wazzup-main:z1')).toMatchObject({
      isDeleted: true,
      attachments: [{ kind: 'image', ref: 'https://files.example/1' }],
    })
  })

  test('that the messenger does not hand over waits for an answer like any other', async () => {
    await sample('06-whatsapp-unsupported.http')

    expect((await messagesOf('+79005550201')).map(({ attachments }) => attachments)).toEqual([
      [{ kind: 'unsupported' }],
    ])
    expect(await owedTo('+79005550201')).toHaveLength(1)
  })

  test('and changed later is shown as changed, although the change came first', async () => {
    await sample('19-telegram-edited-before-original.http')
    const before = await messagesOf('telegram:900000001')
    await told('telegram-main', telegram(13, 'Нужно 20 тонн'))

    expect(before).toEqual([])
    expect((await messagesOf('telegram:900000001')).map(({ text, isEdited }) => [text, isEdited])).toEqual([
      ['Нужно 25 тонн, не 20', true],
    ])
  })

  test('a number that is shared says who it is: calls and messages are of one client', async () => {
    await told('telegram-main', telegram(1, 'Добрый день'))
    await sample('16-telegram-contact-shared.http')

    expect(await scene.ports.talks.findTalk(await talkOf('telegram:900000001'))).toMatchObject({
      phone: '+79005550205',
    })
    expect(await owedTo('telegram:900000001')).toHaveLength(1)
  })

  test('in groups is nobody’s talk; a wrong secret is kept nowhere; the first knock of Wazzup is answered', async () => {
    await sample('11-wazzup-group-chat-ignored.http')
    const bad = await sample('08-whatsapp-bad-signature.http')
    const ping = await sample('09-wazzup-test-ping.http')
    const challenge = await sample('01-whatsapp-verify.http')
    const verify = sampleIn('messengers/01-whatsapp-verify.http').raw.query

    expect([bad.status, ping.status]).toEqual([401, 200])
    expect(await challenge.text()).toBe(new URLSearchParams(verify).get('hub.challenge'))
    expect((await scene.ports.integrations.arrivals('whatsapp-main', { limit: 10 })).items).toEqual([])
    expect(await deals()).toEqual([])
  })
})

describe('what an employee writes from their phone', () => {
  test('is an answer at its own time, and the first reply of the deal', async () => {
    const kept = await scene.ports.integrations.find('wazzup-main')
    if (kept !== undefined)
      await scene.ports.integrations.save({ ...kept, logins: { Анна: 'anna' }, rev: kept.rev + 1 })
    await sample('10-wazzup-message-and-echo.http')
    const [deal] = await deals()

    expect(await owedTo('+79005550202')).toEqual([['answer', 1, 'done', 'anna', '2026-12-01T06:12:00.000Z']])
    expect(deal?.firstReply).toMatchObject({ at: '2026-12-01T06:12:00.000Z', by: 'anna', channel: 'wazzup' })
  })

  test('is ours in a business account, and never the client’s', async () => {
    await sample('17-telegram-business-from-client.http')
    await told('telegram-main', {
      update_id: 1,
      business_message: {
        business_connection_id: 'bc_0001',
        message_id: 32,
        from: { id: 1, username: 'anna' },
        chat: { id: 900000002, type: 'private' },
        date: 1796105100,
        text: 'Хорошо, ждём подпись',
      },
    })

    expect((await messagesOf('telegram:900000002')).map(({ direction }) => direction)).toEqual(['out', 'in'])
    expect((await owedTo('telegram:900000002')).map(([, , status]) => status)).toEqual(['done'])
  })

  test('known before the client’s own message leaves nothing owed', async () => {
    const echo = { messageId: 'e1', channelId: 'c1', chatType: 'whatsapp', chatId: '79005550209', type: 'text' }
    const at = (minute: string) => ({ dateTime: `2026-12-01T06:${minute}:00.000` })
    await told('wazzup-main', { messages: [{ ...echo, ...at('12'), text: 'Да', isEcho: true }] })
    await told('wazzup-main', {
      messages: [{ ...echo, ...at('10'), messageId: 'm1', text: 'Работаете?', isEcho: false }],
    })

    expect(await owedTo('+79005550209')).toEqual([])
  })
})

describe('what is written to a client from the deal', () => {
  const write = async (text: string, key: string, deal?: string) => {
    const [first] = await deals()
    const path = `/deals/${deal ?? first?.id ?? ''}/messages`
    return door.post(path, { text }, { as: first?.owner ?? 'helen', headers: { 'idempotency-key': key } })
  }
  const ours = async () => (await messagesOf('telegram:900000001')).find(({ direction }) => direction === 'out')
  const byWazzup = async () => (await messagesOf('+79005550202')).find(({ text }) => text === 'Здравствуйте!')
  const send = () => sendMessages(scene.ports, world.now())

  test.each([
    ['15-telegram-message.http', '/bot100:bot/sendMessage', { chat_id: '900000001' }],
    ['20-max-message-created.http', '/messages?chat_id=600000001', {}],
    ['10-wazzup-message-and-echo.http', '/v3/message', { chatId: '79005550202', chatType: 'whatsapp' }],
    ['02-whatsapp-text-emoji.http', '/100000000000002/messages', { to: '79005550201' }],
  ])('goes where the client wrote last: %s', async (name, path, body) => {
    await sample(name)
    const answer = await write('Считаем, ответим через час', 'w1')
    await send()

    expect(answer.status).toBe(201)
    expect(standIn.sent).toMatchObject([{ path, body }])
    expect(JSON.stringify(standIn.sent[0]?.body)).toContain('Считаем, ответим через час')
  })

  test('is sent once however often it is asked, and pays what is owed once it has left', async () => {
    await told('telegram-main', telegram(1, 'Добрый день'))
    world.setNow('2026-12-01T07:05:00.000Z')
    await write('Здравствуйте!', 'w1')
    await write('Здравствуйте!', 'w1')
    const before = await owedTo('telegram:900000001')
    await send()
    await send()
    const [deal] = await deals()

    expect(before.map(([, , status]) => status)).toEqual(['open'])
    expect(standIn.sent).toHaveLength(1)
    expect(await owedTo('telegram:900000001')).toEqual([['answer', 1, 'done', deal?.owner, '2026-12-01T07:05:00.000Z']])
    expect(deal?.firstReply).toMatchObject({ at: '2026-12-01T07:05:00.000Z', channel: 'telegram' })
  })

  test('waits as long as the provider asks, is tried again after a fault, and says why it was refused', async () => {
    await told('telegram-main', telegram(1, 'Добрый день'))
    standIn.faults.push('too_many', 'broken', 'refuses')
    await write('Здравствуйте!', 'w1')
    const states: string[] = []
    for (const now of ['07:00:00', '07:00:30', '07:01:00', '07:02:00', '07:10:00']) {
      world.setNow(`2026-12-01T${now}.000Z`)
      await send()
      states.push((await ours())?.state ?? '')
    }
    const last = await ours()

    expect(states).toEqual(['waiting', 'waiting', 'waiting', 'waiting', 'failed'])
    expect([last?.why, standIn.sent.length, standIn.faults.length]).toEqual([
      'Forbidden: bot was blocked by the user',
      0,
      0,
    ])
    expect((await owedTo('telegram:900000001')).map(([, , status]) => status)).toEqual(['open'])
    const [deal] = await deals()
    const { items } = await scene.ports.notices.inbox(deal?.owner ?? '', { limit: 20 })
    expect(items.filter(({ kind }) => kind === 'message_failed').map(({ why }) => why)).toEqual([
      'Forbidden: bot was blocked by the user',
    ])
  })

  test('is given up after a day, and says so in the language of whoever reads it', async () => {
    await told('telegram-main', telegram(1, 'Добрый день'))
    await write('Здравствуйте!', 'w1')
    standIn.faults.push(...Array.from({ length: 60 }, () => 'broken' as const))
    for (let hour = 0; hour < 30; hour += 1) {
      world.setNow(new Date(Date.parse('2026-12-01T07:00:00.000Z') + hour * 3_600_000).toISOString())
      await send()
    }
    standIn.faults.length = 0
    const last = await ours()
    const [deal] = await deals()
    const stream = (await door.get(`/deals/${deal?.id ?? ''}/conversation`)).body.items
    const page = await (
      await pagesOn({ ...world, ports: scene.ports })(`/app/deals/${deal?.id ?? ''}`, {
        as: 'helen',
        headers: { cookie: 'norma_session=token-helen; norma_language=ru' },
      })
    ).text()

    expect([last?.state, last?.why]).toEqual(['failed', 'It could not be sent for a day.'])
    expect(stream.find(({ state }: { state?: string }) => state === 'failed')?.said).toEqual([
      { say: 'not_sent_given_up' },
    ])
    expect(page).toContain('Отправить не удавалось целые сутки.')
    expect(page).not.toContain('It could not be sent')
  })

  test('by a consumer of its own at once; whoever dies with it in hand leaves it to the clock', async () => {
    await told('telegram-main', telegram(1, 'Добрый день'))
    standIn.faults.push('takes_and_dies')
    const { id, at } = (await write('Здравствуйте!', 'w1')).body
    const consumer = consumers.find(({ name }) => name === 'send-messages')
    await consumer?.run(scene.ports, [queuedEvent({ id, at })])
    const first = (await ours())?.state
    world.setNow('2026-12-01T07:03:00.000Z')
    await send()
    await consumer?.run(scene.ports, [queuedEvent({ id, at })])

    // It was taken, and nobody answered: it is not written a second time, and somebody is asked.
    expect([first, (await ours())?.state]).toEqual(['unsure', 'unsure'])
    expect(standIn.sent).toHaveLength(1)
  })

  test('by Wazzup is tried again at once under the same id, which is one message there for a minute', async () => {
    await sample('10-wazzup-message-and-echo.http')
    standIn.faults.push('takes_and_dies')
    await write('Здравствуйте!', 'w1')
    await send()
    const first = (await byWazzup())?.state
    world.setNow('2026-12-01T07:03:00.000Z')
    await send()

    const ids = standIn.sent.map(({ body }) => body['crmMessageId'])
    expect([ids.length, new Set(ids).size, ids[0] !== undefined]).toEqual([2, 1, true])
    expect([first, (await byWazzup())?.state]).toEqual(['sent', 'sent'])
  })

  test.each(['takes_and_dies', 'broken'] as const)(
    'by Wazzup is in doubt where it says nothing the second time, too: %s',
    async (fault) => {
      await sample('10-wazzup-message-and-echo.http')
      standIn.faults.push('takes_and_dies', fault)
      await write('Здравствуйте!', 'w1')
      await send()
      const asked = standIn.sent.length
      world.setNow('2026-12-01T07:30:00.000Z')
      await send()

      expect((await byWazzup())?.state).toBe('unsure')
      expect(standIn.sent.length).toBe(asked)
    },
  )

  test('where nobody is there at all, has not left: it is tried again', async () => {
    await told('telegram-main', telegram(1, 'Добрый день'))
    const kept = await scene.ports.integrations.find('telegram-main')
    if (kept === undefined) throw new Error('Telegram is connected.')
    const nowhere = { ...kept, settings: { ...kept.settings, api: 'http://127.0.0.1:9' }, rev: kept.rev + 1 }
    await scene.ports.integrations.save(nowhere)
    await write('Здравствуйте!', 'w1')
    await send()

    expect((await ours())?.state).toBe('waiting')
  })

  test('in doubt at WhatsApp is found by the state that names it', async () => {
    await sample('02-whatsapp-text-emoji.http')
    standIn.faults.push('takes_and_dies')
    await write('Есть', 'w1')
    await send()
    const mine = async () => (await messagesOf('+79005550201')).find(({ direction }) => direction === 'out')
    const doubt = (await mine())?.state
    const callback = standIn.sent[0]?.body['biz_opaque_callback_data']
    const status = {
      id: 'wamid.LATER',
      status: 'delivered',
      timestamp: '1796104900',
      biz_opaque_callback_data: callback,
    }
    const notice = {
      entry: [{ changes: [{ value: { statuses: [status, { ...status, biz_opaque_callback_data: 'out:x' }] } }] }],
    }
    const body = JSON.stringify(notice)
    const { createHmac } = await import('node:crypto')
    const signature = createHmac('sha256', sampleSecrets['whatsapp']?.['app'] ?? '')
      .update(body)
      .digest('hex')
    await told('whatsapp-main', notice, { 'x-hub-signature-256': `sha256=${signature}` })

    expect([doubt, (await mine())?.state]).toEqual(['unsure', 'delivered'])
  })

  test('is read once anybody said so, whatever else is said before or after, and even before it is known by its id', async () => {
    await sample('02-whatsapp-text-emoji.http')
    await write('Есть', 'w1')
    const status = (word: string) => ({
      kind: 'message' as const,
      message: 'wamid.OUT1',
      state: word as 'read',
    })
    const { keepMessageFacts } = await import('#channels/usecases/keep-message-facts')
    const kept = await scene.ports.integrations.find('whatsapp-main')
    if (kept === undefined) throw new Error('WhatsApp is connected.')
    await keepMessageFacts(scene.ports, kept, [status('read')], world.now())
    await send()
    await keepMessageFacts(scene.ports, kept, [status('delivered'), status('failed')], world.now())

    expect((await messagesOf('+79005550201')).find(({ direction }) => direction === 'out')?.state).toBe('read')
  })

  test('is delivered though the messenger says so in the very moment in which its id is noted here', async () => {
    await sample('02-whatsapp-text-emoji.http')
    await write('Есть', 'w1')
    const { keepMessageFacts } = await import('#channels/usecases/keep-message-facts')
    const kept = await scene.ports.integrations.find('whatsapp-main')
    if (kept === undefined) throw new Error('WhatsApp is connected.')
    const { talks } = scene.ports
    let isTold = false
    const findMessage: typeof talks.findMessage = async (id) => {
      const was = await talks.findMessage(id)
      if (id !== 'whatsapp-main:wamid.OUT1' || isTold) return was
      isTold = true
      const fact = { kind: 'message', message: 'wamid.OUT1', state: 'delivered' } as const
      await keepMessageFacts(scene.ports, kept, [fact], world.now())
      return was
    }
    await sendMessages({ ...scene.ports, talks: { ...talks, findMessage } }, world.now())

    expect(isTold).toBe(true)
    expect((await messagesOf('+79005550201')).find(({ direction }) => direction === 'out')?.state).toBe('delivered')
  })

  test('is refused while the client has revoked a consent that is for messengers, and goes out when they agree again', async () => {
    await sample('02-whatsapp-text-emoji.http')
    const [deal] = await deals()
    const client = deal?.links?.[0]?.client ?? ''
    const said = { id: 'ref_1', consent: 'news', name: 'Offers', by: 'anna', of: [client], for: ['messenger'] } as const
    await world.ports.consents.keep(client, { ...said, state: 'revoked', at: '2026-12-01T06:00:00.000Z' })
    const refused = await write('Есть', 'w7')
    await world.ports.consents.keep(client, { ...said, id: 'ref_2', state: 'agreed', at: '2026-12-01T06:30:00.000Z' })
    const written = await write('Есть', 'w8')

    expect([refused.status, refused.body.code]).toEqual([422, 'field_value'])
    expect(refused.body.detail).toContain('Offers')
    expect(written.status).toBeLessThan(300)
  })

  test('is refused in a talk, too, where the number that was shared in it is of whoever has revoked', async () => {
    await told('telegram-main', telegram(1, 'Добрый день'))
    await sample('16-telegram-contact-shared.http')
    const by = { actor: { kind: 'system', id: 'import' }, at: world.now(), owner: 'anna' } as const
    const card = await scene.ports.knownClients.take({ name: 'Пётр', phone: '+79005550205' }, by)
    const client = card?.client.id ?? ''
    const said = { id: 'ref_1', consent: 'news', name: 'Offers', by: 'anna', of: [client], for: ['messenger'] } as const
    await world.ports.consents.keep(client, { ...said, state: 'revoked', at: '2026-12-01T06:00:00.000Z' })
    const talk = await talkOf('telegram:900000001')
    const refused = await door.post(`/talks/${talk}/messages`, { text: 'Здравствуйте!' }, { as: 'helen' })

    expect([refused.status, refused.body.code]).toEqual([422, 'field_value'])
    expect(refused.body.detail).toContain('Offers')
  })

  test('stays here where the client revokes between writing and sending, and says so', async () => {
    await told('telegram-main', telegram(1, 'Добрый день'))
    const [deal] = await deals()
    const client = deal?.links?.[0]?.client ?? ''
    standIn.faults.push('too_many')
    await write('Здравствуйте!', 'w1')
    await send()
    const said = { id: 'ref_1', consent: 'news', name: 'Offers', by: 'anna', of: [client], for: ['messenger'] } as const
    await world.ports.consents.keep(client, { ...said, state: 'revoked', at: '2026-12-01T06:00:00.000Z' })
    world.setNow('2026-12-01T07:30:00.000Z')
    await send()

    expect(standIn.sent).toEqual([])
    expect(await ours()).toMatchObject({ state: 'failed', why: 'The client has revoked “Offers”.' })
  })

  test('is refused when the time for free text is over, and to whoever may only see the deal', async () => {
    await sample('02-whatsapp-text-emoji.http')
    const [deal] = await deals()
    world.setNow('2026-12-02T06:00:01.000Z')
    const late = await write('Есть', 'w1')
    const other = await door.post(`/deals/${deal?.id ?? ''}/messages`, { text: 'x' }, { as: 'cyril' })

    expect([late.status, other.status]).toEqual([422, 404])
    expect(late.body.detail).toContain('WhatsApp'.toLowerCase())
    expect(standIn.sent).toEqual([])
  })

  describe('by an approved template of WhatsApp', () => {
    let path: string
    let owner: string

    beforeEach(async () => {
      const kept = await scene.ports.integrations.find('whatsapp-main')
      if (kept === undefined) throw new Error('WhatsApp is connected.')
      const [was] = kept.secrets
      const secrets = [{ values: { ...was?.values, account: '100000000000001' } }]
      await scene.ports.integrations.save({ ...kept, secrets, rev: kept.rev + 1 })
      await sample('02-whatsapp-text-emoji.http')
      const [deal] = await deals()
      owner = deal?.owner ?? ''
      path = `/deals/${deal?.id ?? ''}/messages`
      world.setNow('2026-12-02T06:00:01.000Z')
    })
    const put = (body: object, key: string) => door.post(path, body, { as: owner, headers: { 'idempotency-key': key } })

    test('a client is written to when the time for free text is over, with its places filled in', async () => {
      const list = await door.get(`/talks/${await talkOf('+79005550201')}/templates/whatsapp-main`, { as: owner })
      const answer = await put({ template: 'offer_ready/ru', places: ['Иван', '12  декабря'] }, 't1')
      await put({ template: 'named/ru', places: ['Иван', 'в пятницу'] }, 't2')
      await send()

      expect(list.body.items.map(({ id, places }: { id: string; places: string[] }) => [id, places])).toEqual([
        ['named/ru', ['who', 'when']],
        ['offer_ready/ru', ['1', '2']],
        ['thanks/ru', []],
      ])
      expect(answer.status).toBe(201)
      const sent = standIn.sent.map(({ body }) => body['template'] as { components: { parameters: unknown }[] })
      expect(sent.map(({ components }) => components[0]?.parameters)).toEqual([
        [
          { type: 'text', text: 'Иван' },
          { type: 'text', text: '12 декабря' },
        ],
        [
          { type: 'text', parameter_name: 'who', text: 'Иван' },
          { type: 'text', parameter_name: 'when', text: 'в пятницу' },
        ],
      ])
      const mine = (await messagesOf('+79005550201')).filter(({ direction }) => direction === 'out')
      expect(mine.map(({ text, state }) => [text, state]).toSorted()).toEqual([
        ['Иван, ждём вас в пятницу, Иван!', 'sent'],
        ['Иван, предложение готово до 12  декабря.', 'sent'],
      ])
    })

    test.each([
      [{ template: 'offer_ready/ru', places: ['Иван'] }, 'has 2 places'],
      [{ template: 'waits/ru' }, 'not an approved template'],
      [{ template: 'thanks/ru', text: 'Спасибо' }, 'one of the two'],
      [{}, 'one of the two'],
    ])('%j is refused before anything is sent', async (body, why) => {
      const answer = await put(body, 't3')
      await send()

      expect([answer.status, standIn.sent]).toEqual([422, []])
      expect(answer.body.detail).toContain(why)
    })

    test('is chosen on the page of the talk, which says why where the messenger does not tell them', async () => {
      const id = await talkOf('+79005550201')
      const look = async () =>
        (
          await pagesOn({ ...world, ports: scene.ports })(`/app/talks/${id}?templates=whatsapp-main`, {
            as: owner,
            headers: { cookie: `norma_session=token-${owner}; norma_language=ru` },
          })
        ).text()
      const page = await look()
      const kept = await scene.ports.integrations.find('whatsapp-main')
      if (kept === undefined) throw new Error('WhatsApp is connected.')
      const secrets = [{ values: { ...kept.secrets[0]?.values, token: 'old' } }]
      await scene.ports.integrations.save({ ...kept, secrets, rev: kept.rev + 1 })
      const without = await look()

      expect(page).toContain('{{1}}, предложение готово до {{2}}.')
      expect(page).toContain('Выбрать шаблон –')
      expect(without).toContain('Invalid OAuth access token.')
    })
  })
})

test('whoever dies at any step and is asked again leaves the same: one deal, one answer owed, one line for each', async () => {
  const outcome = async (deathAt: number | undefined) => {
    world = await aWorldInMemory({ text: rules, now: '2026-12-01T07:00:00.000Z' })
    scene = await channelScene({ ports: { ...world.ports, outlet: webhookOutlet({ allowLoopback: true }) } })
    const { integration, raw } = sampleIn('messengers/10-wazzup-message-and-echo.http')
    await scene.send(integration, raw)
    const [arrival] = (await scene.ports.integrations.arrivals(integration, { limit: 1 })).items
    const kept = await scene.ports.integrations.find(integration)
    const whole = await scene.ports.integrations.arrival(integration, arrival?.id ?? '')
    if (kept === undefined || whole === undefined) throw new Error('It was kept.')
    const { readArrival } = await import('#channels/usecases/read-arrivals')
    const dying = dyingAt(scene.ports, deathAt)
    const died = await readArrival(dying.ports, kept, whole).then(
      () => false,
      () => true,
    )
    const steps = dying.calls()
    await readArrival(scene.ports, kept, whole)
    const lines = (await messagesOf('+79005550202')).map(({ id, direction, text }) => [id, direction, text])
    return { died, steps, says: [lines, (await deals()).length, await owedTo('+79005550202')] }
  }
  const { says: right, steps } = await outcome(undefined)
  const deaths: number[] = []
  for (let step = 1; step <= steps; step += 1) {
    const { died, says } = await outcome(step)
    if (died) deaths.push(step)
    expect(says).toEqual(right)
  }
  expect(deaths.length).toBeGreaterThan(20)
})

/** Ports of which the n-th call to what is kept of channels and deals is not survived: it is made, and nobody hears of it. */
function dyingAt(ports: World['ports'], death: number | undefined) {
  let calls = 0
  const mortal = <T extends object>(port: T): T =>
    new Proxy(port, {
      get: (target, name) => {
        const found: unknown = Reflect.get(target, name)
        if (typeof found !== 'function') return found
        return async (...given: readonly unknown[]) => {
          calls += 1
          const now = calls
          const answer: unknown = await (found as (...all: readonly unknown[]) => unknown)(...given)
          if (now === death) throw new Error('The process died.')
          return answer
        }
      },
    })
  const { talks, deals: dealStore, integrations } = ports
  const all = { ...ports, talks: mortal(talks), deals: mortal(dealStore), integrations: mortal(integrations) }
  return { ports: all, calls: () => calls }
}

describe('a message', () => {
  const facts: readonly KeptMessageFact[] = [
    {
      direction: 'out',
      contact: '+79005550201',
      text: 'Есть',
      state: 'waiting',
      at: '2026-12-01T07:00:00.000Z',
      learnedAt: 'a',
    },
    { state: 'sent', learnedAt: 'b' },
    { state: 'delivered', learnedAt: 'c' },
    { state: 'read', learnedAt: 'd' },
    { state: 'failed', why: 'x', learnedAt: 'e' },
  ]

  test('is the same in every order of what was told of it, however often', () => {
    const right = messageOf('m', 'i', facts)
    const orders = fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 })

    fc.assert(
      fc.property(orders, (given) => {
        const kept = given.reduce<readonly KeptMessageFact[]>((known, one) => withMessageFacts(known, [one]), [])
        expect(messageOf('m', 'i', kept)).toEqual(right)
      }),
    )
    expect(right?.state).toBe('read')
  })

  test.each([
    ['👍', false],
    ['Ок.', false],
    ['Спасибо!', false],
    ['Спасибо, а когда привезёте?', true],
    ['?', true],
    ['', false],
  ])('“%s” owes an answer: %s', (text, owes) => {
    expect(owesAnswer({ text, attachments: [] })).toBe(owes)
  })
})
