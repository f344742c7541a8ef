import { missingPart } from '#domain/deals/missing-words'
import { completed } from '#domain/deals/moving'
import type { DomainEvent } from '#schemas/event'
import type { Gate, Model, Stage } from '#schemas/model'
import type { Task } from '#schemas/task'
import { failureWords, type FailureWords } from './failure-words'
import { gateLine } from './rule-lines'
import { taskName, type TrialScene } from './trial-scene'

/** The kinds of rules of which it is told how many were tried. */
export const coverageKinds = ['tasks', 'gates', 'routing', 'automation', 'escalations'] as const
export type CoverageKind = (typeof coverageKinds)[number]

/** One rule that a test may try. Rules that several directions share are one. */
export type CoverageItem = { readonly kind: CoverageKind; readonly line: number; readonly text: string }

/** What was tried of the rules, and what not, in the order of the file. */
export type Coverage = {
  readonly kinds: Readonly<Record<CoverageKind, { readonly tried: number; readonly all: number }>>
  readonly percent: number
  readonly untried: readonly CoverageItem[]
}

/** Collects what tests have tried. */
export type CoverageBook = {
  readonly note: (scene: TrialScene) => Promise<void>
  readonly coverage: () => Coverage
  /** The words in which it, and what goes wrong, is told. */
  readonly words: FailureWords
}

type Items = Map<string, CoverageItem>

/** An empty book for these rules. */
export function coverageBook(model: Model, words: FailureWords = failureWords.en): CoverageBook {
  const items = itemsOf(model, words)
  const tried = new Set<string>()
  return {
    words,
    note: async (scene) => {
      const tasks = await scene.world.ports.deals.tasksOf(scene.dealId)
      for (const key of triedIn(scene, tasks)) if (items.has(key)) tried.add(key)
    },
    coverage: () => coverageOf(items, tried),
  }
}

function coverageOf(items: Items, tried: ReadonlySet<string>): Coverage {
  const all = [...items]
  const kinds = Object.fromEntries(
    coverageKinds.map((kind) => {
      const own = all.filter(([, item]) => item.kind === kind)
      return [kind, { tried: own.filter(([key]) => tried.has(key)).length, all: own.length }]
    }),
  ) as Coverage['kinds']
  const untried = all.filter(([key]) => !tried.has(key)).map(([, item]) => item)
  const share = all.length === 0 ? 1 : (all.length - untried.length) / all.length
  return { kinds, percent: Math.floor(share * 1000) / 10, untried: untried.toSorted((a, b) => a.line - b.line) }
}

const taskKey = (line: number, task: string): string => `task ${line} ${task}`
const gateKey = (line: number, what: string, how: 'stopped' | 'passed'): string => `gate ${line} ${what} ${how}`
const stepKey = (ladder: string, no: number): string => `step ${ladder} ${no}`

function itemsOf(model: Model, words: FailureWords): Items {
  const items: Items = new Map()
  const add = (key: string, kind: CoverageKind, line: number, text: string): void => {
    if (!items.has(key)) items.set(key, { kind, line, text })
  }
  for (const stage of Object.values(model.pipelines).flatMap(({ stages }) => stages)) addStage(add, stage, words)
  const { followUp } = model.outcomes.lost
  if (followUp !== undefined)
    add(taskKey(followUp.origin.line, followUp.id), 'tasks', followUp.origin.line, words.taskAfterLoss(followUp.id))
  for (const [no, line] of model.newDeals.entries()) {
    const when = line.when?.all.map(({ text }) => text).join(', ')
    add(`route ${line.origin.line}`, 'routing', line.origin.line, words.routing(no + 1, when))
  }
  for (const rule of model.automation) add(`rule ${rule.id}`, 'automation', rule.origin.line, words.rule(rule.id))
  for (const [ladder, steps] of Object.entries(model.escalations)) {
    for (const [no, { origin }] of steps.entries()) {
      add(stepKey(ladder, no + 1), 'escalations', origin.line, words.step(ladder, no + 1))
    }
  }
  return items
}

type Add = (key: string, kind: CoverageKind, line: number, text: string) => void

