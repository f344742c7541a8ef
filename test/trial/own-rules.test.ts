import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'

import type { RulesVersion } from '#ports/rules'
import type { Model, Stage } from '#schemas/model'
import { coverageBook } from '#trial/coverage'
import { readTests } from '#trial/read-tests'
import { runTests } from '#trial/run-tests'
import type { TrialFile } from '#trial/test-file'
import { rulesOf, tryRules, type Tried } from '#test/trial/tried'

const tests = readFileSync('pipelines.test.yaml', 'utf8')
let rules: RulesVersion
let tried: Tried
beforeAll(async () => {
  rules = await rulesOf(readFileSync('pipelines.yaml', 'utf8'))
  tried = await tryRules(rules, tests)
})

describe('the tests of the product’s own rules', () => {
  test('all pass', () => {
    expect(tried.told).toEqual([])
    expect(tried.outcomes.length).toBeGreaterThan(25)
  })

  test('try every task, every condition of every gate both ways, every routing line, rule and step of a ladder', () => {
    expect(tried.coverage.untried).toEqual([])
    expect(tried.coverage.percent).toBe(100)
    expect(tried.coverage.kinds.gates.all).toBeGreaterThan(60)
  })

  test('are the same however often and in whatever order they run', async () => {
    const { file } = readTests(tests, rules.model)
    const turned: TrialFile = { tests: [...(file?.tests ?? [])].toReversed() }

    const outcomes = await runTests(rules, turned, coverageBook(rules.model))

    expect(outcomes.filter(({ failure }) => failure !== undefined)).toEqual([])
  })
})

test('the tests of the Russian company all pass, and try all of its rules', async () => {
  const russian = await rulesOf(readFileSync('examples/pipelines.ru.yaml', 'utf8'))

  const own = await tryRules(russian, readFileSync('examples/pipelines.ru.test.yaml', 'utf8'))

  expect(own.told).toEqual([])
  expect(own.outcomes.length).toBe(tried.outcomes.length)
  expect(own.coverage.untried).toEqual([])
})

/** The rules with one thing taken away that somebody might take away by mistake. */
type Damage = { readonly name: string; readonly damage: (model: Model) => void }

type Changeable<T> = { -readonly [K in keyof T]: Changeable<T[K]> }

function damagesOf(model: Model): readonly Damage[] {
  const inEach = (line: number, change: (stage: Changeable<Stage>) => void) => (broken: Model) => {
    for (const stage of Object.values(broken.pipelines).flatMap(({ stages }) => stages)) {
      const own = stage as Changeable<Stage>
      if (own.gate?.origin.line === line || own.tasks.some(({ origin }) => origin.line === line)) change(own)
    }
  }
  const stages = Object.values(model.pipelines).flatMap((pipeline) => pipeline.stages)
  const gates = new Map(stages.flatMap(({ gate }) => (gate === undefined ? [] : [[gate.origin.line, gate] as const])))
  const tasks = new Map(stages.flatMap((stage) => stage.tasks.map((task) => [task.origin.line, task] as const)))
  return [
    ...[...gates].flatMap(([line, gate]) => [
      ...gate.filled.map((field) => ({
        name: `line ${line}: the gate does not ask for ${field}`,
        damage: inEach(line, (stage) => {
          if (stage.gate !== undefined) stage.gate.filled = stage.gate.filled.filter((id) => id !== field)
        }),
      })),
      ...(gate.must?.all ?? []).map(({ text, field }) => ({
        name: `line ${line}: the gate does not say ${text}`,
        damage: inEach(line, (stage) => {
          if (stage.gate?.must !== undefined)
            stage.gate.must.all = stage.gate.must.all.filter((one) => one.field !== field)
        }),
      })),
    ]),
    ...[...tasks].flatMap(([line, task]) => [
      {
        name: `line ${line}: there is no task ${task.id}`,
        damage: inEach(line, (stage) => {
          stage.tasks = stage.tasks.filter(({ origin }) => origin.line !== line)
        }),
      },
    ]),
    ...model.newDeals.map((_, no) => ({
      name: `new_deals has no line ${no + 1}`,
      damage: (broken: Model) => {
        ;(broken.newDeals as Model['newDeals'][number][]).splice(no, 1)
      },
    })),
    ...model.automation.map((_, no) => ({
      name: `automation has no rule ${no + 1}`,
      damage: (broken: Model) => {
        ;(broken.automation as Model['automation'][number][]).splice(no, 1)
      },
    })),
    ...Object.entries(model.escalations).flatMap(([ladder, steps]) =>
      steps.map((_, no) => ({
        name: `${ladder} has no step ${no + 1}`,
        damage: (broken: Model) => {
          ;(broken.escalations[ladder] as Model['escalations'][string][number][]).splice(no, 1)
        },
      })),
    ),
  ]
}

/** Whether some test fails; the first that does is enough. */
async function isNoticed(broken: RulesVersion, { tests: all }: TrialFile): Promise<boolean> {
  const book = coverageBook(broken.model)
  for (const one of all) {
    const outcomes = await runTests(broken, { tests: [one] }, book)
    if (outcomes.some(({ failure }) => failure !== undefined)) return true
  }
  return false
}

test('whatever is taken away from the rules, a test says so', async () => {
  const { file } = readTests(tests, rules.model)
  if (file === undefined) throw new Error('The tests can be read.')
  const damages = damagesOf(rules.model)
  const unseen: string[] = []
  for (const { name, damage } of damages) {
    const model = structuredClone(JSON.parse(JSON.stringify(rules.model))) as Model
    damage(model)
    if (!(await isNoticed({ ...rules, model }, file))) unseen.push(name)
  }

  expect(unseen).toEqual([])
  expect(damages.length).toBeGreaterThan(45)
}, 120_000)
