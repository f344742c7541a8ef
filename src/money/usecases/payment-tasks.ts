import { leastBusy } from '#domain/deals/routing'
import { withFirstLook, withoutLook } from '#domain/deals/lateness'
import { calendarOf } from '#domain/deals/seating'
import { companyHead } from '#domain/kernel/heads'
import { inWords } from '#domain/kernel/saying'
import { taskIdOfSubject } from '#domain/kernel/task-id'
import { textHash } from '#domain/kernel/text-hash'
import { shownPayment } from '#domain/money/invoice-state'
import { deputyOf, membersOf } from '#domain/people/responsible'
import { rulesLanguage } from '#domain/rules/rules-language'
import { givenDue } from '#domain/time/due'
import { dateIn } from '#domain/time/zone'
import { en } from '#money/words/en'
import { moneySaying } from '#money/words/money-refusal'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { RulesVersion } from '#ports/rules'
import type { Bank } from '#schemas/model'
import type { KeptPayment, Payment } from '#schemas/money/money'
import type { Task } from '#schemas/task'

type Needs = Pick<Ports, 'clock' | 'deals' | 'money' | 'people' | 'rules'>

type Scene = { readonly rules: RulesVersion; readonly bank: Bank; readonly people: People; readonly now: string }

/**
 * Sees to it that what somebody has to do about a payment stands on their day, by the time that the file gives, and is done
 * there once it is done here. It follows from the payment as it is now: twice is as good as once, and the clock makes good what
 * a process left that ended in between. Where the file gives no time, nobody is asked. False where somebody changed a task at
 * the same moment: then it is to be done again.
 */
export async function keepPaymentTasks(ports: Needs, id: string): Promise<boolean> {
  const [kept, tasks] = await Promise.all([
    ports.money.findPayment(id),
    ports.deals.tasksOfSubject({ kind: 'payment', id }),
  ])
  if (kept === undefined) return true
  const payment = shownPayment(kept)
  const wanted = payment.dueAt === null ? undefined : payment.toDo
  const open = tasks.filter(({ status }) => status === 'open')
  for (const task of open.filter(({ owes }) => owes?.kind !== wanted))
    // oxlint-disable-next-line no-await-in-loop -- one at most
    if (!(await ports.deals.adjustTask(doneBy(task, kept, ports.clock.now()), task.rev))) return false
  if (wanted === undefined || open.some(({ owes }) => owes?.kind === wanted)) return true
  const [rules, people] = await Promise.all([ports.rules.current(), ports.people.load()])
  const { bank } = rules.model
  if (bank === undefined) return true
  const scene = { rules, bank, people, now: ports.clock.now() }
  return ports.deals.openTask(await taskOf(payment, { ...scene, wanted, no: tasks.length + 1 }))
}

function doneBy(task: Task, { trace }: KeptPayment, now: string): Task {
  const last = trace.at(-1)
  const by = last?.by ?? task.responsible
  return withoutLook({ ...task, rev: task.rev + 1, status: 'done', doneAt: last?.at ?? now, doneBy: by })
}

type Asked = Scene & { readonly wanted: NonNullable<Payment['toDo']>; readonly no: number }

async function taskOf(payment: Payment, { rules, bank, people, now, wanted, no }: Asked): Promise<Task> {
  const { model, version } = rules
  const { employee, standsInFor } = responsible(payment, { rules, bank, people, now })
  const { name, calendar } = calendarOf(model, employee, people)
  const [share] = payment.shares
  const task: Task = {
    id: taskIdOfSubject(payment.id, `${wanted}-${no}`),
    dealId: share?.dealId ?? '',
    subject: { kind: 'payment', id: payment.id },
    rev: 1,
    template: null,
    pipeline: '',
    stage: '',
    visit: 1,
    do: await words(payment, wanted, rulesLanguage(model)),
    required: false,
    status: 'open',
    responsible: employee,
    role: bank.by,
    ...(standsInFor === undefined ? {} : { standsInFor }),
    ...givenDue(payment.dueAt ?? now, now),
    dueWhy: {
      rule: bank.unmatched?.text ?? '',
      anchor: 'start',
      anchorValue: payment.trace[0]?.at ?? now,
      calendar: name,
      configVersion: version,
      skipped: [],
    },
    checklist: [],
    escalate: '',
    onLeave: 'keep',
    owes: owedOf(payment, wanted, now),
    createdAt: now,
    createdBy: 'money',
  }
  return withFirstLook(task, calendar)
}

/** Whoever is told that it is late is told once for all payments of a statement. */
function owedOf({ id, statement, trace }: Payment, wanted: Asked['wanted'], now: string): NonNullable<Task['owes']> {
  const because = wanted === 'match' ? statement : id
  return { kind: wanted, because, times: 1, lastAt: trace[0]?.at ?? now, attempts: 0 }
}

/** Who is on the other side stands in the payment, not in the text of a task. */
async function words(
  { kopecks, restKopecks, bookedOn }: Payment,
  wanted: Asked['wanted'],
  language: 'en' | 'ru',
): Promise<string> {
  const told = { kopecks: wanted === 'advance' ? restKopecks : kopecks, on: bookedOn }
  const book = language === 'ru' ? (await import('#money/words/ru')).ru : en
  return inWords(book, moneySaying(`task_${wanted}`, told))
}

/** Whoever has loaded it, where the file asks them; else one of the role, and last the head of the company. */
function responsible({ id, trace }: Payment, { rules, bank, people, now }: Scene) {
  const on = dateIn(rules.model.calendar.timezone, now)
  const members = membersOf(bank.by, on, people)
  const loader = members.find((one) => one === trace[0]?.by)
  const turn = Number.parseInt(textHash(id).slice(0, 6), 36) || 0
  const named = loader ?? leastBusy(members, {}, turn) ?? companyHead(people) ?? ''
  const deputy = deputyOf(named, on, people)
  return deputy === undefined ? { employee: named } : { employee: deputy, standsInFor: named }
}
