import { beforeAll, describe, expect, test } from 'vitest'

import { allPages } from '#product/lists/pages'
import { allPieces } from '#product/lists/pieces'
import { useEngine } from '#test/support/engine'
import { aWorld, type World } from '#test/support/world'

import { fromHere, host, pagesOn, type PagesDoor } from './support'

const engine = useEngine()
let world: World
let ask: PagesDoor

beforeAll(async () => {
  world = await aWorld(engine)
  ask = pagesOn(world)
})

describe('the way in', () => {
  test('whoever is not signed in is sent to sign in, and back to where they wanted to go', async () => {
    const answer = await ask('/app/board/b2b_new?owner=me')

    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe('/app/sign-in?back=%2Fapp%2Fboard%2Fb2b_new%3Fowner%3Dme')
  })

  test('every page and every piece is closed to a stranger, to a forged token and to somebody who has left', async () => {
    const paths = [...allPages, ...allPieces].map(({ path }) => path.replaceAll(/:\w+/g, 'x'))
    const asked = paths.flatMap((path) => [
      ask(path),
      ask(path, { headers: { cookie: 'norma_session=forged' } }),
      ask(path, { as: 'nobody' }),
    ])

    const answers = await Promise.all(asked)

    expect(paths.length).toBeGreaterThan(15)
    expect([...new Set(answers.map(({ status }) => status))]).toEqual([302])
  })

  test('a person of the company is chosen on one machine, and a cookie that scripts cannot read keeps them', async () => {
    const offered = await (await ask('/app/sign-in', { headers: { 'accept-language': 'ru' } })).text()
    const answer = await ask('/app/sign-in', { form: { person: 'anna', back: '/app/board' }, headers: fromHere })

    expect(offered).toContain('Кем вы хотите войти?')
    expect(offered).toContain('value="anna"')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/app/board')
    expect(answer.headers.get('set-cookie')).toMatch(
      /^norma_session=token-anna; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
    )
  })

  test('people are found by name, role or department, without a script too', async () => {
    const found = await (await ask('/app/sign-in?q=office')).text()

    expect(found).toContain('value="lena"')
    expect(found).not.toContain('value="anna"')
  })

  test.each([
    ['https://evil.example/'],
    ['//evil.example'],
    ['/app/../evil'],
    ['/application'],
    ['/app\\@evil.example'],
    ['/app/sign-in?back=%2Fapp'],
    ['/app/invitation/anna~x'],
  ])('after signing in nobody is sent to %s', async (back) => {
    const answer = await ask('/app/sign-in', { form: { person: 'anna', back }, headers: fromHere })

    expect(answer.headers.get('location')).toBe('/app')
  })

  test('another site can neither sign somebody in nor out', async () => {
    const elsewhere = { 'sec-fetch-site': 'cross-site' }
    const intoIt = await ask('/app/sign-in', { form: { person: 'anna' }, headers: elsewhere })
    const outOfIt = await ask('/app/sign-out', { method: 'POST', as: 'anna', headers: elsewhere })

    expect(intoIt.headers.get('set-cookie')).toBeNull()
    expect(outOfIt.headers.get('set-cookie')).toBeNull()
  })

  test('signing out takes the cookie away', async () => {
    const answer = await ask('/app/sign-out', { method: 'POST', as: 'anna', headers: fromHere })

    expect(answer.headers.get('set-cookie')).toMatch(/^norma_session=; Max-Age=0/)
  })
})

describe('what every page says to the browser', () => {
  test('nothing comes from elsewhere, nobody frames it, nobody keeps it', async () => {
    const { headers } = await ask('/app', { as: 'anna' })
    const policy = headers.get('content-security-policy') ?? ''

    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("form-action 'self'")
    expect(policy).toContain("base-uri 'none'")
    expect(policy).not.toContain('unsafe')
    expect(policy).not.toMatch(/https?:/)
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('server-timing')).toMatch(/^page;dur=\d/)
  })

  test.each([
    ['a stranger', () => ask('/app/deals')],
    ['the first address', () => ask('/', { as: 'anna' })],
    ['signing in', () => ask('/app/sign-in', { form: { person: 'anna' }, headers: fromHere })],
    ['signing out', () => ask('/app/sign-out', { method: 'POST', as: 'anna', headers: fromHere })],
  ])('also where it only leads elsewhere: %s', async (_, asked) => {
    const { status, headers } = await asked()

    expect([302, 303]).toContain(status)
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('cache-control')).toBe('private, no-store')
  })

  test('scripts and styles are kept for a year under a name that changes with them', async () => {
    const known = await ask('/app/assets/app-1.js')
    const unknown = await Promise.all(
      ['/app/assets/app-2.js', '/app/assets/manifest.json', '/app/assets/..%2Fx'].map((one) => ask(one)),
    )

    expect(known.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(known.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(unknown.map(({ status }) => status)).toEqual([404, 404, 404])
  })

  test('what people write is text wherever it is shown', async () => {
    const title = '<script>alert(1)</script>"\'&'
    const { body } = { body: await createDeal({ title }) }
    const page = await (await ask(`/app/deals/${body.id}`, { as: 'helen' })).text()

    expect(page).not.toContain('<script>alert')
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })
})

