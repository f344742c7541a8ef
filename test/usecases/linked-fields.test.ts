import { beforeAll, describe, expect, test } from 'vitest'

import { check } from '#config/check'
import { projectSchema } from '#config/schema/project-schema'
import { suggestionsAt } from '#config/schema/suggestions-at'
import { playbook } from '#playbook/playbook'
import { consumers } from '#product/lists/consumers'
import { baseFile } from '#test/config/base-file'
import { toldImport } from '#test/import/company'
import { pagesOn } from '#test/pages/support'
import { useEngine } from '#test/support/engine'
import { aDoor, type Door, type Reply } from '#test/support/http'
import { steadyRules } from '#test/support/steady-rules'
import { reasonText } from '#test/support/told'
import { aWorld, aWorldInMemory, type World } from '#test/support/world'
import { rulesOf, tryRules } from '#test/trial/tried'

const text = steadyRules().replace(
  /^fields:.*\n/m,
  '$&  framework: { type: link, to: b2b_repeat, name: Framework contract }\n  before: { type: link, to: b2b_new }\n',
)

let world: World
let door: Door

beforeAll(async () => {
  world = await aWorldInMemory({ text })
  door = await aDoor(world)
})

async function aDeal(title: string, more: object = {}): Promise<string> {
  const made = await door.post('/deals', { title, pipeline: 'b2b_new', owner: 'anna', ...more })
  if (made.status !== 201) throw new Error(JSON.stringify(made.body))
  return String(made.body.id)
}

async function set(deal: string, fields: object, as = 'anna'): Promise<Reply> {
  const { headers } = await door.get(`/deals/${deal}`)
  const seen = { 'if-match': headers.get('etag') ?? '' }
  return door.ask('PATCH', `/deals/${deal}`, { as, body: { fields }, headers: seen })
}

const frameOf = (owner: string, title = 'Frame for 2027') => aDeal(title, { pipeline: 'b2b_repeat', owner })

