import { createHmac } from 'node:crypto'
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { callOf, type KeptFact } from '#channels/domain/calls'
import { orderCall } from '#channels/usecases/dialling/order-call'
import { dialled, type DialPlan } from '#pbx/ordered-calls'
import { runPbx, stateIn, type PbxState } from '#pbx/run-pbx'
import { openSpool } from '#pbx/spool'
import { amiReader } from '#pbx/ami-blocks'
import { growingPauses } from '#pbx/pauses'
import { channelScene, type ChannelScene } from '#test/channels/channel-scene'
import { amiServer, type AmiServer } from '#test/stand-ins/ami-server'
import { aWorldInMemory } from '#test/support/world'

const call = '1796112000.10'

/** One missed call in a queue of two telephones: several channels under one name. */
const missed: readonly Readonly<Record<string, string>>[] = [
  { Event: 'Newchannel', Channel: 'PJSIP/trunk-1', CallerIDNum: '79005550106', Exten: '74955550004', Uniqueid: call },
  { Event: 'QueueCallerJoin', Queue: 'sales', Uniqueid: call },
  ...['101', '102'].map((who, no) => ({
    Event: 'DialBegin',
    DestChannel: `PJSIP/${who}-0000000${no}`,
    DestUniqueid: `1796112004.${11 + no}`,
    Uniqueid: call,
  })),
  ...['101', '102'].map((who, no) => ({
    Event: 'DialEnd',
    DestChannel: `PJSIP/${who}-0000000${no}`,
    DestUniqueid: `1796112004.${11 + no}`,
    DialStatus: 'NOANSWER',
    Uniqueid: call,
  })),
  { Event: 'QueueCallerAbandon', Queue: 'sales', HoldTime: '41', Uniqueid: call },
  { Event: 'Hangup', Channel: 'PJSIP/trunk-1', Cause: '16', Uniqueid: call },
].map((one, no) => ({ ...one, Linkedid: call, Timestamp: `${1796112000 + no * 5}.000000` }))

/** Norma’s door on this machine, which answers as it is told to before it lets anything through. */
type FrontDoor = {
  readonly server: Server
  readonly address: string
  readonly answers: number[]
  /** Resolves when something with these words in it has been taken. */
  readonly took: (words: string) => Promise<void>
}

let scene: ChannelScene
let door: FrontDoor
let exchange: AmiServer
let folder: string
let stopAll: AbortController

beforeEach(async () => {
  scene = await channelScene(await aWorldInMemory())
  await scene.ports.integrations.save({
    id: 'pbx',
    adapter: 'asterisk',
    name: 'pbx',
    settings: { zone: 'Europe/Moscow' },
    lines: {},
    logins: { '101': 'anna', '102': 'boris' },
    paused: false,
    createdAt: '2026-12-01T06:00:00.000Z',
    createdBy: 'helen',
    secrets: [{ values: { key: 'pbx-key' } }],
    rev: 1,
  })
  door = await frontDoor()
  exchange = await amiServer()
  folder = mkdtempSync(join(tmpdir(), 'norma-pbx-'))
  stopAll = new AbortController()
})

afterEach(async () => {
  stopAll.abort()
  await exchange.stop()
  door.server.closeAllConnections()
  await new Promise((resolve) => door.server.close(resolve))
  rmSync(folder, { recursive: true, force: true })
})

