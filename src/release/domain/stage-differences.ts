import type { Difference } from '#domain/rules/difference'
import { conditionText, dueText, listText, madeText } from '#domain/rules/rule-words'
import { paperFactText } from '#domain/rules/paper-facts'
import type { Gate, Stage, TaskTemplate } from '#schemas/model'

type At = { readonly pipeline: string; readonly stage: string }

/** In what the stage a deal stands in differs, for deals that come into it from now on. `key` is the stage as it is called then. */
export function stageDifferences(was: Stage, is: Stage, at: At): readonly Difference[] {
  const before = new Map(was.tasks.map((task) => [task.id, task]))
  const after = new Set(is.tasks.map((task) => task.id))
  return [
    ...stageTexts(was, is, at),
    ...makeDifferences(was, is, at),
    ...lengths(was, is, at),
    ...is.tasks.flatMap((task) => taskDifferences(before.get(task.id), task, { ...at, key: is.id })),
    ...was.tasks
      .filter(({ id }) => !after.has(id))
      .map((task) => ({
        ...nextEntry('task-removed', `${is.id}.${task.id}`, at, { task: task.id, stage: is.id, do: task.do }),
        at: [{ ...at, template: task.id }],
      })),
    ...gateDifferences(was.gate, is.gate, { ...at, key: is.id }),
  ]
}

function taskDifferences(
  was: TaskTemplate | undefined,
  is: TaskTemplate,
  { key, ...at }: At & { readonly key: string },
): readonly Difference[] {
  const names = { task: is.id, stage: key, do: is.do }
  const name = `${key}.${is.id}`
  const line = is.origin.line
  if (was === undefined) {
    const to = `${is.by}, ${dueText(is.due)}`
    return [{ ...nextEntry('task-added', name, at, names), to, line, at: [at] }]
  }
  const one = (code: Difference['code'], part: string, from: string | null, to: string | null): readonly Difference[] =>
    from === to
      ? []
      : [{ ...nextEntry(code, `${name}.${part}`, at, names), from, to, line, at: [{ ...at, template: is.id }] }]
  return [
    ...one('task-by', 'by', was.by, is.by),
    ...one('task-may-also', 'may_also', alsoText(was), alsoText(is)),
    ...one('task-due', 'due', dueText(was.due), dueText(is.due)),
    ...one('task-asked', 'asked', askedText(was), askedText(is)),
    ...one('task-text', 'text', ...textsOf(was, is)),
    ...one('task-ladder', 'ladder', was.escalate, is.escalate),
    ...atOnceText(was.howTo, is.howTo, { key: `${name}.how_to`, names, line }),
  ]
}

function lengths(was: Stage, is: Stage, at: At): readonly Difference[] {
  const names = { stage: is.id }
  const line = is.origin.line
  const one = (code: Difference['code'], part: string, from: string | null, to: string | null) =>
    from === to ? [] : [{ ...nextEntry(code, `${is.id}.${part}`, at, names), from, to, line }]
  const age = (stage: Stage) => stage.maxAge?.text ?? null
  const isSameLadder = was.whenStuck === is.whenStuck
  const stuck = (stage: Stage) => (isSameLadder ? age(stage) : `${age(stage) ?? ''}, ${stage.whenStuck}`)
  return [
    ...one('max-age', 'max_age', stuck(was), stuck(is)),
    ...one('max-idle', 'max_idle', was.maxIdle?.text ?? null, is.maxIdle?.text ?? null),
  ]
}

function gateDifferences(
  was: Gate | undefined,
  is: Gate | undefined,
  { key, ...at }: At & { readonly key: string },
): readonly Difference[] {
  const names = { stage: key }
  const line = is?.origin.line
  const place = line === undefined ? {} : { line }
  const from = gateText(was)
  const to = gateText(is)
  const rule = from === to ? [] : [{ ...nextEntry('gate', `${key}.gate`, at, names), from, to, ...place }]
  return [...rule, ...atOnceText(was?.message, is?.message, { key: `${key}.gate.message`, names, ...place })]
}

