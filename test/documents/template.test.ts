import { readFileSync } from 'node:fs'

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { check } from '#config/check'
import { checkTemplate, partOf } from '#documents/domain/template/check-template'
import { knownValues } from '#documents/domain/template/known-values'
import { paragraphsOf } from '#documents/domain/template/paragraphs'
import { checkTemplates } from '#documents/usecases/check-templates'
import { renderDocument } from '#documents/usecases/render-document'
import { unfitTemplate } from '#documents/usecases/unfit-template'
import { english } from '#scripts/templates/english'
import { russian } from '#scripts/templates/russian'
import { p, table, wordFile } from '#scripts/templates/word-file'
import type { Model } from '#schemas/model'
import type { Printed, PrintedValue, ValueKind } from '#schemas/documents/printed'
import { isZipFault, unpackZip, type Unpacked } from '#usecases/files/unpack-zip'
import { aPrinted, splitTemplate, templateOf, withPart } from './template-files'
import { documentRules } from './document-world'

function opened(file: Uint8Array): Unpacked {
  const parts = unpackZip(file)
  if (isZipFault(parts)) throw new Error(parts.is)
  return parts
}

function textOf(file: Uint8Array, name = 'word/document.xml'): string {
  const xml = new TextDecoder().decode(opened(file).get(name))
  return paragraphsOf(xml)
    .map(({ text }) => text)
    .join('\n')
}

async function printedText(template: Uint8Array, printed: Printed): Promise<string> {
  return textOf(await renderDocument(opened(template), printed))
}

function modelOf(text: string): Model {
  const { model, diagnostics } = check(text)
  if (model === undefined) throw new Error(diagnostics.map(({ message }) => message).join(' '))
  return model
}

function faultsIn(file: Uint8Array): readonly string[] {
  const texts = [...opened(file)].filter(([name]) => partOf(name) !== undefined)
  const parts = new Map(texts.map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]))
  return checkTemplate(parts, knownValues(modelOf(documentRules()))).faults.map(({ is }) => is)
}