describe('the program beside an exchange', () => {
  test('hands on what the exchange tells, half lines and doubled events and all, and it is one missed call', async () => {
    exchange.faults.add('in_pieces').add('twice')
    const program = started()
    await exchange.letIn(1)
    for (const one of missed) await exchange.tell(one)
    await door.took('Event: Hangup')
    await program.stop()

    expect(await joined()).toMatchObject({
      client: '+79005550106',
      direction: 'in',
      result: 'missed',
      place: 'ringing',
    })
    expect(exchange.heard.join('\n')).not.toContain('pbx-password')
  })

  test('keeps on disk what Norma does not take, over a restart of its own, and loses nothing', async () => {
    door.answers.push(503, 401, 404)
    const first = started()
    await exchange.letIn(1)
    for (const one of missed.slice(0, 4)) await exchange.tell(one)
    await first.until(({ norma }) => norma === 'nowhere')
    door.answers.push(...Array.from({ length: 50 }, () => 503))
    await first.stop()
    expect(stateIn(folder)?.waiting.batches).toBeGreaterThan(0)

    door.answers.length = 0
    const second = started()
    await exchange.letIn(2)
    exchange.drop()
    await exchange.letIn(3)
    for (const one of missed.slice(2)) await exchange.tell(one)
    await door.took('Event: Hangup')
    await second.stop()

    expect(await joined()).toMatchObject({ client: '+79005550106', result: 'missed', place: 'ringing' })
    expect((await joined()).legs.map(({ who }) => who)).toContain('102')
  })

  test('takes from the file of calls how a call ended while nobody listened', async () => {
    const cdr = join(folder, 'Master.csv')
    writeFileSync(cdr, '')
    const first = started({ cdr })
    await exchange.letIn(1)
    for (const one of missed.slice(0, 3)) await exchange.tell(one)
    await door.took('DestChannel: PJSIP/101')
    await first.stop()
    expect((await joined()).result).toBe('going')

    const now = localText(new Date(Date.now() + 1_000))
    const channels = ['"PJSIP/trunk-1"', '"PJSIP/102-00000001"', '"Queue"', '"sales,t"']
    const row = ['""', '"79005550106"', '"74955550004"', '"from-trunk"', '""', ...channels, `"${now}"`, `"${now}"`]
    appendFileSync(cdr, `${[...row, `"${now}"`, '60', '40', '"ANSWERED"', '"DOCUMENTATION"', `"${call}"`].join(',')}\n`)
    const second = started({ cdr })
    await exchange.letIn(2)
    await door.took('CallOnFile')
    await second.stop()

    expect(await joined()).toMatchObject({ result: 'answered', by: '102' })
  })

  test('says in the beginning that the exchange does not let it in, and asks it no second time', async () => {
    const how = await started({ password: 'wrong' }).over

    expect(how).toBe('refused')
    expect(exchange.heard.filter((text) => text.includes('Login'))).toHaveLength(1)
    expect(stateIn(folder)?.exchange).toBe('refused')
  })

  test('signs in with its password where the exchange knows no challenge', async () => {
    exchange.faults.add('no_challenge')
    const program = started()
    await exchange.letIn(1)
    await program.until(({ exchange: how }) => how === 'listening')
    await program.stop()

    expect(exchange.heard.find((text) => text.includes('Login'))).toContain('Secret: pbx-password')
  })

  test('halves what is too large, and puts aside what is refused so that the rest goes on', async () => {
    const spool = openSpool(folder)
    spool.add(['Event: A', 'Event: B', 'Event: C'])
    spool.next()
    spool.add(['Event: D'])
    door.answers.push(413, 200, 422)
    const program = started()
    await door.took('Event: D')
    await program.stop()

    const aside = readdirSync(join(folder, 'aside')).map((name) => readFileSync(join(folder, 'aside', name), 'utf8'))
    expect(aside).toEqual(['Event: C\r\n\r\n'])
  })
})

