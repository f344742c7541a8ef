import { beforeAll, describe, expect, test } from 'vitest'

import { webhookOutlet } from '#webhooks/events/webhook-outlet'
import { useEngine } from '#test/support/engine'
import { aDoor, type Door } from '#test/support/http'
import { answering, aReceiver, aScene, type Scene } from '#test/webhooks/scene'

const engine = useEngine()
const names: Readonly<Record<string, readonly string[]>> = {
  'crm.example.com': ['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'],
  'inside.example.com': ['10.1.2.3'],
  'inside6.example.com': ['fd00::1'],
  'trap.example.com': ['93.184.215.14', '127.0.0.1'],
  'metadata.example.com': ['169.254.169.254'],
  localhost: ['127.0.0.1', '::1'],
}
const lookup = (host: string) =>
  names[host] === undefined ? Promise.reject(new Error('ENOTFOUND')) : Promise.resolve(names[host])

let scene: Scene
let door: Door
beforeAll(async () => {
  scene = await aScene(engine)
  door = await aDoor({ ports: { ...scene.ports, outlet: webhookOutlet({ lookup }) } })
})

const url = 'https://crm.example.com/norma'
const made = async (body: object = { url }) => (await door.post('/webhooks', body)).body.webhook

describe('a webhook', () => {
  test('is made with a secret that is shown this once', async () => {
    const { status, headers, body } = await door.post('/webhooks', { url, events: ['deal.moved'] })

    const read = await door.get(`/webhooks/${body.webhook.id}`)
    const list = await door.get('/webhooks')
    expect(status).toBe(201)
    expect(headers.get('location')).toBe(`/webhooks/${body.webhook.id}`)
    expect(Buffer.from(body.secret.slice('whsec_'.length), 'base64')).toHaveLength(32)
    expect(read.body).toEqual({ ...body.webhook, url, events: ['deal.moved'], createdBy: 'helen', active: true })
    expect(JSON.stringify([read.body, list.body])).not.toContain(body.secret.slice('whsec_'.length))
  })

  test('is changed, and removed', async () => {
    const { id } = await made()

    const saved = await door.ask('PUT', `/webhooks/${id}`, {
      body: { url, active: false, filter: { owners: ['anna'] } },
      headers: { 'if-match': '*' },
    })
    const removed = await door.ask('DELETE', `/webhooks/${id}`)

    expect(saved.body).toMatchObject({ id, active: false, events: [], filter: { owners: ['anna'] } })
    expect([removed.status, removed.body]).toEqual([200, { removed: id }])
    expect((await door.get(`/webhooks/${id}`)).body.code).toBe('webhook_unknown')
    expect((await door.get(`/webhooks/${id}/deliveries`)).status).toBe(404)
  })

  test('gets a new secret, and says until when the old one is good', async () => {
    const { body } = await door.post('/webhooks', { url })

    const rotated = await door.post(`/webhooks/${body.webhook.id}/secret`, {})

    expect(rotated.body.secret).not.toBe(body.secret)
    expect(Date.parse(rotated.body.webhook.oldSecretUntil) - Date.parse(scene.world.now())).toBe(24 * 3_600_000)
  })

  test('never signs with more than four secrets, however often they are changed', async () => {
    const { id } = await made()

    for (let times = 0; times < 6; times += 1) await door.post(`/webhooks/${id}/secret`, {})

    expect((await scene.ports.webhooks.find(id))?.secrets).toHaveLength(4)
  })

  test.each([
    [{ url, filter: { pipelines: ['b2b_nwe'] } }, 'pipeline_unknown', '“b2b_nwe”'],
    [{ url, filter: { stages: ['ofer'] } }, 'stage_unknown', '“ofer”'],
    [{ url, filter: { owners: ['nobody'] } }, 'employee_unknown', '“nobody”'],
    [{ url, events: ['deal.movd'] }, 'invalid_input', 'deal.mov'],
    [{ url: 'not an address' }, 'field_value', '“not an address”'],
  ])('that says %j is refused with %s', async (body, code, named) => {
    const reply = await door.post('/webhooks', body)

    expect(reply.body.code).toBe(code)
    expect(reply.body.detail).toContain(named)
  })

  test('is nobody’s business who may not change the rules', async () => {
    const { id } = await made()

    const replies = await Promise.all([
      door.post('/webhooks', { url }, { as: 'anna' }),
      door.get('/webhooks', { as: 'anna' }),
      door.get(`/webhooks/${id}`, { as: 'boris' }),
      door.get(`/webhooks/${id}/deliveries`, { as: 'boris' }),
      door.post(`/webhooks/${id}/secret`, {}, { as: 'boris' }),
      door.post(`/webhooks/${id}/replay`, { deliveryId: 'msg_1' }, { as: 'boris' }),
      door.ask('DELETE', `/webhooks/${id}`, { as: 'boris' }),
    ])

    expect(replies.map(({ status }) => status)).toEqual(Array(7).fill(403))
  })

  test('shows its deliveries page by page, with every attempt and its outcome', async () => {
    const receiver = await aReceiver(answering(500, 'Out of order'))
    const { webhook } = await scene.add(receiver.url)
    for (let no = 0; no < 3; no += 1) {
      await scene.queue(await scene.happen())
      scene.wait(1)
    }

    const first = await door.get(`/webhooks/${webhook.id}/deliveries?limit=2`)
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? ''
    const second = await door.get(next)

    const all = [...first.body.items, ...second.body.items]
    expect(all.map(({ name, state }) => [name, state])).toEqual(Array(3).fill(['deal.created', 'waiting']))
    expect(all.at(-1).tries).toMatchObject([{ status: 500, answer: 'Out of order' }])
  })

  test('is refused when there are fifty', async () => {
    const one = await scene.ports.webhooks.find((await made()).id)
    if (one === undefined) throw new Error('The webhook was not kept.')
    for (let no = 0; no < 50; no += 1) await scene.ports.webhooks.save({ ...one, id: `hook_many${no}`, rev: 1 })

    const reply = await door.post('/webhooks', { url })

    expect([reply.status, reply.body.code]).toEqual([409, 'too_many_webhooks'])
    for (let no = 0; no < 50; no += 1) await scene.ports.webhooks.remove(`hook_many${no}`)
  })
})

