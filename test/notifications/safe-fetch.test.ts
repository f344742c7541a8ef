import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, expect, test } from 'vitest'

import { isPublicAddress } from '#webhooks/events/public-address'
import { AddressRefused, checkAddress, safeFetch, type SafeFetchOptions } from '#webhooks/events/safe-fetch'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function aServer(listener: RequestListener): Promise<{ readonly port: number; readonly url: string }> {
  const server = createServer(listener)
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { port, url: `http://127.0.0.1:${port}/` }
}

const post = (url: string, options: SafeFetchOptions = {}) =>
  safeFetch(url, { method: 'POST', headers: {}, body: 'hello' }, options)

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '192.0.0.192',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fc00::1',
  'fd00:ec2::254',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:0:7f00:1::',
  '2001:db8::1',
  'localhost',
  '',
])('%s is not on the public internet', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2a00:1450:4010::64', '2606:4700:4700::1111'])(
  '%s is on the public internet',
  (address) => {
    expect(isPublicAddress(address)).toBe(true)
  },
)

test.each([
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0177.0.0.1/',
  'https://169.254.169.254/latest/meta-data/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[fd00:ec2::254]/',
])('nothing is sent to %s', async (url) => {
  await expect(post(url)).rejects.toThrow(AddressRefused)
})

test.each(['http://example.com/', 'ftp://example.com/', 'file:///etc/passwd', 'not an address'])(
  '%s is refused because it is not https',
  async (url) => {
    await expect(post(url, { lookup: () => Promise.resolve(['93.184.215.14']) })).rejects.toThrow(AddressRefused)
  },
)

test('what is not https is called that, and its name is not looked up', async () => {
  const lookup = () => Promise.reject(new Error('Nobody asks.'))

  await expect(checkAddress('http://example.com/', { lookup })).rejects.toThrow('is not secure')
  await expect(checkAddress('ftp://localhost/', { lookup, allowLoopback: true })).rejects.toThrow('is not secure')
})

test.each([22, 25, 80, 143, 445, 1023])('port %i is refused because no receiver of messages is there', async (port) => {
  const lookup = () => Promise.resolve(['93.184.215.14'])

  await expect(checkAddress(`https://example.com:${port}/`, { lookup })).rejects.toThrow(`port ${port} of example.com`)
})

test.each(['', ':443', ':8443', ':1024', ':65535'])('an address that ends with “%s” is fit', async (end) => {
  const lookup = () => Promise.resolve(['93.184.215.14'])

  await expect(checkAddress(`https://example.com${end}/`, { lookup })).resolves.toBeUndefined()
})

test('a name with a password in its address is refused', async () => {
  await expect(post('https://me:secret@example.com/')).rejects.toThrow('Leave the name and the password out')
})

test.each([[['127.0.0.1']], [['10.0.0.1', '8.8.8.8']], [['8.8.8.8', '::1']], [['fe80::1']]])(
  'a name that leads to %j is refused whole',
  async (addresses) => {
    const asked: string[] = []
    const lookup = (host: string) => {
      asked.push(host)
      return Promise.resolve(addresses)
    }

    await expect(post('https://inside.example/', { lookup })).rejects.toThrow('not on the public internet')
    expect(asked).toEqual(['inside.example'])
  },
)

test('the connection is made to the address that was checked, although the name leads elsewhere by then', async () => {
  const { port } = await aServer((_, response) => response.end('the right one'))
  // The first answer is checked; a second question, if there were one, would lead into the void.
  const answers = [['127.0.0.1'], ['10.0.0.1']]
  const lookup = () => Promise.resolve(answers.shift() ?? [])

  const { text } = await post(`http://rebinding.example:${port}/`, { allowLoopback: true, lookup })

  expect(text).toBe('the right one')
  expect(answers).toHaveLength(1)
})

test('this machine is asked only where that is allowed, and by that no other private address', async () => {
  const { url } = await aServer((_, response) => response.end())

  await expect(post(url)).rejects.toThrow(AddressRefused)
  await expect(post('https://10.0.0.1/', { allowLoopback: true })).rejects.toThrow('not on the public internet')
  expect((await post(url, { allowLoopback: true })).status).toBe(200)
})

test('a redirect is an answer and not followed', async () => {
  const asked: (string | undefined)[] = []
  const { url } = await aServer((request, response) => {
    asked.push(request.url)
    response.writeHead(302, { location: 'http://169.254.169.254/' }).end()
  })

  expect((await post(url, { allowLoopback: true })).status).toBe(302)
  expect(asked).toEqual(['/'])
})

test('an answer that drips is cut off when the time is over', async () => {
  const { url } = await aServer((_, response) => {
    response.writeHead(200)
    const dripping = setInterval(() => response.write('.'), 20)
    response.on('close', () => clearInterval(dripping))
  })

  await expect(post(url, { allowLoopback: true, timeoutMs: 150 })).rejects.toThrow('did not answer in time')
})

test('of a megabyte only the beginning is read', async () => {
  const { url } = await aServer((_, response) => response.end('x'.repeat(1_000_000)))

  expect((await post(url, { allowLoopback: true, mostBytes: 100 })).text).toHaveLength(100)
})

test('an answer that breaks off is a failure', async () => {
  const { url } = await aServer((_, response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('x')
    setTimeout(() => response.destroy(), 10)
  })

  await expect(post(url, { allowLoopback: true })).rejects.toThrow(/aborted|hang up|terminated/)
})
