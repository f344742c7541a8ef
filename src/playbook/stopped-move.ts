import { asSentence, gateMessage } from '#domain/deals/gate'
import { inRussian } from '#domain/deals/fields-in-russian'
import { writersNamed } from '#domain/deals/field-rights'
import { notComputed, type NotComputed } from '#domain/formula/not-computed'
import { failing } from '#domain/formula/condition'
import type { GateStop } from '#domain/deals/gate-refusal'
import type { StageRules } from '#domain/rules/stage-rules'
import type { FieldValue } from '#schemas/deal'
import type { Language } from '#schemas/language-names'

import { moneyWishEn } from '#domain/deals/words/money-wish-en'
import { moneyWishRu } from '#domain/deals/words/money-wish-ru'
import { joined, line, plain, type Text } from './blocks'
import { partsOf, sayings } from './rule-sentences'
import { fieldName, personName, valueOf, type Saying } from './playbook-scene'

type Phrases = {
  readonly cannotLeave: (stage: Text) => Text
  readonly left: (parts: string) => string
  readonly todo: (tasks: Text, count: number) => Text
  readonly fill: (fields: Text, count: number) => Text
  readonly see: (conditions: Text, count: number) => Text
  readonly now: (value: Text) => Text
  readonly writtenBy: (who: Text) => Text
  readonly overZero: (formula: string, by: readonly Text[]) => Text
  readonly empty: string
}

const phrases: Readonly<Record<Language, Phrases>> = {
  en: {
    cannotLeave: (stage) => line`The deal cannot leave the stage ${stage} yet.`,
    left: (parts) => `What is left: ${parts}.`,
    todo: (tasks) => line`do ${tasks}`,
    fill: (fields) => line`fill in ${fields}`,
    see: (conditions) => line`see that ${conditions}`,
    now: (value) => line` (now ${value})`,
    writtenBy: (who) => line` (written by: ${who})`,
    overZero: (formula, by) =>
      line` (“${formula}” cannot be computed: ${joined(by, ' and ')} ${by.length === 1 ? 'is' : 'are'} 0)`,
    empty: 'empty',
  },
  ru: {
    cannotLeave: (stage) => line`Сделку пока нельзя перевести дальше с этапа ${stage}.`,
    left: (parts) => `Осталось: ${parts}.`,
    todo: (tasks, count) => line`выполнить ${count === 1 ? 'задачу' : 'задачи'} ${tasks}`,
    fill: (fields, count) => line`заполнить ${count === 1 ? 'поле' : 'поля'} ${fields}`,
    see: (conditions, count) => line`соблюсти ${count === 1 ? 'условие' : 'условия'}: ${conditions}`,
    now: (value) => line` (сейчас ${value})`,
    writtenBy: (who) => line` (заполняет: ${who})`,
    overZero: (formula, by) => line` (формула «${formula}» не вычисляется: ${joined(by, ' и ')} – 0)`,
    empty: 'пусто',
  },
}

/** What a problem says of a gate that keeps a deal, in a language: the sentence, and what the fields are called. */
export function stoppedProblem(
  stop: GateStop,
  language: Language,
): { readonly said: string; readonly missing?: GateStop['missing']['fields'] } {
  const said = stoppedMove(stop, language)
  return language === 'ru' ? { said, missing: inRussian(stop.missing.fields, stop.rules.model) } : { said }
}

/** Why a gate keeps a deal: the stage, the gate's own message, then all tasks, fields and conditions that are left. */
export function stoppedMove({ rules, values, missing }: GateStop, language: Language): string {
  const { grammar } = sayings[language]
  const said = phrases[language]
  const { name } = rules.stage
  const tasks = missing.tasks.map((task) => grammar.quoted(task.do))
  const saying = { model: rules.model, words: sayings[language] }
  const fields = missing.fields.map(({ id, writtenBy = [], notComputed: why }) => {
    const zero = zeroOf(why, language, saying)
    const name = line`${grammar.quoted(fieldName(saying, id))}${zero}`
    return writtenBy.length === 0 ? name : line`${name}${said.writtenBy(namesOf(saying, writtenBy))}`
  })
  const conditions = unmetParts({ rules, values }, language)
  const parts = [
    ...(tasks.length === 0 ? [] : [said.todo(grammar.and(tasks), tasks.length)]),
    ...(fields.length === 0 ? [] : [said.fill(grammar.and(fields), fields.length)]),
    ...(conditions.length === 0 ? [] : [said.see(grammar.and(conditions), conditions.length)]),
    ...missing.must.flatMap(({ money }) =>
      money === undefined ? [] : [[language === 'ru' ? moneyWishRu(money) : moneyWishEn(money)]],
    ),
  ]
  const message = gateMessage(missing, rules)
  const own = message === undefined ? [] : [asSentence(message)]
  return [plain(said.cannotLeave(grammar.quoted(name))), ...own, said.left(parts.map(plain).join('; '))].join(' ')
}

function zeroOf(why: NotComputed | undefined, language: Language, saying: Saying): Text {
  if (why === undefined) return []
  const by = why.zero.map((part) => saying.words.grammar.quoted(fieldName(saying, part)))
  return phrases[language].overZero(why.formula, by)
}

/** Every condition of a gate that does not hold, each as a sentence without its end, with what its field holds now. */
export function unmetConditions(at: Judged, language: Language): readonly string[] {
  return unmetParts(at, language).map(plain)
}

/** The rules that a deal is judged by, and what its fields hold. */
export type Judged = { readonly rules: StageRules; readonly values: Readonly<Record<string, FieldValue>> }

function unmetParts({ rules, values }: Judged, language: Language): readonly Text[] {
  const { must } = rules.stage.gate ?? {}
  if (must === undefined) return []
  const saying = { model: rules.model, words: sayings[language] }
  const said = phrases[language]
  return partsOf(failing(must, values), saying, (id) => {
    const value = values[id] ?? null
    const why = notComputed(rules.model.fields, id, values)
    if (why !== undefined) return zeroOf(why, language, saying)
    const isEmpty = value === null || (typeof value === 'string' && value.trim() === '')
    const now = said.now(isEmpty ? [said.empty] : valueOf(saying, id, value))
    const writers = writersNamed(id, rules.model)
    return writers.length === 0 ? now : line`${now}${said.writtenBy(namesOf(saying, writers))}`
  })
}

function namesOf(saying: Saying, ids: readonly string[]): Text {
  return saying.words.grammar.or(ids.map((id) => [personName(saying, id)]))
}
