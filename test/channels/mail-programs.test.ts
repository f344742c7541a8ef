import { describe, expect, test } from 'vitest'

import { foldQuotes } from '#channels/domain/mail/fold-quotes'
import type { MessageFact } from '#channels/domain/messages'
import { mailFacts } from '#channels/usecases/read-mail'

const mailbox = 'sales@norma.example'
const html = 'Content-Type: text/html; charset=utf-8'
const written = 'Анна Сидорова &lt;<a href="mailto:anna@norma.example">anna@norma.example</a>&gt;'
const alphabet = 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя'

/** Russian text in windows-1251. */
const windows = (text: string): Buffer =>
  Buffer.from(
    Array.from(text, (sign) => (alphabet.includes(sign) ? 0xc0 + alphabet.indexOf(sign) : (sign.codePointAt(0) ?? 63))),
  )

type Sent = {
  readonly from?: string
  readonly subject?: string | Buffer
  readonly heads?: string
  readonly body: string | Buffer
}

const read = async ({
  from = 'Иван <ivan@x.example>',
  subject = 'Цена',
  heads = '',
  body,
}: Sent): Promise<MessageFact> => {
  const all = [
    `From: ${from}\r\nTo: ${mailbox}\r\nMessage-ID: <a@x.example>\r\n${heads === '' ? '' : `${heads}\r\n`}Subject: `,
    subject,
    '\r\n\r\n',
    body,
  ]
  const bytes = Buffer.concat(all.map((one) => (typeof one === 'string' ? Buffer.from(one) : one)))
  const [fact] = await mailFacts(bytes, mailbox, 'key')
  return fact as MessageFact
}
const alternative = (...parts: readonly (readonly [type: string, body: string])[]) => ({
  heads: 'Content-Type: multipart/alternative; boundary=b',
  body: `${parts.map(([type, body]) => `--b\r\nContent-Type: ${type}\r\n\r\n${body}\r\n`).join('')}--b--\r\n`,
})

describe('an answer that is HTML alone shows what was written, and folds the rest', () => {
  test.each([
    [
      'Gmail',
      `<div dir="ltr">Хорошо,&nbsp;ждём &laquo;счёт&raquo; &#8470;5</div><br><div class="gmail_quote"><div class="gmail_attr">чт, 12 нояб. 2026&nbsp;г. в 10:15, ${written}:<br></div><blockquote>Добрый\nдень</blockquote></div>`,
      'Хорошо, ждём «счёт» №5',
      '> Добрый день',
    ],
    [
      'Outlook',
      '<head><style>p{}</style><!--[if gte mso 9]><xml><o:x>Clean</o:x></xml><![endif]--></head><p class=MsoNormal>Принято,\r\n спасибо<o:p></o:p></p><div><p><b>От:</b> Анна<br><b>Отправлено:</b> 12 ноября 2026 г. 10:15<br><b>Кому:</b> Иван<br><b>Тема:</b> Цена</p></div><p>Добрый день</p>',
      'Принято, спасибо',
      'Добрый день',
    ],
    [
      'Mail.ru',
      `<div>Согласны.</div><div>&nbsp;</div><blockquote>Четверг, 12 ноября 2026, 10:15 +03:00 от ${written}:<br>&nbsp;<div>Добрый день</div></blockquote>`,
      'Согласны.',
      '> Добрый день',
    ],
    [
      'iPhone',
      `<body dir="auto">Да<br><br><div>Отправлено с iPhone</div><blockquote type="cite">12 нояб. 2026 г., в 10:15, ${written} написал(а):<br></blockquote><blockquote type="cite"><div>Добрый день</div></blockquote></body>`,
      'Да',
      '> Добрый день',
    ],
    [
      'Yandex',
      `<div>Ок</div><div>12.11.2026, 10:15, ${written}:</div><blockquote><p>Добрый день</p></blockquote>`,
      'Ок',
      '> Добрый день',
    ],
  ])('%s', async (_, body, visible, end) => {
    const { text, quoted } = await read({ heads: html, body })

    expect(text).toBe(visible)
    expect(quoted?.endsWith(end)).toBe(true)
  })

  test.each([
    ['quotations without an end', '<blockquote>'.repeat(60_000) + '<br>'.repeat(60_000), '>'],
    ['comments', '<!--'.repeat(200_000), ''],
    ['styles', '<style>'.repeat(120_000), ''],
    ['signs that begin nothing', '<'.repeat(400_000), '<'],
  ])('also where somebody means harm: %s', async (_, harm, end) => {
    const { text = '', quoted = '' } = await read({ heads: html, body: `<p>Сколько стоит?</p>${harm}` })

    expect(text.split('\n', 1)).toEqual(['Сколько стоит?'])
    expect(`${text}\n${quoted}`.trim().endsWith(end)).toBe(true)
  })

  test('also beside an empty text', async () => {
    expect((await read(alternative(['text/plain', ''], ['text/html; charset=utf-8', '<p>Живой текст</p>']))).text).toBe(
      'Живой текст',
    )
  })
})