describe('a template', () => {
  test('prints names that Word has cut into pieces, lines into rows, and what is or is not there', async () => {
    const file = await renderDocument(opened(splitTemplate()), aPrinted())

    expect(textOf(file)).toBe(
      [
        'Договор № Д-2026-001 с ООО «Ромашка & <сыновья>»',
        'Что',
        'Сумма',
        '1. Станок {1}',
        '60\u00A0000,00',
        '2. Станок {2}',
        '60\u00A0000,00',
        'Без скидки',
        'Итого 120\u00A0000,00 (Сто двадцать тысяч рублей 00 копеек), Москва,\nПесчаная ул., 1, ',
      ].join('\n'),
    )
    expect(textOf(file, 'word/header1.xml')).toBe('ООО «Норма Пример»')
  })

  test.each([
    ['notes at the foot', 'footnotes', '<w:footnotes W><w:footnote w:id="2">P</w:footnote></w:footnotes>'],
    ['notes at the end', 'endnotes', '<w:endnotes W><w:endnote w:id="2">P</w:endnote></w:endnotes>'],
    ['a second head', 'header', '<w:hdr W>P</w:hdr>'],
  ])('prints into %s', async (_, kind, xml) => {
    const name = `word/${kind}2.xml`
    const text = xml.replace('W', 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"')
    const part = withPart(templateOf('x'), name, text.replace('P', '<w:p><w:r><w:t>№ {number}</w:t></w:r></w:p>'))
    const types = new TextDecoder().decode(opened(part).get('[Content_Types].xml'))
    const override = `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`
    const file = withPart(part, '[Content_Types].xml', types.replace('</Types>', `${override}</Types>`))

    expect(faultsIn(file)).toEqual([])
    expect(textOf(await renderDocument(opened(file), aPrinted()), name)).toBe('№ Д-2026-001')
  })

  test('repeats rows of a table together, cells that are merged too, and prints braces that a program wrote by numbers', async () => {
    const rows = [[{ of: p('{#lines}{no}') }, { of: p('{name}') }], [{ of: p('итого {sum|money}{/lines}'), span: 2 }]]
    const file = wordFile([table([5000, 3000], rows), p('№ {number}')])
    const xml = new TextDecoder().decode(opened(file).get('word/document.xml'))
    const numbered = withPart(file, 'word/document.xml', xml.replace('{number}', '&#123;number&#x7D;'))

    expect(faultsIn(numbered)).toEqual([])
    expect(await printedText(numbered, aPrinted())).toBe(
      ['1', 'Станок {1}', 'итого 60\u00A0000,00', '2', 'Станок {2}', 'итого 60\u00A0000,00', '№ Д-2026-001'].join('\n'),
    )
  })

  test('says where a name is torn by a text box, or a comment has a brace', () => {
    const box = '<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>внутри</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>'
    const xml = new TextDecoder().decode(opened(templateOf('MARK')).get('word/document.xml'))
    const torn = xml.replace(
      /<w:r><w:t[^>]*>MARK<\/w:t><\/w:r>/,
      `<w:r><w:t>{num</w:t></w:r>${box}<w:r><w:t>ber}</w:t></w:r>`,
    )
    const comment =
      '<w:comments xmlns:w="w"><w:comment w:id="1"><w:p><w:r><w:t>проверить {</w:t></w:r></w:p></w:comment></w:comments>'

    expect(faultsIn(withPart(templateOf('x'), 'word/document.xml', torn))).toEqual(['odd_tag'])
    expect(faultsIn(withPart(templateOf('x'), 'word/comments.xml', comment))).toEqual(['unclosed_tag'])
  })

  test('prints the same bytes of the same words', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => renderDocument(opened(splitTemplate()), aPrinted())))

    expect(Buffer.from(one ?? []).equals(Buffer.from(other ?? []))).toBe(true)
  })

  test('never prints what is no word of anybody, whatever the values are', async () => {
    const template = opened(
      templateOf('{number} {client.legal_name} {total|money} {total|words} {date|long} {discount}'),
    )
    const value = fc.oneof(fc.constant(null), fc.string({ unit: 'binary' }), fc.constantFrom('\u0000', '\uD800', ''))

    await fc.assert(
      fc.asyncProperty(value, value, fc.option(fc.maxSafeInteger()), async (number, name, total) => {
        const printed = aPrinted({
          number: ['text', number],
          'client.legal_name': ['text', name],
          total: ['money', total],
        })
        const given = `${number ?? ''}${name ?? ''}`
        const text = textOf(await renderDocument(template, printed))
        for (const word of ['undefined', 'null', '[object', 'NaN', '{', '}'])
          if (!given.includes(word)) expect(text).not.toContain(word)
      }),
      { numRuns: 100 },
    )
  })

  test('can reach nothing but what is given to it', async () => {
    const nasty = '{constructor}{__proto__}{toString}{hasOwnProperty}{constructor.name}{#lines}{constructor}{/lines}'

    expect(await printedText(templateOf(`a${nasty}b`), aPrinted())).toBe('ab')
    expect(faultsIn(templateOf('{constructor}', '{__proto__}', '{toString}'))).toEqual(
      Array.from({ length: 3 }, () => 'unknown_field'),
    )
  })

  test('tells every fault with the paragraph, the row and the words around it', async () => {
    const rows = [[{ of: p('{#lines}{nam}') }, { of: p('{price|money}{/lines}') }]]
    const body = [
      p('Первый абзац с {client.in} внутри'),
      p('Не закрыта {number …'),
      p('Лишняя date} и {{number}}'),
      table([4000, 4000], rows),
      p('{total|wrods} {number|money}'),
      p('{#discount}{#owner}{/discount}{/owner}'),
      p('{lines}'),
    ]
    const file = wordFile(body)
    const found = await checkTemplates(modelOf(documentRules()), async () => file, 'en')
    const faults = found.filter(({ message }) => message.startsWith('templates/offer.docx'))

    expect(faults.map(({ message, help }) => `${message} ${help ?? ''}`)).toMatchInlineSnapshot(`
      [
        "templates/offer.docx, paragraph 1 “Первый абзац с {client.in} внутри”: there is no field client.in. Did you mean “client.inn”?",
        "templates/offer.docx, paragraph 2 “Не закрыта {number …”: a brace is opened and not closed. Write “}” behind the name.",
        "templates/offer.docx, paragraph 3 “Лишняя date} и {{number}}”: a brace is closed that was not opened. Write “{” before the name, or take the brace out.",
        "templates/offer.docx, paragraph 3 “Лишняя date} и {{number}}”: {{number}} has two braces, one is meant. Leave one brace on each side.",
        "templates/offer.docx, paragraph 4 (table row 1) “{#lines}{nam}”: there is no field nam. Did you mean “name”?",
        "templates/offer.docx, paragraph 6 “{total|wrods} {number|money}”: there is no way of printing “wrods”. Did you mean “words”?",
        "templates/offer.docx, paragraph 6 “{total|wrods} {number|money}”: number|money does not go together. money and words are for sums, long for days, short and genitive for names, percent for rates.",
        "templates/offer.docx, paragraph 7 “{#discount}{#owner}{/discount}{/owner}”: owner is always there, so the condition always holds. Take the condition out.",
        "templates/offer.docx, paragraph 7 “{#discount}{#owner}{/discount}{/owner}”: {/discount} ends while something within is open. Close {/owner} before.",
        "templates/offer.docx, paragraph 8 “{lines}”: lines is a list, not a value. Write {#lines} … {/lines} around what is printed of each line.",
        "templates/offer.docx prints client.in, and nobody has to fill that in before. Add “needs: [amount, client.in]”, or put the words around between {#field} and {/field}.",
      ]
    `)
  })

  test.each([
    ['a bomb of one part', withPart(templateOf('x'), 'word/media/a.bin', new Uint8Array(60_000_000)), 'too_dense'],
    ['macros', withPart(templateOf('x'), 'word/vbaProject.bin', 'x'), 'macros'],
    ['entities of its own', withPart(templateOf('x'), 'word/document.xml', '<!DOCTYPE a []><w:document/>'), 'entities'],
    [
      'an old Word file',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]),
      'no_zip',
    ],
    ['half a file', templateOf('x').subarray(0, 900), 'no_zip'],
    ['another archive', withPart(new Uint8Array([80, 75, 5, 6, ...new Uint8Array(18)]), 'a.txt', 'x'), 'no_text'],
  ] as const)('is not taken when it is %s', (_, file, why) => {
    expect(unfitTemplate('t.docx', unpackZip(file))?.with).toEqual({ path: 't.docx', why })
  })

  test('is not unpacked further than its directory says', () => {
    const file = withPart(templateOf('x'), 'word/media/a.bin', new Uint8Array(5_000).fill(7))
    const lying = Buffer.from(file)
    const name = lying.lastIndexOf('word/media/a.bin')
    lying.writeUInt32LE(100, name - 46 + 24)

    expect(unpackZip(lying)).toEqual({ is: 'cut' })
  })
})

