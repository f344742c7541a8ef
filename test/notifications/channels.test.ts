import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { createServer as createTcpServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { simpleParser } from 'mailparser'
import { afterAll, afterEach, expect, test, vi } from 'vitest'

import { Undeliverable } from '#domain/kernel/delivering'
import { telegramChannel } from '#notices/events/send-telegram'
import { webhookChannel } from '#webhooks/events/send-webhook'
import { functionChannels } from '#functions/function-channels'
import { localChannels } from '#local/local-channels'
import type { OutgoingMessage } from '#ports/notices'

const message: OutgoingMessage = {
  id: 'norma-abc',
  to: 'anna@example.com',
  employee: 'anna',
  at: '2026-12-01T06:00:00.000Z',
  subject: 'Просрочено: отправить предложение',
  text: 'Просрочено: отправить предложение\nСделка: Кофемашины для «Авроры».\n.\nFrom the start of a line, and a single dot.',
  notices: [],
}

const closing: (() => void)[] = []
afterEach(() => void vi.unstubAllEnvs())
afterAll(() => {
  for (const close of closing) close()
})

type Asked = { readonly path: string; readonly headers: IncomingMessage['headers']; readonly body: string }

/** A server on this machine that notes what it was asked and answers what it is told to. */
async function aServer(answer: { status: number; body?: string }) {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      asked.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() })
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body ?? '{}')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => void server.close())
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'norma-mail-'))
  closing.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('where nothing is set up an e-mail is a file that a mail program reads, one however often it is sent', async () => {
  const folder = aFolder()
  const { email } = localChannels(folder, {})

  await email?.(message)
  await email?.(message)

  const files = readdirSync(join(folder, 'mail'))
  const mail = await simpleParser(readFileSync(join(folder, 'mail', files[0] ?? '')))
  expect(files).toEqual(['norma-abc.eml'])
  expect(mail).toMatchObject({ subject: message.subject, messageId: '<norma-abc@norma.invalid>' })
  expect(mail.text?.trim().replaceAll('\r\n', '\n')).toBe(message.text)
  expect(mail.date?.toISOString()).toBe(message.at)
  expect([mail.to].flat().map((to) => to?.text)).toEqual(['anna@example.com'])
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
})

test('an e-mail cannot be given another recipient or header by its subject', async () => {
  const folder = aFolder()
  const { email } = localChannels(folder, {})

  await email?.({ ...message, subject: 'Call\r\nBcc: all@example.com\r\n\r\nHello' })

  const mail = await simpleParser(readFileSync(join(folder, 'mail', 'norma-abc.eml')))
  expect(mail.headers.has('bcc')).toBe(false)
  expect(mail.text).toContain('Авроры')
})

