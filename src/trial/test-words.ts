import type { Language } from '#schemas/language-names'
import { plural } from '#config/messages/plural'

const en = {
  step: 'step',
  expected: 'expected',
  happened: 'happened',
  because: 'because',
  passed: 'passed',
  failed: 'failed',
  tests: (count: number): string => (count === 1 ? 'test' : 'tests'),
  tried: 'of the rules were tried',
  untried: 'not tried yet',
  of: 'of',
  tooLow: 'Less was tried than asked for',
  kinds: {
    tasks: 'tasks',
    gates: 'gates',
    routing: 'routing lines',
    automation: 'automations',
    escalations: 'escalation steps',
  },
}

const ru: typeof en = {
  step: 'шаг',
  expected: 'ожидалось',
  happened: 'случилось',
  because: 'потому что',
  passed: 'прошли',
  failed: 'не прошли',
  tests: (count) => plural(count, 'тест', 'теста', 'тестов'),
  tried: 'правил проверено',
  untried: 'ещё не проверено',
  of: 'из',
  tooLow: 'Проверено меньше, чем требуется',
  kinds: {
    tasks: 'задачи',
    gates: 'условия выхода',
    routing: 'строки распределения',
    automation: 'автоматизация',
    escalations: 'ступени эскалации',
  },
}

/** The words for a language. */
export function trialTexts(language: Language): typeof en {
  return language === 'ru' ? ru : en
}
