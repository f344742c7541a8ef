import type { Language } from '#schemas/language-names'
import { simulationEn } from './simulation/simulation-en'
import { simulationRu } from './simulation/simulation-ru'

const en = {
  nothing: 'nothing',
  goesThrough: 'the step goes through',
  isPossible: 'it is possible',
  noTask: (task: string): string => `there is no task ${task}`,
  overZero: (formula: string, by: readonly string[]): string =>
    `${formula} cannot be computed: ${by.join(' and ')} ${by.length === 1 ? 'is' : 'are'} 0`,
  onlyOn: 'Time only goes on: that is before the time it is already.',
  gateAsks: (fields: readonly string[]): string => `the gate asks for: ${fields.join(', ')}`,
  gateStops: (stage: string, field: string): string => `the gate of ${stage} stops for ${field}`,
  gateLetsGo: (stage: string, field: string): string => `the gate of ${stage} lets go with ${field}`,
  stops: (stage: string, task: string): string => `${stage} stops without ${task}`,
  letsGo: (stage: string, task: string): string => `${stage} lets go with ${task} done`,
  taskAfterLoss: (task: string): string => `task ${task} after a loss`,
  taskOf: (task: string, stage: string): string => `task ${task} of ${stage}`,
  routing: (no: number, when: string | undefined): string => `new_deals line ${no} (${when ?? 'everything else'})`,
  step: (ladder: string, no: number): string => `${ladder}, step ${no}`,
  stepAfter: (ladder: string, no: number, after: string | undefined): string =>
    `${ladder}, step ${no}: after ${after ?? 'at once'}`,
  stage: (stage: string, name: string): string => `stage ${stage}: ${name}`,
  rule: (rule: string): string => `rule ${rule}`,
  skipped: simulationEn.skipped,
}

/** What reports on tests say beside the words of the files, in one language. Names and keywords stay as they are written. */
export type FailureWords = typeof en

const ru: FailureWords = {
  nothing: 'ничего',
  goesThrough: 'шаг проходит',
  isPossible: 'это возможно',
  noTask: (task) => `задачи ${task} нет`,
  overZero: (formula, by) => `формула ${formula} не вычисляется: ${by.join(', ')} – 0`,
  onlyOn: 'Время идёт только вперёд: это раньше, чем сейчас.',
  gateAsks: (fields) => `условие требует: ${fields.join(', ')}`,
  gateStops: (stage, field) => `условие этапа ${stage} не пускает без ${field}`,
  gateLetsGo: (stage, field) => `условие этапа ${stage} пускает с ${field}`,
  stops: (stage, task) => `этап ${stage} не отпускает без ${task}`,
  letsGo: (stage, task) => `этап ${stage} отпускает, когда выполнено ${task}`,
  taskAfterLoss: (task) => `задача ${task} после проигрыша`,
  taskOf: (task, stage) => `задача ${task} этапа ${stage}`,
  routing: (no, when) => `new_deals, строка ${no} (${when ?? 'всё остальное'})`,
  step: (ladder, no) => `${ladder}, ступень ${no}`,
  stepAfter: (ladder, no, after) => `${ladder}, ступень ${no}: ${after === undefined ? 'сразу' : `через ${after}`}`,
  stage: (stage, name) => `этап ${stage}: ${name}`,
  rule: (rule) => `правило ${rule}`,
  skipped: simulationRu.skipped,
}

/** The same by language. */
export const failureWords: Readonly<Record<Language, FailureWords>> = { en, ru }