describe('a click', () => {
  const plan: DialPlan = { channel: 'PJSIP/{extension}', context: 'from-internal', begins: '98' }
  const order = { command: 'c1', extension: '101', talk: 'talk_1' }
  const integration = { id: 'pbx', name: 'Exchange' }
  /** The action by which the exchange was asked to call, by its lines. */
  const asked = () => {
    const text = exchange.heard.find((one) => one.includes('Originate')) ?? ''
    return new Map(text.split('\r\n').map((line) => line.split(': ') as [string, string]))
  }

  beforeEach(async () => {
    const talk = { id: 'talk_1', rev: 1, contact: '+79005550106', lastAt: '2026-12-01T06:00:00.000Z' }
    await scene.ports.talks.saveTalk(talk)
  })

  test('rings the telephone of whoever clicked, once, and the call is one with the client', async () => {
    const program = started({ dial: plan })
    await door.took('"answers"')
    const why = await orderCall(scene.ports, integration, order)
    const id = asked().get('ChannelId') ?? ''
    const told = { Linkedid: id, Timestamp: `${Number.parseInt(id, 10) + 20}.000000` }
    const own = { Channel: 'PJSIP/101-00000007', ...told }
    await exchange.tell({ Event: 'Newchannel', ...own, CallerIDNum: '101', Exten: '', Uniqueid: id })
    await exchange.tell({ Event: 'OriginateResponse', ActionID: asked().get('ActionID') ?? '', Response: 'Success' })
    const trunk = { DestChannel: 'PJSIP/trunk-00000008', DestUniqueid: `${id}8`, DestCallerIDNum: '989005550106' }
    await exchange.tell({ Event: 'DialBegin', ...own, ...trunk, Uniqueid: id })
    await exchange.tell({ Event: 'DialEnd', ...own, ...trunk, Uniqueid: id, DialStatus: 'ANSWER' })
    await exchange.tell({ Event: 'Hangup', ...own, Uniqueid: id, Cause: '16' })
    await door.took('Event: Hangup')
    await program.stop()

    expect(why).toBeUndefined()
    expect(Object.fromEntries(asked())).toMatchObject({ Channel: 'PJSIP/101', Exten: '989005550106', CallerID: '101' })
    expect(exchange.heard.filter((text) => text.includes('Originate'))).toHaveLength(1)
    expect(await joined(id)).toMatchObject({
      direction: 'out',
      client: '+79005550106',
      by: '101',
      result: 'answered',
    })
  })

  test('that the exchange refuses says why, and a telephone nobody picked up has called nobody', async () => {
    exchange.faults.add('no_calls')
    const program = started({ dial: plan })
    await door.took('"answers"')
    const refused = await orderCall(scene.ports, integration, order)
    exchange.faults.delete('no_calls')
    exchange.heard.length = 0
    await orderCall(scene.ports, integration, { ...order, command: 'c2' })
    const id = asked().get('ChannelId') ?? ''
    await exchange.tell({ Event: 'Hangup', Linkedid: id, Uniqueid: id, Cause: '19', Timestamp: `${id.slice(0, 10)}.5` })
    await exchange.tell({ Event: 'OriginateResponse', ActionID: asked().get('ActionID') ?? '', Response: 'Failure' })
    await door.took(`Linkedid: ${id}\r\nResponse: Failure`)
    await program.stop()

    expect(refused).toBe('Permission denied')
    expect(await joined(id)).toMatchObject({ direction: 'internal', result: 'missed' })
    expect((await joined(id)).client).toBeUndefined()
  })

  test('a telephone that is not there has called nobody, however soon the exchange says so', async () => {
    exchange.faults.add('no_telephone')
    const program = started({ dial: plan })
    await door.took('"answers"')
    await orderCall(scene.ports, integration, order)
    const id = asked().get('ChannelId') ?? ''
    await exchange.tell({ Event: 'Hangup', Linkedid: id, Uniqueid: id, Cause: '20', Timestamp: `${id.slice(0, 10)}.5` })
    await door.took('Event: Hangup')
    await program.stop()

    expect(await joined(id)).toMatchObject({ direction: 'internal', result: 'missed' })
  })

  test('is handed out once, not to strangers, not when it is old, and taken back where nobody comes for it', async () => {
    const world = scene.ports
    const key = { authorization: 'Bearer pbx-key' }
    let asked = Date.parse(world.clock.now())
    const asks = () => JSON.stringify({ at: new Date((asked += 1)).toISOString(), answers: [] })
    const come = async (headers: Readonly<Record<string, string>>, body = asks()) =>
      scene.send('pbx', { method: 'POST', tail: 'orders', query: '', headers, body: Buffer.from(body) })
    const looks = { first: async () => undefined as unknown }
    const left = orderCall(world, integration, order, async () => looks.first())
    await expect(left).rejects.toMatchObject({ message: expect.stringContaining('norma pbx') as string })
    expect(await (await come(key)).json()).toMatchObject({ calls: [] })

    looks.first = async () => {
      expect((await come({ authorization: 'Bearer wrong' })).status).toBe(401)
      // What was signed as something else, and sent here, asks for nothing.
      for (const body of ['{}', 'Event: Hangup\r\n\r\n', '[]', '{"answers":{}}'])
        expect(await (await come(key, body)).json()).toEqual({ calls: [] })
    }
    let handed: unknown[] = []
    const taken = orderCall(world, integration, order, async () => {
      await looks.first()
      const told = (await (await come(key)).json()) as { readonly calls: readonly unknown[] }
      handed = [...handed, ...told.calls]
    })
    await expect(taken).rejects.toMatchObject({ message: expect.stringContaining('has not said') as string })
    expect(handed).toEqual([{ command: 'c1', extension: '101', number: '+79005550106' }])
  })

  test('a question that somebody has kept is handed nothing when it is asked again', async () => {
    const world = scene.ports
    const now = world.clock.now()
    const ask = async (says: object) => {
      const body = Buffer.from(JSON.stringify({ at: now, answers: [], ...says }))
      const headers = { 'x-norma-signature': `sha256=${createHmac('sha256', 'pbx-key').update(body).digest('hex')}` }
      const answer = await scene.send('pbx', { method: 'POST', tail: 'orders', query: '', headers, body })
      return { status: answer.status, ...((answer.status === 200 ? await answer.json() : {}) as Answered) }
    }
    const first = await ask({ turn: null })
    const kept = { turn: first.turn }
    const idle = await ask(kept)
    const heard: Answered[] = []
    const looks = [
      async () => heard.push(await ask(kept)),
      async () => heard.push(await ask({ turn: heard[0]?.turn, at: '2026-11-01T00:00:00Z' })),
      async () => heard.push(await ask({ turn: heard[0]?.turn })),
      async () => heard.push(await ask({ turn: heard[0]?.turn })),
    ]
    await expect(orderCall(world, integration, order, async () => looks.shift()?.())).rejects.toThrow('has not said')

    expect(idle).toMatchObject({ status: 200, calls: [], now })
    expect(heard.map(({ calls, waiting }) => [calls?.length, waiting])).toEqual([
      [0, true],
      [0, true],
      [1, undefined],
      [0, undefined],
    ])
  })

  test('an older program is handed calls, too, each question once and none that was signed long ago', async () => {
    const world = scene.ports
    const at = (ms: number) => new Date(Date.parse(world.clock.now()) + ms).toISOString()
    const ask = async (signedAt: string | undefined) => {
      const body = Buffer.from(JSON.stringify({ at: signedAt, answers: [] }))
      const headers = { authorization: 'Bearer pbx-key' }
      const answer = await scene.send('pbx', { method: 'POST', tail: 'orders', query: '', headers, body })
      return answer.status === 200 ? ((await answer.json()) as Answered).calls?.length : answer.status
    }
    const asked = async (...questions: readonly (string | undefined)[]) => {
      const heard: unknown[] = []
      const left = [...questions]
      const look = async () => (left.length === 0 ? undefined : heard.push(await ask(left.shift())))
      await orderCall(world, integration, { ...order, command: `c-${questions.length}` }, look).catch(() => undefined)
      return heard
    }

    expect(await asked(undefined, at(-181_000), at(181_000), at(-179_000), at(-179_000))).toEqual([401, 401, 401, 1, 0])
    expect(await asked(at(-179_000), at(-178_000))).toEqual([0, 1])
  })

  test.each([
    ['7', '79005550106'],
    ['+7', '+79005550106'],
    ['8', '89005550106'],
    ['98', '989005550106'],
  ])('dials +7 as %s', (begins, expected) => expect(dialled('+79005550106', begins)).toBe(expected))

  test('dials abroad with 810 where +7 is 8', () => expect(dialled('+84912345678', '8')).toBe('81084912345678'))
})

