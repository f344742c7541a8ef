import type { Saying } from '#schemas/saying'
import { asValue, plainLine } from '#config/first/writer'
import type { Both, FirstLanguage } from '#config/first/first-words'
import type { BitrixCategory, BitrixExport, BitrixStage } from './bitrix-export'
import { say } from './say'
import { uniqueIds } from './unique-ids'

/** A first file made of an export, and what an analyst has to know of it. */
export type ImportedPipelines = {
  readonly text: string
  readonly pipelines: number
  readonly stages: number
  readonly reasons: number
  /** Directions that could not become pipelines. */
  readonly leftOut: readonly string[]
}

const remarks = {
  file: {
    en: 'Made of a Bitrix24 export. What stands behind “TO DO” has to be completed by hand, then: norma check',
    ru: 'Сделано из выгрузки Битрикс24. Всё, что отмечено «TO DO», нужно дописать вручную, затем: norma check',
  },
  calendar: {
    en: 'TO DO: your time zone, working days and hours; norma holidays RU 2027 --write puts the holidays in',
    ru: 'TO DO: ваш часовой пояс, рабочие дни и часы; праздники впишет norma holidays RU 2027 --write',
  },
  roles: {
    en: 'TO DO: who does things; an export says nothing of it',
    ru: 'TO DO: кто что делает; в выгрузке этого нет',
  },
  fields: {
    en: 'TO DO: which of the directions a new deal belongs to; by other fields where a form or a mailbox tells it',
    ru: 'TO DO: к какому направлению относится новая сделка; если это видно по форме или почте – по другим полям',
  },
  direction: { en: 'Direction', ru: 'Направление' },
  managers: { en: 'Managers', ru: 'Менеджеры' },
  task: {
    en: 'TO DO: what exactly must be done here, by whom, until when',
    ru: 'TO DO: что именно здесь должно быть сделано, кем и к какому сроку',
  },
  do: { en: 'Finish the stage “{name}”', ru: 'Завершить этап «{name}»' },
  gate: {
    en: 'TO DO: the stages that need it get max_age, chance and a gate with what must be filled in',
    ru: 'TO DO: где нужно, добавьте max_age, chance и gate с обязательными полями',
  },
  pipelines: {
    en: 'TO DO: axes, if reports have to add directions up (“axes:” here and in each direction)',
    ru: 'TO DO: axes, если отчёты должны складывать направления («axes:» здесь и в каждом направлении)',
  },
  won: {
    en: 'TO DO: the stage after which the money is yours; stages behind it are worked after the sale',
    ru: 'TO DO: этап, после которого сделка выиграна; этапы за ним – работа после продажи',
  },
  reasons: {
    en: 'TO DO: keep what is a reason, add others',
    ru: 'TO DO: оставьте то, что и правда причина, добавьте другие',
  },
  cancelled: { en: 'TO DO: why won deals are cancelled', ru: 'TO DO: почему отменяют выигранные сделки' },
  refund: { en: 'Money returned', ru: 'Деньги возвращены' },
  other: { en: 'Another reason', ru: 'Другая причина' },
  new_deals: { en: 'TO DO: which new deals go where, and to whom', ru: 'TO DO: какие новые сделки куда и кому' },
} as const satisfies Record<string, Both>

type Remark = (name: keyof typeof remarks) => string

/** Writes a first `pipelines.yaml` of what a Bitrix24 export says; the check has nothing against it. */
export function pipelinesOfBitrix(
  found: BitrixExport,
  { zone, language }: { readonly zone: string; readonly language: FirstLanguage },
): ImportedPipelines | { readonly fault: Saying } {
  const remark: Remark = (name) => remarks[name][language]
  const library = libraryOf(found)
  const directions = found.categories.flatMap((category) => directionOf(category, found, library))
  const names = new Set(directions.map(({ category }) => category))
  const leftOut = found.categories.filter((category) => !names.has(category)).map(({ name }) => name)
  if (directions.length === 0) return { fault: say('bitrix_no_work') }
  const reasons = reasonsOf(found, remark)
  const named = directions.map(({ id, category }) => ({ id, name: category.name }))
  const sections = [
    [
      '# yaml-language-server: $schema=./pipelines.schema.json',
      `# ${remark('file')}`,
      ...leftOut.map((name) => `# ${leftOutRemark(name, language)}`),
      'version: 1',
    ],
    [`# ${remark('calendar')}`, 'calendar:', `  timezone: ${zone}`, '  work_week: mon-fri', '  hours: 09:00-18:00'],
    [`# ${remark('roles')}`, 'roles:', `  managers: ${remark('managers')}`],
    ...directionField(named, remark),
    [`# ${remark('gate')}`, 'stages:', library.map((stage) => stageLines(stage, remark).join('\n')).join('\n\n')],
    [
      `# ${remark('pipelines')}`,
      'pipelines:',
      directions.map((direction) => pipelineLines(direction, remark).join('\n')).join('\n\n'),
    ],
    outcomeLines(reasons, remark),
    [`# ${remark('new_deals')}`, 'new_deals:', ...newDealLines(named)],
  ]
  const text = `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`
  return { text, pipelines: directions.length, stages: library.length, reasons: reasons.length, leftOut }
}