describe.each([
  ['examples/documents', 'en', ['act', 'contract', 'invoice', 'offer']],
  ['examples/ru/documents', 'ru', ['act', 'contract', 'invoice', 'offer', 'upd']],
] as const)('what comes with the product in %s', (folder, language, names) => {
  const text = readFileSync(`${folder}/pipelines.yaml`, 'utf8')
  const beside = async (path: string) => readFileSync(`${folder}/${path}`)

  test('has no fault, neither the rules nor the templates', async () => {
    expect(check(text).diagnostics).toEqual([])
    expect(await checkTemplates(modelOf(text), beside, 'en')).toEqual([])
  })

  test('is what its script writes', () => {
    const written = language === 'ru' ? russian : english

    expect(Object.keys(written).toSorted()).toEqual(names.map((name) => `${name}.docx`))
    for (const [name, bytes] of Object.entries(written))
      expect(Buffer.from(bytes).equals(readFileSync(`${folder}/templates/${name}`))).toBe(true)
  })

  test('prints words alone, whether much is known of the client or little', async () => {
    const known = knownValues(modelOf(text))
    const sample = {
      text: 'Слово',
      money: 12_345_67,
      number: 3,
      percent: 22,
      date: '2026-12-01',
      yes_no: true,
    } as const
    const value = (kind: ValueKind): PrintedValue => [kind, sample[kind]]
    const all = Object.fromEntries([...known.values].map(([name, kind]) => [name, value(kind)]))
    const few = Object.fromEntries([...known.always].map((name) => [name, all[name] ?? value('text')]))
    const line = Object.fromEntries([...(known.lists.get('lines') ?? [])].map(([name, kind]) => [name, value(kind)]))
    for (const name of names)
      for (const values of [all, few]) {
        const printed = { language, values, lists: { lines: [line, line] }, forms: {} }
        const said = await printedText(await beside(`templates/${name}.docx`), printed)
        expect(said).not.toMatch(/[{}]|undefined|null|NaN|\[object/)
        expect(said).toContain('12')
      }
  })
})

test('a template tells of names that nothing is printed into: in charts, diagrams, signs behind the text and fields of a merge', () => {
  const chart =
    '<c:chartSpace><c:title><a:p><a:r><a:t>Итого {to</a:t></a:r><a:r><a:t>tal}</a:t></a:r></a:p></c:title><c:v>{number}</c:v><c:v>{5}</c:v></c:chartSpace>'
  const data =
    '<dgm:dataModel><a:p><a:r><a:t>Срок</a:t></a:r></a:p><a:p><a:r><a:t>{date|long}</a:t></a:r></a:p></dgm:dataModel>'
  const field =
    '<w:p><w:r><w:t>x</w:t></w:r></w:p><w:p><w:r><w:instrText xml:space="preserve"> MERGE</w:instrText></w:r><w:r><w:instrText>FIELD  Клиент \\* MERGEFORMAT</w:instrText></w:r></w:p><w:p><w:fldSimple w:instr=" PAGE "/><w:fldSimple w:instr=" MERGEFIELD &quot;ИНН клиента&quot; "/></w:p>'
  const sign = '<w:p><w:r><w:pict><v:shape><v:textpath style="x" string="№ {number}"/></v:shape></w:pict></w:r></w:p>'
  const parts = new Map([
    ['word/document.xml', `<w:body>${field}</w:body>`],
    ['word/header1.xml', `<w:hdr>${sign}</w:hdr>`],
    ['word/charts/chart1.xml', chart],
    ['word/diagrams/data1.xml', data],
    ['word/charts/style1.xml', '<a:p><a:t>{number}</a:t></a:p>'],
  ])

  const { faults } = checkTemplate(parts, knownValues(modelOf(documentRules())))

  expect(faults.map(({ is, part, paragraph, written }) => [part, paragraph, is, written])).toEqual([
    ['text', 2, 'merge_field', 'Клиент'],
    ['text', 3, 'merge_field', 'ИНН клиента'],
    ['drawing', 1, 'unprinted', '{total}'],
    ['drawing', 2, 'unprinted', '{number}'],
    ['drawing', 2, 'unprinted', '{date|long}'],
    ['header', 1, 'unprinted', '{number}'],
  ])
})
