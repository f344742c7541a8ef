import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { reaches, type Caller } from '#domain/kernel/access'
import { Refusal } from '#domain/kernel/refusal'
import { mayDo } from '#domain/deals/task-rights'
import { factsTold, type StageRules } from '#domain/rules/stage-rules'
import { dealIdOf } from '#domain/kernel/task-id'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { RulesVersion } from '#ports/rules'
import type { Deal } from '#schemas/deal'
import type { Model } from '#schemas/model'
import type { Task } from '#schemas/task'

/** A deal with what every decision about it needs. */
export type DealFile = {
  readonly deal: Deal
  readonly tasks: readonly Task[]
  readonly people: People
  /** The newest published rules: transitions, the next visit. */
  readonly newest: RulesVersion
  /** The rules of the visit the deal is in: tasks and gate. */
  readonly rules: StageRules
}

/** Opens a deal for a command. Refuses with `deal_unknown` when the caller may not see it, `forbidden` when only that. */
export async function openFile(
  ports: Pick<Ports, 'deals' | 'people' | 'rules' | 'gateFacts'>,
  caller: Caller,
  dealId: string,
): Promise<DealFile> {
  const [file, tasks] = await Promise.all([readFile(ports, dealId), ports.deals.tasksOf(dealId)])
  mayEdit(caller, { ...file, tasks })
  return { ...file, tasks }
}

/** Opens a deal for whoever may see it, and says whether they may change it as a whole. Refuses with `deal_unknown`. */
export async function openSeenFile(
  ports: Pick<Ports, 'deals' | 'people' | 'rules' | 'gateFacts'>,
  caller: Caller,
  dealId: string,
): Promise<DealFile & { readonly mayEdit: boolean }> {
  const [read, tasks] = await Promise.all([readFile(ports, dealId), ports.deals.tasksOf(dealId)])
  const file = { ...read, tasks }
  if (!canSee(caller, file)) throw dealRefusal('deal_unknown', { id: dealId })
  return { ...file, mayEdit: mayEditDeal(caller, file) }
}

/** Whether a caller may change a deal as a whole. */
export function mayEditDeal(caller: Caller, { deal, people }: Pick<DealFile, 'deal' | 'people'>): boolean {
  return reaches(caller, 'deals_edit', deal.owner, people)
}

/** Refuses, with `forbidden`, whoever may see a deal and not change it as a whole. */
export function refuseReader(deal: Pick<Deal, 'title'>): never {
  throw dealRefusal('forbidden.change_deal', { title: deal.title })
}

/**
 * Opens the deal of a task for a command on the task: its responsible may act, and whoever may edit the deal; for doing it
 * alone (`do`) whoever may do it.
 */
export async function openTaskFile(
  ports: Pick<Ports, 'deals' | 'people' | 'rules' | 'gateFacts'>,
  caller: Caller,
  taskId: string,
  purpose: 'do' | 'change' = 'change',
): Promise<DealFile & { readonly task: Task }> {
  const dealId = dealIdOf(taskId)
  if (dealId === undefined) throw dealRefusal('task_unknown', { id: taskId })
  const [file, atHand] = await Promise.all([
    readFile(ports, dealId).catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'deal_unknown') return undefined
      throw error
    }),
    ports.deals.tasksOf(dealId),
  ])
  const away = atHand.some((one) => one.id === taskId) ? undefined : await ports.deals.findTask(dealId, taskId)
  const tasks = away === undefined ? atHand : [...atHand, away]
  const task = tasks.find((one) => one.id === taskId)
  const isOwn = task !== undefined && file !== undefined && isOwnTask(caller, task, { ...file, purpose })
  const isHidden = file !== undefined && !isOwn && !canSee(caller, { ...file, tasks })
  if (file === undefined || task === undefined || isHidden) {
    throw dealRefusal('task_unknown', { id: taskId })
  }
  if (!isOwn) mayEdit(caller, { ...file, tasks })
  // It may be changed from here on, and what is changed is at hand.
  if (away !== undefined) await ports.deals.bringTaskBack(dealId, taskId)
  return { ...file, tasks, task }
}

/** Whether a caller may see a deal: by right, or because one of its tasks is theirs or waits for somebody as they are. */
export function canSee(caller: Caller, { deal, tasks, people }: Pick<DealFile, 'deal' | 'tasks' | 'people'>): boolean {
  if (reaches(caller, 'deals_read', deal.owner, people)) return true
  if (caller.employee === null) return false
  const scene = { owner: deal.owner, org: people }
  return tasks.some(
    (task) => task.responsible === caller.employee || (task.status === 'open' && mayDo(caller, task, scene)),
  )
}

function isOwnTask(
  caller: Caller,
  task: Task,
  { deal, people, purpose }: Pick<DealFile, 'deal' | 'people'> & { readonly purpose: 'do' | 'change' },
): boolean {
  if (caller.employee !== null && task.responsible === caller.employee) return true
  return purpose === 'do' && caller.employee !== null && mayDo(caller, task, { owner: deal.owner, org: people })
}

/**
 * The only way to get rules: those of the version a visit was entered with, wherever the deal has been seated since; with
 * what their tasks ask of the deal’s clients, as it is now.
 */
export async function rulesFor(ports: Pick<Ports, 'rules' | 'gateFacts'>, deal: Deal): Promise<StageRules> {
  const rules = await ownRules(ports, deal)
  const names = factsTold(rules.stage)
  if (names.length === 0) return rules
  const { values } = await ports.gateFacts.find(deal, names)
  return { ...rules, facts: values }
}

/** The same where nothing is asked of clients: for clocks and ladders. */
export async function ownRules(
  { rules }: Pick<Ports, 'rules'>,
  deal: Pick<Deal, 'pipeline' | 'stage' | 'visit'>,
): Promise<StageRules> {
  const [own, newest, later] = await Promise.all([
    rules.version(deal.visit.configVersion),
    rules.current(),
    Promise.all((deal.visit.amended ?? []).map((amendment) => rules.version(amendment.rules))),
  ])
  const { entered, amended } = deal.visit
  const found = own.version === newest.version && entered === undefined ? placeIn(own.model, deal) : undefined
  if (found !== undefined && amended === undefined) return { configVersion: own.version, model: own.model, ...found }
  // What puts the rules of an earlier version into the words of today is loaded by the first visit that needs it.
  const { visitRules } = await import('#domain/rules/visit-rules')
  return visitRules(deal, { own, newest, later })
}

function placeIn(model: Model, { pipeline: id, stage: stageId }: Pick<Deal, 'pipeline' | 'stage'>) {
  const pipeline = Object.hasOwn(model.pipelines, id) ? model.pipelines[id] : undefined
  const stage = pipeline?.stages.find((one) => one.id === stageId)
  return pipeline === undefined || stage === undefined ? undefined : { pipeline, stage }
}

async function readFile(ports: Pick<Ports, 'deals' | 'people' | 'rules' | 'gateFacts'>, dealId: string) {
  const [deal, people, newest] = await Promise.all([
    ports.deals.find(dealId),
    ports.people.load(),
    ports.rules.current(),
  ])
  if (deal === undefined) throw dealRefusal('deal_unknown', { id: dealId })
  return { deal, people, newest, rules: await rulesFor(ports, deal) }
}

function mayEdit(caller: Caller, file: Pick<DealFile, 'deal' | 'tasks' | 'people'>): void {
  if (!canSee(caller, file)) throw dealRefusal('deal_unknown', { id: file.deal.id })
  if (!mayEditDeal(caller, file)) refuseReader(file.deal)
}
