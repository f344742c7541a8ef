import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drawDirection } from '#browser/editor/drawing'
import { explained } from '#browser/editor/html'
import { marksOf } from '#browser/editor/marks'
import { check } from '#config/check'

const own = readFileSync('pipelines.yaml', 'utf8')
const words = {
  gate: 'To leave',
  filled: 'filled in:',
  override: 'may pass:',
  won: 'Won',
  optional: 'optional',
  skipped: 'may be skipped',
  chance: 'chance',
  atMost: 'at most',
  makes: 'makes:',
  after: 'after',
  closedBy: 'done by:',
  paid: 'paid at least',
  invoiced: 'invoiced:',
  signed: 'signed:',
}

function drawn(text: string, id: string): string {
  const { model } = check(text)
  return model === undefined ? 'faults' : drawDirection(model, id, words)
}

test('every stage of a direction is drawn with what this direction changes, in its order', () => {
  const html = drawn(own, 'b2c_repeat')

  const { model } = check(own)
  const stages = [...html.matchAll(/data-stage="([^"]+)"/g)].map(([, id]) => id)
  expect(stages).toEqual(model?.pipelines['b2c_repeat']?.stages.map(({ id }) => id))
  expect(html).toContain('Send a link to pay')
  expect(html).not.toContain('Draw up the contract')
})

test('tasks say who and when by their names, gates what they ask for, and one stage that it wins', () => {
  const html = drawn(own, 'b2b_new')

  expect(html).toContain(
    'Draw up the contract</button><span class="quiet small">Lawyer · within 2 working days of entering the stage</span>',
  )
  expect(html).toContain('filled in: Person who decides, What the client is trying to solve')
  expect(html.match(/drawn-won/g)).toHaveLength(1)
})

test('in English, too, it says who, when and on what conditions as people do, not as the file writes it', () => {
  const html = drawn(own, 'b2b_new')

  expect(html).toContain(
    'the deal’s manager · within 1 working day after “Send the presentation together with the three examples”',
  )
  expect(html).not.toMatch(/send_deck|owner ·|not none|paid_percent/)
})

test('in Russian it says in Russian who, when and on what conditions', () => {
  const { model } = check(readFileSync('examples/pipelines.ru.yaml', 'utf8'))

  const html = model === undefined ? 'faults' : drawDirection(model, 'b2b_new', words, 'ru')
  // Axes have no names in the rules.
  const texts = html.replaceAll(/<span class="badge">[^<]*<\/span>|<[^>]*>/g, ' ')

  expect(texts).toContain('Юрист · в течение 2 рабочих дней')
  const said = Object.values(words).reduce((rest, word) => rest.replaceAll(word, ' '), texts)
  expect(said.match(/[A-Za-z]{3,}/g) ?? []).toEqual([])
})

test('papers are drawn: what a stage makes, what closes a task, and what a gate waits for', () => {
  const text = readFileSync('examples/documents/pipelines.yaml', 'utf8').replace(
    '      filled: [contract_file, invoice_number]\n\n  payment',
    '      signed: contract\n      invoiced: [whole, advance]\n      paid: at least 50%\n    make: [whole, { act: after contract_signed }]\n\n  payment',
  )
  const html = drawn(text, 'b2b_new')

  expect(html).toContain('Lawyer · within 2 working days of entering the stage · done by: Contract issued')
  expect(html).toContain('makes: Invoice, Act of acceptance (after The client has put their signature)')
  expect(html).toContain('paid at least 50%; invoiced: Invoice, Advance invoice; signed: Contract')
})

test('every line leads to the line of the text it comes from', () => {
  const html = drawn(own, 'b2b_new')

  const lines = own.split('\n')
  for (const [, line, name] of html.matchAll(/<h3><button[^>]*data-line="(\d+)">([^<]+)/g)) {
    expect(lines.slice(Number(line) - 1, Number(line) + 2).join('\n')).toContain(name)
  }
})

test('a direction that does not exist draws nothing, whatever it is called', () => {
  expect(drawn(own, 'none')).toBe('')
  expect(drawn(own, 'constructor')).toBe('')
})

test('what people write is shown as it is written and never becomes markup', () => {
  const evil = '<img src=x onerror=alert(1)> & "quoted"'
  const html = drawn(
    own.replaceAll(/^( +)(name|do|goal): [^{\n]*$/gm, (_, space: string, key: string) => `${space}${key}: '${evil}'`),
    'b2b_new',
  )

  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quoted&quot;')
  expect(html).not.toContain('<img')
  expect(explained(`**${evil}** \`<b>\``)).toBe(
    '<p><strong>&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quoted&quot;</strong> <code>&lt;b&gt;</code></p>',
  )
})

test('a fault is marked at the very word, with what to put there where it is one word for another', () => {
  const text = own.replace('by: lawyer', 'by: layer').replace('max_age: 5 working days', 'max_age: 5 days')

  const marks = marksOf(text, check(text).diagnostics)

  expect(marks.map(({ from, to }) => text.slice(from, to))).toEqual(['5 days', 'layer'])
  expect(marks.map(({ instead }) => instead)).toEqual([['5 working days', '5 calendar days'], ['lawyer']])
})

test('the same word can be put there when the fault is told in Russian', () => {
  const text = own.replace('by: lawyer', 'by: layer')

  expect(marksOf(text, check(text, { lang: 'ru' }).diagnostics).map(({ instead }) => instead)).toEqual([['lawyer']])
})

test('what is put in the place of a fault mends it', () => {
  const broken = readFileSync('test/config/fixtures/broken.yaml', 'utf8')
  const { diagnostics } = check(broken)
  const fixes = marksOf(broken, diagnostics).flatMap(({ from, to, instead }) =>
    instead.map((text) => ({ from, to, text })),
  )

  for (const { from, to, text } of fixes) {
    const mended = `${broken.slice(0, from)}${text}${broken.slice(to)}`
    expect(check(mended).diagnostics.length).toBeLessThan(diagnostics.length)
  }
  expect(fixes.length).toBeGreaterThan(6)
})

test('a mark at the end of the text can still be seen', () => {
  const marks = marksOf('version: 1', check('version: 1').diagnostics)

  for (const { from, to } of marks) expect(to).toBeGreaterThan(from)
  expect(marks.length).toBeGreaterThan(0)
})
