import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { Unreadable } from '#channels/adapter'
import { foldQuotes } from '#channels/domain/mail/fold-quotes'
import { readText } from '#channels/domain/mail/mail-bytes'
import type { Message, MessageFact } from '#channels/domain/messages'
import { mailFacts } from '#channels/usecases/read-mail'
import { sendMessages } from '#channels/usecases/send-messages'
import { writtenDate } from '#channels/domain/mail/written-date'
import { openAttachment } from '#channels/usecases/attachments/open-attachment'
import { readDealConversation } from '#channels/usecases/read-conversation'
import { settleMessage } from '#channels/usecases/writing/settle-message'
import { createDeal } from '#usecases/deals/create-deal'
import { writeToDeal, writeToTalk } from '#channels/usecases/write-message'
import { mailServer, type MailServer } from '#test/stand-ins/mail-server'
import { webhookOutlet } from '#webhooks/events/webhook-outlet'
import { aWorldInMemory, type World } from '#test/support/world'

import { channelScene, type ChannelScene } from './channel-scene'
import { plainRules } from '#test/support/steady-rules'

const folder = 'test/fixtures/channels/email'
const mailbox = 'sales@in.norma.example'
const bytesOf = (name: string) =>
  readFileSync(join(folder, readdirSync(folder).find((one) => one.startsWith(name)) ?? ''))
const factOf = async (name: string) => (await mailFacts(bytesOf(name), mailbox))[0] as MessageFact | undefined

describe('a mail', () => {
  test.each([
    ['01', 'Добрый день!\nСогласны, присылайте договор.\n\nС уважением,\nИван Петров'],
    ['02', 'Заявка на поставку\nПерезвоните мне, пожалуйста: 8 900 555-04-01'],
    ['04', 'Да, подходит.'],
    ['09', 'When can you deliver?'],
    ['13', 'To both of you.'],
    ['18', 'Счёт во вложении'],
  ])('%s is read as it was written, whatever alphabet it names, without what it quotes', async (name, text) => {
    const fact = await factOf(name)

    expect([fact?.text, fact?.direction, fact?.isAutomatic]).toEqual([text, 'in', undefined])
  })

  test('keeps what it quotes, whole', async () => {
    expect((await factOf('01'))?.quoted).toMatch(/^От: Анна Сидорова[\s\S]*Высылаю предложение\.$/)
    expect((await factOf('04'))?.quoted).toContain('> Высылаю счёт.')
  })

  test('names what hangs on it, in its own letters', async () => {
    const hangs = async (name: string) =>
      ((await factOf(name))?.attachments ?? []).map((one) => [one.name, one.bytes?.length])

    expect(await hangs('19')).toEqual([['Договор.pdf', 9]])
    // What Outlook packs into winmail.dat is unpacked.
    expect(await hangs('18')).toEqual([['schet.txt', 10]])
  })

  test('of a machine is one, of many alike or our own says nothing', async () => {
    expect((await factOf('07'))?.isAutomatic).toBe(true)
    expect([await mailFacts(bytesOf('10'), mailbox), await mailFacts(bytesOf('16'), mailbox)]).toEqual([[], []])
  })

  test('that says it is from us and fails the check of its sender is put aside', async () => {
    await expect(mailFacts(bytesOf('17'), mailbox)).rejects.toThrow(Unreadable)
  })

  test('that an employee wrote to a client is ours, and says whose', async () => {
    expect(await factOf('12')).toMatchObject({
      direction: 'out',
      contact: 'ivan@client.example',
      by: 'anna@norma.example',
      text: 'Высылаю договор.',
    })
  })

  test('of a client that an employee forwards to us is the client’s, of when they wrote it', async () => {
    const [fact] = await mailFacts(bytesOf('11'), mailbox, '', 'Europe/Moscow')

    expect(fact).toMatchObject({
      direction: 'in',
      contact: 'ivan@client.example',
      name: 'Иван Петров',
      subject: 'Заявка',
      text: 'Нужно 20 тонн.',
      quoted: 'anna@norma.example: Занесите, пожалуйста',
      at: '2026-12-01T06:58:00.000Z',
    })
  })

  test.each([
    ['чт, 12 нояб. 2026 г. в 10:15', '2026-11-12T07:15:00.000Z'],
    ['Tue, Dec 1, 2026 at 9:58 PM', '2026-12-01T18:58:00.000Z'],
    ['3 мая 2026 г. 12:00', '2026-05-03T09:00:00.000Z'],
    ['01.12.2026, 09:58', '2026-12-01T06:58:00.000Z'],
    ['yesterday at noon', undefined],
    ['31.02.2026 10:00', undefined],
  ])('the time of one that is forwarded is read as programs write it: %s', (text, at) => {
    expect(writtenDate(text, 'Europe/Moscow')).toBe(at)
  })

  test('that reports a failure names the mail that was not delivered, and why', async () => {
    expect(await mailFacts(bytesOf('06'), mailbox)).toEqual([
      { kind: 'message', message: 'd.01JABC.m1@norma.example', state: 'failed', why: '550 5.1.1 User unknown' },
    ])
  })
})