type Directed = { readonly id: string; readonly name: string }

/** Where there are several directions, new deals say which is theirs: the export knows no other way to tell. */
function directionField(directions: readonly Directed[], remark: Remark): readonly (readonly string[])[] {
  if (directions.length < 2) return []
  const options = directions.map(({ id, name }) => `      ${id}: ${asValue(name)}`)
  const field = ['  direction:', `    name: ${asValue(remark('direction'))}`, '    type: choice', '    options:']
  return [[`# ${remark('fields')}`, 'fields:', ...field, ...options]]
}

/** A line for each direction, by what the deal says of it, and the first one for all that say nothing. */
function newDealLines(directions: readonly Directed[]): readonly string[] {
  const lines = directions.length < 2 ? [] : directions
  return [
    ...lines.flatMap(({ id }) => [
      '  - when:',
      `      direction: ${id}`,
      `    pipeline: ${id}`,
      '    give_to: managers',
    ]),
    `  - pipeline: ${directions[0]?.id ?? ''}`,
    '    give_to: managers',
  ]
}

function leftOutRemark(name: string, language: FirstLanguage): string {
  const line = plainLine(name)
  return language === 'ru'
    ? `TO DO: направление «${line}» пропущено: в нём нет этапов, на которых сделка в работе`
    : `TO DO: the direction “${line}” is left out: it has no stage in which a deal is under way`
}

/** A stage of the library, and under which names Bitrix24 has it. */
type LibraryStage = { readonly id: string; readonly name: string; readonly sources: readonly BitrixStage[] }

/**
 * Stages of several directions that are called alike are one stage of the library, as people who call them alike mean
 * one; two of the same name within one direction are two.
 */
function libraryOf({ categories, stages }: BitrixExport): readonly LibraryStage[] {
  const idFor = uniqueIds(['completed'], 'stage')
  const found = new Map<string, { name: string; sources: BitrixStage[] }>()
  for (const category of categories) {
    const seen = new Map<string, number>()
    for (const stage of stages.filter((one) => one.category === category.id && one.means === 'process')) {
      const name = plainLine(stage.name)
      const count = (seen.get(name.toLowerCase()) ?? 0) + 1
      seen.set(name.toLowerCase(), count)
      const key = `${name.toLowerCase()} ${count}`
      const known = found.get(key)
      if (known === undefined) found.set(key, { name: count === 1 ? name : `${name} (${count})`, sources: [stage] })
      else known.sources.push(stage)
    }
  }
  return [...found.values()].map(({ name, sources }) => ({ id: idFor(name), name, sources }))
}

type Direction = { readonly id: string; readonly category: BitrixCategory; readonly stages: readonly string[] }

function directionOf(
  category: BitrixCategory,
  { categories, stages }: BitrixExport,
  library: readonly LibraryStage[],
): readonly Direction[] {
  const own = stages.filter((stage) => stage.category === category.id && stage.means === 'process')
  if (own.length === 0) return []
  const ids = own.flatMap((stage) => library.find(({ sources }) => sources.includes(stage))?.id ?? [])
  const idFor = uniqueIds(['roles', 'fields', 'pipelines'], 'pipeline')
  const all = categories.map((one) => [one, idFor(plainLine(one.name))] as const)
  const id = all.find(([one]) => one === category)?.[1] ?? ''
  return [{ id, category, stages: ids }]
}

function stageLines({ id, name, sources }: LibraryStage, remark: Remark): readonly string[] {
  const task = remark('do').replace('{name}', () => name)
  return [
    `  ${id}:  # Bitrix24: ${sources.map(({ status }) => plainLine(status)).join(', ')}`,
    `    name: ${asValue(name)}`,
    '    tasks:',
    `      ${`finish_${id}`.slice(0, 60)}:`,
    `        do: ${asValue(task)}  # ${remark('task')}`,
    '        by: owner',
    '        due: 2 working days',
  ]
}

function pipelineLines({ id, category, stages }: Direction, remark: Remark): readonly string[] {
  return [
    `  ${id}:  # Bitrix24: ${category.id}`,
    `    name: ${asValue(category.name === '' ? id : category.name)}`,
    `    stages: [${stages.join(', ')}]`,
    `    won_after: ${stages.at(-1) ?? ''}  # ${remark('won')}`,
  ]
}

/** Every stage in which a deal of Bitrix24 is lost is a reason here. */
function reasonsOf({ stages }: BitrixExport, remark: Remark): readonly (readonly [string, string])[] {
  const idFor = uniqueIds([], 'reason')
  const failures = stages.filter(({ means }) => means === 'failure').map(({ name }) => plainLine(name))
  const names = [...new Map(failures.map((name) => [name.toLowerCase(), name])).values()]
  return (names.length === 0 ? [remark('other')] : names).map((name) => [idFor(name), name] as const)
}

function outcomeLines(reasons: readonly (readonly [string, string])[], remark: Remark): readonly string[] {
  return [
    'outcomes:',
    '  lost:',
    `    reasons:  # ${remark('reasons')}`,
    ...reasons.map(([id, name]) => `      ${id}: ${asValue(name)}`),
    '  cancelled:',
    `    reasons:  # ${remark('cancelled')}`,
    `      refund: ${remark('refund')}`,
  ]
}