/** As much of SMTP as it takes to be written to; `rcpt` is what it says to the recipient. */
async function aMailServer(rcpt: string) {
  const got: string[] = []
  const server = createTcpServer((socket) => {
    let isData = false
    socket.write('220 test\r\n')
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n').slice(0, -1)) {
        if (isData) {
          if (line !== '.') got.push(line)
          else socket.write('250 taken\r\n')
          isData = line !== '.'
          continue
        }
        isData = line === 'DATA'
        const verb = line.slice(0, 4)
        socket.write(verb === 'DATA' ? '354 go on\r\n' : verb === 'RCPT' ? `${rcpt}\r\n` : '250 fine\r\n')
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => void server.close())
  return { got, url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}/?ignoreTLS=true` }
}

test('a named mail server gets the e-mail', async () => {
  const { got, url } = await aMailServer('250 fine')
  const { email } = localChannels(aFolder(), { smtpUrl: url, mailFrom: 'Norma <norma@example.com>' })

  await email?.(message)

  const mail = await simpleParser(got.map((line) => line.replace(/^\.\./, '.')).join('\r\n'))
  expect([mail.subject, mail.from?.text]).toEqual([message.subject, '"Norma" <norma@example.com>'])
})

test.each([
  ['550 no such mailbox', true],
  ['450 try later', false],
])('a mail server that says “%s” to the recipient is %s final', async (rcpt, isFinal) => {
  const { url } = await aMailServer(rcpt)
  const { email } = localChannels(aFolder(), { smtpUrl: url, mailFrom: 'norma@example.com' })

  const failure = await email?.(message).catch((error: unknown) => error)

  expect(failure).toBeInstanceOf(Error)
  expect(failure instanceof Undeliverable).toBe(isFinal)
})

test('the Telegram bot writes subject and text into the chat', async () => {
  const { asked, url } = await aServer({ status: 200 })

  await telegramChannel({ token: '1:secret', baseUrl: url })({ ...message, to: '42', subject: '2 notices' })

  expect(asked[0]?.path).toBe('/bot1:secret/sendMessage')
  expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({ chat_id: '42', text: `2 notices\n\n${message.text}` })
})

test('a long text is cut to what Telegram takes', async () => {
  const { asked, url } = await aServer({ status: 200 })

  await telegramChannel({ token: 't', baseUrl: url })({ ...message, text: 'ж'.repeat(5000) })

  expect(JSON.parse(asked[0]?.body ?? '').text).toHaveLength(4096)
})

test.each([
  [403, '{"ok":false,"description":"Forbidden: bot was blocked by the user"}', true],
  [400, '{"ok":false,"description":"Bad Request: chat not found"}', true],
  [429, '{"ok":false,"description":"Too Many Requests"}', false],
  [502, '<html>', false],
])('Telegram’s %i is told without the token, and is final or not', async (status, body, isFinal) => {
  const { url } = await aServer({ status, body })

  const failure = await telegramChannel({ token: 'secret', baseUrl: url })(message).catch((error: unknown) => error)

  expect(String(failure)).toContain(String(status))
  expect(String(failure)).not.toContain('secret')
  expect(failure instanceof Undeliverable).toBe(isFinal)
})

test('a personal webhook gets the message with an id to know a double by', async () => {
  const { asked, url } = await aServer({ status: 204 })

  await webhookChannel({ allowLoopback: true })({ ...message, to: `${url}/hook` })

  expect(asked[0]).toMatchObject({ path: '/hook', headers: { 'idempotency-key': 'norma-abc' } })
  expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({
    id: 'norma-abc',
    subject: message.subject,
    employee: 'anna',
  })
})

test.each([
  [302, false, 'delivery_redirected'],
  [410, true, 'delivery_gone'],
  [500, false, 'delivery_answered'],
])('a personal webhook that answers %i has failed, and says why by a key', async (status, isFinal, say) => {
  const { url } = await aServer({ status })

  const failure = await webhookChannel({ allowLoopback: true })({ ...message, to: url }).catch(
    (error: unknown) => error,
  )

  expect(failure).toBeInstanceOf(Error)
  expect(failure instanceof Undeliverable).toBe(isFinal)
  expect(failure).toMatchObject({ told: { sayings: [{ say }] } })
})

test('this machine is no place for a personal webhook where that was not allowed', async () => {
  const { asked, url } = await aServer({ status: 200 })

  await expect(localChannels(aFolder(), {}).webhook?.({ ...message, to: url })).rejects.toBeInstanceOf(Undeliverable)
  expect(asked).toEqual([])
})

test('a deployment writes e-mail through SES, and has only the channels that were set up', async () => {
  const { asked, url } = await aServer({ status: 200, body: '{"MessageId":"1"}' })
  const env = { AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' }
  for (const [name, value] of Object.entries({ ...env, AWS_ENDPOINT_URL_SESV2: url })) vi.stubEnv(name, value)
  const channels = functionChannels({ NORMA_MAIL_FROM: 'norma@example.com', NORMA_TELEGRAM_TOKEN_ID: '' })

  await channels.email?.(message)

  expect(Object.keys(channels)).toEqual(['email', 'webhook'])
  expect(asked[0]?.path).toBe('/v2/email/outbound-emails')
  expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({
    FromEmailAddress: 'norma@example.com',
    Destination: { ToAddresses: ['anna@example.com'] },
    Content: { Simple: { Subject: { Data: message.subject }, Body: { Text: { Data: message.text } } } },
  })
})
