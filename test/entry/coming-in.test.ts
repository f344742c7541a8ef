import { beforeAll, describe, expect, test } from 'vitest'

import { inviteEmployee } from '#entry/usecases/invite-employee'
import { ownSignIn } from '#entry/pages/own-sign-in.tsx'
import { fromHere, pagesOn } from '#test/pages/support'
import { useEngine } from '#test/support/engine'
import { useFolder } from '#test/support/temporary-folder'

import { anEntryScene, goodPassword, sessionIn, type EntryScene } from './scene'

const engine = useEngine()
const folder = useFolder()
let scene: EntryScene

beforeAll(async () => {
  scene = await anEntryScene(engine, folder.path('data'))
})

const linkFor = async (employee: string) =>
  (await inviteEmployee(scene.world.ports, (await scene.world.as('helen')).caller, employee)).path
const take = (path: string, password = goodPassword, again = password) =>
  scene.ask(path, { form: { password, again }, headers: fromHere })
const signIn = (name: string, password: string) =>
  scene.ask('/app/sign-in', { form: { name, password, back: '/app/board' }, headers: fromHere })
const comeIn = async (employee: string) => sessionIn(await take(await linkFor(employee)))
/** Hashing a password takes a while, and should: a session alone needs none. */
const begin = (employee: string) => scene.letIn.open(employee, 'password', '')
const isIn = async (session: string) => (await scene.as(session, '/app/account')).status === 200

describe('a link', () => {
  test('sets a password, lets in, and is good once', async () => {
    const path = await linkFor('anna')
    const offered = await (await scene.ask(path)).text()
    const first = await take(path)
    const second = await take(path)

    expect(offered).toContain('Welcome, Anna')
    expect([first.status, first.headers.get('location')]).toEqual([303, '/app'])
    expect(await isIn(sessionIn(first))).toBe(true)
    expect([second.status, sessionIn(second)]).toEqual([404, ''])
  })

  test('of two who take it at once lets in one', async () => {
    const path = await linkFor('andrew')

    const answers = await Promise.all([take(path), take(path)])

    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 404])
  })

  test('is not good when a newer one was made, after a week, for whoever has left, or made up', async () => {
    const old = await linkFor('fedor')
    const newer = await linkFor('fedor')
    const made = scene.world.now()
    scene.world.setNow(new Date(Date.parse(made) + 7 * 86_400_000).toISOString())
    const late = await scene.ask(newer)
    scene.world.setNow(made)
    const answers = await Promise.all(
      [old, '/app/invitation/fedor~x', '/app/invitation/x', '/app/invitation/constructor~y'].map((one) =>
        scene.ask(one),
      ),
    )

    expect([late, ...answers].map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
    expect(await late.text()).toContain('This link is not good any more')
  })

  test('takes no weak password, and says why in the language of the reader', async () => {
    const path = await linkFor('clara')
    const said = async (password: string, again = password) => {
      const answer = await scene.ask(path, {
        form: { password, again },
        headers: { ...fromHere, 'accept-language': 'ru' },
      })
      return `${answer.status} ${/role="alert">([^<.]+)/.exec(await answer.text())?.[1]}`
    }

    expect(await said('короткий')).toBe('422 Пароль слишком короткий: нужно не меньше 10 знаков')
    expect(await said('iloveyou123')).toBe('422 Такой пароль есть у многих, его пробуют первым')
    expect(await said('йцукенгшщзхъ')).toBe('422 Клавиши подряд и повторы подбирают сразу')
    expect(await said(goodPassword, `${goodPassword}!`)).toBe('422 Пароли не совпадают')
    expect((await take(path)).status).toBe(303)
  })

  test('takes nothing that another site sends', async () => {
    const path = await linkFor('carol')

    const answer = await scene.ask(path, {
      form: { password: goodPassword, again: goodPassword },
      headers: { 'sec-fetch-site': 'cross-site' },
    })

    expect([answer.status, sessionIn(answer)]).toEqual([404, ''])
  })
})