describe('a field that names another deal', () => {
  test('holds one of its direction, and both deals tell of it', async () => {
    const frame = await frameOf('anna')
    const deal = await aDeal('Call-off', { fields: { framework: frame } })

    const [from, to] = await Promise.all([
      door.get(`/deals/${deal}/linked-deals`, { as: 'anna' }),
      door.get(`/deals/${frame}/linked-deals`, { as: 'anna' }),
    ])

    const number = frame.slice(-6).toUpperCase()
    expect(from.body.to).toEqual([{ field: 'framework', deal: expect.objectContaining({ id: frame, number }) }])
    expect(from.body.from).toEqual([])
    expect(to.body.from).toEqual([
      { field: 'framework', deal: expect.objectContaining({ id: deal, title: 'Call-off', pipeline: 'b2b_new' }) },
    ])
    expect(to.body.isAll).toBe(true)
  })

  test('is told on the other deal no more once it names another, or none', async () => {
    const [one, other] = [await frameOf('anna'), await frameOf('anna')]
    const deal = await aDeal('Call-off', { fields: { framework: one } })
    const told = async (id: string) => (await door.get(`/deals/${id}/linked-deals`)).body.from.length

    await set(deal, { framework: other })
    const after = [await told(one), await told(other)]
    await set(deal, { framework: null })

    expect(after).toEqual([0, 1])
    expect(await told(other)).toBe(0)
  })

  test.each([
    ['deal_0000', 'takes the id of a deal of “Companies, repeat orders” that you may see, you sent "deal_0000".'],
    [
      'Frame for 2027',
      'takes the id of a deal of “Companies, repeat orders” that you may see, you sent "Frame for 2027".',
    ],
    [7, 'you sent 7.'],
  ])('refuses %s by name', async (sent, said) => {
    const refused = await set(await aDeal('Call-off'), { framework: sent })

    expect([refused.status, refused.body.code]).toEqual([422, 'field_value'])
    expect(refused.body.errors[0].pointer).toBe('/fields/framework')
    expect(refused.body.detail.replaceAll(/of “[^”]+” that/g, 'of “Companies, repeat orders” that')).toContain(said)
  })

  test('refuses a deal of another direction, itself, and one that whoever asks may not see, as if it were not there', async () => {
    const [other, hidden, deal] = [await aDeal('Other'), await frameOf('cyril'), await aDeal('Call-off')]

    const wrong = await set(deal, { framework: other })
    const itself = await set(deal, { before: deal })
    const unseen = await set(deal, { framework: hidden })
    const seen = await set(deal, { framework: hidden }, 'helen')

    expect([wrong.status, itself.status, unseen.status, seen.status]).toEqual([422, 422, 422, 200])
    expect(wrong.body.detail).toMatch(/takes a deal of “[^”]+”, but "deal_\w+" is one of “[^”]+”\.$/)
    expect(itself.body.detail).toContain('is this deal itself')
    expect(unseen.body.detail).toContain('that you may see')
  })

  test('keeps a deal that its owner may not see, tells them that it is there, and not what it is', async () => {
    const hidden = await frameOf('cyril', 'Secret frame')
    const deal = await aDeal('Call-off')
    await set(deal, { framework: hidden }, 'helen')

    const answer = await door.get(`/deals/${deal}/linked-deals`, { as: 'anna' })
    const kept = await set(deal, { framework: hidden, need: 'Tea' })
    const page = await (await pagesOn(world)(`/app/deals/${deal}`, { as: 'anna' })).text()
    const other = await (await pagesOn(world)(`/app/deals/${hidden}`, { as: 'cyril' })).text()

    expect(answer.body.to).toEqual([{ field: 'framework', deal: null }])
    expect(kept.status).toBe(200)
    expect(page).toContain('A deal that you may not see')
    expect(page).not.toContain('Secret frame')
    expect(other).toContain('Linked from')
    expect(other).not.toContain('Call-off')
  })

  test('is a link on both pages, and is chosen among deals of its direction', async () => {
    const frame = await frameOf('anna', 'Frame Aurora')
    const deal = await aDeal('Aurora call-off', { fields: { framework: frame } })
    await world.run(consumers, frame)
    await world.run(consumers, deal)
    const pages = pagesOn(world)
    const read = async (path: string) => (await pages(path, { as: 'anna' })).text()

    const [one, other] = [await read(`/app/deals/${deal}`), await read(`/app/deals/${frame}`)]
    const choice = await read(`/app/pieces/link-choice?field=framework&of=${deal}&q=aurora`)

    const number = frame.slice(-6).toUpperCase()
    expect(one).toContain(`<a class="small" href="/app/deals/${frame}">Frame Aurora · № ${number}</a>`)
    expect(one).toMatch(new RegExp(`<input[^>]*name="fields.framework"[^>]*data-held="${frame}"`))
    expect(other).toContain(`<a href="/app/deals/${deal}">Aurora call-off · № ${deal.slice(-6).toUpperCase()}</a>`)
    expect(choice).toContain(`data-id="${frame}"`)
    expect(choice).not.toContain(`data-id="${deal}"`)
  })

  test('is looked for among all deals by whoever adds to one, who begins with the one they look at', async () => {
    const deal = await aDeal('Aurora of the header')
    await world.run(consumers, deal)
    const pages = pagesOn(world)
    const read = async (as: string, path: string) => (await pages(path, { as })).text()

    const page = await read('helen', `/app/deals/${deal}`)
    const [own, onDeal, elsewhere] = [
      await read('anna', '/app/pieces/quick-add'),
      await read('helen', `/app/pieces/quick-add?deal=${deal}`),
      await read('helen', '/app/pieces/quick-add'),
    ]
    const hidden = await read('cyril', `/app/pieces/quick-add?deal=${deal}`)

    expect(page).toContain(`data-piece="/app/pieces/quick-add?deal=${deal}"`)
    expect(own).toContain(`<option value="${deal}">Aurora of the header</option>`)
    expect(onDeal).toMatch(new RegExp(`data-held="${deal}"[^>]*value="Aurora of the header · № `))
    expect(elsewhere).toMatch(/data-find-thing="\/app\/pieces\/link-choice\?"/)
    expect(elsewhere).not.toContain('data-held')
    expect(hidden).not.toContain('Aurora of the header')
    expect(await read('helen', '/app/pieces/link-choice?&q=header')).toContain(`data-id="${deal}"`)
  })

  test('is told by title in the table of deals and its files', async () => {
    const frame = await frameOf('anna', 'Frame of the table')
    const deal = await aDeal('In the table', { fields: { framework: frame } })
    await world.run(consumers, frame)
    await world.run(consumers, deal)
    const where = encodeURIComponent('fields.framework ~ "frame of the table"')

    const { body } = await door.get(`/deal-table?where=${where}`, { as: 'anna' })
    const { body: file } = await door.get(`/deal-table/csv?where=${where}&columns=title,fields.framework`, {
      as: 'helen',
    })
    const page = await (await pagesOn(world)('/app/deals?columns=title,fields.framework', { as: 'anna' })).text()

    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([deal])
    expect(file).toContain(`In the table;Frame of the table · № ${frame.slice(-6).toUpperCase()}`)
    expect(page).toContain('Frame of the table · № ')
  })
})

describe('on the table of a real engine', () => {
  const engine = useEngine()

  test('deals that name one are found, a page at a time, and no more once they name another', async () => {
    const there = await aWorld(engine, { text })
    const at = await aDoor(there)
    const made = async (title: string, more: object) =>
      String((await at.post('/deals', { title, owner: 'anna', pipeline: 'b2b_new', ...more })).body.id)
    const frame = await made('Frame', { pipeline: 'b2b_repeat' })
    const deals = [
      await made('One', { fields: { framework: frame } }),
      await made('Two', { fields: { framework: frame } }),
    ]
    const { linkedFrom } = there.ports.deals

    const first = await linkedFrom({ deal: frame, limit: 1 })
    const rest = await linkedFrom({
      deal: frame,
      limit: 5,
      ...(first.cursor === undefined ? {} : { cursor: first.cursor }),
    })
    const { headers } = await at.get(`/deals/${deals[0]}`)
    await at.ask('PATCH', `/deals/${deals[0]}`, {
      as: 'anna',
      body: { fields: { framework: null } },
      headers: { 'if-match': headers.get('etag') ?? '' },
    })

    expect([...first.items, ...rest.items].toSorted()).toEqual(deals.toSorted())
    expect((await linkedFrom({ deal: frame, limit: 5 })).items).toEqual([deals[1]])
  })
})