function addStage(add: Add, stage: Stage, words: FailureWords): void {
  for (const task of stage.tasks) {
    const { line } = task.origin
    add(taskKey(line, task.id), 'tasks', line, words.taskOf(task.id, stage.id))
    if (task.optional) continue
    add(gateKey(line, task.id, 'stopped'), 'gates', line, words.stops(stage.id, task.id))
    add(gateKey(line, task.id, 'passed'), 'gates', line, words.letsGo(stage.id, task.id))
  }
  for (const field of stage.gate === undefined ? [] : gateFields(stage.gate)) {
    const { line } = gateLine(stage.gate as Gate, field)
    add(gateKey(line, field, 'stopped'), 'gates', line, words.gateStops(stage.id, field))
    add(gateKey(line, field, 'passed'), 'gates', line, words.gateLetsGo(stage.id, field))
  }
}

function gateFields(gate: Gate): readonly string[] {
  const tested = [...(gate.must?.all ?? []), ...(gate.must?.any ?? []).flatMap(({ all }) => all)]
  return [...new Set([...gate.filled, ...tested.map(({ field }) => field)])]
}

function triedIn({ world, model, routedBy }: TrialScene, tasks: readonly Task[]): readonly string[] {
  const history = world.history()
  const stops = world.refusals().flatMap(({ pipeline, stage, missing }) => {
    const found = stageOf(model, pipeline, stage)
    return found === undefined ? [] : missing.flatMap((word) => stopKeys(found, word))
  })
  return [
    ...tasks.flatMap((task) => openedKeys(model, task)),
    ...stops,
    ...history.flatMap((event) => passedKeys(model, event, tasks)),
    ...(routedBy === undefined ? [] : [`route ${routedBy.origin.line}`]),
    ...history.flatMap(({ detail: { run } }) => (run === undefined ? [] : [`rule ${run.rule}`])),
    ...history.flatMap(({ detail: { alert } }) =>
      alert?.ladder === undefined || alert.step === undefined ? [] : [stepKey(alert.ladder, alert.step)],
    ),
  ]
}

function stageOf(model: Model, pipeline: string, stage: string): Stage | undefined {
  return model.pipelines[pipeline]?.stages.find(({ id }) => id === stage)
}

function openedKeys(model: Model, task: Task): readonly string[] {
  const name = taskName(task)
  const { followUp } = model.outcomes.lost
  if (followUp?.id === name) return [taskKey(followUp.origin.line, name)]
  const template = stageOf(model, task.pipeline, task.stage)?.tasks.find(({ id }) => id === name)
  return template === undefined ? [] : [taskKey(template.origin.line, name)]
}

function stopKeys(stage: Stage, word: string): readonly string[] {
  const { kind, id } = missingPart(word)
  const task = kind === 'task' ? stage.tasks.find((one) => one.id === id) : undefined
  if (task !== undefined) return [gateKey(task.origin.line, id, 'stopped')]
  if (kind === 'task' || kind === 'skip' || stage.gate === undefined) return []
  return [gateKey(gateLine(stage.gate, id).line, id, 'stopped')]
}

/** A move forward passes everything that its gate asks for, but what an override says was missing. */
function passedKeys(model: Model, { name, detail }: DomainEvent, tasks: readonly Task[]): readonly string[] {
  const { from, deal, override } = detail
  if (name !== 'deal.moved' || from === undefined || detail.reason !== undefined || override !== undefined) return []
  const stages = model.pipelines[from.pipeline]?.stages ?? []
  const [was, now] = [from.stage, deal.stage].map((id) => stages.findIndex((one) => one.id === id))
  const isForward = deal.status === completed || (now ?? 0) > (was ?? 0)
  const stage = stages[was ?? -1]
  if (!isForward || stage === undefined) return []
  const done = tasks.filter((task) => task.visit === from.visit && task.status === 'done').map(taskName)
  const own = stage.tasks.filter(({ id }) => done.includes(id))
  return [
    ...own.map(({ id, origin }) => gateKey(origin.line, id, 'passed')),
    ...(stage.gate === undefined ? [] : gateFields(stage.gate).map((field) => passKey(stage.gate as Gate, field))),
  ]
}

function passKey(gate: Gate, field: string): string {
  return gateKey(gateLine(gate, field).line, field, 'passed')
}
