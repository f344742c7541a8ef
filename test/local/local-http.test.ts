import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'

import { arriving } from '#local/http-answer'
import { localHttp } from '#local/local-http'

const whole = (text: string) => `HTTP/1.1 200 OK\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`

describe('an answer', () => {
  const read = (text: string, size: number) => {
    const bytes = Buffer.from(text)
    const answer = arriving()
    for (let at = 0; at < bytes.length; at += size) {
      const done = answer.add(bytes.subarray(at, at + size))
      if (done !== undefined) return { ...done, body: done.body.toString('utf8'), left: bytes.length - at - size }
    }
    return undefined
  }

  test.each([1, 2, 7, 1_000])('is put together from pieces of %d bytes', (size) => {
    const known = read(whole('{"Item":"Кофе"}'), size)
    const head = 'HTTP/1.1 400 Bad\r\nTransfer-Encoding: chunked\r\nX-A: b: c\r\n\r\n'
    const inChunks = read(`${head}3\r\n{"a\r\nC;x=y\r\n": "bcdefg"}\r\n0\r\n\r\n`, size)

    expect(known).toMatchObject({ statusCode: 200, body: '{"Item":"Кофе"}', headers: { 'content-length': '19' } })
    expect(inChunks).toMatchObject({ statusCode: 400, body: '{"a": "bcdefg"}', headers: { 'x-a': 'b: c' } })
  })

  test('that never ends is never given', () => {
    expect(read(whole('12345').slice(0, -1), 4)).toBeUndefined()
  })

  test.each([
    'SSH-2.0-OpenSSH\r\n\r\n',
    'HTTP/1.1 200 OK\r\n\r\nbody',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
  ])('that is none is an error: %j', (text) => {
    expect(() => read(text, 100)).toThrow(/answer/)
  })
})

describe('connections', () => {
  const closing: (() => void)[] = []
  afterEach(() => {
    for (const close of closing.splice(0)) close()
  })

  /** A server that hands every request to `answer`, which writes what it likes. */
  const aServer = async (answer: (socket: Socket, body: string) => void) => {
    const sockets = new Set<Socket>()
    const server = createServer((socket) => {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('data', (bytes: Buffer) => answer(socket, bytes.toString('utf8').split('\r\n\r\n')[1] ?? ''))
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const address = `http://127.0.0.1:${port}`
    const http = localHttp(address)
    closing.push(() => {
      http.close()
      for (const socket of sockets) socket.destroy()
      server.close()
    })
    const ask = async (body: string) => (await http.post('/', { 'x-a': 'b' }, body)).body.toString('utf8')
    return { ask, sockets, address }
  }

  test('give everybody the answer to their own question, and are kept', async () => {
    const { ask, sockets } = await aServer((socket, body) => {
      setTimeout(() => socket.write(whole(`re: ${body}`)), Math.random() * 5)
    })
    const questions = Array.from({ length: 300 }, (_, no) => `${no}`)

    const answers = await Promise.all(questions.map(ask))
    const again = await ask('again')

    expect(answers).toEqual(questions.map((body) => `re: ${body}`))
    expect(again).toBe('re: again')
    expect(sockets.size).toBe(64)
  })

  test('that break off fail the question at hand, and the next one gets a new connection', async () => {
    let count = 0
    const { ask } = await aServer((socket, body) => {
      count += 1
      if (count === 2) socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf')
      else socket.write(whole(body))
    })

    expect(await ask('one')).toBe('one')
    await expect(ask('two')).rejects.toThrow('The connection was closed.')
    expect(await ask('three')).toBe('three')
  })

  test('that the server does not keep are not used again', async () => {
    const { ask, sockets } = await aServer((socket, body) => {
      socket.write(whole(body).replace('\r\n', '\r\nConnection: close\r\n'))
    })

    expect([await ask('one'), await ask('two')]).toEqual(['one', 'two'])
    expect(sockets.size).toBe(2)
  })

  test('to a server that hangs end after a while, also for those who wait for one', async () => {
    const { address } = await aServer(() => undefined)
    const { post, close } = localHttp(address, 100)
    const began = performance.now()

    const asked = await Promise.allSettled(Array.from({ length: 130 }, () => post('/', {}, '')))

    expect(asked.map((one) => one.status === 'rejected' && (one.reason as Error).name)).toEqual(
      Array.from({ length: 130 }, () => 'TimeoutError'),
    )
    expect(performance.now() - began).toBeLessThan(2_000)
    close()
  })

  test('to nobody are refused', async () => {
    const { post } = localHttp('http://127.0.0.1:1')

    await expect(post('/', {}, '')).rejects.toThrow('ECONNREFUSED')
  })
})
