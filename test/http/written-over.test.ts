import { beforeEach, describe, expect, test } from 'vitest'

import { allOperations } from '#product/lists/operations'
import type { Operation } from '#http/operation'
import { useEngine } from '#test/support/engine'
import { aDoor, type Door, type Reply } from '#test/support/http'
import { aWorld } from '#test/support/world'

const engine = useEngine()
let door: Door

beforeEach(async () => {
  door = await aDoor(await aWorld(engine))
})

/** What may be written without saying what was seen, and why nobody's change is lost by it. */
const unseen: Readonly<Record<string, string>> = {
  createDeal: 'makes something new',
  createClient: 'makes something new',
  addClientWay: 'adds to what is there',
  removeClientWay: 'takes away',
  linkClients: 'links, or says a link anew that everybody sees',
  unlinkClients: 'takes away',
  keepClientsApart: 'says of two cards what everybody sees',
  dropClientsApart: 'takes away',
  undoMerge: 'keeps what was changed since, and names it',
  revealClientWay: 'changes nothing of the client',
  createWebhook: 'makes something new',
  createOneCBase: 'makes something new',
  startLoad: 'makes something new',
  changeOneCPassword: 'makes a secret in the place of the old one',
  removeOneCBase: 'takes away',
  createKey: 'makes something new',
  askErasure: 'makes something new',
  askRequest: 'the same is asked once at a time: a second one is refused while the first is open',
  answerRequest: 'a request is answered once: whoever comes second is refused',
  confirmErasure: 'only ever goes on',
  readPersonalPackage: 'changes nothing of the client',
  readPersonalPackagePage: 'changes nothing of the client',
  allowReading: 'says of a day what whoever leads them sees',
  startHandover: 'changes each thing by a command of its own',
  returnHandover: 'gives back only what was not changed since',
  rotateKey: 'makes a secret beside the old one',
  removeKey: 'takes away',
  inviteEmployee: 'makes a link in the place of the one before',
  setUpCompany: 'is answered once, while nobody else works here',
  addFirstPeople: 'makes something new',
  endSession: 'takes away',
  endSessions: 'takes away',
  removePasskey: 'takes away',
  scheduleRules: 'makes something new',
  handOver: 'changes each deal by a command of its own',
  createView: 'makes something new',
  redriveLetters: 'tries again',
  removeView: 'takes away',
  changeCurrency: 'is one at a time, and names what it goes from',
  openAttachment: 'gives a link to what is there',
  settleMessage: 'is settled once, by whoever wrote it',
  giveConsent: 'is kept beside what was agreed before',
  revokeConsent: 'is said once, and stays',
  addComment: 'makes something new',
  changeComment: 'is its author’s alone',
  removeComment: 'takes away',
  addFile: 'makes something new',
  keepFile: 'only ever goes on',
  removeFile: 'takes away',
  changeMany: 'changes each by a command of its own, and says which it could not',
  changeClients: 'changes each by a command of its own, and says which it could not',
  makeInvoice: 'makes something new',
  makeDocument: 'makes something new, or a draft anew of what there is now',
  announceUpload: 'makes something new',
  loadRegister: 'makes something new, and leaves what is there',
  sendTemplate: 'makes something new',
  issueInvoice: 'only ever goes on',
  cancelInvoice: 'only ever goes on',
  loadStatement: 'makes something new',
  bookPayment: 'is refused where nothing is left to book',
  unbookPayment: 'takes away, and leaves a trace',
  ignorePayment: 'switches',
  settlePayment: 'is refused where nothing is left to settle',
  createIntegration: 'makes something new',
  takeTalk: 'only ever makes what is owed the caller’s own',
  dismissTalk: 'switches',
  returnTalk: 'switches',
  dialTalk: 'asks an exchange for a call, and not again within ten seconds',
  tellCall: 'adds to what is there',
  pickTalkDeal: 'switches',
  writeToDeal: 'makes something new',
  hearRecording: 'changes nothing of the call, and keeps who asked',
  writeToTalk: 'makes something new',
  makeTalkDeal: 'makes something new',
  restoreRequest: 'only ever goes on',
  pauseIntegration: 'switches',
  testIntegration: 'changes nothing',
  replayArrivals: 'sends again',
  rotateIntegrationSecret: 'makes a secret beside the old one',
  rebuildSearch: 'makes anew what is made of other things',
  closeMonth: 'switches',
  remind: 'tells somebody, once a day',
  setTargetCells: 'says of each cell what was there',
  pauseRule: 'switches',
  resumeRule: 'switches',
  shareCalendar: 'switches',
  markRead: 'only ever goes on',
  markAllRead: 'only ever goes on',
  planRules: 'changes nothing',
  publishRules: 'says in its body which version it is over',
  rollbackRules: 'publishes a version that everybody can see',
  cancelScheduled: 'takes away',
  removeWebhook: 'takes away',
  rotateWebhookSecret: 'makes a secret beside the old one',
  replayWebhook: 'sends again',
}
const writing = allOperations.filter(({ method }) => method !== 'GET')
const over = writing.filter(({ current }) => current !== undefined)