/** What a stage makes by itself is made by the rules in force, for deals that stand there as well. */
function makeDifferences(was: Stage, is: Stage, { pipeline }: At): readonly Difference[] {
  const text = ({ make = [] }: Stage): string | null => (make.length === 0 ? null : listText(make.map(madeText)))
  const [from, to] = [text(was), text(is)]
  if (from === to) return []
  const names = { stage: is.id }
  const at = [{ pipeline, stage: was.id }]
  return [{ group: 'atOnce', code: 'make', key: `${is.id}.make`, names, from, to, line: is.origin.line, at }]
}

function stageTexts(was: Stage, is: Stage, { pipeline }: At): readonly Difference[] {
  const names = { stage: is.id }
  const line = is.origin.line
  const chance = (stage: Stage) => (stage.chance === undefined ? null : `${stage.chance}%`)
  return [
    ...atOnceText(was.name, is.name, { key: `${is.id}.name`, names, line }),
    ...atOnceText(was.goal, is.goal, { key: `${is.id}.goal`, names, line }),
    ...atOnceText(was.howTo, is.howTo, { key: `${is.id}.how_to`, names, line }),
    ...(chance(was) === chance(is)
      ? []
      : [
          {
            group: 'atOnce',
            code: 'chance',
            key: `${is.id}.chance`,
            names,
            from: chance(was),
            to: chance(is),
            line,
            at: [{ pipeline, stage: was.id }],
          } as const,
        ]),
  ]
}

/** A text that people read: it changes for everybody at once. */
export function atOnceText(
  from: string | undefined,
  to: string | undefined,
  { key, names, line }: { key: string; names: Readonly<Record<string, string>>; line?: number },
): readonly Difference[] {
  if (from === to) return []
  const place = line === undefined ? {} : { line }
  return [{ group: 'atOnce', code: 'text', key, names, from: shortened(from), to: shortened(to), ...place }]
}

function nextEntry(code: Difference['code'], key: string, at: At, names: Readonly<Record<string, string>>): Difference {
  return { group: 'nextEntry', code, key, names, at: [at], mayBeNow: true }
}

function alsoText({ mayAlso = [] }: TaskTemplate): string | null {
  return mayAlso.length === 0 ? null : listText(mayAlso)
}

function askedText({ optional, when, doneWhen, onLeave, onReturn, whileAway }: TaskTemplate): string {
  return listText([
    optional ? 'optional' : 'required',
    ...(when === undefined ? [] : [`when ${conditionText(when)}`]),
    ...(doneWhen === undefined ? [] : [`done_when: ${paperFactText(doneWhen)}`]),
    ...(onLeave === 'cancel' ? [] : [`on_leave: ${onLeave}`]),
    ...(onReturn === 'again' ? [] : [`on_return: ${onReturn}`]),
    ...(whileAway === 'deputy' ? [] : [`while_away: ${whileAway}`]),
  ])
}

/** What differs of the words of a task: what is to be done, or else its checklist. */
function textsOf(was: TaskTemplate, is: TaskTemplate): readonly [string, string] {
  if (was.do !== is.do) return [was.do, is.do]
  const list = ({ checklist }: TaskTemplate) => checklist.map((item) => `☐ ${item}`).join(' ')
  return [list(was), list(is)]
}

function gateText(gate: Gate | undefined): string | null {
  if (gate === undefined) return null
  const { filled, must, paid, invoiced = [], signed = [], mayOverride } = gate
  return listText([
    ...(filled.length === 0 ? [] : [`filled: ${listText(filled)}`]),
    ...(must === undefined ? [] : [`must: ${conditionText(must)}`]),
    ...(paid === undefined ? [] : [`paid: at least ${paid}%`]),
    ...(invoiced.length === 0 ? [] : [`invoiced: ${listText(invoiced)}`]),
    ...(signed.length === 0 ? [] : [`signed: ${listText(signed)}`]),
    ...(mayOverride === undefined ? [] : [`may_override: ${mayOverride}`]),
  ])
}

/** A long text is told by its beginning. */
function shortened(text: string | undefined): string | null {
  if (text === undefined) return null
  const line = text.trim().split('\n')[0] ?? ''
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}