describe('languages and colours', () => {
  test('the browser’s language is taken until another is chosen, and the choice is kept', async () => {
    const russian = await (await ask('/app', { as: 'anna', headers: { 'accept-language': 'ru-RU,en;q=0.5' } })).text()
    const chosen = await ask('/app/preferences', { form: { language: 'en', back: '/app' }, headers: fromHere })
    const cookie = `norma_session=token-anna; ${chosen.headers.get('set-cookie')?.split(';')[0]}`
    const english = await (await ask('/app', { headers: { cookie, 'accept-language': 'ru' } })).text()

    expect(russian).toContain('<html lang="ru"')
    expect(russian).toContain('Мой день')
    expect(english).toContain('<html lang="en"')
    expect(english).toContain('My day')
  })

  test('a company whose rules are Russian is spoken to in Russian by any browser, the way in too, until another is chosen', async () => {
    const { rules } = world.ports
    const now = await rules.current()
    const pipelines = Object.fromEntries(
      Object.entries(now.model.pipelines).map(([id, one]) => [id, { ...one, name: 'Новые компании' }]),
    )
    const current = () => Promise.resolve({ ...now, model: { ...now.model, pipelines } })
    const ofRussians = pagesOn({ ports: { ...world.ports, rules: { ...rules, current } } })
    const english = { 'accept-language': 'en-GB,en;q=0.9' }
    const lang = async (answer: Response) => /<html lang="(\w+)"/.exec(await answer.text())?.[1]

    expect(await lang(await ofRussians('/app', { as: 'anna', headers: english }))).toBe('ru')
    expect(await lang(await ofRussians('/app/sign-in', { headers: english }))).toBe('ru')
    expect(await lang(await ofRussians('/app/nowhere', { as: 'anna', headers: english }))).toBe('ru')
    const refused = await ofRussians('/app/api/deals/none', { as: 'anna', headers: { ...fromHere, ...english } })
    expect(await refused.text()).toMatch(/нет/i)
    const cookie = 'norma_session=token-anna; norma_language=en'
    expect(await lang(await ofRussians('/app', { headers: { cookie, 'accept-language': 'ru' } }))).toBe('en')
    expect(await lang(await ask('/app', { as: 'anna', headers: english }))).toBe('en')
  })

  test('colours are chosen, and nothing else than those there are', async () => {
    const dark = await ask('/app/preferences', { form: { theme: 'dark', back: '/app/board' }, headers: fromHere })
    const odd = await ask('/app/preferences', { form: { theme: 'pink', language: 'fr' }, headers: fromHere })

    expect(dark.headers.get('set-cookie')).toContain('norma_theme=dark')
    expect(dark.headers.get('location')).toBe('/app/board')
    expect(odd.headers.get('set-cookie')).toBeNull()
  })
})

describe('errors are pages in the person’s language', () => {
  test('an address with nothing behind it', async () => {
    const answer = await ask('/app/nowhere', { as: 'anna', headers: { 'accept-language': 'ru' } })

    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('По адресу /app/nowhere ничего нет.')
  })

  test('a deal of somebody else looks like one that is not there', async () => {
    const { id } = await createDeal({ title: 'Hidden', owner: 'carol', pipeline: 'b2c_new' })
    const [other, none] = await Promise.all([
      ask(`/app/deals/${id}`, { as: 'anna' }),
      ask('/app/deals/deal_none', { as: 'anna' }),
    ])

    expect([other.status, none.status]).toEqual([404, 404])
    expect((await other.text()).replaceAll(id, '')).not.toContain('Hidden')
  })

  test('a page without the right for it is refused with a sentence', async () => {
    await world.ports.people.saveEmployee({
      id: 'blind',
      name: 'Blind',
      department: null,
      roles: [],
      active: true,
      rights: { deals_read: 'none' },
    })
    const answer = await ask('/app/board', { as: 'blind', headers: { 'accept-language': 'ru' } })
    const day = await (await ask('/app', { as: 'blind' })).text()

    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('У вас нет права видеть эту страницу.')
    expect(day).not.toContain('href="/app/board"')
  })

  test('a fault of ours is logged whole and shown as a number to tell us', async () => {
    const log: Readonly<Record<string, unknown>>[] = []
    const broken = {
      ...world.ports,
      deals: { ...world.ports.deals, openTasks: () => Promise.reject(new Error('The table is gone.')) },
    }
    const answer = await pagesOn({ ports: broken }, { log: (entry) => log.push(entry) })('/app', { as: 'anna' })
    const text = await answer.text()

    expect(answer.status).toBe(500)
    expect(text).not.toContain('The table is gone.')
    expect(text).toContain(String(log[0]?.['correlationId']))
    expect(JSON.stringify(log)).toContain('The table is gone.')
  })
})

