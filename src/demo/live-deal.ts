import type { Deal } from '#schemas/deal'
import { addTask } from '#usecases/tasks/add-task'
import { changeOwner } from '#usecases/deals/change-owner'
import { cancelDeal, loseDeal } from '#usecases/deals/close-deal'
import { completeTask } from '#usecases/tasks/complete-task'
import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { postEvent } from '#usecases/deals/post-event'
import { recordReply } from '#usecases/deals/record-reply'
import { reopenDeal } from '#usecases/deals/reopen-deal'
import { doTasks, writtenByOthers } from './do-tasks'
import type { DrawnDeal } from './draw-deals'
import { fillCard } from './fill-card'
import { fieldsOfGate } from './fill-fields'
import { byEmployee, byProgram, headOfSales, look, minutesUntil, wait, type Scene } from './demo-scene'
import { wordsOf } from './company/demo-words'

/** How likely a deal is lost in a stage. */
const losses: Readonly<Record<string, number>> = {
  presentation: 0.14,
  general_offer: 0.1,
  feedback: 0.16,
  individual_offer: 0.14,
  contract: 0.06,
  payment: 0.04,
}

/** More steps than any life of three months has. */
const mostSteps = 40

/** Lives a deal from its first call until it is closed, forgotten, or now has come. Gives the deal as it then is. */
export async function liveDeal(scene: Scene, drawn: DrawnDeal): Promise<Deal> {
  const creator = drawn.source === 'website' ? byProgram(scene, 'website') : byEmployee(scene, drawn.deal.owner)
  const { id } = await scene.act(() => createDeal(scene.ports, creator, drawn.deal))
  let goesOn = await answer(scene, id)
  for (let step = 0; goesOn && step < mostSteps; step += 1) {
    // oxlint-disable-next-line no-await-in-loop -- a life goes one step after another
    goesOn = await workStage(scene, id, drawn.amountMinor)
  }
  return look(scene)
}

/** The first reply; a few leads are never answered. */
async function answer(scene: Scene, dealId: string): Promise<boolean> {
  const { random } = scene
  const deal = look(scene)
  if (random.chance(0.02)) return false
  if (!wait(scene, random.chance(0.85) ? random.around(8, 0.8) : random.around(150, 0.7))) return false
  await scene.act(() => recordReply(scene.ports, byEmployee(scene, deal.owner), dealId, { channel: 'phone' }))
  return true
}

async function workStage(scene: Scene, dealId: string, amountMinor: number): Promise<boolean> {
  const { random } = scene
  const deal = look(scene)
  if (deal.status === 'lost') return comeBack(scene, deal)
  if (deal.status !== 'open' && deal.status !== 'won') return false
  if (random.chance(0.025)) return false
  if (random.chance(chanceOfLoss(deal))) return lose(scene, deal)
  if (deal.status === 'won' && deal.stage === 'delivery' && random.chance(0.04)) return cancel(scene, deal)
  await meanwhile(scene, deal)
  if (deal.stage === 'payment' && random.chance(0.62)) return bankTells(scene, deal, amountMinor)
  const worked = await doTasks(scene, dealId, amountMinor)
  if (worked !== 'done') return worked === 'moved'
  return goOn(scene, dealId, amountMinor)
}

function chanceOfLoss(deal: Deal): number {
  if (deal.status !== 'open') return 0
  // Who has bought before buys again more often; who has been won back is not lost twice.
  const habit = deal.pipeline.endsWith('repeat') ? 0.6 : 1
  return deal.visit.no > 8 ? 0 : (losses[deal.stage] ?? 0) * habit
}

async function lose(scene: Scene, deal: Deal): Promise<boolean> {
  const { random, ports, model } = scene
  if (!wait(scene, random.around(900, 0.8))) return false
  const weights = { price: 34, no_contact: 24, competitor: 18, timing: 14, no_need: 10 }
  const known = Object.keys(model.outcomes.lost.reasons)
  const drawn = random.weighted(weights)
  const reason = known.includes(drawn) ? drawn : (known[0] ?? drawn)
  await scene.act(() => loseDeal(ports, byEmployee(scene, deal.owner), deal.id, { reason }))
  return true
}

/** Some clients call again; the others are asked, when it is time, whether anything has changed. */
async function comeBack(scene: Scene, deal: Deal): Promise<boolean> {
  const { random, ports } = scene
  const calls = random.chance(0.07)
  if (!calls && !(await followUp(scene, deal))) return false
  if (calls && !wait(scene, random.around(2500, 0.5))) return false
  if (!calls && !random.chance(0.15)) return false
  const reason = random.pick(wordsOf(scene).reopenReasons)
  await scene.act(() => reopenDeal(ports, byEmployee(scene, deal.owner), deal.id, { reason }))
  return true
}

