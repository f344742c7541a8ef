import { automation, escalations, newDeals, plan } from './flow-sections'
import { stagePlans } from './stage-plans'
import * as words from './first-words'
import type { Both } from './first-words'
import { plainLine, teamsOf, writerFor } from './writer'
import type { Answers, Writer } from './writer'

/** Writes the first `pipelines.yaml` of a company: whole, with remarks for whoever edits it next. */
export function firstFile(given: Answers): string {
  const answers = inOrder(given)
  const writer = writerFor(answers)
  const sections = [
    calendar,
    roles,
    axes,
    fields,
    events,
    stages,
    pipelines,
    outcomes,
    newDeals,
    escalations,
    automation,
    plan,
  ]
  const parts = sections.map((section) => section(writer)).filter((lines) => lines.length > 0)
  const head = [
    '# yaml-language-server: $schema=./pipelines.schema.json',
    `# ${writer.remark('file', { company: plainLine(answers.company) })}`,
    'version: 1',
  ]
  return `${[head, ...parts].map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/** Whatever order the answers came in, the file has the usual one. */
function inOrder(answers: Answers): Answers {
  const sorted = <T extends string>(chosen: readonly T[], all: Readonly<Record<T, unknown>>): readonly T[] =>
    (Object.keys(all) as T[]).filter((one) => chosen.includes(one))
  return {
    ...answers,
    directions: sorted(answers.directions, words.directions),
    stages: sorted(answers.stages, words.stages),
    helpers: sorted(answers.helpers, words.helpers),
  }
}

function calendar({ answers, remark }: Writer): readonly string[] {
  return [
    `# ${remark('calendar')}`,
    'calendar:',
    `  timezone: ${answers.zone}`,
    `  work_week: ${answers.hours.week}`,
    `  hours: ${answers.hours.times}`,
  ]
}

function roles(writer: Writer): readonly string[] {
  const { answers, say, remark } = writer
  const used = new Set(
    answers.stages.flatMap((stage) => Object.values(stagePlans[stage].tasks).map(({ by }) => writer.by(by))),
  )
  const lines = answers.helpers.map((helper) =>
    helper === 'head_of_sales' || used.has(helper)
      ? `  ${helper}: ${say(words.helpers[helper])}`
      : `  # ${remark('idle', { name: `${helper}: ${words.helpers[helper][answers.language]}` })}`,
  )
  const teams = teamsOf(answers).map((team) => `  ${team}: ${say(words.teams[team])}`)
  return [`# ${remark('roles')}`, 'roles:', ...teams, ...lines]
}

function placeOf(direction: string): { readonly segment: string; readonly audience: string } {
  const [segment = '', audience = ''] = direction.split('_')
  return { segment, audience: audience === 'new' ? 'new' : 'regular' }
}

function axes({ answers, remark }: Writer): readonly string[] {
  const places = answers.directions.map(placeOf)
  const values = (axis: 'segment' | 'audience'): string => [...new Set(places.map((place) => place[axis]))].join(', ')
  return [`# ${remark('axes')}`, 'axes:', `  segment: [${values('segment')}]`, `  audience: [${values('audience')}]`]
}

function fields({ answers, say, remark, by }: Writer): readonly string[] {
  const needed = answers.stages.flatMap((stage) => stagePlans[stage].fields)
  if (needed.length === 0) return []
  const types: Readonly<Record<(typeof needed)[number], readonly string[]>> = {
    decision_maker: ['type: text'],
    need: ['type: text'],
    objection: [
      'type: choice',
      'options:',
      ...Object.entries(words.objections).map(([id, name]) => `  ${id}: ${say(name)}`),
    ],
    discount: ['type: percent', 'min: 0%', 'max: 100%'],
    offer_file: ['type: file'],
    contract_file: ['type: file'],
    invoice_number: ['type: text'],
    paid_percent: ['type: percent', 'formula: paid / amount * 100'],
    delivery_date: ['type: date'],
    delivered_on: ['type: date'],
    closing_docs: ['type: file'],
    nps: ['type: number', 'min: 0', 'max: 10'],
  }
  const lines = needed.flatMap((field) => [
    `  ${field}:`,
    `    name: ${say(words.fieldNames[field])}`,
    ...types[field].map((line) => `    ${line}`),
  ])
  // Payment is the word of a second person, where there is one.
  const payer = by('accountant') === 'owner' ? by('head_of_sales') : by('accountant')
  const isWatched = answers.stages.includes('payment') && answers.helpers.length > 0
  const paid = isWatched ? [`  paid: { written_by: ${payer} }`] : []
  return [`# ${remark('fields')}`, 'fields:', ...lines, ...paid]
}