describe('scripts write through the API', () => {
  test('as whoever is signed in, with everything the API heeds', async () => {
    const { id } = await createDeal({ title: 'Mine', owner: 'anna', pipeline: 'b2b_new' })
    const change = (version: string) =>
      ask(`/app/api/deals/${id}`, {
        as: 'anna',
        method: 'PATCH',
        json: { title: 'Still mine' },
        headers: { ...fromHere, 'if-match': version },
      })
    const changed = await change('"1"')
    const stale = await change('"1"')

    expect(changed.status).toBe(200)
    expect(changed.headers.get('etag')).toBe('"2"')
    expect(stale.status).toBe(412)
  })

  test('only from our own pages and only as JSON', async () => {
    const json = { title: 'From elsewhere' }
    const elsewhere = await ask('/app/api/deals', { as: 'anna', json, headers: { 'sec-fetch-site': 'cross-site' } })
    const silent = await ask('/app/api/deals', { as: 'anna', json })
    const byOrigin = await ask('/app/api/deals', {
      as: 'anna',
      json: { title: 'x', owner: 'anna', pipeline: 'b2b_new' },
      headers: { origin: host },
    })
    const form = await ask('/app/api/deals', {
      as: 'anna',
      form: { title: 'x' },
      headers: { ...fromHere, 'content-length': '7' },
    })

    expect([elsewhere.status, silent.status, byOrigin.status, form.status]).toEqual([403, 403, 201, 415])
  })

  test('a token that a script sends along is not passed on', async () => {
    const answer = await ask('/app/api/me', { headers: { authorization: 'Bearer token-helen' } })

    expect(answer.status).toBe(401)
  })

  test('a refusal is said in the language of the page, with everything that is missing by name', async () => {
    const { id } = await createDeal({ title: 'Stuck', owner: 'anna', pipeline: 'b2b_new' })
    const answer = await ask(`/app/api/deals/${id}/moves`, {
      as: 'anna',
      json: { toStage: 'general_offer' },
      headers: { ...fromHere, 'accept-language': 'ru' },
    })
    const problem = (await answer.json()) as { readonly code: string; readonly said: string }

    expect(answer.status).toBe(409)
    expect(problem.code).toBe('gate_blocked')
    expect(problem.said).toMatch(
      /^Сделку пока нельзя перевести дальше с этапа «Presentation»\. .* Осталось: .*«Send the presentation.*«Person who decides»/,
    )
  })
})

test('a fault at a single field is said in the language of the page as well', async () => {
  const answer = await ask('/app/api/deals', {
    as: 'anna',
    json: { title: 12, pipeline: 'b2b_new', owner: 'anna' },
    headers: { ...fromHere, 'accept-language': 'ru' },
  })
  const { errors, said } = (await answer.json()) as {
    readonly errors: readonly { readonly detail: string }[]
    readonly said: string
  }

  expect(answer.status).toBe(400)
  expect(errors.map(({ detail }) => detail)).toEqual(['Здесь нужно другое: title – текст, а прислано: 12.'])
  expect(said).toBe(errors[0]?.detail)
})

describe('what others change', () => {
  test('costs nothing to ask for while nothing has changed, and comes without the frame when something has', async () => {
    const { id } = await createDeal({ title: 'Watched', owner: 'anna', pipeline: 'b2b_new' })
    const path = `/app/deals/${id}`
    const part = (etag: string) => ask(path, { as: 'anna', headers: { 'x-norma-part': 'main', 'if-none-match': etag } })
    const page = await (await ask(path, { as: 'anna' })).text()
    const etag = /data-etag="([^"]+)"/.exec(page)?.[1]?.replaceAll('&quot;', '"') ?? ''

    const same = await part(etag)
    await ask(`/app/api${path.slice('/app'.length)}`, {
      as: 'anna',
      method: 'PATCH',
      json: { title: 'Renamed' },
      headers: { ...fromHere, 'if-match': '"1"' },
    })
    const other = await part(etag)
    const text = await other.text()

    expect(same.status).toBe(304)
    expect(other.status).toBe(200)
    expect(other.headers.get('etag')).not.toBe(etag)
    expect(text).toContain('Renamed')
    expect(text).not.toContain('<html')
  })
})

async function createDeal(deal: object): Promise<{ readonly id: string }> {
  const answer = await ask('/app/api/deals', {
    as: 'helen',
    json: { pipeline: 'b2b_new', owner: 'anna', ...deal },
    headers: fromHere,
  })
  return (await answer.json()) as { readonly id: string }
}
