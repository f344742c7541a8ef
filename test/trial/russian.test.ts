import { steadyRules } from '#test/support/steady-rules'
import { beforeAll, describe, expect, test } from 'vitest'

import { coverageBook } from '#trial/coverage'
import { failureWords } from '#trial/failure-words'
import { formatLives, formatLivesMarkdown, formatReplay, formatReplayMarkdown } from '#trial/replay/format-replay'
import { formatSimulation, formatSimulationMarkdown } from '#trial/simulation/format-simulation'
import type { ReplayReport } from '#trial/replay/replay-report'
import { replayWords } from '#trial/replay/replay-words'
import { simulateDeal, simulateIdle } from '#trial/simulation/simulate-deal'
import type { SimulatedLine } from '#trial/simulation/simulated-line'
import { simulationWords } from '#trial/simulation/simulation-words'
import { trialTexts } from '#trial/test-words'
import type { RulesVersion } from '#ports/rules'
import { rulesOf } from '#test/trial/tried'

const zone = 'Europe/Moscow'
let rules: RulesVersion
beforeAll(async () => {
  rules = await rulesOf(steadyRules())
})

const imagined = {
  client: {},
  fields: { client_type: 'company', repeat_client: false, amount: 10_000_000 },
  at: '2026-12-31T14:40:00.000Z',
}

/** Everything that is said in a language, by its name. */
function keysOf(words: object, under = ''): readonly string[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? keysOf(value, `${under}${key}.`) : [`${under}${key}`],
  )
}

test.each([
  ['simulations', simulationWords.en, simulationWords.ru],
  ['replays', replayWords.en, replayWords.ru],
  ['tests', trialTexts('en'), trialTexts('ru')],
])('the sentences of %s are there in both languages, and differ', (_, en, ru) => {
  expect(keysOf(ru).toSorted()).toEqual(keysOf(en).toSorted())
  expect(JSON.stringify(ru)).not.toMatch(/"[a-z ]{4,}"(?!:)/)
})

describe('a simulated deal', () => {
  const bones = (lines: readonly SimulatedLine[]) => lines.map(({ at, depth, line }) => ({ at, depth, line }))

  test('lives the same life in both languages', async () => {
    const [en, ru] = [
      await simulateDeal(rules, imagined, simulationWords.en),
      await simulateDeal(rules, imagined, simulationWords.ru),
    ]

    expect(bones(ru)).toEqual(bones(en))
    expect(en.length).toBeGreaterThan(30)
  })

  test('is told in Russian from its coming to its end', async () => {
    const lines = await simulateDeal(rules, imagined, simulationWords.ru)

    const text = formatSimulation(lines, { file: 'rules.yaml', zone, language: 'ru' })
    expect(
      text
        .split('\n')
        .slice(0, 3)
        .map((line) => line.replace(/ +rules\.yaml:\d+$/, '')),
    ).toEqual([
      'чт 2026-12-31 17:40   Приходит сделка: New companies (b2b_new), ведёт – b2b_hunters',
      '                         по строке new_deals: client_type: company, repeat_client: no',
      '                         клиенту нужно ответить до 2027-01-11 10:40 (2 working hours)',
    ])
    expect(text).toContain(
      'задача send_deck, ответственный – owner, срок 2027-01-11 18:00 (1 working day, пропущено 10 дней, с 2027-01-01 по 2027-01-10 (6 праздничных, 4 выходных))',
    )
    expect(text).toContain('! клиент всё ещё ждёт ответа, уведомление: owner, owner_manager')
    expect(text).toMatch(/★ Сделка выиграна[^]*Сделка завершена\s*$/)
    expect(formatSimulationMarkdown(lines, { file: 'rules.yaml', zone, language: 'ru' })).toMatch(
      /^\| когда \(Europe\/Moscow\) \| что \| по строке \|\n/,
    )
  })

  test('that nobody does anything with says in Russian where it stays', async () => {
    const lines = await simulateIdle(rules, imagined, simulationWords.ru)

    expect(lines.at(-1)?.text).toBe('Дальше само ничего не происходит: сделка остаётся там, где она есть.')
    expect(lines.map(({ text }) => text)).toContain(
      '! send_deck, ступень 3 лестницы late_task, дальше ведёт owner_manager',
    )
  })

  test.each([
    [1, 0, 'пропущен 1 день, 2027-01-01 (1 выходной)'],
    [2, 1, 'пропущено 2 дня, с 2027-01-01 по 2027-01-09 (1 праздничный, 1 выходной)'],
    [21, 2, 'пропущен 21 день, с 2027-01-01 по 2027-01-09 (2 праздничных, 19 выходных)'],
  ])('counts %i days that were left out in the right form', (days, holidays, said) => {
    expect(simulationWords.ru.skipped({ days, first: '2027-01-01', last: '2027-01-09', holidays })).toBe(said)
  })
})