describe('what waits on disk', () => {
  test('loses the half of a block that a kill has left, and nothing before it', () => {
    openSpool(folder).add(['Event: A', 'Event: B'])
    appendFileSync(join(folder, 'current.part'), 'Event: C\r\nUniq')

    const again = openSpool(folder)
    again.add(['Event: D'])

    expect(again.next()?.text).toBe('Event: A\r\n\r\nEvent: B\r\n\r\nEvent: D\r\n\r\n')
  })

  test('gives the oldest up where there is no room, and says how many', () => {
    const spool = openSpool(folder, { batchBytes: 20, mostBytes: 60 })

    for (const name of 'ABCDEFGH') spool.add([`Event: ${name}`])

    expect(spool.waiting().bytes).toBeLessThanOrEqual(60)
    expect(spool.dropped()).toBeGreaterThan(0)
    expect(spool.next()?.text).not.toContain('Event: A')
  })

  test('holds so many in memory while the disk takes nothing, and says how many more it gave up', () => {
    const spool = openSpool(folder)
    mkdirSync(join(folder, 'current.part'))
    const heard = Array.from({ length: 20_003 }, (_, no) => `Event: ${no}`)

    expect(() => spool.add(heard)).toThrow('EISDIR')
    expect(spool.dropped()).toBe(3)
    rmSync(join(folder, 'current.part'), { recursive: true })
    spool.add(['Event: last'])
    expect(spool.dropped()).toBe(4)
    expect(spool.next()?.text.startsWith('Event: 4\r\n')).toBe(true)
  })

  test('misses nothing where a batch went for want of room while it was handed on', () => {
    const spool = openSpool(folder, { batchBytes: 20, mostBytes: 40 })
    spool.add(['Event: A', 'Event: B'])
    const handed = spool.next()
    for (const name of 'CDEFGH') spool.add([`Event: ${name}`])
    if (handed !== undefined) spool.setAside(handed)

    expect(handed?.text).toContain('Event: A')
    expect(readdirSync(join(folder, 'aside'))).toEqual([])
    expect(spool.next()?.text).not.toContain('Event: A')
  })
})

