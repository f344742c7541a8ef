import type { Sink } from '#config/context'
import { reportIn } from '#config/context'
import type { ScalarNode } from '#config/tree'
import { didYouMean, suggest, withoutLookAlikes } from '#domain/suggest'
import type { Model } from '#schemas/model'

/** What names in a test file may mean. */
export type Kind =
  | 'task'
  | 'field'
  | 'stage'
  | 'pipeline'
  | 'event'
  | 'rule'
  | 'role'
  | 'person'
  | 'lost'
  | 'cancelled'
  | 'calendar'

/** Every name a test file may refer to, by what it is. */
export type KnownNames = Readonly<Record<Kind, ReadonlySet<string>>>

const nouns: Readonly<Record<Kind, string>> = {
  task: 'task',
  field: 'field',
  stage: 'stage',
  pipeline: 'pipeline',
  event: 'event',
  rule: 'rule of the automation',
  role: 'role',
  person: 'person or role',
  lost: 'reason to lose a deal',
  cancelled: 'reason to cancel a deal',
  calendar: 'calendar',
}

/** The names of the rules and of the people. A task that a rule of the automation adds is called as the rule is. */
export function knownNames(model: Model, people: readonly string[]): KnownNames {
  const stages = Object.values(model.pipelines).flatMap((pipeline) => pipeline.stages)
  const adding = model.automation.filter(({ actions }) => actions.some(({ kind }) => kind === 'add_task'))
  const followUp = model.outcomes.lost.followUp === undefined ? [] : [model.outcomes.lost.followUp.id]
  return {
    task: new Set([
      ...stages.flatMap(({ tasks }) => tasks.map(({ id }) => id)),
      ...adding.map(({ id }) => id),
      ...followUp,
    ]),
    field: new Set(Object.keys(model.fields)),
    stage: new Set(stages.map(({ id }) => id)),
    pipeline: new Set(Object.keys(model.pipelines)),
    event: new Set(Object.keys(model.events)),
    rule: new Set(model.automation.map(({ id }) => id)),
    role: new Set(Object.keys(model.roles)),
    person: new Set(['owner', 'owner_manager', ...Object.keys(model.roles), ...people]),
    lost: new Set(Object.keys(model.outcomes.lost.reasons)),
    cancelled: new Set(Object.keys(model.outcomes.cancelled.reasons)),
    calendar: new Set(Object.keys(model.calendars)),
  }
}

/** The name a value says, if there is such a thing; else it is reported with what may have been meant. */
export function nameIn(sink: Sink, node: ScalarNode, known: KnownNames, kinds: readonly Kind[]): string | undefined {
  const all = new Set(kinds.flatMap((kind) => [...known[kind]]))
  if (all.has(node.text)) return node.text
  const guess = suggest(node.text, all)
  const shown = node.text.length > 80 ? `${node.text.slice(0, 80)}…` : node.text
  if (guess !== undefined && withoutLookAlikes(node.text) === guess) {
    const message = `“${shown}” is written with letters of another alphabet that look like Latin ones.`
    reportIn(sink, node, { code: 'lookalike-letter', message, help: `Write “${guess}”.` })
    return undefined
  }
  const list = [...all]
  const help = `It can be: ${list.slice(0, 12).join(', ')}${list.length > 12 ? ', …' : ''}.`
  reportIn(sink, node, {
    code: `unknown-${kinds[0] === 'lost' || kinds[0] === 'cancelled' ? 'reason' : kinds[0]}`,
    message: `There is no ${nounsOf(kinds)} “${shown}”.`,
    ...(guess === undefined && list.length > 0 ? { help } : didYouMean(guess)),
  })
  return undefined
}

function nounsOf(kinds: readonly Kind[]): string {
  const words = kinds.map((kind) => nouns[kind])
  return words.length === 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
