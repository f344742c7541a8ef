import { rulesLanguage } from '#domain/rules/rules-language'
import { systemCaller } from '#domain/kernel/access'
import { periodAfter, periodsContaining } from '#domain/time/period'
import { dateIn } from '#domain/time/zone'
import { sideBySide } from '#import/side-by-side'
import type { Ports } from '#ports/ports'
import { packReports } from '#reports/usecases/pack-reports'
import type { Deal, DealStatus } from '#schemas/deal'
import type { Model } from '#schemas/model'
import { saveDepartment } from '#usecases/people/save-department'
import { saveEmployee } from '#usecases/people/save-employee'
import { demoDirections, drawDeals } from './draw-deals'
import { liveDeal } from './live-deal'
import { loadStatements } from './load-statements'
import { makeClients } from './make-clients'
import { makePapers } from './make-papers'
import { randomOf } from './random'
import { DemoError, say } from './say'
import { sceneOf, type Company } from './demo-scene'
import { setPlans } from './set-plans'
import { demoStaff } from './staff'

/** What company the demo makes: the same seed and the same now make the same one. */
export type DemoAsk = {
  readonly seed: string
  /** The moment at which its history ends. */
  readonly now: string
  readonly deals?: number
  readonly days?: number
  readonly tell?: (done: number, total: number) => void
}

/** What the demo made. */
export type DemoReport = {
  readonly people: number
  readonly deals: Readonly<Record<DealStatus, number>>
  readonly openTasks: number
  readonly overdue: number
}

const usual = { deals: 190, days: 95 }
const atOnce = 16
const rolesNeeded = ['head_of_sales', 'b2b_hunters', 'b2b_farmers', 'b2c_team']

/**
 * Fills an empty company with 30 people, three months of deals in four directions and plans, by the use cases and
 * consumers that everybody uses, on a virtual clock. Refuses where there are deals, or other rules than the product's.
 */
export async function makeDemo(ports: Ports, ask: DemoAsk): Promise<DemoReport> {
  const { model } = await ports.rules.current()
  refuseOtherRules(model)
  await refuseDeals(ports, model, ask.now)
  const random = randomOf(`company ${ask.seed}`)
  const company = await found(ports, { model, now: ask.now, seed: ask.seed })
  const count = ask.deals ?? usual.deals
  const drawn = drawDeals(random, { ...company, days: ask.days ?? usual.days, count })
  await setPlans(company, random, count / usual.deals)
  const lived: Deal[] = []
  await sideBySide(
    drawn.map((deal, index) => ({ deal, index })),
    atOnce,
    async ({ deal, index }) => {
      const scene = sceneOf(company, randomOf(`deal ${ask.seed} ${index}`), deal.at)
      lived.push(await liveDeal(scene, deal))
      ask.tell?.(lived.length, drawn.length)
    },
  )
  await makeClients(company, lived, ask.seed)
  const invoices = await makePapers(company, lived, ask.seed)
  await loadStatements(company, invoices, ask.seed)
  await packReports(ports, ask.now)
  return report(company, lived)
}

async function found(
  ports: Ports,
  { model, now, seed }: { model: Model; now: string; seed: string },
): Promise<Company> {
  await ports.entry.saveBeginning({ isDemo: true, isNew: false })
  const { departments, employees } = demoStaff(randomOf(`people ${seed}`), rulesLanguage(model))
  const caller = systemCaller('system', 'demo')
  /* oxlint-disable no-await-in-loop -- a department is there before its people, and its head before it is theirs */
  for (const one of departments) await saveDepartment(ports, caller, { ...one, head: null })
  for (const one of employees) await saveEmployee(ports, caller, one)
  for (const one of departments) await saveDepartment(ports, caller, one)
  const hired = new Set(employees.map(({ id }) => id))
  for (const one of Object.values((await ports.people.load()).employees)) {
    // The founder is in every role until others are hired: now they are.
    if (!hired.has(one.id) && one.roles.length > 0) await saveEmployee(ports, caller, { ...one, roles: [] })
  }
  /* oxlint-enable no-await-in-loop */
  return { ports, model, now, people: await ports.people.load() }
}

function refuseOtherRules(model: Model): void {
  const wanted = demoDirections.filter((id) => model.pipelines[id] === undefined)
  const roles = rolesNeeded.filter((id) => model.roles[id] === undefined)
  if (wanted.length + roles.length === 0) return
  throw new DemoError(say('other_rules', { lacking: [...wanted, ...roles] }))
}

/** Looks at every column and at the closed deals of two years, the first of each. */
async function refuseDeals({ deals }: Ports, model: Model, now: string): Promise<void> {
  const { month } = periodsContaining(dateIn(model.calendar.timezone, now), model.plan.yearStarts)
  const columns = Object.values(model.pipelines).flatMap(({ id, stages }) =>
    stages.map((stage) => [id, stage.id] as const),
  )
  const pages = await Promise.all([
    ...columns.map(([pipeline, stage]) => deals.column({ pipeline, stage, limit: 1 })),
    ...Array.from({ length: 25 }, (_, index) => deals.closedIn({ month: periodAfter(month, 1 - index), limit: 1 })),
  ])
  const found = pages.find(({ items }) => items.length > 0)?.items[0]
  if (found === undefined) return
  throw new DemoError(say('deals_here', { title: found.title }))
}

async function report({ ports, people, now }: Company, lived: readonly Deal[]): Promise<DemoReport> {
  const counts: Record<DealStatus, number> = { open: 0, won: 0, completed: 0, lost: 0, cancelled: 0 }
  for (const { status } of lived) counts[status] += 1
  let openTasks = 0
  let overdue = 0
  await sideBySide(lived, atOnce, async ({ id }) => {
    const open = (await ports.deals.tasksOf(id)).filter(({ status }) => status === 'open')
    openTasks += open.length
    overdue += open.filter(({ dueAt }) => dueAt !== null && dueAt < now).length
  })
  const staff = Object.values(people.employees).filter(
    ({ roles, department }) => roles.length > 0 || department !== 'company',
  )
  return { people: staff.length, deals: counts, openTasks, overdue }
}
