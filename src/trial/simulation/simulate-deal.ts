import { addDuration } from '#domain/time/calendar'
import type { Refusal } from '#domain/kernel/refusal'
import { factsAsked, pipelineOf, stageIndex } from '#domain/rules/stage-rules'
import { dateIn, wallTime } from '#domain/time/zone'
import type { RulesVersion } from '#ports/rules'
import type { Deal, FieldValue } from '#schemas/deal'
import type { Task } from '#schemas/task'
import { act } from '#trial/act'
import { companyOf, nameFor } from '#trial/company'
import { fillGate } from '#trial/fill-gate'
import { idleLines } from './idle-lines'
import { shownTime, shownValue, stoppedBy } from '#trial/judge'
import { taskLine, templateIn, gateLine, stageIn } from '#trial/rule-lines'
import { openScene, taskName, type TrialDeal, type TrialScene } from '#trial/trial-scene'
import { simulationEn } from './simulation-en'
import { settlePapers } from './settle-papers'
import type { SimulatedLine } from './simulated-line'
import type { SimulationWords } from './simulation-en'
import { skippedDays } from '#trial/why'

/** A deal that is only thought of: where it begins and what is known of it. */
export type ImaginedDeal = Omit<TrialDeal, 'title' | 'line'>

type Telling = {
  readonly rules: RulesVersion
  readonly scene: TrialScene
  readonly lines: SimulatedLine[]
  readonly imagined: ImaginedDeal
  /** Tasks that have been told of. */
  readonly seen: Set<string>
  /** Whether it is told in every stage what comes of doing nothing. */
  readonly tellsIdle: boolean
  readonly words: SimulationWords
}

/** More steps than any sequence of stages has. */
const mostSteps = 60

/**
 * Lets a new deal go through the rules: every task done on its due date, every gate given what it asks for. Tells who gets
 * it, what must be answered and done by when and why, and what comes of it where nobody does anything in a stage.
 */
export async function simulateDeal(
  rules: RulesVersion,
  imagined: ImaginedDeal,
  words = simulationEn,
): Promise<readonly SimulatedLine[]> {
  const telling = await begin(rules, imagined, { tellsIdle: true, words })
  await answerFirst(telling)
  for (let step = 0; step < mostSteps; step += 1) {
    // oxlint-disable-next-line no-await-in-loop -- a deal goes one step after another
    if (!(await goOn(telling))) break
  }
  return telling.lines
}

/** The same deal when nobody ever does anything with it. */
export async function simulateIdle(
  rules: RulesVersion,
  imagined: ImaginedDeal,
  words = simulationEn,
): Promise<readonly SimulatedLine[]> {
  const telling = await begin(rules, imagined, { tellsIdle: false, words })
  const { scene, lines } = telling
  lines.push(...(await idleLines(scene, { depth: 0, words })))
  const at = lines.at(-1)?.at ?? scene.world.now()
  lines.push({ at, depth: 0, text: words.thenNothing })
  return lines
}

async function begin(
  rules: RulesVersion,
  imagined: ImaginedDeal,
  how: Pick<Telling, 'tellsIdle' | 'words'>,
): Promise<Telling> {
  const { words } = how
  const company = companyOf(rules.model)
  const scene = await openScene(rules, company, { ...imagined, line: 1, title: 'A new deal' })
  const telling: Telling = { rules, scene, lines: [], imagined, seen: new Set(), ...how }
  const deal = await dealOf(scene)
  const people = await scene.world.ports.people.load()
  const { model, routedBy } = scene
  const pipeline = pipelineOf(model, deal.pipeline)
  const owner = nameFor(deal.owner, deal.owner === 'owner' ? 'owner' : '', people)
  const when = routedBy?.when?.all.map(({ text }) => text).join(', ')
  say(telling, 0, words.comes(pipeline.name, pipeline.id, owner), pipeline.origin.line)
  if (routedBy !== undefined) say(telling, 1, words.routed(when), routedBy.origin.line)
  if (deal.firstReplyDueAt !== undefined && deal.firstReplyDueAt !== null) {
    const promised = routedBy?.firstReply?.text ?? ''
    say(telling, 1, words.answerBy(wallClock(telling, deal.firstReplyDueAt), promised), routedBy?.origin.line)
  }
  await tellStage(telling, deal)
  return telling
}

function wallClock({ scene }: Telling, instant: string): string {
  return shownTime(scene.model.calendar.timezone, instant)
}

function say({ lines, scene }: Telling, depth: SimulatedLine['depth'], text: string, line?: number): void {
  lines.push({ at: scene.world.now(), depth, text, ...(line === undefined ? {} : { line }) })
}