describe('a password', () => {
  test('lets in by id or e-mail and leads to the page that was wanted', async () => {
    await comeIn('boris')
    const { boris } = (await scene.world.ports.people.load()).employees
    if (boris === undefined) throw new Error('Boris works here.')
    await scene.world.ports.people.saveEmployee({ ...boris, email: 'Boris@Aurora.example' })

    const [byId, byMail, byName, wrong, nobody] = [
      await signIn('boris', goodPassword),
      await signIn(' boris@aurora.example ', goodPassword),
      await signIn('Boris <boris@AURORA.example.>', goodPassword),
      await signIn('boris', 'another word altogether'),
      await signIn('nobody', goodPassword),
    ]

    expect([byId.status, byId.headers.get('location')]).toEqual([303, '/app/board'])
    expect(byId.headers.get('set-cookie')).toMatch(/; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/)
    expect([byMail.status, byName.status]).toEqual([303, 303])
    expect([wrong.status, nobody.status]).toEqual([401, 401])
    const said = async (answer: Response) => /role="alert">([^<]+)/.exec(await answer.text())?.[1]
    expect(await said(wrong)).toBe(await said(nobody))
  })

  test('is kept as a hash alone', async () => {
    const kept = JSON.stringify(await scene.world.ports.entry.find('boris'))

    expect(kept).not.toContain(goodPassword)
    expect(kept).toContain('"N":32768')
  })

  test('that fails again and again has to wait, the right one too, and says for how long', async () => {
    await comeIn('alex')
    for (let no = 0; no < 5; no += 1) await signIn('alex', 'another word altogether')

    const answer = await signIn('alex', goodPassword)

    expect([answer.status, sessionIn(answer), answer.headers.get('retry-after')]).toEqual([429, '', '1'])
    expect(await answer.text()).toContain('Try again in a second')
  })

  test('does so after a restart too, under a name that nobody has as well, and not any more once it was right', async () => {
    const { ports, now, setNow } = scene.world
    await ports.entry.saveFailures('nobody', { count: 9, at: now() })
    await ports.entry.saveFailures('boris', { count: 9, at: now() })
    const restarted = pagesOn(scene.world, {
      verifyToken: scene.letIn.whoIs,
      signIn: ownSignIn({ ...scene.letIn, ports }),
    })
    const tried = (name: string) =>
      restarted('/app/sign-in', { form: { name, password: goodPassword }, headers: fromHere })

    const [boris, nobody] = [await tried('boris'), await tried('nobody')]
    const before = now()
    setNow(new Date(Date.parse(before) + 60_000).toISOString())
    const right = await tried('boris')
    setNow(before)

    expect([boris.status, nobody.status, right.status]).toEqual([429, 429, 303])
    expect(await ports.entry.failures('boris')).toBeUndefined()
    expect(await ports.entry.failures('alex')).toMatchObject({ count: 5 })
  })

  test('is changed by whoever knows the present one, and ends the other sessions', async () => {
    const elsewhere = await begin('leo')
    const here = await comeIn('leo')
    const next = 'четыре зонта и самовар'
    const wrong = await scene.as(here, '/app/account/password', {
      present: 'no idea at all',
      password: next,
      again: next,
    })
    const right = await scene.as(here, '/app/account/password', { present: goodPassword, password: next, again: next })

    expect([wrong.status, right.status]).toEqual([422, 303])
    expect([await isIn(here), await isIn(elsewhere)]).toEqual([true, false])
    expect((await signIn('leo', next)).status).toBe(303)
    expect((await signIn('leo', goodPassword)).status).toBe(401)
  })
})

describe('a session', () => {
  test('ends with signing out, whoever kept its cookie', async () => {
    const session = await begin('quinn')
    const before = await isIn(session)

    const answer = await scene.ask('/app/sign-out', {
      method: 'POST',
      headers: { ...fromHere, cookie: `norma_session=${session}` },
    })

    expect(before).toBe(true)
    expect(answer.status).toBe(303)
    expect(await isIn(session)).toBe(false)
    await expect(scene.letIn.whoIs(session)).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  test('ends by itself after two weeks', async () => {
    const session = await begin('cyril')
    const now = scene.world.now()
    scene.world.setNow(new Date(Date.parse(now) + 14 * 86_400_000 + 1000).toISOString())

    expect(await isIn(session)).toBe(false)
    scene.world.setNow(now)
  })

  test('ends when its owner leaves, and does not come back with them', async () => {
    const session = await begin('carol')
    const { carol } = (await scene.world.ports.people.load()).employees
    if (carol === undefined) throw new Error('Carol works here.')

    await scene.world.ports.people.saveEmployee({ ...carol, active: false })
    await scene.world.ports.people.saveEmployee({ ...carol, active: true })

    expect(await isIn(session)).toBe(false)
    expect(await scene.world.ports.entry.sessions('carol')).toEqual([])
  })

  test('that was forged ends nobody else’s', async () => {
    const session = await begin('clara')
    const [head = '', body = ''] = session.split('.')

    await scene.letIn.end(`${head}.${body}.AAAA`)

    expect(await isIn(session)).toBe(true)
  })
})

describe('the pages of people', () => {
  test('say which department has lost its head, which passkeys somebody has, and offer nobody to dismiss themselves', async () => {
    const { ports, now } = scene.world
    const session = await begin('helen')
    const page = async (path: string) => await (await scene.as(session, path)).text()
    const { boris, cyril } = (await ports.people.load()).employees
    if (boris === undefined || cyril === undefined) throw new Error('Boris and Cyril work here.')
    const { rev } = await ports.entry.find('cyril')
    const passkey = { id: 'key-1', publicKey: 'x', counter: 0, transports: [], name: 'Safari, iPhone', at: now() }
    await ports.entry.save('cyril', { rev: rev + 1, passkeys: [passkey] })

    const before = await page('/app/people/boris')
    await ports.people.saveEmployee({ ...boris, active: false })
    const [people, cyrils, own] = [
      await page('/app/people'),
      await page('/app/people/cyril'),
      await page('/app/people/helen'),
    ]
    await ports.people.saveEmployee(boris)

    expect(before).toMatch(/Leads [^<]+: choose another head/)
    expect(people).toContain('Its head Boris has left: choose another')
    expect(cyrils).toContain('Safari, iPhone, since')
    expect(cyrils).toContain('/employees/cyril/passkeys/key-1')
    expect(own).toContain('You cannot close your own access here')
    expect(own).not.toMatch(/>Leaves[:,]/)
    expect(cyrils).toMatch(/>Leaves[:,]/)
  })

  test('say that a deputy is away as well', async () => {
    const { ports, now } = scene.world
    const session = await begin('helen')
    const { alex, leo } = (await ports.people.load()).employees
    if (alex === undefined || leo === undefined) throw new Error('Alex and Leo work here.')
    const day = now().slice(0, 10)
    await ports.people.saveEmployee({ ...alex, absences: [{ from: day, to: day, deputy: 'leo' }] })
    const one = await (await scene.as(session, '/app/people')).text()
    await ports.people.saveEmployee({ ...leo, absences: [{ from: day, to: day }] })
    const both = await (await scene.as(session, '/app/people')).text()

    expect(one).toContain('Leo stands in')
    expect(both).toContain('and Leo cannot stand in')
  })
})