function events({ answers, say, remark }: Writer): readonly string[] {
  if (!answers.stages.includes('payment')) return []
  return [`# ${remark('events')}`, 'events:', `  payment_received: ${say(words.phrases.payment_received)}`]
}

function stages(writer: Writer): readonly string[] {
  const { answers, remark } = writer
  const parts = answers.stages.map((stage) => stageLines(writer, stage).join('\n'))
  return [`# ${remark('stages')}`, 'stages:', parts.join('\n\n')]
}

function stageLines(writer: Writer, stage: keyof typeof words.stages): readonly string[] {
  const { say, by } = writer
  const { goal, chance, maxAge, tasks } = stagePlans[stage]
  const taskLines = Object.entries(tasks).flatMap(([id, task]) => [
    `      ${id}:`,
    `        do: ${say(task.do)}`,
    `        by: ${by(task.by)}`,
    `        due: ${task.due}`,
    ...(task.when === undefined ? [] : [`        when: ${task.when}`]),
  ])
  return [
    `  ${stage}:`,
    `    name: ${say(words.stages[stage])}`,
    `    goal: ${say(goal)}`,
    ...(chance === undefined ? [] : [`    chance: ${chance}`]),
    `    max_age: ${maxAge}`,
    '    tasks:',
    ...taskLines,
    ...gateLines(writer, stage),
  ]
}

function gateLines({ say, head }: Writer, stage: keyof typeof words.stages): readonly string[] {
  const { filled, must, message } = stagePlans[stage]
  if (filled === undefined && must === undefined) return []
  return [
    '    gate:',
    ...(filled === undefined ? [] : [`      filled: [${filled}]`]),
    ...(must === undefined ? [] : [`      must: ${must}`, `      may_override: ${head}`]),
    ...(message === undefined ? [] : [`      message: ${say(message)}`]),
  ]
}

/** The sale is made when the money is there, else when the contract is, else when the last talk about it is over. */
function wonAfter({ stages: chosen }: Answers): string {
  const order = ['payment', 'contract', 'individual_offer', 'feedback', 'general_offer', 'presentation'] as const
  return order.find((stage) => chosen.includes(stage)) ?? chosen[0] ?? ''
}

function pipelines({ answers, say, remark }: Writer): readonly string[] {
  const parts = answers.directions.map((direction) => {
    const { segment, audience } = placeOf(direction)
    return [
      `  ${direction}:`,
      `    name: ${say(words.directions[direction])}`,
      `    axes: { segment: ${segment}, audience: ${audience} }`,
      `    stages: [${answers.stages.join(', ')}]`,
      `    won_after: ${wonAfter(answers)}  # ${remark('won')}`,
    ].join('\n')
  })
  return [`# ${remark('pipelines')}`, 'pipelines:', parts.join('\n\n')]
}

function outcomes({ say, remark, head }: Writer): readonly string[] {
  const list = (reasons: Readonly<Record<string, Both>>): readonly string[] =>
    Object.entries(reasons).map(([id, name]) => `      ${id}: ${say(name)}`)
  return [
    'outcomes:',
    `  lost:  # ${remark('lost')}`,
    '    reasons:',
    ...list(words.reasons.lost),
    '    follow_up:',
    `      do: ${say(words.phrases.follow_up)}`,
    '      by: owner',
    '      due: 60 calendar days',
    `  cancelled:  # ${remark('cancelled')}`,
    '    reasons:',
    ...list(words.reasons.cancelled),
    `    who: ${head}`,
  ]
}