test.each([
  ['Outlook on a telephone', 'Да\n\nПолучить Outlook для iOS\n____________\nОт: Анна', 'Да'],
  [
    'Mail.ru without a line between',
    'Да\n\nчетверг, 12 ноября 2026г., 10:15 +03:00 от Анна anna@norma.example:\n\nтекст',
    'Да',
  ],
  ['a date that is no quotation', 'Ждём 12 декабря 2026 в 10:00 по адресу Ленина, 5:\nсклад', undefined],
])('plain text: %s', (_, text, visible) => expect(foldQuotes(text).visible).toBe(visible ?? text))

describe('a mail that says nothing of its alphabet, or something wrong, is readable', () => {
  const text = 'Добрый день, пришлите счет'
  test.each([
    [
      'in a part of several',
      'Content-Type: multipart/mixed; boundary=b',
      Buffer.concat([
        Buffer.from('--b\r\nContent-Type: text/plain\r\n\r\n'),
        windows(text),
        Buffer.from('\r\n--b--\r\n'),
      ]),
    ],
    [
      'packed as base64',
      'Content-Type: text/plain\r\nContent-Transfer-Encoding: base64',
      windows(text).toString('base64'),
    ],
    [
      'packed, with lines that are broken behind a space',
      'Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable',
      windows(text.replace('день, ', 'день, =\r\n')),
    ],
    [
      'packed, with a wrong name',
      'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable',
      [...windows(text)].map((byte) => `=${byte.toString(16).padStart(2, '0').toUpperCase()}`).join(''),
    ],
  ])('%s', async (_, heads, body) => expect((await read({ heads, body })).text).toBe(text))

  test('its head, too, and one that was packed in the middle of a letter', async () => {
    const bytes = Buffer.from('Коммерческое предложение')
    const packed = [bytes.subarray(0, 11), bytes.subarray(11)].map((one) => `=?utf-8?B?${one.toString('base64')}?=`)

    expect((await read({ subject: windows('Запрос цены'), body: 'x' })).subject).toBe('Запрос цены')
    expect((await read({ subject: packed.join('\r\n '), body: 'x' })).subject).toBe('Коммерческое предложение')
  })
})

