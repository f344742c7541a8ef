import { choiceName } from '#domain/rules/choice-name'
import { directionName, formerName, placeName } from '#domain/rules/former-names'
import { formatFor } from '#domain/kernel/texts/format'
import { axisName } from '#domain/plan/plan-scope'
import { plainText } from '#domain/rules/task-text'
import type { Language } from '#schemas/language-names'
import type { Table } from './table'
import { wonStage } from './facts'
import { reportWords } from './words-of-reports'
import type { Frame } from './scope'

/** What people call a row of a table. */
export function labelOf(frame: Frame, rowsAre: Table['rowsAre'], id: string, language: Language): string {
  const { rows } = reportWords(language)
  switch (rowsAre) {
    case 'person':
      return frame.org.employees[id]?.name ?? id
    case 'department':
      return id === '' ? rows.noDepartment : (frame.org.departments[id]?.name ?? id)
    case 'direction':
      return directionName(frame.model, id) ?? id
    case 'axis':
      return id === '' ? rows.noAxis : axisName(frame.model, id)
    case 'company':
      return rows.company
    case 'stage':
      return id === wonStage ? rows.won : stageName(frame, id)
    case 'direction_stage':
      return directionStageName(frame, id, language)
    case 'person_day':
      return personDayName(frame, id, language)
    case 'template':
      return templateName(frame, id, language)
    case 'source':
      return sourceName(frame, id, language)
    case 'channel':
      return id === '' ? rows.noChannel : channelName(frame, id)
    case 'hour':
      return hourName(id, language)
    case 'source_hour':
      return sourceHourName(frame, id, language)
    case 'field':
      return fieldValueName(frame, id, language)
    case 'month':
      return formatFor(language, 'UTC').month(id.split('/')[0] ?? id)
    case 'day':
      return dayName(id, language)
    case 'deal':
    case 'reason':
      return id
  }
}

/** A day as the language writes it: short enough for a chart, and read as a date by spreadsheets of that language. */
function dayName(date: string, language: Language): string {
  return date
    .split('-')
    .toReversed()
    .join(language === 'ru' ? '.' : '/')
}

function personDayName({ org }: Frame, id: string, language: Language): string {
  const [person = '', day = ''] = id.split('/')
  return `${org.employees[person]?.name ?? person}, ${dayName(day, language)}`
}

function directionStageName(frame: Frame, id: string, language: Language): string {
  const [pipeline = '', stage = ''] = id.split('/')
  const direction = directionName(frame.model, pipeline) ?? pipeline
  return `${direction} · ${stage === wonStage ? reportWords(language).rows.won : nameIn(frame, pipeline, stage)}`
}

/** The two parts of a row that is a source and an hour of the week. */
export function sourceHourOf(row: string): { readonly source: string; readonly hour: string } {
  const slash = row.lastIndexOf('/')
  return { source: row.slice(0, slash), hour: row.slice(slash + 1) }
}

function sourceHourName(frame: Frame, id: string, language: Language): string {
  const { source, hour } = sourceHourOf(id)
  return `${sourceName(frame, source, language)} · ${hourName(hour, language)}`
}

function channelName({ model }: Frame, id: string): string {
  return model.channels?.[id]?.name ?? formerName(model, 'channel', id) ?? id
}

function sourceName({ model }: Pick<Frame, 'model'>, source: string, language: Language): string {
  if (source === '') return reportWords(language).rows.noSource
  return choiceName(model.fields['source'] ?? {}, source) ?? source
}

/** A value of the field that rows are made by: the name of a choice or a person, yes or no. */
function fieldValueName({ model, org, filters }: Frame, value: string, language: Language): string {
  const { rows } = reportWords(language)
  if (value === '') return rows.noValue
  const field = model.fields[filters.field ?? '']
  if (field?.type === 'yes_no') return value === 'true' ? rows.yes : rows.no
  const own = field?.builtIn === true ? rows.options[value] : undefined
  return (
    own ?? choiceName(field ?? {}, value) ?? (field?.type === 'person' ? (org.employees[value]?.name ?? value) : value)
  )
}

function hourName(id: string, language: Language): string {
  const [day = '1', hour = ''] = id.split('-')
  return `${reportWords(language).rows.weekdays[Number(day) - 1] ?? day} ${hour}:00`
}

function nameIn({ model }: Frame, pipeline: string, stage: string): string {
  return placeName(model, { pipeline, stage }) ?? stage
}

/** The name a stage has in the first direction that has it: stages come from one library. */
function stageName(frame: Frame, stage: string): string {
  const pipeline = Object.values(frame.model.pipelines).find(({ stages }) => stages.some(({ id }) => id === stage))
  return pipeline === undefined ? (formerStage(frame, stage) ?? stage) : nameIn(frame, pipeline.id, stage)
}

/** What a stage that no direction has any more was called in one that had it. */
function formerStage({ model: { former = {} } }: Frame, stage: string): string | undefined {
  const key = Object.keys(former).find((one) => one.startsWith('stage/') && one.endsWith(`/${stage}`))
  return former[key ?? '']
}

function templateName(frame: Frame, id: string, language: Language): string {
  const [pipeline = '', stage = '', template = ''] = id.split('/')
  if (template === '') return reportWords(language).rows.adHoc
  const found = frame.model.pipelines[pipeline]?.stages.find((one) => one.id === stage)
  const { followUp } = frame.model.outcomes.lost
  const text =
    found?.tasks.find((one) => one.id === template)?.do ??
    (template === followUp?.id ? followUp.do : undefined) ??
    formerName(frame.model, 'task', pipeline, stage, template) ??
    formerName(frame.model, 'follow_up', template) ??
    template
  return `${plainText(text)} (${nameIn(frame, pipeline, stage)})`
}
