import { describe, expect, test } from 'vitest'

import { RefusedUsage, typedLang } from '#cli/environment'
import { errorText } from '#cli/error-text'
import { Refusal } from '#domain/kernel/refusal'
import { releaseRefusal } from '#release/words/release-refusal'
import { runBeside } from '#test/support/run-norma'

test('whoever types a command in Russian is told so why Norma refused, from here or from elsewhere', async () => {
  const refusal = releaseRefusal('now_unknown', { unknown: ['x'], known: ['a', 'b'] })
  const fromElsewhere = new Refusal('now_unknown', 'В этом плане нет ключа «y».')

  expect(await errorText(refusal, 'ru')).toBe('В этом плане нет ключа «x». Есть: a, b.')
  expect(await errorText(new RefusedUsage(refusal), 'ru')).toBe('В этом плане нет ключа «x». Есть: a, b.')
  expect(await errorText(new RefusedUsage(refusal), 'en')).toBe('“x” is not a key of this plan. There are: a, b.')
  expect(await errorText(fromElsewhere, 'ru')).toBe('В этом плане нет ключа «y».')
  expect(await errorText(new Error('Nothing that anybody has written.'), 'ru')).toBe(
    'Nothing that anybody has written.',
  )
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

  test('founds and prints nothing in a language that is not spoken', async () => {
    const { out, err, code } = await norma('ru_RU.UTF-8', 'holidays', 'RU', '2026', '--lang', 'rus')

    expect([out, code]).toEqual(['', 2])
    expect(err).toBe('norma: Для --lang можно выбрать en или ru, а написано «rus».\n')
  }, 30_000)

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
