import { personFieldOf } from '#domain/people/person-field'
import type { DealCard } from '#schemas/deal'
import type { Model } from '#schemas/model'
import type { Place, ReleaseChange, Renaming } from '#schemas/release'
import type { Task } from '#schemas/task'
import { touchedBy, type Alive } from './live-facts'
import { placeAfter } from '#domain/rules/place-after'
import { pipelinesOf, type Gone, type Renamed } from '#domain/rules/renaming'

type Case = { readonly before: Model; readonly after: Model; readonly gone: Gone; readonly alive: Alive }

/** What something alive refers to and the new rules have lost: nothing can be published until it says what became of it. */
export function blockedBy(before: Model, after: Model, { gone }: Renamed, alive: Alive): readonly ReleaseChange[] {
  const one: Case = { before, after, gone, alive }
  return [
    ...goneStages(one),
    ...gonePipelines(one),
    ...goneRoles(one),
    ...goneFields(one),
    ...goneOptions(one),
    ...goneSeries(one),
    ...gonePapers(one),
  ]
}

/** An id of the past that would come back with another meaning: whatever was written down under it would be misread. */
export function reusedIds(before: Model, after: Model, renamings: readonly Renaming[]): readonly ReleaseChange[] {
  const known = new Set(pipelinesOf(before).map(nameOf))
  const stages = pipelinesOf(after)
    .filter((place) => !known.has(nameOf(place)))
    .map((place) => ({ id: place.stage, now: placeAfter(place, renamings).stage }))
  const simple = (section: 'roles' | 'fields') =>
    Object.keys(after[section])
      .filter((id) => !Object.hasOwn(before[section], id))
      .map((id) => ({
        id: `${section}.${id}`,
        now: `${section}.${renamings.reduce((now, step) => step[section][now] ?? now, id)}`,
      }))
  const papers = (section: 'documents' | 'invoices') =>
    Object.keys(after[section] ?? {})
      .filter((id) => !Object.hasOwn(before[section] ?? {}, id))
      .map((id) => ({
        id: `${section}.${id}`,
        now: `${section}.${renamings.reduce((now, step) => step.papers?.[now] ?? now, id)}`,
      }))
  const all = [
    ...stages,
    ...simple('roles'),
    ...simple('fields'),
    ...papers('documents'),
    ...papers('invoices'),
  ].filter(({ id, now }) => id !== now)
  const isThere = (now: string): boolean =>
    pipelinesOf(after).some(({ stage }) => stage === now) ||
    Object.keys(after.roles).some((id) => `roles.${id}` === now) ||
    Object.keys(after.fields).some((id) => `fields.${id}` === now) ||
    Object.keys(after.documents ?? {}).some((id) => `documents.${id}` === now) ||
    Object.keys(after.invoices ?? {}).some((id) => `invoices.${id}` === now)
  return [...new Map(all.map((one) => [one.id, one])).values()].map((one) => reused(one, isThere(one.now)))
}

/** Whoever wants the old name back says so, as a renaming like any other; where both names are there it cannot be one. */
function reused({ id, now }: { readonly id: string; readonly now: string }, isBoth: boolean): ReleaseChange {
  return {
    code: 'id-reused',
    key: id,
    names: { id, ...(isBoth ? { both: now } : {}) },
    from: id,
    to: now,
    ...touchedBy([], []),
    ...(isBoth ? {} : { paste: [`${now}: ${id}`] }),
  }
}

function goneStages({ before, after, gone, alive }: Case): readonly ReleaseChange[] {
  const stages = [...new Set(gone.stages.map(({ stage }) => stage))]
  return stages.flatMap((stage) => {
    const places = gone.stages.filter((place) => place.stage === stage)
    const isGoneEverywhere = !pipelinesOf(after).some((place) => place.stage === stage)
    const groups = isGoneEverywhere ? [places] : places.map((place) => [place])
    return groups.flatMap((group) => {
      const deals = group.flatMap((place) => alive.dealsAt(place))
      const tasks = group.flatMap((place) => alive.tasksAt(place))
      const [first] = group
      if (deals.length === 0 || first === undefined) return []
      const key = isGoneEverywhere ? stage : nameOf(first)
      const names = { stage, ...(isGoneEverywhere ? {} : { pipeline: first.pipeline }) }
      return [inUse('stage-in-use', key, names, { deals, tasks, guess: guessStage(before, after, first) })]
    })
  })
}

function gonePipelines({ before, after, gone, alive }: Case): readonly ReleaseChange[] {
  return gone.pipelines.flatMap((pipeline) => {
    const deals = alive.dealsAt({ pipeline })
    const tasks = alive.tasksAt({ pipeline })
    const linked = linkedTo(pipeline, { before, alive })
    if (deals.length + linked.length === 0) return []
    const stagesOf = (model: Model, id: string) => model.pipelines[id]?.stages.map((stage) => stage.id) ?? []
    const fresh = Object.keys(after.pipelines).filter((id) => !Object.hasOwn(before.pipelines, id))
    const guess = mostAlike(stagesOf(before, pipeline), fresh, (id) => stagesOf(after, id))
    const isOnlyLinked = deals.length === 0
    const names = { pipeline, ...(isOnlyLinked ? { linked: String(linked.length) } : {}) }
    return [
      inUse('pipeline-in-use', `pipelines.${pipeline}`, names, { deals: isOnlyLinked ? linked : deals, tasks, guess }),
    ]
  })
}

