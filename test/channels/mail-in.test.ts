import { beforeEach, describe, expect, test } from 'vitest'

import { addressCard } from '#channels/domain/address-card'
import type { Message } from '#channels/domain/messages'
import { readDealConversation } from '#channels/usecases/read-conversation'
import { readUnanswered } from '#channels/usecases/read-unanswered'
import { sendNotifications } from '#notices/usecases/send-notifications'
import type { OutgoingMessage } from '#ports/notices'
import { createDeal } from '#usecases/deals/create-deal'
import { tell } from '#usecases/people/tell'
import { aWorldInMemory, type World } from '#test/support/world'

import { channelScene, type ChannelScene } from './channel-scene'

const mailbox = 'sales@in.norma.example'

let world: World
let scene: ChannelScene
let deal: string
let letters: OutgoingMessage[]

beforeEach(async () => {
  world = await aWorldInMemory({ now: '2026-12-01T08:00:00.000Z' })
  letters = []
  const channels = { email: async (letter: OutgoingMessage) => void letters.push(letter) }
  scene = await channelScene({ ports: { ...world.ports, channels } })
  const kept = await scene.ports.integrations.find('mail-main')
  if (kept === undefined) throw new Error('The mailbox is connected.')
  await scene.ports.integrations.save({ ...kept, settings: { ...kept.settings, mailbox }, rev: kept.rev + 1 })
  const { employees } = await scene.ports.people.load()
  // Anna works at our domain, Boris writes from an address elsewhere.
  for (const [id, email] of [
    ['anna', 'Anna@norma.example'],
    ['boris', 'boris@post.example'],
  ] as const) {
    const person = employees[id]
    if (person !== undefined) await scene.ports.people.saveEmployee({ ...person, email })
  }
  const command = await world.as('helen')
  const client = { name: 'Ivan', email: 'ivan@client.example' }
  deal = (await createDeal(scene.ports, command, { title: 'Racks', pipeline: 'b2b_new', owner: 'anna', client })).id
})

type Mail = {
  readonly from: string
  readonly to: string
  readonly text: string
  readonly id?: string
  readonly bcc?: string
  readonly head?: string
}

async function comes({ from, to, text, id = 'a1', bcc, head = '' }: Mail): Promise<void> {
  const noted = bcc === undefined ? '' : `Delivered-To: ${bcc}\r\n`
  const date = 'Date: Tue, 01 Dec 2026 10:55:00 +0300'
  const body = `${noted}${head}From: ${from}\r\nTo: ${to}\r\nSubject: Re: Racks\r\nMessage-ID: <${id}@mail.example>\r\n${date}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`
  const headers = { authorization: 'Bearer mail-key-0001', 'content-type': 'message/rfc822' }
  await scene.send('mail-main', { method: 'POST', tail: '', query: '', headers, body: Buffer.from(body) })
  await scene.read()
}

const commentsOf = async () =>
  (await scene.ports.attached.comments({ kind: 'deal', id: deal })).map(({ by, text }) => [by, text])
const saidWith = async (contact: string) => {
  const { items } = await scene.ports.talks.lines(await scene.ports.talks.talkIdOf(contact), { limit: 100 })
  return items.map(({ says }) => says as Message & { readonly dealId?: string })
}
const reasons = async () => {
  const { items } = await scene.ports.integrations.arrivals('mail-main', { limit: 10 })
  return items.flatMap(({ why }) => why ?? [])
}
const conversation = async (who: string) => {
  const people = await scene.ports.people.load()
  return readDealConversation(scene.ports, { ...(await world.as(who)), people }, deal)
}