async function dealOf({ world, dealId }: TrialScene): Promise<Deal> {
  const deal = await world.ports.deals.find(dealId)
  if (deal === undefined) throw new Error('The simulated deal is gone.')
  return deal
}

async function tellStage(telling: Telling, deal: Deal): Promise<void> {
  const { model } = telling.scene
  const stage = stageIn(model, deal.pipeline, deal.stage)
  if (stage === undefined) return
  const { stages } = pipelineOf(model, deal.pipeline)
  const no = stages.findIndex(({ id }) => id === stage.id) + 1
  say(
    telling,
    0,
    `${telling.words.stage(stage.name, stage.id, no, stages.length)}${stage.goal === undefined ? '' : ` – ${stage.goal}`}`,
    stage.origin.line,
  )
  await tellTasks(telling, deal)
  if (telling.tellsIdle) await tellIdle(telling, deal)
}

/** The tasks that have appeared since they were told of last. */
async function tellTasks(telling: Telling, deal: Deal): Promise<void> {
  const { scene, seen, words } = telling
  const people = await scene.world.ports.people.load()
  for (const task of await scene.world.ports.deals.tasksOf(scene.dealId)) {
    const name = `${task.id} ${task.dueAt}`
    if (seen.has(name) || task.status !== 'open') continue
    seen.add(name)
    const template = templateIn(scene.model, deal.pipeline, taskName(task))
    const due = task.dueAt === null ? words.noDateYet : words.due(wallClock(telling, task.dueAt))
    const skipped = task.dueWhy.skipped.length === 0 ? '' : `, ${skippedDays(task.dueWhy.skipped, words)}`
    const who = nameFor(task.responsible, deal.owner, people)
    const more = task.required ? '' : `, ${words.optional}`
    const also = task.mayAlso === undefined ? '' : `; ${words.mayAlso(task.mayAlso.join(', '))}`
    const text = words.task(taskName(task), who, due, `${task.dueWhy.rule}${skipped}${more}${also}`)
    say(telling, 1, text, template?.origin.line)
  }
}

/** What comes of it where nobody does anything in this stage, looked at in a world of its own. */
async function tellIdle(telling: Telling, deal: Deal): Promise<void> {
  const { rules, scene, words } = telling
  const { pipeline, stage, fields } = deal
  const twin = await openScene(rules, companyOf(rules.model), {
    line: 1,
    title: 'A new deal',
    pipeline,
    stage,
    at: scene.world.now(),
    client: {},
    fields,
  })
  const told = await idleLines(twin, { depth: 2, words })
  // Whether the client has been answered is a question of the beginning; the twin never has.
  const isAnswered = deal.visit.no > 1 || (deal.firstReplyDueAt ?? null) === null
  const lines = told.filter(({ text }) => !isAnswered || !text.startsWith(words.unanswered('')))
  if (lines.length === 0) return
  say(telling, 1, words.ifNobody)
  telling.lines.push(...lines)
}

async function answerFirst(telling: Telling): Promise<void> {
  const { scene } = telling
  const { firstReplyDueAt: due } = await dealOf(scene)
  if (due === undefined || due === null) return
  await scene.world.passTo(due)
  await act(scene, { action: { kind: 'reply', channel: 'phone' } })
  say(telling, 0, telling.words.answered)
}

/** Does the next task on its day, or goes on to the next stage; false at the end, or where it cannot go on. */
async function goOn(telling: Telling): Promise<boolean> {
  const { scene } = telling
  const deal = await dealOf(scene)
  if (deal.status !== 'open' && deal.status !== 'won') return false
  const open = (await scene.world.ports.deals.tasksOf(scene.dealId)).filter(
    ({ status, visit, required }) => status === 'open' && visit === deal.visit.no && required,
  )
  const next = open.toSorted((a, b) => ((a.dueAt ?? '~') < (b.dueAt ?? '~') ? -1 : 1))[0]
  if (next === undefined) return leave(telling, deal)
  if (next.dueAt === null) return date(telling, next)
  if (next.dueAt > scene.world.now()) await scene.world.passTo(next.dueAt)
  await act(scene, { action: { kind: 'done', tasks: [taskName(next)], fields: {} } })
  say(telling, 0, `✓ ${taskName(next)}: ${next.do}`)
  await tellTasks(telling, await dealOf(scene))
  return true
}