test('whatever writes either heeds If-Match or says here why it need not', () => {
  const heedless = writing.filter(({ ifMatch, current }) => ifMatch === undefined && current === undefined)

  expect(heedless.map(({ id }) => id).toSorted()).toEqual(Object.keys(unseen).toSorted())
})

test('whatever is put whole where it is read has to have been seen', () => {
  const whole = writing.filter(
    ({ method, path, answer }) =>
      method === 'PUT' &&
      allOperations.some((one) => one.method === 'GET' && one.path === path && one.answer === answer),
  )

  // Lines of a deal are put over the version of the deal, which the request has to name.
  const merged = ['shareCalendar', 'saveIntegration', 'closeMonth', 'setLines']
  expect(
    whole
      .map(({ id }) => id)
      .filter((id) => !merged.includes(id))
      .toSorted(),
  ).toEqual(over.map(({ id }) => id).toSorted())
})

describe.each(over.map((one) => [one.id, one] as const))('%s', (_, operation) => {
  test('names the version of what is there, as reading it does', async () => {
    const place = await there(operation)
    const { path } = place
    const read = await door.get(path)
    const again = await door.get(path, { headers: { 'if-none-match': read.headers.get('etag') ?? '' } })
    const written = await put(place, read.headers.get('etag'))
    const later = await door.get(path)

    expect(read.headers.get('etag')).toMatch(/^"[0-9a-f]{32}"$/)
    expect([again.status, written.status]).toEqual([304, 200])
    expect(written.headers.get('etag')).toBe(later.headers.get('etag'))
  })

  test('is refused to whoever does not say what they have seen, or has seen something else', async () => {
    const place = await there(operation)
    const { path } = place
    const before = await door.get(path)
    const replies = [
      await put(place, null),
      await put(place, '"12345"'),
      await put(place, '"7"'),
      await put(place, `W/${before.headers.get('etag') ?? ''}`),
    ]
    const after = await door.get(path)

    expect(replies.map(({ status, body }) => [status, body.code])).toEqual([
      [428, 'precondition_required'],
      [412, 'precondition_failed'],
      [412, 'precondition_failed'],
      [412, 'precondition_failed'],
    ])
    expect(after.body).toEqual(before.body)
  })

  test('of two who have seen the same, one writes and the other is told', async () => {
    const { path, bodies } = await there(operation)
    for (let round = 1; round < 4; round += 1) {
      const tag = (await door.get(path)).headers.get('etag')
      const replies = await Promise.all(
        bodies(round).map((body) => door.ask('PUT', path, { body, headers: { 'if-match': tag ?? '' } })),
      )
      const winner = replies.find(({ status }) => status === 200)

      expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 412])
      expect((await door.get(path)).body).toEqual(winner?.body)
    }
  })

  test('is done for one of several versions, and for any', async () => {
    const place = await there(operation)
    const { path } = place
    const tag = (await door.get(path)).headers.get('etag') ?? ''

    expect((await put(place, `"998", ${tag}`)).status).toBe(200)
    expect((await put(place, '*', 2)).status).toBe(200)
  })
})

