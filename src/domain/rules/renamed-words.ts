import { personFieldOf } from '#domain/people/person-field'
import { own } from '#domain/kernel/own'
import { placeAfter } from './place-after'
import type { Deal, DealCard, FieldValue, Seat } from '#schemas/deal'
import type { DomainEvent, EventDetail } from '#schemas/event'
import type { Model } from '#schemas/model'
import type { Employee } from '#schemas/people'
import type { Place, Renaming, Undone } from '#schemas/release'
import type { Task } from '#schemas/task'

/** The newest rules, and everything that was ever called otherwise, oldest first. */
export type Lexicon = {
  readonly version: number
  readonly model: Model
  readonly renamings?: readonly Renaming[]
  readonly undone?: readonly Undone[]
}

/**
 * What an id means today. An id that the newest rules know means itself; one that they do not know is followed through
 * every renaming since. That holds whenever it was written down, because an id is never given a second meaning.
 */
export type Words = {
  /** False when nothing was ever renamed: everything is called what it always was. */
  readonly hasOld: boolean
  readonly place: (place: Place) => Place
  /** Where no direction is named: a stage that has another name in any of them. */
  readonly stage: (id: string) => string
  readonly pipeline: (id: string) => string
  readonly role: (id: string) => string
  readonly field: (id: string) => string
  readonly option: (field: string, value: FieldValue) => FieldValue
  /** Places of other names whose deals stand in this place today. */
  readonly oldPlaces: (place: Place) => readonly Place[]
  readonly oldPipelines: (pipeline: string) => readonly string[]
  /** Names that a direction has had, each with the version that gave it up. */
  readonly formerPipelines: (pipeline: string) => readonly { readonly id: string; readonly version: number }[]
}

const known = new WeakMap<Lexicon, Words>()
const none: readonly Renaming[] = []

/** How things are called by the newest rules. */
export function wordsOf(lexicon: Lexicon): Words {
  const kept = known.get(lexicon)
  if (kept !== undefined) return kept
  const words = makeWords(lexicon)
  known.set(lexicon, words)
  return words
}

function makeWords({ model, renamings: steps = none, undone: taken = [] }: Lexicon): Words {
  // What was taken back had brought deals to places that may still be there: they stand in those columns.
  const undone = taken.map(({ version, to }) => steps.filter((step) => step.version > to && step.version < version))
  const place = (one: Place): Place => (isPlace(model, one) ? one : placeAfter(one, steps))
  const field = (id: string): string => (Object.hasOwn(model.fields, id) ? id : through(steps, 'fields', id))
  const old = steps.flatMap(({ seats }) =>
    Object.entries(seats).flatMap(([pipeline, stages]) => Object.keys(stages).map((stage) => ({ pipeline, stage }))),
  )
  const oldPipelines = [...new Set(old.map(({ pipeline }) => pipeline))]
  const pipeline = (id: string): string => (Object.hasOwn(model.pipelines, id) ? id : through(steps, 'pipelines', id))
  const givenUp = new Map(steps.flatMap(({ version, pipelines }) => Object.keys(pipelines).map((id) => [id, version])))
  return {
    hasOld: steps.length > 0,
    place,
    stage: (id) => stageNow(model, steps, id),
    pipeline,
    role: (id) => {
      const named = personFieldOf(id)
      if (named !== undefined) return `field.${field(named)}`
      return Object.hasOwn(model.roles, id) ? id : through(steps, 'roles', id)
    },
    field,
    option: (id, value) => optionNow(model, steps, { field: id, now: field(id), value }),
    oldPlaces: (now) =>
      distinct([
        ...old.filter((one) => isSamePlace(place(one), now)),
        ...undone.map((since) => placeAfter(now, since)),
      ]).filter((one) => !isSamePlace(one, now)),
    oldPipelines: (now) =>
      oldPipelines.filter((id) => id !== now && old.some((one) => one.pipeline === id && place(one).pipeline === now)),
    formerPipelines: (now) =>
      [...givenUp].filter(([id]) => id !== now && pipeline(id) === now).map(([id, version]) => ({ id, version })),
  }
}

/** Whether two places are one. */
export function isSamePlace(a: Place, b: Place): boolean {
  return a.pipeline === b.pipeline && a.stage === b.stage
}

/** Whether the rules have such a place. */
export function isPlace(model: Model, { pipeline, stage }: Place): boolean {
  return own(model.pipelines, pipeline)?.stages.some(({ id }) => id === stage) ?? false
}

/**
 * A deal as the newest rules call its place and its fields; the same object where nothing is called otherwise. A deal
 * that remembers where it was before rules that were taken back goes there, not to the first of what had become one.
 */
export function dealInWords<D extends Deal | DealCard>(deal: D, lexicon: Lexicon): D {
  const words = wordsOf(lexicon)
  if (!words.hasOld) return deal
  const fields = fieldsInWords(deal.fields, words)
  const place = placeNow(deal, lexicon, words)
  const isMoved = !isSamePlace(place, deal)
  if (!isMoved && fields === deal.fields) return deal
  const entered = deal.visit.entered ?? { pipeline: deal.pipeline, stage: deal.stage }
  return {
    ...deal,
    ...place,
    fields,
    ...(isMoved ? { visit: { ...deal.visit, entered } } : {}),
    seat: nextSeat(deal, lexicon.version),
  }
}