/** Deals that name one of the direction: what they name would be nowhere. */
function linkedTo(pipeline: string, { before, alive }: Pick<Case, 'before' | 'alive'>): readonly DealCard[] {
  const fields = Object.values(before.fields).filter(({ to }) => to === pipeline)
  const held = fields.flatMap(({ id }) => (alive.facts.holding[id] ?? []).map(({ deal }) => deal))
  return [...new Map(held.map((deal) => [deal.id, deal])).values()]
}

function goneRoles({ before, after, gone, alive }: Case): readonly ReleaseChange[] {
  return gone.roles.flatMap((role) => {
    const people = Object.values(alive.facts.org.employees).filter((one) => one.active && one.roles.includes(role))
    const tasks = alive.facts.tasks.filter((task) => task.role === role)
    if (people.length + tasks.length === 0) return []
    const fresh = Object.keys(after.roles).filter((id) => !Object.hasOwn(before.roles, id))
    const guess = mostAlike(templatesBy(before, role), fresh, (id) => templatesBy(after, id))
    const names = { role, people: people.map(({ name }) => name).join(', ') }
    return [inUse('role-in-use', `roles.${role}`, names, { deals: [], tasks, guess })]
  })
}

function goneFields({ gone, alive }: Case): readonly ReleaseChange[] {
  return gone.fields.flatMap((field) => {
    const deals = (alive.facts.holding[field] ?? []).map(({ deal }) => deal)
    const tasks = alive.facts.tasks.filter(
      ({ role, dueWhy }) => personFieldOf(role) === field || (dueWhy.anchor === 'field' && dueWhy.anchorName === field),
    )
    if (deals.length + tasks.length === 0) return []
    return [inUse('field-in-use', `fields.${field}`, { field }, { deals, tasks, guess: undefined })]
  })
}

function goneOptions({ gone, alive }: Case): readonly ReleaseChange[] {
  return gone.options.flatMap(({ field, option }) => {
    const held = (alive.facts.holding[field] ?? []).filter(({ value }) => value === option)
    if (held.length === 0) return []
    const deals = held.map(({ deal }) => deal)
    const names = { field, option }
    return [inUse('option-in-use', `fields.${field}.${option}`, names, { deals, tasks: [], guess: undefined })]
  })
}

/** A series is never removed: what it has counted would be forgotten, and under another id its numbers given once more. */
function goneSeries({ before, after }: Case): readonly ReleaseChange[] {
  const gone = Object.values(before.numbers ?? {}).filter(({ id }) => after.numbers?.[id] === undefined)
  return gone.map(({ id, like }) => ({
    code: 'series-removed',
    key: `numbers.${id}`,
    names: { series: id, like },
    ...touchedBy([], []),
  }))
}

/** How many numbers of papers are told. */
const mostNumbers = 3

/** A kind of document or invoice of which something is under way: nobody could sign, pay or cancel it by the new rules. */
function gonePapers({ before, gone, alive }: Case): readonly ReleaseChange[] {
  return gone.papers.flatMap(({ section, id }) => {
    const own = (alive.facts.papers ?? []).filter(({ kind }) => kind === id)
    if (own.length === 0) return []
    const ids = new Set(own.map(({ deal }) => deal))
    const deals = alive.facts.deals.filter((deal) => ids.has(deal.id))
    const numbers = own.map(({ number }) => number).filter((number) => number !== '')
    const names = {
      paper: id,
      name: before[section]?.[id]?.name ?? id,
      count: String(own.length),
      ...(numbers.length === 0 ? {} : { by: numbers.slice(0, mostNumbers).join(', ') }),
    }
    return [inUse('paper-in-use', `${section}.${id}`, names, { deals, tasks: [], guess: undefined })]
  })
}

function inUse(
  code: ReleaseChange['code'],
  key: string,
  names: ReleaseChange['names'],
  found: { readonly deals: readonly DealCard[]; readonly tasks: readonly Task[]; readonly guess: string | undefined },
): ReleaseChange {
  const { deals, tasks, guess } = found
  const paste = [`${key}: ${guess ?? ''}`.trimEnd()]
  return { code, key, names, ...touchedBy(deals, tasks), paste, ...(guess === undefined ? {} : { guess }) }
}

/** The stage that is new in the direction and has the most of the tasks of the one that is gone. */
function guessStage(before: Model, after: Model, { pipeline, stage }: Place): string | undefined {
  const tasksOf = (model: Model, id: string) =>
    model.pipelines[pipeline]?.stages.find((one) => one.id === id)?.tasks.map((task) => task.id) ?? []
  const were = new Set(before.pipelines[pipeline]?.stages.map(({ id }) => id))
  const fresh = (after.pipelines[pipeline]?.stages ?? []).map(({ id }) => id).filter((id) => !were.has(id))
  return mostAlike(tasksOf(before, stage), fresh, (id) => tasksOf(after, id))
}

/** The candidate with the most in common, if it has anything in common; of two alike the first. */
function mostAlike(
  parts: readonly string[],
  candidates: readonly string[],
  partsOf: (id: string) => readonly string[],
): string | undefined {
  const shared = (id: string) => {
    const others = partsOf(id)
    const both = others.filter((part) => parts.includes(part)).length
    return both / Math.max(1, parts.length + others.length - both)
  }
  const best = candidates.toSorted((a, b) => shared(b) - shared(a))[0]
  return best !== undefined && shared(best) > 0 ? best : undefined
}

function templatesBy(model: Model, role: string): readonly string[] {
  return Object.values(model.pipelines).flatMap(({ id, stages }) =>
    stages.flatMap((stage) =>
      stage.tasks.filter(({ by }) => by === role).map((task) => `${id}.${stage.id}.${task.id}`),
    ),
  )
}

function nameOf({ pipeline, stage }: Place): string {
  return `${pipeline}.${stage}`
}
