import { own } from '#domain/kernel/own'
import { placeAfter } from './place-after'
import type { Field, Model, Pipeline } from '#schemas/model'
import type { Place, RenamedId, Renaming } from '#schemas/release'

/** What one publishing calls otherwise, and what it takes away without saying what became of it. */
export type Renamed = { readonly renaming: Renaming; readonly gone: Gone }

/** Ids of the rules before that neither are in the new ones nor have been moved. */
export type Gone = {
  readonly pipelines: readonly string[]
  /** Stages of directions that are still there. */
  readonly stages: readonly Place[]
  readonly roles: readonly string[]
  readonly fields: readonly string[]
  readonly options: readonly { readonly field: string; readonly option: string }[]
  readonly papers: readonly GonePaper[]
}

/** A kind of document or invoice that is gone. */
export type GonePaper = { readonly section: 'documents' | 'invoices'; readonly id: string }

/** Where ids of the rules before lead; undefined where nobody says. */
type Lead = {
  readonly pipeline: (id: string) => string | undefined
  readonly stage: (place: Place, pipeline: string) => string | undefined
  readonly role: (id: string) => string | undefined
  readonly field: (id: string) => string | undefined
  readonly option: (field: string, now: string, option: string) => string | undefined
  readonly paper: (section: GonePaper['section'], id: string) => string | undefined
}

/** What changes its name from one version of the rules to the next, by the `moved` of the next. */
export function renamingOf(before: Model, after: Model, version: number): Renamed {
  const moved = (key: string): string | undefined => own(after.moved, key)
  return renamedBy(before, after, version, {
    pipeline: (id) => moved(`pipelines.${id}`),
    stage: ({ pipeline, stage }, now) => moved(`${pipeline}.${stage}`) ?? moved(`${now}.${stage}`) ?? moved(stage),
    role: (id) => moved(`roles.${id}`),
    field: (id) => moved(`fields.${id}`),
    option: (field, now, option) => moved(`fields.${field}.${option}`) ?? moved(`fields.${now}.${option}`),
    paper: (section, id) => moved(`${section}.${id}`),
  })
}

/**
 * What changes its name when the rules go back from `before` to those of an earlier version: every renaming since, turned
 * round. Where several things had become one, the first of them has it, except for a deal that remembers which it was in.
 */
export function renamingBack(before: Model, earlier: Model, since: readonly Renaming[], version: number): Renamed {
  const forward = pipelinesOf(earlier).map((place) => ({ was: place, is: placeAfter(place, since) }))
  const byOld = (pick: (renaming: Renaming) => Readonly<Record<string, string>>, ids: readonly string[]) => {
    const ends = ids.map((id) => ({ id, end: since.reduce((now, step) => own(pick(step), now) ?? now, id) }))
    return (now: string) => ends.find(({ end }) => end === now)?.id
  }
  const pipeline = byOld((step) => step.pipelines, Object.keys(earlier.pipelines))
  const field = byOld((step) => step.fields, Object.keys(earlier.fields))
  return renamedBy(before, earlier, version, {
    pipeline,
    stage: (place, now) =>
      forward.find(({ was, is }) => was.pipeline === now && is.pipeline === place.pipeline && is.stage === place.stage)
        ?.was.stage,
    role: byOld((step) => step.roles, Object.keys(earlier.roles)),
    field,
    option: (_field, now, option) =>
      Object.keys(own(earlier.fields, now)?.options ?? {}).find(
        (old) => optionAfter({ field: now, option: old }, since).option === option,
      ),
    paper: (section, id) => byOld((step) => step.papers ?? {}, Object.keys(earlier[section] ?? {}))(id),
  })
}

/** A renaming as a list, one id after another. */
export function renamedIds({
  version,
  seats,
  pipelines,
  roles,
  fields,
  options,
  papers,
}: Renaming): readonly RenamedId[] {
  const simple = (kind: RenamedId['kind'], ids: Readonly<Record<string, string>>) =>
    Object.entries(ids).map(([from, to]) => ({ version, kind, from, to }))
  const stages = Object.entries(seats).flatMap(([pipeline, places]) =>
    Object.entries(places).flatMap(([from, { stage }]) =>
      from === stage ? [] : [{ version, kind: 'stage' as const, in: pipeline, from, to: stage }],
    ),
  )
  const chosen = Object.entries(options).flatMap(([field, ids]) =>
    simple('option', ids).map((one) => ({ ...one, in: field })),
  )
  return [
    ...stages,
    ...simple('pipeline', pipelines),
    ...simple('role', roles),
    ...simple('field', fields),
    ...chosen,
    ...simple('paper', papers ?? {}),
  ]
}

