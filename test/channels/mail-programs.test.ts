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

describe('a mail that is sealed as a whole (S/MIME)', () => {
  const value = (tag: number, ...inside: readonly Uint8Array[]): Buffer => {
    const content = Buffer.concat(inside)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(content.length)
    return Buffer.concat([Buffer.from([tag, 0x84]), length, content])
  }
  const endless = (tag: number, ...inside: readonly Uint8Array[]): Buffer =>
    Buffer.concat([Buffer.from([tag, 0x80]), ...inside, Buffer.from([0, 0])])
  const name = (last: number) => Buffer.from(`06092a864886f70d01070${last}`, 'hex')
  const version = Buffer.from('020101', 'hex')
  const inner = Buffer.from(
    `Content-Type: text/plain; charset=utf-8\r\n\r\nЖдём счёт\r\n\r\nчт, 12 нояб. 2026 г. в 10:15, Анна <anna@norma.example>:\r\n> Добрый день\r\n`,
  )
  const whole = value(0x04, inner)
  const pieces = endless(0x24, value(0x04, inner.subarray(0, 40)), value(0x04, inner.subarray(40)))
  const pack = (last: number, text: Buffer, box = value) =>
    box(0x30, name(last), box(0xa0, box(0x30, version, value(0x31), box(0x30, name(1), box(0xa0, text)))))
  const sent = (bytes: Buffer, type = 'application/pkcs7-mime; smime-type=signed-data; name=smime.p7m') => ({
    heads: `MIME-Version: 1.0\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=smime.p7m`,
    body: bytes.toString('base64'),
  })

  test.each([
    ['in one piece', sent(pack(2, whole))],
    ['in pieces, by a program that writes as it goes', sent(pack(2, pieces, endless))],
    ['under an older name', sent(pack(2, whole), 'application/x-pkcs7-mime')],
  ])('is read where it is only signed, %s', async (_, mail) => {
    const fact = await read(mail)

    expect([fact.text, fact.subject, fact.why]).toEqual(['Ждём счёт', 'Цена', undefined])
    expect(fact.quoted).toContain('> Добрый день')
    expect(fact.attachments?.map((one) => one.name)).toEqual(['smime.p7m'])
  })

  test.each([
    ['encrypted', sent(pack(3, whole), 'application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m')],
    ['cut off', sent(pack(2, whole).subarray(0, 60))],
    ['nothing of the kind', sent(Buffer.from('hello'))],
    ['empty', sent(Buffer.alloc(0))],
  ])('says that it cannot be read where it is %s, and hangs on as it came', async (_, mail) => {
    const fact = await read(mail)

    expect([fact.text, fact.said]).toEqual(['', [{ say: 'mail_sealed' }]])
    expect(fact.attachments?.map((one) => one.name)).toEqual(['smime.p7m'])
  })
})

describe('who is away answers by a machine', () => {
  test.each([
    'Automatische Antwort: Цена',
    'Abwesenheitsnotiz: Urlaub',
    'Réponse automatique : Цена',
    'Respuesta automática: Цена',
    'Risposta automatica: Цена',
    'Автоматична відповідь: Цена',
    'RE: Автоматический ответ: Цена',
    'Out of the office until Monday',
    '自动回复: Цена',
  ])('%s', async (subject) => {
    expect(
      (await read({ subject: `=?utf-8?B?${Buffer.from(subject).toString('base64')}?=`, body: 'Away' })).isAutomatic,
    ).toBe(true)
  })

  test.each(['X-Autorespond: yes', 'Precedence: junk', 'X-Mail-Autoreply: yes'])('%s', async (heads) => {
    expect((await read({ heads, body: 'Away' })).isAutomatic).toBe(true)
  })

  test.each(['Отпускные цены', 'Automatic doors: reply wanted', 'Re: Ответ на запрос'])(
    '%s is a person’s',
    async (subject) => {
      expect((await read({ subject: Buffer.from(subject), body: 'Hi' })).isAutomatic).toBeUndefined()
    },
  )
})

describe('a server that says in plain words that a mail of ours was not delivered', () => {
  const ours = 'norma-0f3a9c@norma.example'
  const qmail = `Hi. This is the qmail-send program at x.example.\nI'm afraid I wasn't able to deliver your message.\n\n<ivan@x.example>:\n203.0.113.5 does not like recipient.\nRemote host said: 550 5.1.1 User unknown\n\n--- Below this line is a copy of the message.\n\nMessage-ID: <${ours}>\nSubject: Offer\n`
  const exim = `This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its recipients.\n\n  ivan@x.example\n    Unrouteable address\n\n------ This is a copy of your message, including all the headers. ------\n\nMessage-Id: <${ours}>\n`

  test.each([
    ['qmail', 'MAILER-DAEMON@x.example', '', qmail, 'Remote host said: 550 5.1.1 User unknown'],
    ['Exim', 'Mailer-Daemon@x.example', 'X-Failed-Recipients: ivan@x.example', exim, ''],
  ])('%s', async (_, from, heads, body, why) => {
    expect(await read({ from, heads, body })).toEqual({ kind: 'message', message: ours, state: 'failed', why })
  })

  test('says nothing where it still tries, and a person who quotes an id is a person', async () => {
    const late = qmail.replace("I'm afraid", 'It is delayed and will continue to be tried:')

    expect(await read({ from: 'MAILER-DAEMON@x.example', body: late })).toMatchObject({ isAutomatic: true })
    expect(await read({ body: qmail })).toMatchObject({ direction: 'in', contact: 'ivan@x.example' })
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
