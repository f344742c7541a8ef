import { beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { check } from '#config/check'
import { projectSchema } from '#config/schema/project-schema'
import { suggestionsAt } from '#config/schema/suggestions-at'
import { playbook } from '#playbook/playbook'
import { consumers } from '#product/lists/consumers'
import type { Task } from '#schemas/task'
import { baseFile } from '#test/config/base-file'
import { toldImport } from '#test/import/company'
import { pagesOn } from '#test/pages/support'
import { aDoor, type Door, type Reply } from '#test/support/http'
import { steadyRules } from '#test/support/steady-rules'
import { reasonText } from '#test/support/told'
import { aWorldInMemory, type World } from '#test/support/world'
import { rulesOf, tryRules } from '#test/trial/tried'

const text = steadyRules()
  .replace(/^fields:.*\n/m, '$&  doctor: { type: person, name: Doctor }\n')
  .replace(
    '      send_deck:\n',
    `      examine: { do: Examine, by: field.doctor, due: 1 working day, optional: yes }\n      send_deck:\n`,
  )

let world: World
let door: Door
let dealId = ''

beforeAll(async () => {
  world = await aWorldInMemory({ text })
  door = await aDoor(world)
})

async function aDeal(fields: object): Promise<void> {
  const made = await door.post('/deals', { title: 'Teeth', pipeline: 'b2b_new', owner: 'anna', fields })
  dealId = made.body.id
  await world.run(consumers, dealId)
}

beforeEach(() => aDeal({ doctor: 'lena' }))

async function set(doctor: unknown): Promise<Reply> {
  const { headers } = await door.get(`/deals/${dealId}`)
  const seen = { 'if-match': headers.get('etag') ?? '' }
  const reply = await door.ask('PATCH', `/deals/${dealId}`, { as: 'anna', body: { fields: { doctor } }, headers: seen })
  await world.run(consumers, dealId)
  return reply
}

async function examine(): Promise<Task | undefined> {
  return (await world.ports.deals.tasksOf(dealId)).find(({ template }) => template === 'examine')
}

describe('a task of whoever a field names', () => {
  test('is theirs, goes to whoever is named next, and stays where nobody is named any more', async () => {
    expect(await examine()).toMatchObject({ responsible: 'lena', role: 'field.doctor' })
    expect(await examine()).not.toHaveProperty('fallback')

    await set('leo')
    expect((await examine())?.responsible).toBe('leo')

    await set(null)
    expect((await examine())?.responsible).toBe('leo')
  })

  test('goes to the owner’s head where nobody is named, says so, and comes to whoever is named later', async () => {
    await aDeal({})
    expect(await examine()).toMatchObject({
      responsible: 'boris',
      fallback: 'Nobody is named in the field “doctor”, so the task went to the owner’s head.',
    })

    await set('lena')
    expect((await examine())?.responsible).toBe('lena')
    expect(await examine()).not.toHaveProperty('fallback')
  })

  test('may be added by hand in the same way', async () => {
    const added = await door.post(`/deals/${dealId}/tasks`, { do: 'Look', by: 'field.doctor', due: '1 working day' })
    const odd = await door.post(`/deals/${dealId}/tasks`, { do: 'Look', by: 'field.need', due: '1 working day' })

    expect([added.status, added.body.responsible]).toEqual([201, 'lena'])
    expect(odd.body.detail).toContain('field.doctor')
  })
})

test('handing over writes the other person into the field, and the task follows', async () => {
  const given = await door.post('/employees/lena/handover', { to: 'leo', reason: 'On leave' })
  await world.run(consumers, dealId)

  expect(given.body.failed).toEqual([])
  expect((await world.ports.deals.find(dealId))?.fields['doctor']).toBe('leo')
  expect(await examine()).toMatchObject({ responsible: 'leo', role: 'field.doctor' })
})

describe('a field with a person', () => {
  test.each([
    ['Lena', 'Did you mean “lena”?'],
    ['lenna', 'Did you mean “lena”?'],
    ['nobody.at.all', 'takes the id of somebody who works here, you sent "nobody.at.all".'],
    [5, 'takes the id of somebody who works here, you sent 5.'],
  ])('refuses %s by name', async (sent, said) => {
    const refused = await set(sent)

    expect([refused.status, refused.body.code]).toEqual([422, 'field_value'])
    expect(refused.body.detail).toContain(said)
  })

  test('refuses whoever has left, and keeps them where they stand', async () => {
    const leo = (await world.ports.people.load()).employees['leo']
    if (leo === undefined) throw new Error('Leo is not there.')
    await set('leo')
    await world.ports.people.saveEmployee({ ...leo, active: false })
    const again = await set('leo')
    await set('lena')
    const back = await set('leo')
    const page = await (await pagesOn(world)(`/app/deals/${dealId}`, { as: 'anna' })).text()
    await world.ports.people.saveEmployee(leo)

    expect([again.status, back.status]).toEqual([200, 422])
    const [select = ''] = /<select[^>]*name="fields.doctor"[^>]*>.*?<\/select>/s.exec(page) ?? []
    expect(select).toMatch(/<option value="lena" selected[^>]*>Lena</)
    expect(select).toContain('value="quinn"')
    expect(select).not.toContain('value="leo"')
    expect(page).toMatch(/<del>Leo<\/del> → <ins>Lena<\/ins>/)
  })

  test('the table of deals narrows by it', async () => {
    const { body } = await door.get(`/deal-table?where=${encodeURIComponent('fields.doctor = lena')}`)
    const odd = await door.get(`/deal-table?where=${encodeURIComponent('fields.doctor = lenna')}`)

    expect(body.items.map(({ id }: { id: string }) => id)).toContain(dealId)
    expect(odd.status).toBe(422)
  })
})

test('an import finds people by a lookup, and says who is nobody', async () => {
  const mapping = `
version: 1
inputs:
  - kind: deals
    file: deals.csv
    format: { delimiter: ";", dates: DD.MM.YYYY }
    external_id: "old:{No}"
    title: Title
    owner: { value: anna }
    pipeline: { value: b2b_new }
    fields: { doctor: { column: Doctor, map: { Dr Lena: lena, Dr Who: who } } }
    created: { value: 30.11.2026 }
    outcome: { column: How, map: { open: { stage: presentation } } }
`
  const bytes = new TextEncoder().encode('No;Title;Doctor;How\n1;A;Dr Lena;open\n2;B;Dr Who;open\n')
  const { inputs } = await toldImport(world.ports, { mapping, read: () => bytes, isDryRun: false })

  const id = (await world.ports.deals.byExternalId('old:1')) ?? ''
  expect((await world.ports.deals.find(id))?.fields).toEqual({ doctor: 'lena' })
  expect(inputs[0]?.leftOut.map(({ line, reasons }) => [line, reasonText(reasons)])).toEqual([
    [3, expect.stringContaining('“Doctor” takes the id of somebody who works here')],
  ])
})

test('rules with people in fields are tried', async () => {
  const { outcomes, told } = await tryRules(
    await rulesOf(text),
    `version: 1
tests:
  - name: The doctor
    deal: { pipeline: b2b_new, doctor: lawyer }
    expect: { responsible: { examine: lawyer }, fields: { doctor: lawyer } }
    steps:
      - set: { doctor: accountant }
        expect: { responsible: { examine: accountant } }
`,
  )

  expect(told).toEqual([])
  expect(outcomes).toHaveLength(1)
})

describe('in the file', () => {
  const file = (by: string, must = 'filled'): string =>
    baseFile
      .replace(
        '  delivery_date: { type: date }\n',
        '  delivery_date: { type: date }\n  doctor: { type: person, name: Doctor }\n',
      )
      .replace('        by: lawyer\n', `        by: ${by}\n`)
      .replace('      filled: [need]\n', `      filled: [need]\n      must: { doctor: ${must} }\n`)

  test.each(['filled', 'anna.petrova', 'not anna', '[anna, boris]'])('a condition may be %s', (must) => {
    expect(check(file('field.doctor', must)).diagnostics).toEqual([])
  })

  test.each([
    ['doctor', 'filled', 'unknown-role', 'field.doctor', 'field.doctor'],
    ['field.docter', 'filled', 'unknown-field', 'field.doctor', 'field.doctor'],
    ['field.need', 'filled', 'unknown-role', 'field.doctor', 'field.doctor'],
    ['field.doctor', 'at least anna', 'bad-comparison', 'anna.petrova', 'anna.petrova'],
    ['field.doctor', 'Анна Петрова', 'bad-comparison', 'anna.petrova', 'anna.petrova'],
  ])('by: %s with %s is one fault, %s', (by, must, code, help, russian) => {
    const faults = check(file(by, must)).diagnostics
    const told = check(file(by, must), { lang: 'ru' }).diagnostics

    expect(faults.map((one) => one.code)).toEqual([code])
    expect(faults[0]?.help).toContain(help)
    expect(told[0]?.help).toContain(russian)
  })

  test('an editor offers the field where a task is asked of somebody, and nowhere else', () => {
    const rules = file('field.doctor')
    const schema = projectSchema(rules)
    const offers = (piece: string): readonly string[] =>
      suggestionsAt(rules, rules.indexOf(piece) + piece.length, schema)?.offers.map(({ label }) => label) ?? []

    expect(offers('        by: f')).toContain('field.doctor')
  })

  test.each([
    ['en', 'whoever is named in “Doctor”'],
    ['ru', 'кто указан в поле «Doctor»'],
  ] as const)('the playbook in %s says who', (language, said) => {
    const { model } = check(file('field.doctor'))
    if (model === undefined) throw new Error('The file has faults.')
    const words = playbook(model, language).pages.map(({ markdown }) => markdown)

    expect(words.join('\n').toLowerCase()).toContain(said.toLowerCase())
  })
})