test('an import names deals of the file, of files before it, and says what is none; a dry run judges alike', async () => {
  const mapping = `
version: 1
inputs:
  - kind: deals
    file: deals.csv
    format: { delimiter: ";", dates: DD.MM.YYYY }
    external_id: "was:{No}"
    title: Title
    owner: { value: anna }
    pipeline: { column: Where, map: { new: b2b_new, again: b2b_repeat } }
    fields: { framework: "was:{Frame}" }
    created: { value: 30.11.2026 }
    outcome: { column: How, map: { open: { stage: presentation } } }
`
  const lines = ['No;Title;Where;Frame;How', '1;A;new;3;open', '2;B;new;9;open', '3;C;again;;open', '4;D;new;1;open']
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`)
  const ask = (isDryRun: boolean) => toldImport(world.ports, { mapping, read: () => bytes, isDryRun })
  const dry = await ask(true)
  const real = await ask(false)

  const ids = await Promise.all(['was:1', 'was:2', 'was:3'].map((id) => world.ports.deals.byExternalId(id)))
  const found = await Promise.all(ids.map((id) => world.ports.deals.find(id ?? '')))
  const told = ({ inputs }: typeof real) => inputs[0]?.leftOut.map(({ line, reasons }) => [line, reasonText(reasons)])
  expect(found.map((deal) => deal?.fields['framework'])).toEqual([ids[2], undefined, undefined])
  expect(told(real)).toEqual([
    [3, expect.stringContaining('“Framework contract” names “was:9”')],
    [5, expect.stringContaining('“Framework contract” names “was:1”')],
  ])
  expect(told(dry)).toEqual(told(real))
})

test('rules with links are tried, and gates that ask for one fill it', async () => {
  const { outcomes, told } = await tryRules(
    await rulesOf(text.replace('      filled: [need]', '      filled: [need, framework]')),
    `version: 1
tests:
  - name: A call-off
    deal: { pipeline: b2b_new, framework: deal_frame }
    expect: { fields: { framework: filled } }
    steps:
      - set: { framework: empty }
        expect: { fields: { framework: empty } }
`,
  )

  expect(told).toEqual([])
  expect(outcomes).toHaveLength(1)
})

describe('in the file', () => {
  const file = (field: string, must = 'filled'): string =>
    baseFile
      .replace('  delivery_date: { type: date }\n', `  delivery_date: { type: date }\n  framework: ${field}\n`)
      .replace('      filled: [need]\n', `      filled: [need]\n      must: { framework: ${must} }\n`)
  const good = '{ type: link, to: companies, name: Framework }'

  test.each(['filled', 'empty'])('a condition may be %s', (must) => {
    expect(check(file(good, must)).diagnostics).toEqual([])
  })

  test.each([
    ['{ type: link, to: compnies }', 'filled', 'unknown-pipeline', 'companies', 'companies'],
    ['{ type: link }', 'filled', 'missing-key', 'to: companies', 'to: companies'],
    ['{ type: link, direction: companies }', 'filled', 'unknown-key', '“to”', '«to»'],
    ['{ type: text, to: companies }', 'filled', 'unknown-key', 'link', 'link'],
    ['{ type: link, to: companies, options: [a, b] }', 'filled', 'unknown-key', 'choice', 'choice'],
    [good, 'not empty', 'bad-comparison', 'filled', 'filled'],
    [good, 'deal_1', 'bad-comparison', '“filled” or “empty”', '«filled» или «empty»'],
    [good, 'at least 5', 'bad-comparison', '“filled” or “empty”', '«filled» или «empty»'],
  ])('%s with %s is one fault, %s', (field, must, code, help, russian) => {
    const faults = check(file(field, must)).diagnostics
    const told = check(file(field, must), { lang: 'ru' }).diagnostics

    expect(faults.map((one) => one.code)).toEqual([code])
    expect(faults[0]?.help).toContain(help)
    expect(told[0]?.help).toContain(russian)
  })

  test('an editor offers directions to link to, and says what the type is', () => {
    const rules = file(good)
    const schema = projectSchema(rules)
    const offers = (piece: string): readonly string[] =>
      suggestionsAt(rules, rules.indexOf(piece) + piece.length, schema)?.offers.map(({ label }) => label) ?? []

    expect(offers('{ type: link, to: ')).toContain('companies')
    expect(offers('framework: { type: ')).toContain('link')
    expect(offers('must: { framework: ')).toEqual(['filled', 'empty'])
  })

  test.each([
    ['en', 'a deal of “'],
    ['ru', 'сделка из направления «'],
  ] as const)('the playbook in %s says of which direction', (language, said) => {
    const { model } = check(file(good))
    if (model === undefined) throw new Error('The file has faults.')
    const words = playbook(model, language).pages.map(({ markdown }) => markdown)

    expect(words.join('\n')).toContain(said)
  })
})
