import { addDays } from '#domain/time/days'
import { dateIn, wallTime } from '#domain/time/zone'
import { isWorkingDay } from '#domain/time/calendar'
import { fieldsOfGate as askedByGate } from '#domain/deals/field-rights'
import type { Deal, Fields, FieldValue } from '#schemas/deal'
import type { Scene } from './demo-scene'
import { wordsOf } from './company/demo-words'

/** What people find out while they do a task, by the task's id. */
const learned: Readonly<Record<string, readonly string[]>> = {
  confirm_seen: ['decision_maker', 'need'],
  get_feedback: ['objection'],
  prepare_offer: ['amount', 'discount', 'offer_file', 'expected_close'],
  send_invoice: ['invoice_number'],
  get_signature: ['contract_file'],
  agree_date: ['delivery_date'],
  deliver: ['delivered_on'],
  collect_signed: ['closing_docs'],
  ask_nps: ['nps'],
  check_payment: ['paid'],
}

/** Fields that are filled in with a task; those that are filled already stay. */
export function fieldsOfTask(scene: Scene, deal: Deal, template: string | null, amountMinor: number): Fields {
  return fill(scene, deal, learned[template ?? ''] ?? [], amountMinor)
}

/** Fields that the gate of the deal's stage still asks for. */
export function fieldsOfGate(scene: Scene, deal: Deal, amountMinor: number): Fields {
  const stage = scene.model.pipelines[deal.pipeline]?.stages.find(({ id }) => id === deal.stage)
  return fill(scene, deal, stage?.gate?.filled ?? [], amountMinor)
}

function fill(scene: Scene, deal: Deal, ids: readonly string[], amountMinor: number): Fields {
  const fields: Record<string, FieldValue> = {}
  for (const id of ids) {
    const field = scene.model.fields[id]
    if (field === undefined || field.formula !== undefined) continue
    // An offer puts the final amount in the place of the first guess.
    if ((deal.fields[id] ?? null) !== null && id !== 'amount') continue
    fields[id] = valueFor(scene, deal, id, amountMinor)
  }
  return fields
}

function valueFor(scene: Scene, deal: Deal, id: string, amountMinor: number): FieldValue {
  const { random, clock, model } = scene
  const today = dateIn(model.calendar.timezone, clock.at)
  switch (id) {
    case 'amount':
      return amountMinor
    case 'paid':
      return typeof deal.fields['amount'] === 'number' ? deal.fields['amount'] : amountMinor
    case 'decision_maker':
      return random.pick(wordsOf(scene).deciders)
    case 'need':
      return random.pick(wordsOf(scene).wishes)
    case 'objection':
      return random.weighted({ none: 40, price: 25, timing: 15, competitor: 12, trust: 8 })
    case 'discount':
      return random.chance(0.6) ? 0 : random.whole(3, 18)
    case 'invoice_number':
      return `${wordsOf(scene).invoice}-${random.whole(1000, 9999)}`
    case 'delivery_date':
      return workingDay(scene, addDays(today, random.whole(4, 12)))
    case 'expected_close':
      return addDays(today, random.whole(10, 35))
    case 'nps':
      return Number(random.weighted({ 10: 35, 9: 25, 8: 18, 7: 10, 6: 7, 3: 5 }))
    default:
      return plainValue(scene, id, today)
  }
}

/** A value for a field that only this company's file knows. */
function plainValue({ random, model, people, hands }: Scene, id: string, today: string): FieldValue {
  const field = model.fields[id]
  switch (field?.type) {
    case 'file':
      return `https://files.samovar.example/${id}/${random.whole(10_000, 99_999)}.pdf`
    case 'date':
      return today
    case 'link':
      return null
    case 'person':
      return [...hands][0] ?? Object.values(people.employees).find(({ active }) => active)?.id ?? null
    case 'date_time':
      return wallTime(model.calendar.timezone, today, '12:00')
    case 'yes_no':
      return true
    case 'choice':
      return Object.keys(field.options ?? {})[0] ?? null
    case 'number':
    case 'percent':
    case 'money':
      return field.min ?? 1
    case 'text':
    case undefined:
      return wordsOf({ model }).noted
  }
}

function workingDay({ model }: Scene, date: string): string {
  let day = date
  while (!isWorkingDay(model.calendar, day)) day = addDays(day, 1)
  return day
}

/** Fields by whoever writes them: those that are for anybody stay with whoever is at it, the others go to their people. */
export function byWriters(
  scene: Scene,
  deal: Deal,
  fields: Fields,
  actor: string,
): { readonly own: Fields; readonly others: ReadonlyMap<string, Fields> } {
  const own: Record<string, FieldValue> = {}
  const others = new Map<string, Fields>()
  for (const [id, value] of Object.entries(fields)) {
    const writer = writerOf(scene, deal, id, actor)
    if (writer === actor) own[id] = value
    else others.set(writer, { ...others.get(writer), [id]: value })
  }
  return { own, others }
}

function isAskedFor(model: Scene['model'], deal: Deal, id: string): boolean {
  const stage = model.pipelines[deal.pipeline]?.stages.find((one) => one.id === deal.stage)
  return stage !== undefined && askedByGate(stage, model).has(id)
}

/** Who writes a field: whoever is at it where nobody is named, else whoever has a task of the deal, else anybody in the role. */
function writerOf({ model, people, hands }: Scene, deal: Deal, id: string, actor: string): string {
  const roles = model.fields[id]?.writtenBy
  const isIn = (person: string): boolean => people.employees[person]?.roles.some((one) => roles?.includes(one)) === true
  // What nobody is named for is written by whoever does the task where its gate asks for it, else by the owner.
  if (roles === undefined) return isAskedFor(model, deal, id) ? actor : deal.owner
  if (isIn(actor) || (roles.includes('owner') && actor === deal.owner)) return actor
  return [...hands, ...Object.keys(people.employees)].find(isIn) ?? actor
}
