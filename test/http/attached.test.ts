import { beforeAll, describe, expect, test } from 'vitest'

import { useEngine } from '#test/support/engine'
import { aDoor, type Door } from '#test/support/http'
import { aWorld, type World } from '#test/support/world'

const engine = useEngine()
let world: World
let door: Door
let deal: string

beforeAll(async () => {
  world = await aWorld(engine)
  door = await aDoor(world)
  deal = (await door.post('/deals', { title: 'Machines', pipeline: 'b2b_new', owner: 'anna' })).body.id
})

describe('comments over HTTP', () => {
  test('are said, listed, pinned and taken away', async () => {
    const said = await door.post(`/deals/${deal}/comments`, { text: '@Boris look' }, { as: 'anna' })
    const path = `/deals/${deal}/comments/${said.body.id}`
    const pinned = await door.ask('PATCH', path, { as: 'anna', body: { pinned: true } })
    const listed = await door.get(`/deals/${deal}/comments`, { as: 'boris' })
    const gone = await door.ask('DELETE', path, { as: 'anna' })

    expect([said.status, pinned.status, listed.status, gone.status]).toEqual([201, 200, 200, 200])
    expect(said.body).toMatchObject({ mentions: ['boris'], by: 'anna', pinned: false })
    expect(listed.body.items).toMatchObject([{ id: said.body.id, pinned: true, rev: 2 }])
  })

  test('are nobody’s who does not see the deal, in their language', async () => {
    const other = await door.post(
      `/deals/${deal}/comments`,
      { text: 'Hello' },
      { as: 'cyril', headers: { 'accept-language': 'ru' } },
    )
    const empty = await door.post(`/deals/${deal}/comments`, { text: '' }, { as: 'anna' })
    const none = await door.ask('DELETE', `/deals/${deal}/comments/comment_none`, { as: 'anna' })

    expect([other.status, other.body.code]).toEqual([404, 'deal_unknown'])
    expect(empty.status).toBe(400)
    expect([none.status, none.body.code]).toEqual([404, 'comment_unknown'])
  })
})

describe('files over HTTP', () => {
  const bytes = new TextEncoder().encode('hello')
  const hello = {
    name: 'a.txt',
    size: 5,
    sha256: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
  }

  test('are announced, sent, kept, read and taken away', async () => {
    const announced = await door.post(`/deals/${deal}/files`, hello, { as: 'anna' })
    const path = `/deals/${deal}/files/${announced.body.id}`
    const early = await door.post(`${path}/arrival`, {}, { as: 'anna' })
    await world.bytes.send(announced.body.url, bytes)
    const kept = await door.post(`${path}/arrival`, {}, { as: 'anna' })
    const address = await door.get(`${path}/address?as=inline`, { as: 'boris' })
    const handedOut = world.bytes.read(address.body.url)?.handing.name
    const listed = await door.get(`/deals/${deal}/files`, { as: 'anna' })
    const gone = await door.ask('DELETE', path, { as: 'boris' })

    expect([announced.status, early.status, kept.status, address.status]).toEqual([201, 422, 200, 200])
    expect(kept.body).toMatchObject({ name: 'a.txt', type: 'text/plain', size: 5, by: 'anna' })
    expect(handedOut).toBe('a.txt')
    expect([listed.body.items, gone.status]).toEqual([[kept.body], 200])
  })

  test('are refused where they are too large or their hash is none', async () => {
    const large = await door.post(`/deals/${deal}/files`, { ...hello, size: 30_000_000 }, { as: 'anna' })
    const odd = await door.post(`/deals/${deal}/files`, { ...hello, sha256: 'abc' }, { as: 'anna' })

    expect([large.status, large.body.code, odd.status]).toEqual([422, 'field_value', 400])
    expect(large.body.detail).toBe(
      '“a.txt” has 28.7 MB; 20 MB at most are taken. Make it smaller, or put a link into a comment.',
    )
  })
})