/** A task that waits for a date gets one: five working days on. */
async function date(telling: Telling, task: Task): Promise<boolean> {
  const { scene } = telling
  const { model, world } = scene
  const field = task.dueWhy.anchorName
  const length = { count: 5, kind: 'working', unit: 'days', text: '5 working days' } as const
  const day = dateIn(model.calendar.timezone, addDuration(model.calendar, world.now(), length))
  const type = field === undefined ? undefined : model.fields[field]?.type
  if (field === undefined || (type !== 'date' && type !== 'date_time')) {
    await act(scene, { action: { kind: 'done', tasks: [taskName(task)], fields: {} } })
    say(telling, 0, `✓ ${taskName(task)}: ${task.do}`)
    return true
  }
  const value = type === 'date' ? day : wallTime(model.calendar.timezone, day, '12:00')
  await act(scene, { action: { kind: 'set', fields: { [field]: value } } })
  say(telling, 0, telling.words.writtenDown(field, type === 'date' ? day : `${day} 12:00`))
  await tellTasks(telling, await dealOf(scene))
  return true
}

async function leave(telling: Telling, deal: Deal): Promise<boolean> {
  const { scene, imagined } = telling
  const { model, world } = scene
  const pipeline = pipelineOf(model, deal.pipeline)
  const gate = stageIn(model, deal.pipeline, deal.stage)?.gate
  const fixed = new Set(Object.keys(imagined.fields))
  const asked = gate === undefined ? [] : factsAsked({ gate, tasks: [] })
  const facts = asked.length === 0 ? {} : (await world.ports.gateFacts.find(deal, asked)).values
  const { fields, left } = fillGate(model, deal, { gate, fixed, at: world.now(), facts })
  if (Object.keys(fields).length > 0) {
    await act(scene, { action: { kind: 'set', fields } })
    say(telling, 1, telling.words.filledIn(valuesText(telling, fields)))
    await tellTasks(telling, await dealOf(scene))
    // What was written down may ask for another task, such as one to approve a discount.
    if (await hasWork(scene, deal)) return true
  }
  const papers = await settlePapers(scene, gate)
  if (papers.length > 0) {
    say(telling, 1, telling.words.papers(papers.join(', ')))
    await tellTasks(telling, await dealOf(scene))
    // A payment may ask for another task, as what is written down may.
    if (await hasWork(scene, deal)) return true
  }
  const to = pipeline.stages[stageIndex(pipeline, deal.stage) + 1]?.id ?? 'completed'
  const after = await dealOf(scene)
  // A rule of the automation may have moved it when the fields were filled.
  if (after.visit.no !== deal.visit.no) {
    await tellStage(telling, after)
    return true
  }
  const refusal = await act(scene, { action: { kind: 'move', to, fields: {}, done: [] } })
  if (refusal !== undefined) return stopped(telling, { deal, refusal, left })
  return arrived(telling, deal)
}

async function hasWork({ world, dealId }: TrialScene, deal: Deal): Promise<boolean> {
  const tasks = await world.ports.deals.tasksOf(dealId)
  return tasks.some(({ status, visit, required }) => status === 'open' && visit === deal.visit.no && required)
}

function valuesText({ scene, words }: Telling, fields: Readonly<Record<string, FieldValue>>): string {
  return Object.entries(fields)
    .map(([id, value]) => {
      const text = `${id} ${shownValue(scene.model.fields[id], value)}`
      const writers = scene.model.fields[id]?.writtenBy
      return writers === undefined ? text : words.writtenBy(text, writers.join(', '))
    })
    .join(', ')
}

async function stopped(
  telling: Telling,
  { deal, refusal, left }: { readonly deal: Deal; readonly refusal: Refusal; readonly left: readonly string[] },
): Promise<false> {
  const { scene } = telling
  const gate = stageIn(scene.model, deal.pipeline, deal.stage)?.gate
  const tasks = await scene.world.ports.deals.tasksOf(scene.dealId)
  const names = stoppedBy({ refusal, tasks })
  const template = templateIn(scene.model, deal.pipeline, names[0] ?? '')
  const line =
    template === undefined
      ? gate === undefined
        ? undefined
        : gateLine(gate, names[0] ?? '').line
      : taskLine(template).line
  const { words } = telling
  const override = gate?.mayOverride === undefined ? [] : [words.mayPass(gate.mayOverride)]
  say(telling, 0, [words.stopped((left.length > 0 ? left : names).join(', ')), ...override].join(' '), line)
  return false
}

async function arrived(telling: Telling, was: Deal): Promise<boolean> {
  const now = await dealOf(telling.scene)
  if (was.status === 'open' && now.won !== undefined) say(telling, 0, telling.words.won)
  if (now.status === 'completed') {
    say(telling, 0, telling.words.completed)
    return false
  }
  await tellStage(telling, now)
  return true
}