describe('what is quoted', () => {
  const written = 'Да, берём.\nКогда ждать?'
  test.each([
    [
      'Outlook',
      `${written}\n\nОт: Анна <anna@norma.example>\nОтправлено: 30 ноября 2026 г. 17:40\nКому: Иван\nТема: Счёт\n\nВысылаю.`,
    ],
    ['Gmail', `${written}\n\nчт, 12 нояб. 2026 г. в 10:15, Анна <anna@norma.example>:\n\n> Высылаю.\n`],
    ['Yandex', `${written}\n\n12.11.2026, 10:15, "Анна" <anna@norma.example>:\n> Высылаю.`],
    ['Mail.ru', `${written}\n\nЧетверг, 12 ноября 2026, 10:15 +03:00 от Анна <anna@norma.example>:\n>Высылаю.`],
    [
      'iPhone',
      `${written}\n\nОтправлено с iPhone\n\n> 12 нояб. 2026 г., в 10:15, Анна <anna@norma.example> написал(а):\n> \n> Высылаю.`,
    ],
    ['wrapped', `${written}\n\nпн, 30 нояб. 2026 г. в 17:40, Анна Сидорова\n<anna@norma.example>:\n\n> Высылаю.`],
    ['forward', `${written}\n\n-------- Пересылаемое сообщение --------\n30.11.2026, Анна: Высылаю.`],
    ['English', `${written}\n\nOn Thu, 12 Nov 2026 at 10:15, Anna <anna@norma.example> wrote:\n> Высылаю.`],
  ])('by %s is folded, and nothing of it is lost', (_, text) => {
    const { visible, quoted = '' } = foldQuotes(text)

    expect(visible).toBe(written)
    expect(quoted).toContain('Высылаю')
    expect(`${visible}${quoted}`.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
  })

  test('between answers is shown with them: without the questions they say nothing', () => {
    const inline = '> Когда ждать?\nВ пятницу.\n> А оплата?\nПо счёту.'

    expect(foldQuotes(inline)).toEqual({ visible: inline })
  })

  test.each(['Встреча 12.11.2026 в 10:15, адрес тот же.', 'Тема: скидка\nДавайте обсудим.', ''])(
    'is nothing of what only looks like it: %s',
    (text) => {
      expect(foldQuotes(text)).toEqual({ visible: text })
    },
  )
})

test('Russian is read in any of its alphabets, declared or not', () => {
  const words = [
    'доставка',
    'когда',
    'счёт',
    'привезёте',
    'спасибо',
    'оплата',
    'Здравствуйте',
    'нужно',
    'договор',
    'Анна',
  ]
  const sentence = fc.array(fc.constantFrom(...words), { minLength: 3, maxLength: 30 }).map((some) => some.join(' '))
  const tables = new Map(
    ['windows-1251', 'koi8-r'].map((alphabet) => {
      const decoder = new TextDecoder(alphabet)
      return [alphabet, new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))]
    }),
  )
  const encoded = (text: string, alphabet: string) =>
    Uint8Array.from(text, (sign) => tables.get(alphabet)?.get(sign) ?? 63)

  fc.assert(
    fc.property(sentence, fc.constantFrom('windows-1251', 'koi8-r'), (text, alphabet) => {
      const bytes = encoded(text, alphabet)
      expect([readText(bytes), readText(bytes, 'utf-8'), readText(bytes, alphabet)]).toEqual([text, text, text])
      expect(readText(new TextEncoder().encode(text), alphabet)).toBe(text)
    }),
  )
})

