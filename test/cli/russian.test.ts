import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { fileWords } from '#cli/file-words'
import { helpRu } from '#cli/help-ru'
import { importWords } from '#cli/import-words'
import { donePairs, usagePairs } from '#cli/sentences-ru'
import { errorInRussian, sentenceOfCommandRu } from '#cli/spoken'
import { typedLang } from '#cli/environment'
import { Refusal } from '#domain/kernel/refusal'
import { runBeside } from '#test/support/run-norma'

const source = readdirSync('src/cli')
  .filter(
    (file) =>
      file.endsWith('.ts') &&
      !['help-ru.ts', 'sentences-ru.ts', 'file-words.ts', 'import-words.ts', 'import-sentences-ru.ts'].includes(file),
  )
  .map((file) => readFileSync(join('src/cli', file), 'utf8'))
  .join('\n')

/** What stands where a sentence names something. */
const gap = '⟦something⟧'
const literal = String.raw`(?:'((?:[^'\\]|\\.)*)'|` + '`((?:[^`\\\\]|\\\\.)*)`)'

/** Every sentence that is written out behind one of these words. */
function sentencesAfter(words: string): readonly string[] {
  return [...source.matchAll(new RegExp(words + literal, 'g'))].map(([, plain, template]) =>
    (plain ?? template ?? '').replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, gap).replaceAll(/\\(.)/g, '$1'),
  )
}