describe('a replay', () => {
  const counts = { tasks: 1, done: 1, late: 0, told: 2 }
  const report: ReplayReport = {
    since: '2026-08-28T09:00:00.000Z',
    until: '2026-11-26T09:00:00.000Z',
    deals: 21,
    events: 2,
    moves: { all: 9, stopped: 3, alsoBefore: 2, noLonger: 1 },
    stops: [
      {
        from: 'talk',
        to: 'offer',
        line: 7,
        count: 3,
        missing: [{ what: 'need', count: 3 }],
        examples: [{ deal: 'deal_1', title: 'Дуб', at: '2026-11-23T09:00:00.000Z', by: 'anna' }],
      },
    ],
    refused: [],
    won: {
      before: 3,
      after: 2,
      gone: { count: 1, examples: [{ deal: 'deal_1', title: 'Дуб' }] },
      added: { count: 0, examples: [] },
    },
    totals: { before: counts, after: { ...counts, tasks: 3 } },
    tasks: [{ task: 'call', before: 1, after: 3 }],
    alerts: [
      { alert: 'late_task, step 2', before: 0, after: 1 },
      { alert: 'deal.stuck', before: 1, after: 2 },
    ],
    people: [{ person: 'anna', before: counts, after: counts }],
    unplaced: [{ what: 'shop.old', count: 2, example: 'deal_2' }],
    unknownFields: ['gone'],
  }

  test('is reported in Russian', () => {
    expect(formatReplay(report, { file: 'next.yaml', zone, language: 'ru' }).split('\n').slice(0, -4)).toEqual([
      'Проверка по next.yaml: 21 сделка, в истории 2 события, с 2026-08-28 по 2026-11-26 (Europe/Moscow)',
      '',
      'Переходов: 9; новые правила не пропустили бы 3 (прежним правилам тоже не отвечали: 2; теперь прошли бы: 1)',
      '      3  talk → offer   не хватает: need   next.yaml:7',
      '           пн 2026-11-23 12:00  «Дуб», anna  (deal_1)',
      '',
      'Выиграно сделок: 3 → 2 (−1)',
      '      1  сделка по новым правилам не выиграна',
      '           «Дуб»  (deal_1)',
      '',
      'Задачи: 1 → 3 (+2), с пропущенным сроком: 0',
      '         call: 1 → 3 (+2)',
      'Уведомления: 2',
      '         late_task, ступень 2: 0 → 1 (+1)',
      '         сделка застряла: 1 → 2 (+1)',
      '',
      '         задачи   срок пропущен   уведомления',
      '  anna   1        0               2',
      '',
      'Нет места для 2 сделок, начиная с shop.old, например deal_2: напишите в «moved:», что с ним стало.',
      '',
      'Поля из истории, которых нет в файле: gone.',
    ])
  })

  test('is reported in English as before', () => {
    expect(formatReplay(report, { file: 'next.yaml', zone, language: 'en' })).toMatch(
      /^21 deals with 2 recorded events through next\.yaml, 2026-08-28 to 2026-11-26 \(Europe\/Moscow\)\n\nMoves: 9; the new rules would have stopped 3 \(2 were against the rules they had, too; 1 would not be stopped any more\)\n/,
    )
    const markdown = formatReplayMarkdown(report, { file: 'next.yaml', zone, language: 'en' })
    expect(markdown).toContain('| stopped | move | for want of | line | example |')
    expect(markdown).toContain('| **all** | 1 → 3 (+2) | 0 | 2 |')
  })

  test('has its Markdown in Russian', () => {
    const markdown = formatReplayMarkdown(report, { file: 'next.yaml', zone, language: 'ru' })

    expect(markdown).toContain('**Переходов:** 9, новые правила не пропустили бы **3**.')
    expect(markdown).toContain('| не пропущено | переход | не хватает | строка | пример |')
    expect(markdown).toContain('| **все** | 1 → 3 (+2) | 0 | 2 |')
  })

  test('puts two lives side by side under Russian heads', () => {
    const lives = { before: [{ at: report.since, text: 'a' }], after: [{ at: report.since, text: 'b' }] }
    const shown = { title: 'Дуб', zone, language: 'ru' } as const

    expect(formatLives(lives, { ...shown, width: 90 })).toMatch(/по прежним правилам +≠ по новым правилам\n/)
    expect(formatLivesMarkdown(lives, shown)).toContain('| | по прежним правилам | | по новым правилам |')
  })
})

describe('a report on tests', () => {
  test('says in Russian every line of the rules that was not tried', () => {
    const { untried } = coverageBook(rules.model, failureWords.ru).coverage()

    expect(untried.length).toBeGreaterThan(60)
    for (const { text } of untried) expect(text).toMatch(/[а-яё]{3}/)
  })

  test('says the same in both languages, keywords and names as they are', () => {
    const { en, ru } = failureWords
    const holidays = { days: 10, first: '2027-01-01', last: '2027-01-10', holidays: 6 }

    expect([en.goesThrough, ru.goesThrough]).toEqual(['the step goes through', 'шаг проходит'])
    expect([en.stepAfter('late_task', 1, '4 working hours'), ru.stepAfter('late_task', 1, '4 working hours')]).toEqual([
      'late_task, step 1: after 4 working hours',
      'late_task, ступень 1: через 4 working hours',
    ])
    expect([en.stepAfter('late_task', 1, undefined), ru.stepAfter('late_task', 1, undefined)]).toEqual([
      'late_task, step 1: after at once',
      'late_task, ступень 1: сразу',
    ])
    expect(ru.skipped(holidays)).toBe('пропущено 10 дней, с 2027-01-01 по 2027-01-10 (6 праздничных, 4 выходных)')
    expect(ru.skipped({ days: 1, first: '2027-01-02', last: '2027-01-02', holidays: 0 })).toBe(
      'пропущен 1 день, 2027-01-02 (1 выходной)',
    )
  })
})
