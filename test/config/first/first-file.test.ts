import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { check } from '#config/check'
import { firstFile } from '#config/first/first-file'
import type { Answers } from '#config/first/writer'
import * as words from '#config/first/first-words'
import { genericSchema } from '#config/schema/project-schema'
import { runs } from '#test/support/runs'

const keysOf = <T extends string>(table: Readonly<Record<T, unknown>>): readonly T[] => Object.keys(table) as T[]

const everything: Answers = {
  company: 'Snow & Sons: “Ropes”',
  zone: 'Europe/Moscow',
  hours: { week: 'mon-fri', times: '09:00-18:00' },
  directions: keysOf(words.directions),
  stages: keysOf(words.stages),
  helpers: keysOf(words.helpers),
  language: 'en',
}

const anyAnswers: fc.Arbitrary<Answers> = fc.record({
  company: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom('ООО «Ромашка»', '# 1', '{company}', '$&'),
  ),
  zone: fc.constantFrom('Europe/Moscow', 'Asia/Kolkata', 'America/St_Johns', 'UTC'),
  hours: fc.record({
    week: fc.constantFrom('mon-fri', 'sat', 'mon-sun', 'tue, thu'),
    times: fc.constantFrom('09:00-18:00', '10:00-10:30', '00:00-24:00', '09:00-13:00, 14:00-18:00'),
  }),
  directions: fc.subarray([...everything.directions], { minLength: 1 }),
  stages: fc.shuffledSubarray([...everything.stages], { minLength: 1 }),
  helpers: fc.shuffledSubarray([...everything.helpers]),
  language: fc.constantFrom('en', 'ru'),
})

describe('the first file of a company', () => {
  test('has no fault and no warning, whatever the answers', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const text = firstFile(answers)

        // Where no accountant has the word on a payment, one person may pass the whole: that is told, and is so.
        const isWatched = answers.stages.includes('payment') && answers.helpers.includes('accountant')
        const { diagnostics } = check(text)
        expect(diagnostics.filter(({ code }) => isWatched || code !== 'one-pair-of-hands')).toEqual([])
      }),
      { numRuns: runs(400) },
    )
  })

  test('goes through exactly the stages and directions that were chosen, in their usual order', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { model } = check(firstFile(answers))

        const chosen = keysOf(words.stages).filter((stage) => answers.stages.includes(stage))
        const pipelines = Object.values(model?.pipelines ?? {})
        expect(pipelines.map(({ id }) => id)).toEqual(answers.directions)
        for (const pipeline of pipelines) expect(pipeline.stages.map(({ id }) => id)).toEqual(chosen)
      }),
      { numRuns: runs(100) },
    )
  })

  test('is accepted by the schema of the language', () => {
    const validate = new Ajv({ strict: false, inlineRefs: false }).compile(genericSchema())

    expect(validate(parse(firstFile(everything)))).toBe(true)
  })

  test('gives a task to whoever does such things here, else to the owner', () => {
    const by = (helpers: Answers['helpers'], task: string): string | undefined =>
      check(firstFile({ ...everything, helpers }))
        .model?.pipelines['b2b_new']?.stages.flatMap(({ tasks }) => tasks)
        .find(({ id }) => id === task)?.by

    expect(by(['lawyer'], 'draft_contract')).toBe('lawyer')
    expect(by([], 'draft_contract')).toBe('owner')
    expect(by([], 'approve_discount')).toBe('owner_manager')
  })

  test('is won with the money where there is a payment, else with the contract', () => {
    const won = (stages: Answers['stages']): string | undefined =>
      check(firstFile({ ...everything, stages })).model?.pipelines['b2b_new']?.wonAfter

    expect(won(everything.stages)).toBe('payment')
    expect(won(['contract', 'delivery'])).toBe('contract')
    expect(won(['delivery', 'nps'])).toBe('delivery')
  })

  test('speaks Russian to people and English to Norma', () => {
    const text = firstFile({ ...everything, language: 'ru' })

    const lines = text.split('\n').filter((line) => /[а-яё]/i.test(line))
    expect(text).toContain('do: Подготовить договор')
    expect(lines.length).toBeGreaterThan(50)
    // What is Russian stands in a remark or after the colon of an English key.
    for (const line of lines) expect(line).toMatch(/^(?:\s*#|\s*(?:- )?[a-z_\d]+:\s|[^а-яё]*# )/i)
  })

  test('says nothing in English to people who read Russian', () => {
    const { model } = check(firstFile({ ...everything, language: 'ru' }))

    const said = Object.values(model?.pipelines ?? {}).flatMap(({ name, stages }) => [
      name,
      ...stages.flatMap((stage) => [stage.name, stage.goal ?? '', ...stage.tasks.map((task) => task.do)]),
    ])
    for (const text of said) expect(text).toMatch(/[а-яё]/i)
  })
})