describe('an answer to a notice by mail', () => {
  let replyTo: string

  beforeEach(async () => {
    const notice = { id: 'n1', kind: 'deal_given', at: world.now(), deal: { id: deal, title: 'Racks' } } as const
    await scene.ports.notices.saveSettings('anna', {
      language: 'ru',
      email: true,
      telegram: null,
      webhook: null,
      digest: false,
      quiet: false,
      myDay: false,
    })
    await tell(scene.ports, 'anna', notice, { urgent: true })
    world.setNow('2026-12-01T08:10:00.000Z')
    await sendNotifications(scene.ports, 'email')
    replyTo = letters[0]?.replyTo ?? ''
  })

  const answer =
    'Клиент просит рассрочку.\r\n\r\nвт, 1 дек. 2026 г. в 11:10, Norma <norma@norma.example>:\r\n> Вам передана сделка'

  test('is a comment of whoever was told, without what it quotes, once however often it comes', async () => {
    await comes({ from: 'Anna <anna@norma.example>', to: replyTo, text: answer })
    await comes({ from: 'Anna <anna@norma.example>', to: replyTo.toLowerCase(), text: answer })

    expect(letters[0]?.text).toContain('Ответьте на это письмо')
    expect(await commentsOf()).toEqual([['anna', 'Клиент просит рассрочку.']])
  })

  test('by anybody else is no comment: a stranger is an ordinary sender, a colleague is told why not', async () => {
    await comes({ from: 'boris@post.example', to: replyTo, text: 'Я за неё.', id: 'b1' })
    await comes({ from: 'thief@elsewhere.example', to: replyTo, text: 'Hello', id: 'c1' })

    expect(await commentsOf()).toEqual([])
    expect(await reasons()).toEqual([expect.stringContaining('not given to boris@post.example')])
    const [hello, ...more] = await saidWith('thief@elsewhere.example')
    expect([hello?.text, hello?.direction, hello?.dealId === deal, more]).toEqual(['Hello', 'in', false, []])
  })

  test('of a machine, of a list, or with a forged sender does nothing', async () => {
    const from = 'anna@norma.example'
    await comes({ from, to: replyTo, text: 'Я в отпуске', id: 'd1', head: 'Auto-Submitted: auto-replied\r\n' })
    await comes({ from, to: replyTo, text: 'x', id: 'd2', head: 'X-Norma-Id: norma-1\r\n' })
    await comes({ from, to: replyTo, text: 'x', id: 'd3', head: 'Authentication-Results: mx; dmarc=fail\r\n' })
    await comes({ from, to: replyTo, text: '', id: 'd4' })

    expect(await commentsOf()).toEqual([])
  })

  test('that somebody’s program writes without end comes to an end', async () => {
    for (let no = 0; no < 65; no += 1)
      await comes({ from: 'anna@norma.example', to: replyTo, text: `No ${no}`, id: `e${no}` })

    expect(await commentsOf()).toHaveLength(60)
    expect((await reasons())[0]).toContain('answers by itself')
  })

  test('has an address only where everything in the message is about one deal', async () => {
    const other = {
      id: 'n3',
      kind: 'integration_silent',
      at: world.now(),
      integration: { id: 'x', name: 'x' },
    } as const
    await tell(scene.ports, 'anna', other, { urgent: true })
    world.setNow('2026-12-01T09:10:00.000Z')
    await sendNotifications(scene.ports, 'email')

    expect(letters.map((letter) => letter.replyTo === undefined)).toEqual([false, true])
  })
})

describe('the address of an employee', () => {
  const mine = async (who: string) => {
    const people = await scene.ports.people.load()
    return (await readUnanswered(scene.ports, { ...(await world.as(who)), people }, {})).mailIn ?? ''
  }

  test('takes a blind copy of what they wrote to a client, from wherever they write', async () => {
    await comes({
      from: 'boris@post.example',
      to: 'ivan@client.example',
      text: 'Отгрузим в пятницу.',
      bcc: await mine('boris'),
    })

    expect(await saidWith('ivan@client.example')).toMatchObject([
      { direction: 'out', by: 'boris', text: 'Отгрузим в пятницу.' },
    ])
    expect(await saidWith('boris@post.example')).toEqual([])
  })

  test('takes nothing of anybody else’s as theirs', async () => {
    await comes({ from: 'anna@norma.example', to: await mine('boris'), text: 'Привет', id: 'f1' })
    await comes({
      from: 'x@elsewhere.example',
      to: 'ivan@client.example',
      bcc: await mine('boris'),
      text: 'Hi',
      id: 'f2',
    })

    expect(await reasons()).toEqual([expect.stringContaining('not given to anna@norma.example')])
    expect(await saidWith('ivan@client.example')).toEqual([])
  })

  test('for a deal puts a mail on it and its client, and a word to nobody else is a comment', async () => {
    const to = (await conversation('anna')).mailIn ?? ''
    await comes({
      from: 'anna@norma.example',
      to: 'buyer@client.example',
      text: 'Договор во вложении.',
      bcc: to,
      id: 'g1',
    })
    await comes({ from: 'anna@norma.example', to, text: 'Звонил директор.', id: 'g2' })

    expect(await saidWith('buyer@client.example')).toMatchObject([{ direction: 'out', by: 'anna', dealId: deal }])
    expect((await conversation('anna')).items.map(({ kind, text }) => [kind, text])).toEqual([
      ['note', 'Звонил директор.'],
      ['message', 'Договор во вложении.'],
    ])
  })

  test('for a deal is of no use to whoever may not see it any more', async () => {
    const to = (await conversation('anna')).mailIn ?? ''
    const { employees } = await scene.ports.people.load()
    const anna = employees['anna']
    if (anna !== undefined) await scene.ports.people.saveEmployee({ ...anna, active: false })
    await comes({ from: 'anna@norma.example', to, text: 'Ещё я.', id: 'h1' })

    expect(await commentsOf()).toEqual([])
  })
})

test('an address goes into the address book as a card that every mail program reads', () => {
  const card = addressCard('Норма: Стеллажи; «Восток», второй склад', 'sales+d.1a.b2@in.norma.example')
  const unfolded = card.replaceAll('\r\n ', '')

  expect(unfolded.split('\r\n')).toEqual([
    'BEGIN:VCARD',
    'VERSION:3.0',
    String.raw`N:;Норма: Стеллажи\; «Восток»\, второй склад;;;`,
    String.raw`FN:Норма: Стеллажи\; «Восток»\, второй склад`,
    'EMAIL;TYPE=INTERNET:sales+d.1a.b2@in.norma.example',
    'END:VCARD',
    '',
  ])
  expect(card.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
})