test('what is not there yet is made without If-Match, once', async () => {
  const body = { name: 'Grace', department: null, roles: [], active: true }
  const early = await door.ask('PUT', '/employees/grace', { body, headers: { 'if-match': '*' } })
  const [first, second] = await Promise.all([
    door.ask('PUT', '/employees/grace', { body }),
    door.ask('PUT', '/employees/grace', { body: { ...body, name: 'Another' } }),
  ])
  const again = await door.ask('PUT', '/employees/grace', { body })

  expect([early.status, early.body.code]).toEqual([412, 'precondition_failed'])
  expect([first.status, second.status].toSorted()).toEqual([200, 412])
  expect([again.status, again.body.code]).toEqual([428, 'precondition_required'])
})

const anna = { metric: 'sum', scope: 'employee', id: 'anna' }

test('nothing is written over a version that it does not have', async () => {
  const heedless = ['/tasks/task_1/completion', '/integrations', '/me/notices/read']
  const replies = await Promise.all(
    heedless.map((path) => door.ask('POST', path, { body: {}, headers: { 'if-match': '"12345"' } })),
  )

  expect(replies.map(({ status }) => status)).not.toContain(200)
  const told = await door.ask('PUT', '/plans/cells', {
    body: { cells: [{ ...anna, period: '2026-12', value: 1, was: null }] },
    headers: { 'if-match': '"12345"' },
  })
  expect([told.status, told.body.code]).toEqual([412, 'precondition_failed'])
})

type Place = { readonly path: string; readonly bodies: (round: number) => readonly [object, object] }

/** Where something is that may be written over, and two ways to, which nobody has written before. */
async function there({ id, path }: Operation): Promise<Place> {
  const two = (address: string, bodyOf: (name: string) => object): Place => ({
    path: address,
    bodies: (round) => [bodyOf(`${round}1`), bodyOf(`${round}2`)],
  })
  switch (id) {
    case 'saveEmployee':
      return two('/employees/anna', (name) => ({ name, department: 'b2b', roles: [], active: true }))
    case 'saveDepartment':
      return two('/departments/b2b', (name) => ({ name, parent: 'sales', head: 'boris' }))
    case 'saveSettings':
      return two('/settings', (name) => ({ currency: 'RUB', rates: { USD: name } }))
    case 'setTargets':
      return two('/plans/2026-12', (value) => ({ targets: [{ ...anna, value: Number(value) }] }))
    case 'setRecurring':
      return two('/plans/recurring', (value) => ({
        targets: [{ ...anna, every: 'month', from: '2026-01', value: Number(value) }],
      }))
    case 'saveNotificationSettings': {
      const { body } = await door.get('/me/notifications')
      return two('/me/notifications', (telegram) => ({ ...body, telegram }))
    }
    case 'saveView': {
      const { body } = await door.post('/views', { list: 'deals', name: 'Large' })
      return two(`/views/${body.id}`, (name) => ({ list: 'deals', name }))
    }
    case 'saveWebhook': {
      const { body } = await door.post('/webhooks', { url: 'https://example.com/norma' })
      return two(`/webhooks/${body.webhook.id}`, (name) => ({ url: `https://example.com/${name}` }))
    }
    case 'saveKey': {
      const { body } = await door.post('/keys', { name: 'Form', scopes: { deals_read: 'own' } })
      return two(`/keys/${body.key.id}`, (name) => ({ name, scopes: { deals_read: 'own' } }))
    }
    default:
      throw new Error(`Say here where ${id} (${path}) finds something to write over.`)
  }
}

const put = ({ path, bodies }: Place, tag: string | null, round = 1): Promise<Reply> =>
  door.ask('PUT', path, { body: bodies(round)[0], headers: tag === null ? {} : { 'if-match': tag } })