describe('a mailbox of ours', () => {
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
    scene = await channelScene(world)
    const kept = await scene.ports.integrations.find('mail-main')
    if (kept === undefined) throw new Error('The mailbox is connected.')
    await scene.ports.integrations.save({ ...kept, settings: { ...kept.settings, mailbox }, rev: kept.rev + 1 })
    await scene.ports.integrations.save({ ...kept, id: 'mail-other', settings: { ...kept.settings, mailbox }, rev: 1 })
  })

  const comes = async (name: string, to = 'mail-main') => {
    const headers = { authorization: 'Bearer mail-key-0001', 'content-type': 'message/rfc822' }
    await scene.send(to, { method: 'POST', tail: '', query: '', headers, body: bytesOf(name) })
    await scene.read()
  }
  const said = async (contact: string) => {
    const { items } = await scene.ports.talks.lines(await scene.ports.talks.talkIdOf(contact), { limit: 100 })
    return items.map(({ says }) => says as Message)
  }
  const owed = async (contact: string) => {
    const id = await scene.ports.talks.talkIdOf(contact)
    const tasks = await scene.ports.deals.tasksOfSubject({ kind: 'talk', id })
    return tasks.map(({ owes, status, responsible }) => [owes?.kind, status, responsible])
  }

  test('has the same mail once, in whichever mailbox it comes and however often', async () => {
    await comes('13')
    await comes('13', 'mail-other')
    await comes('13')

    expect((await said('ivan@client.example')).map(({ text }) => text)).toEqual(['To both of you.'])
    expect(await owed('ivan@client.example')).toEqual([['answer', 'open', 'helen']])
  })

  test('owes an answer to people alone: not to machines, newsletters, forged senders and its own notices', async () => {
    for (const name of ['06', '07', '10', '16', '17']) await comes(name)
    const health = await scene.ports.integrations.health('mail-main')

    expect(await owed('maria@client.example')).toEqual([])
    expect((await said('maria@client.example')).map(({ isAutomatic }) => isAutomatic)).toEqual([true])
    expect(health.unreadable).toBe(1)
    await comes('09')
    expect(await owed('maria@client.example')).toHaveLength(1)
  })

  test('keeps what hangs on a mail, and hands it out as a download to whom the talk concerns alone', async () => {
    await comes('18')
    await comes('18', 'mail-other')
    const id = await scene.ports.talks.talkIdOf('ivan@client.example')
    const people = await scene.ports.people.load()
    const open = async (who: string, no = 0) =>
      openAttachment(
        scene.ports,
        { ...(await world.as(who)), people },
        { talk: id, message: 'mail:w1@client.example' },
        { no },
      )
    const [line] = await said('ivan@client.example')
    const file = line?.attachments[0]?.file ?? ''

    expect(line?.attachments.map(({ name, size, kind }) => [name, size, kind])).toEqual([
      ['schet.txt', 10, 'text/plain'],
    ])
    expect(new TextDecoder().decode(await scene.ports.files.get(file))).toContain('Invoice 5')
    expect((await open('helen')).url).not.toBe('')
    await expect(open('cyril')).rejects.toThrow('There is no talk')
    await expect(open('helen', 1)).rejects.toThrow('1 came with the message')
  })

  test('owes and sends nothing however many answering machines write', async () => {
    const headers = { authorization: 'Bearer mail-key-0001', 'content-type': 'message/rfc822' }
    for (let no = 0; no < 50; no += 1) {
      const body = Buffer.from(bytesOf('07').toString('utf8').replace('<o1@', `<o${no}@`))
      await scene.send('mail-main', { method: 'POST', tail: '', query: '', headers, body })
    }
    await scene.read()

    expect(await said('maria@client.example')).toHaveLength(50)
    expect(await owed('maria@client.example')).toEqual([])
    expect(await scene.ports.talks.outgoingDue('2030-01-01T00:00:00.000Z', 10)).toEqual([])
    const boxes = await Promise.all(['helen', 'anna'].map((who) => scene.ports.notices.inbox(who, { limit: 10 })))
    expect(boxes.flatMap(({ items }) => items)).toEqual([])
  })

  test('is answered by what an employee wrote from their own, of which a copy came', async () => {
    const { anna } = (await scene.ports.people.load()).employees
    if (anna === undefined) throw new Error('Anna works here.')
    await scene.ports.people.saveEmployee({ ...anna, email: 'Anna@Norma.example' })
    await comes('05')
    const before = await owed('ivan@client.example')
    await comes('12')

    expect(before.map(([, status]) => status)).toEqual(['open'])
    expect((await owed('ivan@client.example')).map(([, status]) => status)).toEqual(['done'])
    const id = await scene.ports.talks.talkIdOf('ivan@client.example')
    expect(await scene.ports.deals.tasksOfSubject({ kind: 'talk', id })).toMatchObject([{ doneBy: 'anna' }])
  })

  test('keeps an answer in its talk, whoever of the client’s wrote it', async () => {
    await comes('13')
    const colleague = bytesOf('05')
      .toString('utf8')
      .replace('From: ivan@client.example', 'From: boss@client.example')
      .replace('<t1@client.example>', '<t2@client.example>')
      .replace('Date:', 'In-Reply-To: <same1@client.example>\r\nDate:')
    const headers = { authorization: 'Bearer mail-key-0001', 'content-type': 'message/rfc822' }
    await scene.send('mail-main', { method: 'POST', tail: '', query: '', headers, body: Buffer.from(colleague) })
    await scene.read()

    expect((await said('ivan@client.example')).map(({ text }) => text).toSorted()).toEqual([
      'OK, go ahead.',
      'To both of you.',
    ])
    expect(await said('boss@client.example')).toEqual([])
  })

  describe('is answered by mail', () => {
    let server: MailServer

    beforeEach(async () => {
      server = await mailServer()
      scene = { ...scene, ports: { ...scene.ports, outlet: webhookOutlet({ allowLoopback: true }) } }
      const kept = await scene.ports.integrations.find('mail-main')
      if (kept === undefined) throw new Error('The mailbox is connected.')
      const secrets = [{ values: { key: 'mail-key-0001', smtp: `smtp://127.0.0.1:${server.port}` } }]
      await scene.ports.integrations.save({ ...kept, secrets, rev: kept.rev + 1 })
    })
    afterEach(() => server.stop())

    const write = async () => {
      const talk = await scene.ports.talks.talkIdOf('ivan@client.example')
      const people = await scene.ports.people.load()
      const { caller } = await world.as('helen')
      const writer = { caller, people, command: { once: { key: 'm1', requestHash: 'm1', status: 201 } } }
      return writeToTalk(scene.ports, writer, talk, { text: 'Отгрузим в пятницу.' })
    }

    test('as the person who writes, in the thread, and the answer comes back into the talk whoever sends it', async () => {
      await comes('05')
      world.setNow('2026-12-01T08:10:00.000Z')
      await write()
      await sendMessages(scene.ports, world.now())
      const [sent = ''] = server.mails
      const replyTo = /^Reply-To: (\S+)/im.exec(sent)?.[1] ?? ''
      const answer = (to: string, id: string) =>
        Buffer.from(`From: boss@client.example\r\nTo: ${to}\r\nMessage-ID: <${id}>\r\nSubject: Re\r\n\r\nFine ${id}.`)
      const headers = { authorization: 'Bearer mail-key-0001', 'content-type': 'message/rfc822' }
      const post = (body: Uint8Array) => scene.send('mail-main', { method: 'POST', tail: '', query: '', headers, body })
      world.setNow('2026-12-01T08:15:00.000Z')
      await post(answer(replyTo, 'right'))
      await post(answer(replyTo.replace(/[0-9a-f]{10}@/, '0123456789@'), 'guessed'))
      await scene.read()

      expect(sent).toMatch(/^To: ivan@client\.example/m)
      expect(sent).toContain('In-Reply-To: <t1@client.example>')
      expect(sent).toContain(`<${mailbox}>`)
      expect(sent).not.toMatch(/auto-submitted/i)
      expect((await owed('ivan@client.example')).map(([, status]) => status).toSorted()).toEqual(['done', 'open'])
      expect((await said('ivan@client.example')).map(({ text }) => text)).toContain('Fine right.')
      expect((await said('boss@client.example')).map(({ text }) => text)).toEqual(['Fine guessed.'])
    })

    test('first, from a deal, to the address on the client’s card, with files of the deal and what it is about', async () => {
      const command = await world.as('helen')
      const client = { name: 'Pyotr', email: 'pyotr@client.example' }
      const deal = await createDeal(scene.ports, command, { title: 'Racks', client, pipeline: 'b2b_new' })
      const subject = { kind: 'deal', id: deal.id } as const
      await scene.ports.files.put(`${deal.id}/file_1`, Buffer.from('%PDF-1.4 offer'))
      const file = { id: 'file_1', subject, name: 'Счёт.pdf', size: 14, sha256: '', by: 'helen', at: world.now() }
      await scene.ports.attached.addFile({ ...file, type: 'application/pdf' })
      const people = await scene.ports.people.load()
      const writer = { ...command, people, command: { once: { key: 'm2', requestHash: 'm2', status: 201 } } }
      const letter = { text: 'Высылаю счёт.', files: ['file_1'] }
      const ways = (await readDealConversation(scene.ports, writer, deal.id)).answers
      await writeToDeal(scene.ports, writer, deal.id, letter)
      await sendMessages(scene.ports, world.now())
      const [mail = ''] = server.mails

      expect(ways.map(({ name, open, mail: isMail }) => [name, open, isMail])).toEqual([['mail-main', true, true]])
      expect(mail).toMatch(/^To: pyotr@client\.example/m)
      expect(mail).toMatch(/^Subject: Racks/m)
      expect(mail).toContain(Buffer.from('%PDF-1.4 offer').toString('base64'))
      await expect(writeToDeal(scene.ports, writer, deal.id, { ...letter, files: ['file_9'] })).rejects.toThrow(
        'file_9',
      )
    })

    test('and where whoever sent it was cut off it is not sent again before somebody says so', async () => {
      await comes('05')
      world.setNow('2026-12-01T08:10:00.000Z')
      const { id, talk } = await write()
      const cutOff = { ...scene.ports.talks, saveMessage: () => Promise.reject(new Error('The process was ended.')) }
      await expect(sendMessages({ ...scene.ports, talks: cutOff }, world.now())).rejects.toThrow('ended')
      world.setNow('2026-12-01T08:15:00.000Z')
      await sendMessages(scene.ports, world.now())
      const people = await scene.ports.people.load()
      const asker = { ...(await world.as('helen')), people }
      const state = async () => (await said('ivan@client.example')).find(({ direction }) => direction === 'out')?.state
      const before = [server.mails.length, await state(), (await owed('ivan@client.example'))[0]?.[1]]
      const { items } = await scene.ports.notices.inbox('helen', { limit: 10 })
      const told = items.filter(({ kind }) => kind === 'message_failed')
      await settleMessage(scene.ports, asker, { talk, message: id }, { left: true })

      expect(before).toEqual([1, 'unsure', 'open'])
      expect(told).toHaveLength(1)
      expect([await state(), (await owed('ivan@client.example'))[0]?.[1]]).toEqual(['sent', 'done'])
      await expect(settleMessage(scene.ports, asker, { talk, message: id }, { left: true })).rejects.toThrow('known')
    })

    test('and where the server had it and said nothing it is sent again under the same id when somebody says so', async () => {
      await comes('05')
      world.setNow('2026-12-01T08:10:00.000Z')
      const { id, talk } = await write()
      server.mute = 1
      await sendMessages(scene.ports, world.now())
      world.setNow('2026-12-01T09:00:00.000Z')
      await sendMessages(scene.ports, world.now())
      const before = server.mails.length
      const people = await scene.ports.people.load()
      const asker = { ...(await world.as('helen')), people }
      await settleMessage(scene.ports, asker, { talk, message: id }, { left: false })
      await sendMessages(scene.ports, world.now())
      const ids = server.mails.map((mail) => /^Message-ID: (\S+)/im.exec(mail)?.[1])

      expect([before, server.mails.length, new Set(ids).size]).toEqual([1, 2, 1])
    })

    test('and one that is refused for good says why, while one that is put off is tried again', async () => {
      await comes('05')
      world.setNow('2026-12-01T08:10:00.000Z')
      await write()
      server.answers.push('451 4.7.1 Try again later', '550 5.1.1 No such mailbox')
      await sendMessages(scene.ports, world.now())
      const first = (await said('ivan@client.example')).find(({ direction }) => direction === 'out')?.state
      world.setNow('2026-12-01T08:12:00.000Z')
      await sendMessages(scene.ports, world.now())
      const last = (await said('ivan@client.example')).find(({ direction }) => direction === 'out')

      expect([first, last?.state, server.mails]).toEqual(['waiting', 'failed', []])
      expect(last?.why).toContain('No such mailbox')
    })
  })
})
