import type { CheckCode } from '#config/codes'
import { reportIn, type Sink } from '#config/context'
import { didYouMeanOf } from '#config/names/did-you-mean'
import type { TrialKind } from '#config/messages/en-trial'
import { say } from '#config/messages/say'
import type { ScalarNode } from '#config/yaml/tree'
import { suggest, withoutLookAlikes } from '#domain/deals/suggest'
import { clientFacts } from '#domain/rules/client-facts'
import type { Model } from '#schemas/model'

/** Every name a test file may refer to, by what it is. */
export type KnownNames = Readonly<Record<TrialKind, ReadonlySet<string>>>

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
      ...(model.calls?.missed === undefined ? [] : ['call_back']),
      ...(model.intake === undefined && model.messages === undefined && model.channels === undefined ? [] : ['answer']),
    ]),
    field: new Set([...Object.keys(model.fields), ...clientFacts(model.clients).keys()]),
    stage: new Set(stages.map(({ id }) => id)),
    pipeline: new Set(Object.keys(model.pipelines)),
    event: new Set(Object.keys(model.events)),
    rule: new Set(model.automation.map(({ id }) => id)),
    role: new Set(Object.keys(model.roles)),
    person: new Set(['owner', 'owner_manager', ...Object.keys(model.roles), ...people]),
    lost: new Set(Object.keys(model.outcomes.lost.reasons)),
    cancelled: new Set(Object.keys(model.outcomes.cancelled.reasons)),
    calendar: new Set(Object.keys(model.calendars)),
    channel: new Set(Object.keys(model.channels ?? {})),
    template: new Set(Object.keys(model.messages?.templates ?? {})),
    paper: new Set(Object.keys({ ...model.documents, ...model.invoices })),
    document: new Set(Object.keys(model.documents ?? {})),
    papers_of_gate: new Set(['signed', 'invoiced']),
  }
}

/** The name a value says, if there is such a thing; else it is reported with what may have been meant. */
export function nameIn(
  sink: Sink,
  node: ScalarNode,
  known: KnownNames,
  kinds: readonly TrialKind[],
): string | undefined {
  const all = new Set(kinds.flatMap((kind) => [...known[kind]]))
  if (all.has(node.text)) return node.text
  const guess = suggest(node.text, all)
  const text = node.text.length > 80 ? `${node.text.slice(0, 80)}…` : node.text
  if (guess !== undefined && withoutLookAlikes(node.text) === guess) {
    const help = say('write', { text: guess })
    reportIn(sink, node, { code: 'lookalike-letter', message: say('lookalike', { text }), help })
    return undefined
  }
  reportIn(sink, node, {
    code: codeOf[kinds[0] ?? 'task'],
    message: say('trial-unknown', { kinds, text }),
    help: say('trial-unknown-alone', { kinds }),
    ...didYouMeanOf(guess, [...all]),
  })
  return undefined
}

/** Kinds that the rules themselves never refer to by name have no code of their own. */
const codeOf: Readonly<Record<TrialKind, CheckCode>> = {
  task: 'unknown-task',
  field: 'unknown-field',
  stage: 'unknown-stage',
  pipeline: 'unknown-pipeline',
  event: 'unknown-event',
  role: 'unknown-role',
  person: 'unknown-role',
  rule: 'unknown-value',
  lost: 'unknown-value',
  cancelled: 'unknown-value',
  calendar: 'unknown-value',
  channel: 'unknown-channel',
  template: 'unknown-message',
  paper: 'unknown-document',
  document: 'unknown-document',
  papers_of_gate: 'unknown-value',
}