/** Whether a renaming changes anything. */
export function isEmptyRenaming(renaming: Omit<Renaming, 'version'>): boolean {
  const { seats, pipelines, roles, fields, options, papers = {} } = renaming
  return [seats, pipelines, roles, fields, options, papers].every((part) => Object.keys(part).length === 0)
}

/** What an option has come to after renamings. */
export function optionAfter(
  start: { readonly field: string; readonly option: string },
  steps: readonly Renaming[],
): { readonly field: string; readonly option: string } {
  return steps.reduce(
    ({ field, option }, { fields, options }) => ({
      field: own(fields, field) ?? field,
      option: own(own(options, field) ?? {}, option) ?? option,
    }),
    start,
  )
}

function renamedBy(before: Model, after: Model, version: number, lead: Lead): Renamed {
  const pipelines = leads(before.pipelines, after.pipelines, lead.pipeline)
  const roles = leads(before.roles, after.roles, lead.role)
  const fields = leads(ownFields(before), after.fields, lead.field)
  const stages = stagesBy(before, after, (id) => own(pipelines.to, id) ?? id, lead)
  const options = optionsBy(before, after, (id) => own(fields.to, id) ?? id, lead)
  const papers = papersBy(before, after, lead)
  return {
    renaming: {
      version,
      seats: stages.seats,
      pipelines: pipelines.to,
      roles: roles.to,
      fields: fields.to,
      options: options.to,
      ...(Object.keys(papers.to).length === 0 ? {} : { papers: papers.to }),
    },
    gone: {
      pipelines: pipelines.gone,
      stages: stages.gone,
      roles: roles.gone,
      fields: fields.gone,
      options: options.gone,
      papers: papers.gone,
    },
  }
}

function leads(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  lead: (id: string) => string | undefined,
): { readonly to: Record<string, string>; readonly gone: readonly string[] } {
  const to: Record<string, string> = {}
  const gone: string[] = []
  for (const id of Object.keys(before)) {
    if (Object.hasOwn(after, id)) continue
    const target = lead(id)
    if (target !== undefined && Object.hasOwn(after, target)) to[id] = target
    else gone.push(id)
  }
  return { to, gone }
}

function papersBy(before: Model, after: Model, lead: Lead) {
  const [documents, invoices] = (['documents', 'invoices'] as const).map((section) => {
    const { to, gone } = leads(before[section] ?? {}, after[section] ?? {}, (id) => lead.paper(section, id))
    return { to, gone: gone.map((id) => ({ section, id })) }
  })
  return {
    to: { ...documents?.to, ...invoices?.to },
    gone: [...(documents?.gone ?? []), ...(invoices?.gone ?? [])],
  }
}

function stagesBy(before: Model, after: Model, pipelineNow: (id: string) => string, lead: Lead) {
  const seats: Record<string, Record<string, Place>> = {}
  const gone: Place[] = []
  for (const place of pipelinesOf(before)) {
    const pipeline = pipelineNow(place.pipeline)
    const target = own(after.pipelines, pipeline)
    if (target === undefined) continue
    const stage = hasStage(target, place.stage) ? place.stage : lead.stage(place, pipeline)
    if (stage === undefined || !hasStage(target, stage)) gone.push(place)
    else if (pipeline !== place.pipeline || stage !== place.stage)
      seats[place.pipeline] = { ...seats[place.pipeline], [place.stage]: { pipeline, stage } }
  }
  return { seats, gone }
}

function optionsBy(before: Model, after: Model, fieldNow: (id: string) => string, lead: Lead) {
  const to: Record<string, Record<string, string>> = {}
  const gone: { field: string; option: string }[] = []
  for (const field of Object.values(before.fields)) {
    const now = own(after.fields, fieldNow(field.id))
    if (now === undefined) continue
    for (const option of Object.keys(field.options ?? {})) {
      if (Object.hasOwn(now.options ?? {}, option)) continue
      const target = lead.option(field.id, now.id, option)
      if (target !== undefined && Object.hasOwn(now.options ?? {}, target))
        to[field.id] = { ...to[field.id], [option]: target }
      else gone.push({ field: field.id, option })
    }
  }
  return { to, gone }
}

/** Every place of a model, direction by direction in the order of their stages. */
export function pipelinesOf({ pipelines }: Pick<Model, 'pipelines'>): readonly Place[] {
  return Object.values(pipelines).flatMap(({ id, stages }) =>
    stages.map((stage) => ({ pipeline: id, stage: stage.id })),
  )
}

function hasStage({ stages }: Pipeline, id: string): boolean {
  return stages.some((stage) => stage.id === id)
}

function ownFields({ fields }: Model): Readonly<Record<string, Field>> {
  return Object.fromEntries(Object.entries(fields).filter(([, { builtIn }]) => !builtIn))
}
