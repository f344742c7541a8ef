import { check } from '#config/check'
import type { Condition, Model, Pipeline, Stage, TaskTemplate } from '#schemas/model'
import { rulesTextOf, UsageError } from './environment'

/** `norma show`: the resolved rules of a direction or one of its stages, every line with the line it came from. */
export function showCommand(
  pipelineId: string | undefined,
  stageId: string | undefined,
  options: { file: string },
): void {
  const { model, diagnostics } = check(rulesTextOf(options.file))
  if (model === undefined) {
    throw new UsageError(`${options.file} has ${diagnostics.length} faults. See them with: norma check ${options.file}`)
  }
  const lines = pipelineId === undefined ? overview(model) : pipelineLines(model, pipelineId, stageId)
  process.stdout.write(`${lines.join('\n')}\n`)
}

function overview(model: Model): readonly string[] {
  return Object.values(model.pipelines).flatMap((pipeline) => [
    head(pipeline),
    ...pipeline.stages.map((stage) => stageHead(stage, pipeline)),
  ])
}

function pipelineLines(model: Model, id: string, stageId: string | undefined): readonly string[] {
  const pipeline = model.pipelines[id]
  if (pipeline === undefined) {
    throw new UsageError(`There is no direction “${id}”. There are: ${Object.keys(model.pipelines).join(', ')}.`)
  }
  const stages = pipeline.stages.filter((stage) => stageId === undefined || stage.id === stageId)
  if (stages.length === 0) {
    const known = pipeline.stages.map((stage) => stage.id).join(', ')
    throw new UsageError(`“${pipeline.name}” has no stage “${stageId}”. Its stages are: ${known}.`)
  }
  return [head(pipeline), ...stages.flatMap((stage) => stageLines(stage, pipeline))]
}

function head(pipeline: Pipeline): string {
  const axes = Object.entries(pipeline.axes).map(([axis, value]) => `${axis} ${value}`)
  return at(
    pipeline.origin.line,
    `${pipeline.id}  ${pipeline.name}  (${axes.join(', ')}; won after ${pipeline.wonAfter})`,
  )
}

function stageHead(stage: Stage, pipeline: Pipeline): string {
  const notes = [
    ...(stage.chance === undefined ? [] : [`chance ${stage.chance}%`]),
    ...(stage.maxAge === undefined ? [] : [`at most ${stage.maxAge.text}`]),
    ...(stage.maxIdle === undefined ? [] : [`idle at most ${stage.maxIdle.text}`]),
    ...(pipeline.maySkip.includes(stage.id) ? ['may be skipped'] : []),
  ]
  return at(stage.origin.line, `  ${stage.id}  ${stage.name}${notes.length === 0 ? '' : `  (${notes.join(', ')})`}`)
}

function stageLines(stage: Stage, pipeline: Pipeline): readonly string[] {
  return [stageHead(stage, pipeline), ...stage.tasks.flatMap(taskLines), ...gateLines(stage)]
}

function taskLines(task: TaskTemplate): readonly string[] {
  const notes = [
    ...(task.optional ? ['optional'] : []),
    ...(task.when === undefined ? [] : [`when ${conditionText(task.when)}`]),
    ...(task.onLeave === 'keep' ? ['kept when the stage is left'] : []),
    ...(task.onReturn === 'once' ? ['once'] : []),
    ...(task.whileAway === 'wait' ? ['waits for whoever is away'] : []),
  ]
  const more = notes.length === 0 ? '' : `  [${notes.join('; ')}]`
  return [at(task.origin.line, `    task ${task.id}: ${task.do} – ${task.by}, due ${task.due.text}${more}`)]
}

function gateLines({ gate }: Stage): readonly string[] {
  if (gate === undefined) return []
  return [
    ...(gate.filled.length === 0 ? [] : [at(gate.origin.line, `    gate filled: ${gate.filled.join(', ')}`)]),
    ...(gate.must === undefined ? [] : [at(gate.origin.line, `    gate must: ${conditionText(gate.must)}`)]),
    ...(gate.mayOverride === undefined
      ? []
      : [at(gate.origin.line, `    gate may be overridden by ${gate.mayOverride}`)]),
  ]
}

function conditionText(condition: Condition): string {
  const all = condition.all.map((line) => line.text)
  const any = (condition.any ?? []).map(conditionText)
  return [...all, ...(any.length === 0 ? [] : [`any of (${any.join(' | ')})`])].join(', ')
}

const at = (line: number, text: string): string => `${String(line).padStart(5)} │ ${text}`
