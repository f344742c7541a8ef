import { plural } from '#config/messages/plural'
import type { SimulationWords } from './simulation-en'

/** The sentences of a simulation in Russian. What the file names is not declined: it stands behind a colon or a dash. */
export const simulationRu: SimulationWords = {
  when: (zone) => `когда (${zone})`,
  what: 'что',
  by: 'по строке',
  comes: (pipeline, id, owner) => `Приходит сделка: ${pipeline} (${id}), ведёт – ${owner}`,
  routed: (when) => `по строке new_deals: ${when ?? 'всё остальное'}`,
  answerBy: (time, how) => `клиенту нужно ответить до ${time} (${how})`,
  stage: (name, id, no, of) => `${name} (${id}), этап ${no} из ${of}`,
  task: (name, who, due, why) => `задача ${name}, ответственный – ${who}, ${due} (${why})`,
  mayAlso: (who) => `может сделать и ${who}`,
  writtenBy: (value, who) => `${value} (пишет ${who})`,
  noDateYet: 'срока пока нет',
  due: (time) => `срок ${time}`,
  optional: 'необязательная',
  skipped: ({ days, first, last, holidays }) => {
    const weekend = days - holidays
    const kinds = [
      ...(holidays > 0 ? [`${holidays} ${plural(holidays, 'праздничный', 'праздничных', 'праздничных')}`] : []),
      ...(weekend > 0 ? [`${weekend} ${plural(weekend, 'выходной', 'выходных', 'выходных')}`] : []),
    ]
    const span = days === 1 ? first : `с ${first} по ${last}`
    return `${plural(days, 'пропущен', 'пропущено', 'пропущено')} ${days} ${plural(days, 'день', 'дня', 'дней')}, ${span} (${kinds.join(', ')})`
  },
  ifNobody: 'если никто ничего не делает:',
  thenNothing: 'Дальше само ничего не происходит: сделка остаётся там, где она есть.',
  answered: 'Клиенту ответили',
  writtenDown: (field, day) => `записано ${field}: ${day}`,
  filledIn: (values) => `записано: ${values}`,
  papers: (facts) => `документы и оплата: ${facts}`,
  stopped: (what) => `✗ Условие не пускает дальше: ${what}.`,
  mayPass: (role) => `Пропустить, назвав причину, может ${role}.`,
  won: '★ Сделка выиграна',
  completed: 'Сделка завершена',
  late: (task) => `! ${task}: срок прошёл`,
  told: (people) => `, уведомление: ${people}`,
  given: (person) => `, дальше ведёт ${person}`,
  climbed: (task, { no, ladder, told }, given) => `! ${task}, ступень ${no} лестницы ${ladder}${told}${given}`,
  stuck: ({ no, ladder, told }) =>
    no === undefined ? '! сделка застряла' : `! сделка застряла, ступень ${no} лестницы ${ladder}${told}`,
  untouched: (told) => `! сделкой никто не занимается${told}`,
  unanswered: (told) => `! клиент всё ещё ждёт ответа${told}`,
}