async function followUp(scene: Scene, deal: Deal): Promise<boolean> {
  const { random, ports } = scene
  const task = (await ports.deals.tasksOf(deal.id)).find(({ status }) => status === 'open')
  if (task?.dueAt === undefined || task.dueAt === null || random.chance(0.2)) return false
  if (!wait(scene, minutesUntil(scene, task.dueAt) * (0.8 + random.next() * 0.25))) return false
  await scene.act(() => completeTask(ports, byEmployee(scene, task.responsible), task.id, {}))
  return true
}

async function cancel(scene: Scene, deal: Deal): Promise<boolean> {
  const { random, ports, model } = scene
  if (!wait(scene, random.around(1500, 0.5))) return false
  const reason = Object.keys(model.outcomes.cancelled.reasons)[random.whole(0, 1)] ?? 'refund'
  await scene.act(() => cancelDeal(ports, byEmployee(scene, headOfSales(scene)), deal.id, { reason }))
  return false
}

/** What happens beside the stages: another manager, a call to remember. */
async function meanwhile(scene: Scene, deal: Deal): Promise<void> {
  const { random, ports, people } = scene
  if (random.chance(0.02)) {
    const role = people.employees[deal.owner]?.roles[0] ?? ''
    const others = Object.values(people.employees).filter(({ id, roles }) => id !== deal.owner && roles.includes(role))
    const owner = others[random.whole(0, others.length - 1)]?.id ?? deal.owner
    const reason = random.pick(wordsOf(scene).handReasons)
    await scene.act(() => changeOwner(ports, byEmployee(scene, headOfSales(scene)), deal.id, { owner, reason }))
    return
  }
  if (!random.chance(0.06)) return
  const call = { do: wordsOf(scene).call, by: 'owner', due: '2 working days', required: false }
  await scene.act(() => addTask(ports, byEmployee(scene, deal.owner), deal.id, call))
}

/** The bank's message that the money has come; the automation of the rules moves the deal on. */
async function bankTells(scene: Scene, deal: Deal, amountMinor: number): Promise<boolean> {
  const { random, ports } = scene
  if (!wait(scene, random.around(700, 0.7))) return false
  const paid = typeof deal.fields['amount'] === 'number' ? deal.fields['amount'] : amountMinor
  const command = byProgram(scene, 'bank')
  await scene.act(() => postEvent(ports, command, deal.id, { event: 'payment_received', fields: { paid } }))
  const { visit } = look(scene)
  if (visit.no > deal.visit.no) return true
  const worked = await doTasks(scene, deal.id, amountMinor)
  return worked === 'done' ? goOn(scene, deal.id, amountMinor) : worked === 'moved'
}

/** Leaves the stage: forward as a rule, now and then back, past an unpaid invoice with the head's word. */
async function goOn(scene: Scene, dealId: string, amountMinor: number): Promise<boolean> {
  const { random, ports } = scene
  if (!wait(scene, random.around(60, 0.9))) return false
  const deal = look(scene)
  if (deal.stage === 'individual_offer' && deal.pipeline !== 'b2c_repeat' && random.chance(0.05)) {
    const back = { toStage: 'feedback', reason: random.pick(wordsOf(scene).backReasons) }
    await scene.act(() => moveDeal(ports, byEmployee(scene, deal.owner), dealId, back))
    return true
  }
  await fillCard(scene, deal)
  const fields = await writtenByOthers(scene, fieldsOfGate(scene, deal, amountMinor), deal.owner)
  const toStage = nextStage(scene, deal)
  if (deal.stage !== 'payment') {
    await scene.act(() => moveDeal(ports, byEmployee(scene, deal.owner), dealId, { toStage, fields }))
    return true
  }
  const amount = typeof deal.fields['amount'] === 'number' ? deal.fields['amount'] : amountMinor
  const isPartly = random.chance(0.15)
  const by = isPartly ? headOfSales(scene) : deal.owner
  const paid = isPartly ? Math.round(amount / 2) : amount
  const money = await writtenByOthers(scene, { ...fields, paid }, by)
  const override = isPartly ? { override: { reason: random.pick(wordsOf(scene).overrideReasons) } } : {}
  await scene.act(() => moveDeal(ports, byEmployee(scene, by), dealId, { toStage, fields: money, ...override }))
  return true
}

function nextStage({ model, random }: Scene, deal: Deal): string {
  const pipeline = model.pipelines[deal.pipeline]
  const stages = pipeline?.stages.map(({ id }) => id) ?? []
  let next = stages.indexOf(deal.stage) + 1
  while (pipeline?.maySkip.includes(stages[next] ?? '') === true && random.chance(0.55)) next += 1
  return stages[next] ?? 'completed'
}