test('a reader takes a line cut anywhere, and nothing that is no manager interface', () => {
  const text = 'Asterisk Call Manager/9.0.0\r\nEvent: Имя\r\nChannel: x\r\n\r\nEvent: B\r\n\r\n'
  const bytes = new TextEncoder().encode(text)
  for (let at = 1; at < bytes.length; at += 1) {
    const reader = amiReader()
    const blocks = [...(reader.take(bytes.slice(0, at)) ?? []), ...(reader.take(bytes.slice(at)) ?? [])]
    expect(blocks.map(({ says }) => says.get('Event'))).toEqual(['Имя', 'B'])
  }
  expect(amiReader().take(new TextEncoder().encode('HTTP/1.1 400 Bad Request\r\n'))).toBeUndefined()
})

test('pauses grow up to an end, and are short again after success', () => {
  const pauses = growingPauses(1_000, 60_000, () => 1)

  expect([...Array(8)].map(() => pauses.next())).toEqual([1, 2, 4, 8, 16, 32, 60, 60].map((one) => one * 1_000))
  pauses.reset()
  expect(pauses.next()).toBe(1_000)
})

type Answered = {
  readonly calls?: readonly unknown[]
  readonly turn?: number
  readonly waiting?: boolean
}

type Started = { readonly cdr?: string; readonly password?: string; readonly dial?: DialPlan }

function started({ cdr, password = 'pbx-password', dial }: Started = {}) {
  const stop = new AbortController()
  const states: PbxState[] = []
  const wanted: { readonly is: (state: PbxState) => boolean; readonly go: () => void }[] = []
  const over = runPbx(
    {
      ami: { host: '127.0.0.1', port: exchange.port, user: 'norma', password },
      door: { address: door.address, key: 'pbx-key' },
      folder,
      ...(cdr === undefined ? {} : { cdr }),
      ...(dial === undefined ? {} : { dial }),
    },
    {
      ordersMs: 5,
      signal: AbortSignal.any([stop.signal, stopAll.signal]),
      pausesMs: [5, 20],
      tell: (state) => {
        states.push(state)
        for (const one of wanted) if (one.is(state)) one.go()
      },
    },
  )
  return {
    over,
    until: (is: (state: PbxState) => boolean) =>
      new Promise<void>((go) => {
        if (states.some(is)) go()
        else wanted.push({ is, go })
      }),
    stop: async () => {
      stop.abort()
      return over
    },
  }
}

/** The call as Norma joins it of everything that came by its door. */
async function joined(id = call) {
  await scene.read()
  const kept = await scene.ports.talks.findCall(`pbx:${id}`)
  return callOf('x', (kept?.facts ?? []) as readonly KeptFact[])
}

function localText(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`
}

async function frontDoor(): Promise<FrontDoor> {
  const answers: number[] = []
  const taken: string[] = []
  const wanted: { readonly words: string; readonly go: () => void }[] = []
  const answer = async (request: IncomingMessage): Promise<readonly [status: number, text: string]> => {
    const body = new Uint8Array(await buffer(request))
    const told = answers.shift()
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
    if (told !== undefined && told !== 200) return [told, '']
    const tail = (request.url ?? '').split('/').slice(3).join('/')
    const sent = await scene.send('pbx', { method: 'POST', tail, query: '', headers, body })
    const { status } = sent
    taken.push(new TextDecoder().decode(body))
    for (const { words, go } of wanted) if (taken.some((text) => text.includes(words))) go()
    return [status, await sent.text()]
  }
  const server = createServer((request, response) => {
    void answer(request).then(([status, text]) => response.writeHead(status).end(text))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    server,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/in/pbx`,
    answers,
    took: (words) =>
      new Promise<void>((go) => {
        if (taken.some((text) => text.includes(words))) go()
        else wanted.push({ words, go })
      }),
  }
}
