import { choiceName } from '#domain/rules/choice-name'
import type { Language } from '#schemas/language-names'
import type { Condition, DueRule, Field, Model, TaskTemplate } from '#schemas/model'

import { line, plain, type Text } from './blocks'
import { conditionOf, dueOf, dueRuleOf, personName, saidTest, type Saying, type StageAt } from './playbook-scene'
import { enBuiltIn, enGrammar } from './words/en-grammar'
import { ruBuiltIn, ruGrammar } from './words/ru-grammar'

/** How sentences about rules are built in each language, without the pages around them. */
export const sayings = {
  en: { grammar: enGrammar, builtIn: enBuiltIn },
  ru: { grammar: ruGrammar, builtIn: ruBuiltIn },
} as const satisfies Readonly<Record<Language, Saying['words']>>

/** A condition of the rules, line by line, as people say it. */
export function conditionSentences(condition: Condition, model: Model, language: Language): readonly string[] {
  return partsOf(condition, { model, words: sayings[language] }, () => []).map(plain)
}

/** When a task of a stage is due, as people say it. */
export function dueSentence(task: TaskTemplate, at: StageAt, model: Model, language: Language): string {
  return plain(dueOf({ model, words: sayings[language] }, task, 'stage', at))
}

/** The same of a due date by itself; without its stage, names of tasks are as they are written. */
export function dueRuleSentence(due: DueRule, at: StageAt | undefined, model: Model, language: Language): string {
  return plain(dueRuleOf({ model, words: sayings[language] }, due, at))
}

/** What people call who does a task: a role, the owner, the owner’s head. */
export function whoDoes(task: TaskTemplate, model: Model, language: Language): string {
  return roleCalled(task.by, model, language)
}

/** What people call a role of the rules, the manager of a deal and their head among them. */
export function roleCalled(role: string, model: Model, language: Language): string {
  return personName({ model, words: sayings[language] }, role)
}

/** What people call a field; what every deal has is named in their language, because the file cannot name it. */
export function fieldLabel(field: Field, language: Language): string {
  const { fields } = sayings[language].builtIn
  return (field.builtIn ? fields[field.id] : undefined) ?? field.name
}

/** What people call an option of a choice. */
export function optionLabel(field: Field, option: string, language: Language): string {
  const { options } = sayings[language].builtIn
  return (field.builtIn ? options[option] : undefined) ?? choiceName(field, option) ?? option
}

/** A condition line by line, each with a note about its field; alternatives are one line. */
export function partsOf({ all, any }: Condition, saying: Saying, note: (field: string) => Text): readonly Text[] {
  const { grammar } = saying.words
  const lines = all.map((test) => {
    const isOfPlace = test.field === 'stage' || test.field === 'pipeline'
    return line`${grammar.test(saidTest(saying, test))}${isOfPlace ? [] : note(test.field)}`
  })
  return any === undefined ? lines : [...lines, grammar.oneOf(any.map((one) => conditionOf(saying, one)))]
}