/** Whether it is Russian beside what it names. */
function expectRussian(said: string): void {
  expect(said.replaceAll(/«[^»]*»|"[^"]*"/g, '')).toMatch(/[а-яё]{2}/i)
  expect(said).not.toMatch(/\b(?:there|takes|cannot|write|choose|say|give|is no|are|has|have|not)\b/i)
}

/** A sentence without the word it offers, which stands behind the first full stop. */
const withoutHint = (sentence: string): string =>
  sentence.replace(/\$\{guess.*$/, '').replace(new RegExp(`([”.])${gap}( |$)`), '$1$2')

/** Sentences that are put together of two, tried as they come out below. */
const composed = [
  `There is no field “${gap}”.`,
  `There is no country “${gap}”. ${gap}`,
  `There is no region “${gap}” of ${gap}. ${gap}`,
  `${gap}${gap}`,
  `${gap}. There are: `,
]

describe('whoever types a command in Russian', () => {
  test('is told in Russian whatever was typed wrongly', () => {
    const said = sentencesAfter(String.raw`new (?:UsageError|OutsideError)\(\s*`).map(withoutHint)

    expect(said.length).toBeGreaterThan(60)
    for (const one of said)
      if (!composed.some((start) => one.startsWith(start))) expectRussian(sentenceOfCommandRu(one))
  })

  test('is told in Russian what was done', () => {
    const said = sentencesAfter(String.raw`(?:printSaid|said)\(\s*`)

    expect(said.length).toBeGreaterThan(12)
    // What is put together from a sentence of its own is tried with that sentence.
    const whole = said.map((one) =>
      one
        .replace(`${gap} It says`, 'Version 3 is in force. It says')
        .replace(`${gap} ${gap} followed`, '2 deals have followed'),
    )
    for (const one of whole) expectRussian(sentenceOfCommandRu(one))
  })

  test.each([
    ['There is no field “amoun”. Did you mean “amount”?', 'Поля «amoun» нет. Возможно, вы имели в виду «amount»?'],
    [
      'There is no direction “b2”. Did you mean “b2b”? The directions are: b2b, b2c.',
      'Направления «b2» нет. Есть: b2b, b2c. Возможно, вы имели в виду «b2b»?',
    ],
    [
      'There is no country “Rusia”. Did you mean RU (Russia)?',
      'Страны «Rusia» нет. Возможно, вы имели в виду RU (Russia)?',
    ],
    [
      'There is no country “X”. Write two letters, such as RU, KZ or DE.',
      'Страны «X» нет. Код страны – две буквы, например RU.',
    ],
    ['There is no region “X” of DE. It can be: BY (Bavaria).', 'Региона «X» в DE нет. Есть: BY (Bavaria).'],
    [
      'There is no active employee “x”. There are: anna (lawyer).',
      'Работающего сотрудника «x» нет. Есть: anna (lawyer).',
    ],
    [
      'Nobody active is in the role “x”. There are: anna (lawyer).',
      'В роли «x» нет никого из работающих. Есть: anna (lawyer).',
    ],
    ['Unknown option `--formt`', 'Параметра --formt нет. Какие есть, скажет --help.'],
    [
      'missing required args for command `due <expression>`',
      'Команде чего-то не хватает. Напишите: norma due <expression>',
    ],
    ['option `--format <format>` value is missing', 'После параметра не хватает значения: --format <format>'],
    ['Unused args: `x`', 'Это лишнее: `x`'],
    ['v2 (back to v1) is in force since T, by anna: Why', 'v2 (возврат к v1) действует с T, автор – anna: Why'],
    ['1 open deal is judged by v2', 'открытых сделок по v2: 1'],
    ['7 open deals are judged by v2', 'открытых сделок по v2: 7'],
    ['deals are following v2: 3 of 9 since T', 'сделки переходят на v2: 3 из 9, начало T'],
    ['the rule “x” is paused by anna: why', 'правило «x» остановлено, anna: why'],
    ['Nothing that anybody has written.', 'Nothing that anybody has written.'],
  ])('reads for “%s”: “%s”', (english, russian) => {
    expect(sentenceOfCommandRu(english)).toBe(russian)
  })

  test('is told in Russian why Norma refused, from here or from elsewhere', () => {
    const refusal = new Refusal('now_unknown', '“x” is no key of this plan. There are: a, b.', { known: ['a', 'b'] })

    expect(errorInRussian(refusal)).toBe('В этом плане нет ключа «x». Есть: a, b.')
    expect(errorInRussian(new Error(refusal.message, { cause: refusal }))).toBe(
      'В этом плане нет ключа «x». Есть: a, b.',
    )
    expect(errorInRussian(new Refusal('now_unknown', 'В этом плане нет ключа «y».'))).toBe(
      'В этом плане нет ключа «y».',
    )
  })

  test('finds every command, option and table of exit codes explained in Russian, and nothing else', () => {
    const described = sentencesAfter(String.raw`(?:\.(?:command|option)\(\s*'(?:[^'\\]|\\.)*',\s*|\['--[^']*', )`)
    const codes = sentencesAfter(String.raw`\.example\(`).filter((one) => one.startsWith('Exit codes'))
    const ofTheParser = ['Display this message', 'Display version number', 'Usage', 'Commands', 'Options', 'Examples']
    const more = 'For more info, run any command with the `--help` flag'

    const all = new Set([...described, ...codes, ...ofTheParser, more])
    expect(described.length).toBeGreaterThan(100)
    expect(Object.keys(helpRu).toSorted()).toEqual([...all].toSorted())
    for (const [english, russian] of Object.entries(helpRu)) {
      if (/[a-z] or [a-z]|[A-Z]/.test(english)) expect(russian).toMatch(/[а-яё]/i)
    }
  })

  test('loses nothing that an English sentence names', () => {
    // What is left out here are examples and advice that Russian says in words of its own.
    const lossy = [
      'There is no country “{}”. {}',
      'The government’s resolution for {} is not known to this version: {}',
      'There are no deal stages in this export. It needs the answer of crm.status.list, {}',
      'The answer of crm.status.list is not whole: {} rows are missing. {}',
    ]
    for (const [english, russian] of [...usagePairs, ...donePairs]) {
      const gaps = english.split('{}').length - 1
      for (let no = 1; no <= gaps && !lossy.includes(english); no += 1) expect(russian).toContain(`{${no}}`)
    }
  })
})

test('what files and imports are told with is there in both languages, and differs', () => {
  for (const words of [fileWords, importWords]) {
    expect(Object.keys(words.ru).toSorted()).toEqual(Object.keys(words.en).toSorted())
    for (const [key, said] of Object.entries(words.ru)) {
      if (typeof said === 'string') expect(`${key}: ${said}`).toMatch(/[а-яё]{3}/i)
    }
  }
  expect(fileWords.ru.imported('x.yaml', { pipelines: 1, stages: 22, reasons: 5 })).toBe(
    'Записан x.yaml: 1 направление, 22 этапа, 5 причин проигрыша.',
  )
})

describe('an import that cannot take something', () => {
  const sources = readdirSync('src/import')
    .filter((file) => !file.startsWith('bitrix'))
    .map((file) => readFileSync(join('src/import', file), 'utf8'))
    .join('\n')
  const call =
    /(?:new (?:ValueError|TableError)\(|\.fault\([^'`]*?|message: |reason: )(?:'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`)/g
  const said = [...sources.matchAll(call)]
    .map(([, plain, template]) => (plain ?? template ?? '').replaceAll(/\\(.)/g, '$1'))
    .map((one) => one.replaceAll(/\$\{(?:suggestion|error)\b(?:[^{}]|\{[^{}]*\})*\}/g, 'Write one of: ⟦something⟧.'))
    .map((one) => one.replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, gap))

  test('says so in Russian, sentence by sentence', () => {
    // Some stand behind the name of their file, some end in the names there are.
    const ofTable = /^(?:The file is|The heading is|It is not in the folder)/
    const whole = said
      .filter((one) => /^[A-Z“].*[.”]$/.test(one))
      .map((one) => (ofTable.test(one) ? `x.csv cannot be read. ${one}` : one))
      .map((one) =>
        one
          .replace(`mapping. ${gap}`, 'mapping. Write one of: a.')
          .replace(`counts are: ${gap}`, 'counts are: no decimals'),
      )

    expect(whole.length).toBeGreaterThan(25)
    expect(whole.filter((one) => sentenceOfCommandRu(one) === one)).toEqual([])
  })

  test('says of a deal of several lines that all of it is left out', () => {
    expect(sentenceOfCommandRu('“x” is neither yes nor no. The whole deal of 3 lines is left out.')).toBe(
      '«x» – ни да, ни нет. Пропущена вся сделка, строк в ней: 3.',
    )
  })
})

test('the language that was typed comes before that of the locale', () => {
  expect(typedLang(['node', 'norma', 'check', '--lang', 'ru'])).toBe('ru')
  expect(typedLang(['node', 'norma', 'check', '--lang=en'])).toBe('en')
  expect(typedLang(['node', 'norma', 'check', '--lang', 'fr'])).toBeUndefined()
  expect(typedLang(['node', 'norma', 'check'])).toBeUndefined()
})

describe('the command itself', () => {
  const norma = (locale: string, ...words: readonly string[]) => runBeside(words, { LC_ALL: locale })

  test.each([
    ['ru_RU.UTF-8', [], /^norma: Команды «chek» нет\. .* Возможно, вы имели в виду «check»\?\n$/],
    ['C', ['--lang', 'ru'], /^norma: Команды «chek» нет\./],
    [
      'C',
      [],
      /^norma: There is no command “chek”\. Did you mean “check”\? There are: start, .*norma --help tells more\.\n$/,
    ],
    ['ru_RU.UTF-8', ['--lang', 'en'], /^norma: There is no command “chek”\./],
  ])(
    'says under %s %j that there is no such command',
    async (locale, more, said) => {
      const { err, code } = await norma(locale, 'chek', ...more)

      expect(err).toMatch(said)
      expect(code).toBe(2)
    },
    30_000,
  )

  test('explains itself in the language of the locale', async () => {
    const [ru, en] = await Promise.all([norma('ru_RU.UTF-8', 'simulate', '--help'), norma('C', 'simulate', '--help')])

    expect(ru.out).toMatch(
      /Как вызывать:\n {2}\$ norma simulate \[file\][^]*Поле новой сделки[^]*\(по умолчанию: pretty\)[^]*Примеры:/,
    )
    expect(en.out).toMatch(
      /Usage:\n {2}\$ norma simulate \[file\][^]*A field of the new deal[^]*\(default: pretty\)[^]*Examples:/,
    )
  }, 30_000)

  test('simulates in both languages, and gives programs the same in both', async () => {
    const deal = [
      'simulate',
      '--deal',
      'new',
      '--set',
      'client_type=company',
      '--set',
      'repeat_client=no',
      '--at',
      '2026-12-31 17:40',
    ]
    const [ru, en, ruJson, enJson] = await Promise.all([
      norma('ru_RU.UTF-8', ...deal),
      norma('C', ...deal),
      norma('ru_RU.UTF-8', ...deal, '--format', 'json'),
      norma('C', ...deal, '--format', 'json'),
    ])

    expect(ru.out).toMatch(/^чт 2026-12-31 17:40 {3}Приходит сделка: New companies \(b2b_new\), ведёт – b2b_hunters/)
    expect(en.out).toMatch(/^Thu 2026-12-31 17:40 {2}The deal comes: New companies \(b2b_new\), given to b2b_hunters/)
    expect(ruJson.out).toBe(enJson.out)
    expect(ru.out.split('\n')).toHaveLength(en.out.split('\n').length)
  }, 60_000)
})
