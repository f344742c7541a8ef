import { expect, test } from 'vitest'

import { packagePage } from '#clients/http/package-page.tsx'
import { packageWords } from '#clients/words/package-words'
import type { PersonalPackage } from '#schemas/clients/erasure'
import { aDoor } from '#test/support/http'
import { aWorldInMemory } from '#test/support/world'
import { leavesOf, pageSays } from './handed-out'

const hostile = '</dd><script>alert("1")</script> & \'<img src=x onerror=alert(2)>'

const tags = new Set('html head meta title style body h1 h2 h3 p dl div dt dd small time data section ol li'.split(' '))

test('a page of what is kept says whatever the package says, and nothing in it is run or loaded', async () => {
  const { ports } = await aWorldInMemory()
  const { model } = await ports.rules.current()
  const people = await ports.people.load()
  const says = {
    name: hostile,
    [hostile]: [hostile, { note: `two\nlines ${hostile}` }],
    createdBy: hostile,
    state: hostile,
    kopecks: 123_456_789,
    client_type: 'company',
    isConfirmed: false,
    none: null,
    empty: [],
    at: '2026-12-01T07:00:00.000Z',
    on: '2026-02-30',
    text: '2026-99-99T99:99:99Z',
    constructor: 'x',
  }
  const pack: PersonalPackage = {
    client: hostile,
    at: '2026-12-01T07:00:00.000Z',
    parts: [
      { room: 'clients', place: 'client, core', id: hostile, says },
      { room: hostile, place: hostile, id: '2', says: hostile },
    ],
    readers: [
      { employee: 'anna', at: '2026-11-30T07:00:00.000Z' },
      { employee: hostile, at: '2026-11-30T08:00:00.000Z' },
    ],
  }
  for (const language of ['en', 'ru'] as const) {
    const { name, body } = await packagePage(pack, { people, model, language, name: hostile })

    expect(leavesOf(pack).filter((value) => !pageSays(body, value))).toEqual([])
    expect(new Set(Array.from(body.matchAll(/<(\w+)/g), ([, tag]) => tag))).toEqual(tags)
    expect(body).toContain(`<html lang="${language}">`)
    expect(body).toContain('default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;')
    expect(body).toContain(packageWords[language].places['client, core'])
    expect(body).toContain(`<data value="company">${model.fields['client_type']?.options?.['company']}</data>`)
    // On a phone the longest address breaks anywhere, outside of rows too; a name of our own stands below what it is of.
    expect(body).toMatch(/body\{[^}]*overflow-wrap:anywhere/)
    expect(body).toContain('section.part small{display:block}')
    expect(name).toBe('personal-data-2026-12-01.html')
  }
})

test('the page is handed out by the right of the file, noted like it, and answers the request; the other form may follow that day', async () => {
  const world = await aWorldInMemory()
  const door = await aDoor(world)
  const card = (
    await door.post('/clients', { kind: 'person', name: 'Vera Orlova', owner: 'anna', phone: '+7 916 000-00-01' })
  ).body.id as string
  const asked = { kind: 'access', way: 'mail' }
  await door.post(`/clients/${card}/requests`, asked)

  const refused = await door.post(`/clients/${card}/personal-data/page`, {}, { as: 'anna' })
  const file = (await door.post(`/clients/${card}/personal-data`, {})).body as PersonalPackage
  const page = await door.post(`/clients/${card}/personal-data/page?lang=ru`, {})
  const [request] = (await door.get(`/clients/${card}/requests`)).body.items
  const html = page.body as string

  expect([refused.status, refused.body.code]).toEqual([403, 'forbidden'])
  expect([page.status, page.headers.get('content-type'), page.headers.get('content-language')]).toEqual([
    200,
    'text/html; charset=utf-8',
    'ru',
  ])
  expect(page.headers.get('content-disposition')).toContain('attachment; filename="personal-data-')
  // That the request is answered is said since.
  expect(leavesOf(file).filter((value) => !pageSays(html, value))).toEqual(['open'])
  expect(html).toContain('Что мы о вас храним')
  expect([request.state, request.act]).toEqual(['done', 'package'])
})
