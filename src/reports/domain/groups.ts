import type { ReportGroup } from '#schemas/report-names'
import type { Grain } from './table'
import type { Frame, Place, Scope } from './scope'
import type { Scene } from './shelves'

/** What a grain is about, beside its numbers. */
export type Fact = Place & { readonly deal: string; readonly task?: string; readonly at?: number }

/** What grains are made for: by which rules, of whom, and what a row is. */
export type Grouping = { readonly frame: Frame; readonly scope: Scope; readonly by: ReportGroup } & Pick<
  Scene,
  'fieldOf'
>

/** The grains of a fact: one, or one for each axis value of its direction. */
export function grainsFor(grouping: Grouping, fact: Fact, values: Grain['values']): readonly Grain[] {
  const row = rowFor(grouping, fact)
  if (row !== undefined) return [grainIn(row, fact, values)]
  return axisRows(grouping.frame, fact.pipeline).map((one, index) => {
    const grain = grainIn(one, fact, values)
    return index > 0 ? { ...grain, isAgain: true } : grain
  })
}

/** The grain of a fact in one row. Hundreds of thousands are made for one report: without spreading objects. */
export function grainIn(row: string, { deal, task, at, owner, pipeline }: Fact, values: Grain['values']): Grain {
  const grain: { -readonly [K in keyof Grain]: Grain[K] } = { row, deal, person: owner, pipeline, values }
  if (task !== undefined) grain.task = task
  if (at !== undefined) grain.at = at
  return grain
}

/** The row of a fact; undefined where it may stand in several, by axis. */
export function rowFor({ scope, by, fieldOf }: Grouping, fact: Place & Pick<Fact, 'deal'>): string | undefined {
  switch (by) {
    case 'department':
      return scope.departmentOf(fact)
    case 'direction':
      return fact.pipeline
    case 'axis':
      return undefined
    case 'company':
      return 'company'
    case 'field':
      return fieldOf?.(fact.deal) ?? ''
    case 'person':
    // The rest is told by the report itself, which gives every fact its row.
    case 'stage':
    case 'day':
    case 'person_day':
    case 'template':
    case 'source':
    case 'hour':
    case 'channel':
    case 'source_hour':
    case 'reason':
      return fact.owner
  }
}

function axisRows({ model }: Frame, pipeline: string): readonly string[] {
  const values = Object.entries(model.pipelines[pipeline]?.axes ?? {})
  return values.length === 0 ? [''] : values.map(([axis, value]) => `${axis}=${value}`)
}

/** Rows by direction and stage, made once: a report asks for the same ones 100,000 times. */
const stageRows = new Map<string, Map<string, string>>()

/** A direction and one of its stages as a row. */
export function stageRow(pipeline: string, stage: string): string {
  const ofPipeline = stageRows.get(pipeline) ?? new Map<string, string>()
  stageRows.set(pipeline, ofPipeline)
  const row = ofPipeline.get(stage) ?? `${pipeline}/${stage}`
  ofPipeline.set(stage, row)
  return row
}

/** Directions that the filters ask for, in the order of the file. */
export function directionsOf({ model, filters }: Frame): readonly string[] {
  const [axis = '', value = ''] = filters.axis?.split('=') ?? []
  return Object.values(model.pipelines)
    .filter(({ id }) => filters.direction === undefined || filters.direction === id)
    .filter(({ axes }) => filters.axis === undefined || axes[axis] === value)
    .map(({ id }) => id)
}

/** The chance of winning from a stage, in hundredths of a percent; undefined where the rules name none. */
export function chanceOf({ model }: Pick<Frame, 'model'>, pipeline: string, stage: string): number | undefined {
  const chance = model.pipelines[pipeline]?.stages.find(({ id }) => id === stage)?.chance
  return chance === undefined ? undefined : Math.round(chance * 100)
}