describe('what a program sends for somebody owes no answer', () => {
  const calendar = (method: string) => `BEGIN:VCALENDAR\r\nMETHOD:${method}\r\nEND:VCALENDAR`
  const report = 'Content-Type: multipart/report; report-type=disposition-notification; boundary=b'
  test.each([
    [
      'an invitation that was taken',
      alternative(['text/plain', ''], ['text/calendar; method=REPLY', calendar('REPLY')]),
      true,
    ],
    [
      'an invitation itself does',
      alternative(['text/plain; charset=utf-8', 'Встретимся?'], ['text/calendar; method=REQUEST', calendar('REQUEST')]),
      undefined,
    ],
    ['that a mail was read', { heads: report, body: '--b\r\nContent-Type: text/plain\r\n\r\nRead\r\n--b--\r\n' }, true],
    ['a server that could not deliver', { from: 'MAILER-DAEMON@mx.example', body: 'Undeliverable' }, true],
    ['somebody who writes', { body: 'Сколько стоит?' }, undefined],
  ] as const)('%s', async (_, mail, isAutomatic) => expect((await read(mail)).isAutomatic).toBe(isAutomatic))

  test('a signature of S/MIME is no attachment, and the signed text is read', async () => {
    const body =
      '--b\r\nContent-Type: text/plain\r\n\r\nSigned\r\n--b\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\nContent-Transfer-Encoding: base64\r\n\r\nMIIF\r\n--b--\r\n'
    const { text, attachments } = await read({ heads: 'Content-Type: multipart/signed; boundary=b', body })

    expect([text, attachments]).toEqual(['Signed', undefined])
  })
})

describe('a header of a length that nobody writes', () => {
  const long = 'a'.repeat(15_000_000)
  const text = { body: windows('Сколько стоит?') }
  test.each([
    ['in one line', `X-Long: ${long}`],
    ['folded into many lines', `References:${' <a@x.example>\r\n'.repeat(1_000_000)} <b@x.example>`],
    ['of packed words', `X-Long: ${'=?utf-8?B?0KY=?= '.repeat(600_000)}`],
    ['of packed words that lack an end', `X-Long: ${'=?utf-8?B?'.repeat(600_000)}`],
    ['that says what a mail is made of', `Content-Type: text/plain; x=${long}`],
  ])('%s is left out, and the rest is read', async (_, heads) => {
    expect(await read({ heads, ...text })).toMatchObject({ subject: 'Цена', text: 'Сколько стоит?' })
  })

  test('keeps nobody from reading a mail of which only its beginning was fetched', async () => {
    const bytes = Buffer.from(`From: ivan@x.example\r\nSubject: Hi\r\nX-Long: ${long}`)

    expect(await mailFacts(bytes, mailbox)).toMatchObject([{ contact: 'ivan@x.example', subject: 'Hi', text: '' }])
  })
})

describe('a mail that an employee forwards is the outermost writer’s', () => {
  const inner =
    'См. ниже\n\n---------- Forwarded message ---------\nFrom: Ольга <olga@z.example>\nDate: Wed, Nov 11, 2026 at 9:00 AM\nSubject: Цена\nTo: Пётр\n\nСколько стоит?'
  const heads =
    'От: Пётр <petr@y.example>\nДата: чт, 12 нояб. 2026 г. в 10:15\nТема: Цена\nКому: Анна <anna@norma.example>'
  test.each([
    ['Gmail', 'Fwd: Цена', `---------- Forwarded message ---------\n${heads}`],
    ['Mail.ru', 'Fwd: Цена', `-------- Пересылаемое сообщение --------\n${heads}`],
    ['Yandex', 'Fwd: Цена', '-------- Пересылаемое сообщение --------\n12.11.2026, 10:15, "Пётр" <petr@y.example>:'],
    ['under another subject', 'Клиент', `---------- Пересланное сообщение ----------\n${heads}`],
  ])('%s', async (_, subject, head) => {
    const fact = await read({
      from: 'Анна <anna@norma.example>',
      subject: Buffer.from(subject),
      heads: 'Content-Type: text/plain; charset=utf-8',
      body: `Посмотри\n\n${head}\n\n${inner}`,
    })

    expect(fact).toMatchObject({ contact: 'petr@y.example', direction: 'in', at: '2026-11-12T10:15:00.000Z' })
    expect([fact.text?.startsWith('См. ниже'), fact.quoted]).toEqual([true, 'anna@norma.example: Посмотри'])
  })
})