describe('an address', () => {
  test.each([
    'http://crm.example.com/norma',
    'ftp://crm.example.com/norma',
    'https://user:secret@crm.example.com/norma',
    'https://127.0.0.1/norma',
    'https://127.1/norma',
    'https://2130706433/norma',
    'https://0x7f.0.0.1/norma',
    'https://0.0.0.0/norma',
    'https://10.0.0.1/norma',
    'https://172.16.0.1/norma',
    'https://192.168.1.1:8443/norma',
    'https://100.64.0.1/norma',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/norma',
    'https://[::]/norma',
    'https://[fe80::1]/norma',
    'https://[fd00:ec2::254]/norma',
    'https://[::ffff:127.0.0.1]/norma',
    'https://[::ffff:a9fe:a9fe]/norma',
    'https://[64:ff9b::7f00:1]/norma',
    'https://[2002:7f00:1::]/norma',
    'https://localhost/norma',
    'https://inside.example.com/norma',
    'https://inside6.example.com/norma',
    'https://trap.example.com/norma',
    'https://metadata.example.com/norma',
    'https://nowhere.example.com/norma',
  ])('%s is refused', async (bad) => {
    const reply = await door.post('/webhooks', { url: bad })

    expect([reply.status, reply.body.code]).toEqual([422, 'field_value'])
    expect(reply.body.detail).toMatch(/\.$/)
  })

  test('of the public internet may have a port of its own', async () => {
    expect((await made({ url: 'https://crm.example.com:8443/norma' })).url).toBe('https://crm.example.com:8443/norma')
  })

  test('that led to the internet when it was entered is looked up again, and not reached when it leads inside', async () => {
    const inside = await aReceiver()
    const port = new URL(inside.url).port
    const led = { to: '93.184.215.14' }
    const rebinding = await aScene(engine, { allowLoopback: false, lookup: () => Promise.resolve([led.to]) })
    const { webhook } = await rebinding.add(`https://crm.example.com:${port}/in`)
    led.to = '127.0.0.1'

    await rebinding.queue(await rebinding.happen())

    const [delivery] = await rebinding.deliveries(webhook.id)
    expect(inside.received).toHaveLength(0)
    expect(delivery?.tries.at(-1)?.error).toContain('not on the public internet')
  })
})
