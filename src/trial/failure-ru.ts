import { pairedSentence, type SentencePair } from '#domain/kernel/texts/sentence-pairs'
import { simulationRu } from './simulation/simulation-ru'

/** What reports on tests say beside the words of the files, in the order in which they are tried. */
export const failurePairs: readonly SentencePair[] = [
  ['nothing', 'ничего'],
  ['the step goes through', 'шаг проходит'],
  ['it is possible', 'это возможно'],
  ['there is no task {}', 'задачи {1} нет'],
  ['Time only goes on: that is before the time it is already.', 'Время идёт только вперёд: это раньше, чем сейчас.'],
  ['the gate asks for: {}', 'условие требует: {1}'],
  ['the gate of {} stops for {}', 'условие этапа {1} не пускает без {2}'],
  ['the gate of {} lets go with {}', 'условие этапа {1} пускает с {2}'],
  ['{} stops without {}', 'этап {1} не отпускает без {2}'],
  ['{} lets go with {} done', 'этап {1} отпускает, когда выполнено {2}'],
  ['task {} after a loss', 'задача {1} после проигрыша'],
  ['task {} of {}', 'задача {1} этапа {2}'],
  ['new_deals line {} (everything else)', 'new_deals, строка {1} (всё остальное)'],
  ['new_deals line {} ({})', 'new_deals, строка {1} ({2})'],
  ['{}, step {}: after at once', '{1}, ступень {2}: сразу'],
  ['{}, step {}: after {}', '{1}, ступень {2}: через {3}'],
  ['{}, step {}', '{1}, ступень {2}'],
  ['stage {}: {}', 'этап {1}: {2}'],
  ['rule {}', 'правило {1}'],
]

/** A line of a report on tests in Russian; names, keywords and values of the files stay as they are written. */
export function failureInRussian(text: string): string {
  const [line, skipped] = text.split('; skipped ')
  if (line !== undefined && skipped !== undefined) return `${line}; ${skippedInRussian(skipped)}`
  return pairedSentence(failurePairs, text) ?? text
}

/** `10 days, 2027-01-01 to 2027-01-10 (6 holidays, 4 of a weekend)`. */
function skippedInRussian(text: string): string {
  const found = /^(\d+) days?, (\S+)(?: to (\S+))? \((?:(\d+) holidays?)?/.exec(text)
  const [, days = '0', first = '', last = first, holidays = '0'] = found ?? []
  return simulationRu.skipped({ days: Number(days), first, last, holidays: Number(holidays) })
}
