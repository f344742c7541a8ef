import { describe, expect, test } from 'vitest'

import { Unreadable } from '#channels/adapter'
import { site } from '#channels/adapters/site'
import { tilda } from '#channels/adapters/tilda'
import { askedOf } from '#channels/domain/asked'

const form = 'application/x-www-form-urlencoded'
const json = 'application/json'
const phone = '+79005550101'

/** What a form says that came with this type and this body. */
const read = (type: string, body: string | Uint8Array, adapter = site) => {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const asked = askedOf({ method: 'POST', tail: '', query: '', headers: { 'content-type': type }, body: bytes })
  const [fact] = adapter.read({ asked, settings: { zone: 'UTC' }, secrets: {} }) as readonly object[]
  return fact
}
const parts = (...all: readonly (readonly [head: string, value: string])[]) =>
  `${all.map(([head, value]) => `--q\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}\r\n`).join('')}--q--\r\n`

describe('a form is read whatever built it', () => {
  test.each([
    ['names in brackets', form, 'contact[name]=Ivan&contact[phone]=%2B79005550101', { name: 'Ivan', phone }],
    ['names with dots', form, 'lead.phone=89005550101&lead.text=hi', { phone: '89005550101', message: 'hi' }],
    [
      'everything that Elementor knows of its fields',
      form,
      'fields[tel][id]=tel&fields[tel][type]=tel&fields[tel][title]=Phone&fields[tel][value]=89005550101&form[id]=7&form[name]=Footer&meta[page_url][value]=https%3A%2F%2Fs.ru%2F%3Futm_source%3Dvk&meta[user_agent][value]=Mozilla',
      {
        phone: '89005550101',
        form: 'Footer',
        also: [],
        source: { page: 'https://s.ru/?utm_source=vk', utm_source: 'vk' },
      },
    ],
    [
      'tick boxes of one name',
      form,
      'phone=89005550101&services[]=one&services[]=two',
      {
        also: [
          ['services[]', 'one'],
          ['services[]', 'two'],
        ],
      },
    ],
    ['a tick with a “no” before it', form, 'phone=1&agree=0&agree=1', { consent: { given: true } }],
    ['no tick', form, 'phone=1&agree=0', { consent: { given: false } }],
    ['an address under the label of the telephone', form, 'phone=ivan%40mail.example', { email: 'ivan@mail.example' }],
    [
      'a contact under a label nobody foresaw',
      form,
      'How+may+we+reach+you=8+(900)+555-01-01&%D0%98%D0%9D%D0%9D=7701234567',
      { phone: '8 (900) 555-01-01', also: [['ИНН', '7701234567']] },
    ],
    [
      'numbers that are no telephone',
      form,
      'Order=89005550101&INN=7701234567',
      {
        also: [
          ['Order', '89005550101'],
          ['INN', '7701234567'],
        ],
      },
    ],
    ['the alphabet it names', `${form}; charset=koi8-r`, 'name=%E9%D7%C1%CE&phone=1', { name: 'Иван' }],
    ['lines of plain text', 'text/plain', 'name=Ivan\r\nphone=89005550101\r\n', { name: 'Ivan', phone: '89005550101' }],
    [
      'plain JSON, as the instruction says',
      json,
      `{"name":"Иван","phone":"${phone}","message":"Привет"}`,
      { name: 'Иван', phone, message: 'Привет' },
    ],
    [
      'JSON in JSON',
      json,
      `{"contact":{"name":"Иван","phone":"${phone}"},"utm":{"utm_source":"ya"}}`,
      { name: 'Иван', phone, source: { utm_source: 'ya' } },
    ],
    [
      'questions and answers of a quiz',
      json,
      `{"contacts":{"phone":"${phone}"},"answers":[{"q":"Площадь","a":"50"},{"q":"Цвет","a":["синий","белый"]}]}`,
      {
        phone,
        also: [
          ['Площадь', '50'],
          ['Цвет', 'синий, белый'],
        ],
      },
    ],
    [
      'a list of fields',
      json,
      `{"fields":[{"title":"Ваше имя","value":"Ольга"},{"title":"Телефон","value":"${phone}"}]}`,
      { name: 'Ольга', phone },
    ],
    ['a bare list', json, `[{"name":"Phone","value":"${phone}"}]`, { phone }],
  ] as const)('%s', (_, type, body, expected) => expect(read(type, body)).toMatchObject(expected))

  test('files first, names out of order, lists and escaped names', () => {
    const body = parts(
      ['filename="a.pdf"; name="file"', '%PDF'],
      ['name="tags[]"', 'a'],
      ['name="tags[]"', 'b'],
      ["name*=UTF-8''%D0%B8%D0%BC%D1%8F", 'Иван'],
      ['name=phone', phone],
    )

    expect(read('multipart/form-data; boundary=q', body)).toMatchObject({
      name: 'Иван',
      phone,
      files: [{ name: 'a.pdf' }],
      also: [
        ['file', 'a.pdf'],
        ['tags[]', 'a'],
        ['tags[]', 'b'],
      ],
    })
  })

  test('Tilda’s lists, too', () => {
    expect(read(form, 'Phone=1&Color=red&Color=blue&tranid=1:2&formid=form3', tilda)).toMatchObject({
      also: [
        ['Color', 'red'],
        ['Color', 'blue'],
      ],
      once: '1:2',
    })
  })

  test('what is too long is cut where one can see it, and never grows beyond what can be kept', () => {
    const long = read(form, `message=${'a'.repeat(30_000)}&phone=1`) as { message: string }
    const wide = read(form, Array.from({ length: 5_000 }, (_, no) => `f${no}=${'b'.repeat(150)}`).join('&')) as {
      also: unknown[]
    }

    expect([long.message.length, long.message.at(-1)]).toEqual([20_000, '…'])
    expect(wide.also.length).toBe(200)
  })

  test.each(['"x"', 'null', '{}', '{"fields":{}}', '[]'])('%s is none', (body) => {
    expect(() => read(json, body)).toThrow(Unreadable)
  })
})
