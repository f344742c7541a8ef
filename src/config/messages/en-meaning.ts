/** What people tell apart by its name. */
export type NamedKind = 'stage' | 'pipeline' | 'role' | 'field' | 'event' | 'option' | 'reason' | 'task'

/** The values a field can have, by its declaration or by the lines around. */
export type Bounds =
  | { readonly kind: 'from-to'; readonly from: string; readonly to: string }
  | { readonly kind: 'from' | 'to'; readonly limit: string }
  | { readonly kind: 'options'; readonly options: readonly string[] }
  | { readonly kind: 'yes-no' | 'others' }

/** English: what can be read but cannot be meant. */
export const enMeaning = {
  'intake-never-reached': ({ line }: { readonly line: number }) =>
    `Nothing ever comes to this line of “intake”: line ${line} above it takes everything.`,
  'call-back-at-night': ({ text }: { readonly text: string }) =>
    `“${text}” goes on at night and on days off: whoever rang in the evening is late before anybody has come to work.`,
  'call-back-too-soon': ({ text }: { readonly text: string }) =>
    `“${text}” is over before anybody can know of the call: it is judged after half a minute of silence, and shown within a minute.`,
  'recorded-untold': () => 'Calls are recorded, and nothing says what callers are told of it beforehand.',
  'answer-later': ({ answer, reply }: { readonly answer: string; readonly reply: string }) =>
    `Whoever is a client already would wait “${answer}”, longer than every new deal, which is answered within “${reply}”.`,
  'no-clock-time': ({ text }: { readonly text: string }) => `“${text}” is not a time of day.`,
  'no-client-role': ({ text }: { readonly text: string }) => `No client of a deal is “${text}”.`,
  'no-tries': ({ text }: { readonly text: string }) => `“${text}” does not say how often and in what time.`,
  'no-talk-length': ({ text }: { readonly text: string }) =>
    `“${text}” is not a length of a talk: those are counted in calendar seconds.`,
  'no-phone': ({ text }: { readonly text: string }) => `“${text}” is not a telephone number.`,
  'move-no-way': ({ stage, pipeline }: Move) =>
    `This move to “${stage}” will be stopped in “${pipeline}”: it does not go through “${stage}”.`,
  'narrow-or-add': ({ stage }: { readonly stage: string }) =>
    `Add “pipeline: …” to “when”, or “${stage}” to its stages.`,
  'move-here': ({ stage }: { readonly stage: string }) =>
    `A deal that sets this rule off is in “${stage}” already: the move changes nothing.`,
  'leave-move-out': () => 'Leave the move out, or name the stage that was meant.',
  'chance-falls': ({
    stage,
    pipeline,
    chance,
    before,
    was,
  }: Move & { readonly chance: string; readonly before: string; readonly was: number }) =>
    `In “${pipeline}” the chance falls from ${was}% in “${before}” to ${chance} in “${stage}”, although a deal there has come nearer to being won.`,
  'chance-no-less': ({ was }: { readonly was: number }) =>
    `Write a chance of at least ${was}% here, or a smaller one before it.`,
  'chance-after-win': ({ stage, pipeline, wonAfter }: Move & { readonly wonAfter: string }) =>
    `In “${pipeline}” a deal is won after “${wonAfter}”: its chance in “${stage}” counts for nothing.`,
  'leave-chance-out': ({ text }: { readonly text: string }) => `Leave “chance: ${text}” out.`,
  'asks-for-nothing': ({ key }: { readonly key: string }) => `“${key}” is an empty list: it asks for nothing.`,
  'fill-or-leave': () => 'Write what has to be there, or leave the line out.',
  'spelled-otherwise': ({
    field,
    text,
    other,
  }: {
    readonly field: string
    readonly text: string
    readonly other: string
  }) => `“${text}” for “${field}” differs by one letter from “${other}” in another line, and a text may be anything.`,
  'said-twice': ({ text, key }: { readonly text: string; readonly key: string }) =>
    `“${text}” stands twice in “${key}”.`,
  'say-once': () => 'Leave it out once, or write what was meant in its place.',
  'move-skips': ({ stage, pipeline, skipped }: Move & { readonly skipped: readonly string[] }) =>
    `This move to “${stage}” will be stopped in “${pipeline}”: ${quoted(skipped)} would be skipped.`,
  'next-or-skip': ({ next }: { readonly next: string }) =>
    `Write “move_to: ${next}”, or add the stages between to “may_skip”.`,
  'move-leaves-open': ({ stage, pipeline, tasks }: Move & { readonly tasks: readonly string[] }) =>
    `This move to “${stage}” will be stopped in “${pipeline}”: ${quoted(tasks)} will still be open.`,
  'add-before-move': ({ line }: { readonly line: string }) => `Add “${line}” before the move.`,
  'move-own-task': ({ stage, pipeline, task }: Move & { readonly task: string }) =>
    `This move to “${stage}” will be stopped in “${pipeline}”: the task “${task}” that this rule has just added is still open then.`,
  'optional-or-after': () =>
    'Add “optional: yes” to that task, or put “add_task” below the move, so that it belongs to the next stage.',
  'move-unmet': ({ stage, pipeline, line }: Move & { readonly line: string }) =>
    `This move to “${stage}” will be stopped in “${pipeline}”: its gate needs “${line}”, and nothing here makes sure of that.`,
  'move-unfilled': ({ stage, pipeline, field }: Move & { readonly field: string }) =>
    `This move to “${stage}” will be stopped in “${pipeline}”: its gate needs “${field}” to be filled, and nothing here makes sure of that.`,
  'add-to-when': ({ line }: { readonly line: string }) => `Add “${line}” to “when”.`,
  'rule-loop': ({ rules }: { readonly rules: readonly string[] }) =>
    rules.length === 1
      ? `“${rules[0] ?? ''}” sets itself off again, for ever.`
      : `These automations set each other off for ever: ${round(rules)}.`,
  'when-ends': () => 'Add a “when” that no longer holds after the first time.',
  'never-turned': ({ line }: { readonly line: string }) => `“${line}” never holds: the first number is the larger one.`,
  'never-others': ({ line }: { readonly line: string }) => `“${line}” never holds: the lines around it rule it out.`,
  'never-bounds': ({ line, field, bounds }: Bounded) => `“${line}” never holds: “${field}” ${bounded(bounds)}.`,
  'write-percentage': ({ from, to }: { readonly from: string; readonly to: string }) =>
    `Write a percentage from ${from} to ${to}.`,
  'write-number': ({ from, to }: { readonly from: string; readonly to: string }) =>
    `Write a number from ${from} to ${to}.`,
  'values-together': () => 'Write values that can occur together, or leave the line out.',
  always: ({ line, field, bounds, isNot }: Bounded & { readonly isNot: boolean }) =>
    `“${line}” holds ${isNot ? 'always' : 'whenever the field is filled'}: “${field}” ${bounded(bounds)}.`,
  'leave-or-compare': () => 'Leave the line out, or compare with another value.',
  'write-if-meant': ({ line }: { readonly line: string }) => `Write “${line}” if that is meant.`,
  'bounds-turned': ({ field }: { readonly field: string }) =>
    `The smallest value of “${field}” is larger than the largest.`,
  'exchange-bounds': () => 'Exchange “min” and “max”.',
  'gate-unfillable': ({ stage, field, through, later }: Unfillable) =>
    `The gate of “${stage}” needs “${field}”${through === undefined ? '' : ` (for “${through}”)`}, but it is filled only later, in “${later}”.`,
  'ask-before': ({ field, later }: { readonly field: string; readonly later: string }) =>
    `Ask for “${field}” under “filled” here or before, or move this condition to “${later}”.`,
  'one-pair': ({ who, pipeline, gates }: OnePair) =>
    `In “${pipeline}” one person${who === 'owner' ? ', the owner of the deal,' : ` in the role “${who}”`} passes everything up to the win alone: ${gates.map(gateName).join(', ')}.`,
  'second-pair': ({ field }: { readonly field: string }) =>
    `Give a task on the way to another role, or say who writes a field: “${field}: { …, written_by: ROLE }”.`,
  'second-pair-by': ({ by }: { readonly by: string }) =>
    `“${by}” opens what is another’s word: take it away, or name somebody there who does not sell.`,
  'ladder-order': ({ step, before }: { readonly step: string; readonly before: string }) =>
    `The step “after: ${step}” comes below “after: ${before}” but is not later than it.`,
  'climb-later': ({ before }: { readonly before: string }) =>
    `Write more than “${before}”, or put the steps in the order of time.`,
  'behind-order': ({ step, before }: { readonly step: string; readonly before: string }) =>
    `“below: ${step}” comes after “below: ${before}”; each step must be lower than the one above it.`,
  'write-lower': ({ before }: { readonly before: string }) => `Write less than ${before}, or exchange the steps.`,
  'task-outlives': ({ task, stage, age }: { readonly task: string; readonly stage: string; readonly age: string }) =>
    `“${task}” is due later than a deal may stay in “${stage}”: ${age}.`,
  'earlier-or-longer': () => 'Write an earlier due date, or a longer “max_age”.',
  'age-too-short': ({ age, task, due }: { readonly age: string; readonly task: string; readonly due: string }) =>
    `A deal may stay ${age}, but “${task}” is due later: ${due}.`,
  'longer-or-tasks': () => 'Write a longer “max_age”, or change the tasks of the stage here too.',
  'no-catch-all': () => 'A new deal that fits none of these lines would go nowhere: the last line must have no “when”.',
  'add-catch-all': ({ line }: { readonly line: string }) => `Add a last line such as “${line}”.`,
  'takes-every-deal': ({ lines }: { readonly lines: readonly number[] }) =>
    lines.length === 1
      ? `This line takes every deal, so the line ${lines[0] ?? 0} below it is never reached.`
      : `This line takes every deal, so the lines ${lines.join(', ')} below it are never reached.`,
  'open-line-out': () => 'Leave this line out, or give it a “when”.',
  'write-or-leave-line': ({ text }: { readonly text: string }) => `Write “${text}”: no line is for such deals yet.`,
  'open-line-last': () => 'Move the line without “when” to the end.',
  'never-reached': ({ line }: { readonly line: number }) =>
    `This line is never reached: its deals are taken by the line ${line} above it.`,
  'leave-or-above': () => 'Leave it out, or put it above that line.',
  gap: ({ words, more }: { readonly words: string; readonly more: number }) =>
    `No line is for deals with ${words}${more === 0 ? '' : ` (and for ${more} more such combinations)`}, though there are lines for each of these alone.`,
  'add-line': ({ words }: { readonly words: string }) =>
    `Add the line “- when: { ${words} }” with “pipeline” and “give_to”.`,
  'task-cycle': ({ tasks }: { readonly tasks: readonly string[] }) =>
    tasks.length === 1
      ? `“${tasks[0] ?? ''}” waits for itself, so it will never be due.`
      : `These tasks wait for each other, so none of them will ever be due: ${round(tasks)}.`,
  'count-from-stage': () => 'Let one of them count from entering the stage: leave out “after …”.',
  unused: ({ kind, id }: { readonly kind: Declared; readonly id: string }) => `${unusedWords[kind]} “${id}”.`,
  'leave-or-use': ({ id }: { readonly id: string }) => `Leave “${id}” out, or use it.`,
  'no-otherwise': () => 'Not every client has a previous owner, and this line does not say who gets the deal then.',
  'add-otherwise': () => 'Add “otherwise: …” with a role.',
  'moved-cycle': ({ names }: { readonly names: readonly string[] }) =>
    `These renamings go round in a circle: ${names.join(' → ')}.`,
  'leave-back-line': () => 'Leave out the line that leads back.',
  'stage-twice': ({ stage }: { readonly stage: string }) =>
    `The stage “${stage}” stands twice in this list; a deal goes through a stage once.`,
  'leave-one-out': () => 'Leave one of the two out.',
  'change-unused': ({ stage, pipeline }: Move) =>
    `This changes the stage “${stage}”, but “${pipeline}” does not go through it.`,
  'add-or-leave-change': ({ stage }: { readonly stage: string }) =>
    `Add “${stage}” to its stages, or leave this change out.`,
  'won-after': ({ stage, pipeline }: Move) =>
    `A deal of “${pipeline}” can never be won: it does not go through the stage “${stage}”.`,
  'write-its-stage': ({ stages }: { readonly stages: readonly string[] }) =>
    `Write one of its stages: ${stages.join(', ')}.`,
  'skip-unknown': ({ stage, pipeline }: Move) => `“${stage}” cannot be skipped: “${pipeline}” does not go through it.`,
  'leave-or-one-of': ({ stages }: { readonly stages: readonly string[] }) =>
    `Leave it out, or write one of: ${stages.join(', ')}.`,
  'skip-last': ({ stage, pipeline }: Move) =>
    `“${stage}” is the last stage of “${pipeline}” and cannot be skipped: there is nothing behind it to go to.`,
  'leave-out-of-skip': ({ stage }: { readonly stage: string }) => `Leave “${stage}” out of “may_skip”.`,
  'stage-without-task': ({ stage, isAllOptional }: { readonly stage: string; readonly isAllOptional: boolean }) =>
    isAllOptional
      ? `Every task of the stage “${stage}” is optional, so it can be left with nothing done.`
      : `The stage “${stage}” has no task, so nobody knows what to do in it.`,
  'add-a-task': () => 'Add a task under “tasks”: what to do, by whom, and when it is due.',
} as const