/** The seat a deal has once it is written as it is called today: who has seen the version before has seen this one. */
export function nextSeat({ version, seat }: Pick<Deal, 'version' | 'seat'>, rules: number): Seat {
  return { rules, from: seat?.to === version ? seat.from : version, to: version + 1 }
}

/** Whether a deal is called otherwise in the store than it was read: writing it seats it. */
export function isUnseated({ version, seat }: Pick<Deal, 'version' | 'seat'>): boolean {
  return seat !== undefined && seat.to > version
}

/** What the event of a write says when it seats the deal too. */
export function reseatedDetail(stored: Deal, seated: Pick<Deal, 'fields' | 'visit'>, rules: number): Reseated {
  const ids = new Set([...Object.keys(stored.fields), ...Object.keys(seated.fields)])
  const fields = [...ids].flatMap((id): [string, [FieldValue, FieldValue]][] => {
    const was = stored.fields[id] ?? null
    const is = seated.fields[id] ?? null
    return was === is ? [] : [[id, [was, is]]]
  })
  const was = {
    rules: Math.max(stored.visit.configVersion, stored.seat?.rules ?? 0),
    pipeline: stored.pipeline,
    stage: stored.stage,
  }
  return { rules, was, ...(fields.length === 0 ? {} : { fields: Object.fromEntries(fields) }) }
}

/** A task as the newest rules call its place and its role. */
export function taskInWords(task: Task, lexicon: Lexicon): Task {
  const words = wordsOf(lexicon)
  if (!words.hasOld) return task
  const place = words.place(task)
  const role = words.role(task.role)
  const mayAlso = task.mayAlso?.map(words.role)
  const by = task.by === undefined ? undefined : words.role(task.by)
  const isSame = role === task.role && by === task.by && mayAlso?.join() === task.mayAlso?.join()
  if (isSame && isSamePlace(place, task)) return task
  return {
    ...task,
    ...place,
    role,
    ...(by === undefined ? {} : { by }),
    ...(mayAlso === undefined ? {} : { mayAlso }),
  }
}

/** An employee with the roles as they are called today. */
export function employeeInWords(employee: Employee, lexicon: Lexicon): Employee {
  const words = wordsOf(lexicon)
  if (!words.hasOld) return employee
  const roles = [...new Set(employee.roles.map(words.role))]
  return roles.join() === employee.roles.join() ? employee : { ...employee, roles }
}

/** An event as if it were told today: what rules that wait for it look at. */
export function eventInWords(event: DomainEvent, lexicon: Lexicon): DomainEvent {
  const words = wordsOf(lexicon)
  if (!words.hasOld) return event
  const { deal, from, changes } = event.detail
  return {
    ...event,
    detail: {
      ...event.detail,
      deal: { ...deal, ...words.place(deal) },
      ...(from === undefined ? {} : { from: { ...from, ...words.place(from) } }),
      ...(changes === undefined ? {} : { changes: changesInWords(changes, words) }),
    },
  }
}

/** What an event says about a deal that was seated with it. */
export type Reseated = NonNullable<EventDetail['reseated']>

type Fields = Readonly<Record<string, FieldValue>>

function changesInWords(changes: Readonly<Record<string, readonly FieldValue[]>>, words: Words) {
  return Object.fromEntries(
    Object.entries(changes).map(([id, values]) => [words.field(id), values.map((value) => words.option(id, value))]),
  )
}

function placeNow(
  { pipeline, stage, visit, seat }: Pick<Deal, 'pipeline' | 'stage' | 'visit' | 'seat'>,
  { undone = [] }: Lexicon,
  words: Words,
): Place {
  const { entered, configVersion } = visit
  const isTakenBack = undone.some(({ version, to }) => configVersion <= to && (seat?.rules ?? 0) < version)
  return words.place(isTakenBack && entered !== undefined ? entered : { pipeline, stage })
}

function fieldsInWords<F extends Fields>(fields: F, words: Words): F {
  const entries = Object.entries(fields).map(
    ([id, value]) => [words.field(id), words.option(id, value), id, value] as const,
  )
  if (entries.every(([now, value, id, was]) => now === id && value === was)) return fields
  return Object.fromEntries(entries.map(([id, value]) => [id, value])) as F
}

function through(steps: readonly Renaming[], part: 'fields' | 'roles' | 'pipelines', id: string): string {
  return steps.reduce((now, step) => own(step[part], now) ?? now, id)
}

function stageNow(model: Model, steps: readonly Renaming[], id: string): string {
  const has = (stage: string) =>
    Object.values(model.pipelines).some(({ stages }) => stages.some((one) => one.id === stage))
  if (has(id)) return id
  return steps.reduce((now, { seats }) => {
    const seat = Object.values(seats).flatMap((stages) => own(stages, now) ?? [])[0]
    return seat?.stage ?? now
  }, id)
}

function optionNow(
  model: Model,
  steps: readonly Renaming[],
  { field, now, value }: { field: string; now: string; value: FieldValue },
): FieldValue {
  const options = own(model.fields, now)?.options
  if (typeof value !== 'string' || options === undefined || Object.hasOwn(options, value)) return value
  let at = { field, value }
  for (const step of steps) {
    at = {
      field: own(step.fields, at.field) ?? at.field,
      value: own(own(step.options, at.field) ?? {}, at.value) ?? at.value,
    }
  }
  return at.value
}

function distinct(places: readonly Place[]): readonly Place[] {
  return [...new Map(places.map((place) => [`${place.pipeline}.${place.stage}`, place])).values()]
}