type Move = { readonly stage: string; readonly pipeline: string }
type Bounded = { readonly line: string; readonly field: string; readonly bounds: Bounds }
type Unfillable = {
  readonly stage: string
  readonly field: string
  readonly through: string | undefined
  readonly later: string
}
type Declared = 'role' | 'axis' | 'event' | 'stage' | 'escalation'

const unusedWords: Readonly<Record<Declared, string>> = {
  role: 'Nobody does anything as',
  axis: 'No direction says where it stands on',
  event: 'Nothing waits for',
  stage: 'No direction goes through',
  escalation: 'Nothing climbs',
}

function quoted(ids: readonly string[]): string {
  return ids.map((id) => `“${id}”`).join(', ')
}

function round(ids: readonly string[]): string {
  return [...ids, ids[0] ?? ''].join(' → ')
}

function bounded(bounds: Bounds): string {
  switch (bounds.kind) {
    case 'from-to':
      return `goes from ${bounds.from} to ${bounds.to}`
    case 'from':
      return `is never less than ${bounds.limit}`
    case 'to':
      return `is never more than ${bounds.limit}`
    case 'options':
      return `can only be ${bounds.options.join(', ')}`
    case 'yes-no':
      return 'is yes or no'
    case 'others':
      return 'is restricted by the other lines'
  }
}

/**
 * Who passes a direction alone, and what should have stood in the way: stages with the fields their gates look at, and the
 * line of the file that opens them where they are another's word.
 */
export type OnePair = {
  readonly who: string
  readonly pipeline: string
  readonly gates: readonly { readonly stage: string; readonly fields: readonly string[]; readonly by?: string }[]
}

/** A gate with its fields, and with what opens it. */
export function gateName({ stage, fields, by }: OnePair['gates'][number]): string {
  const told = [...(fields.length === 0 ? [] : [fields.join(', ')]), ...(by === undefined ? [] : [by])]
  return told.length === 0 ? stage : `${stage} (${told.join('; ')})`
}
