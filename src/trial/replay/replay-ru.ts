import { plural } from '#config/messages/plural'
import type { ReplayWords } from './replay-en'

const alerts: Readonly<Record<string, string>> = {
  'deal.stuck': 'сделка застряла',
  'deal.idle': 'сделкой никто не занимается',
  'deal.reply_late': 'клиенту не ответили вовремя',
}

const outcomes: Readonly<Record<string, string>> = {
  done: 'выполнено',
  stopped: 'остановлено',
  too_deep: 'слишком длинная цепочка',
  paused: 'на паузе',
}

const reasons: Readonly<Record<string, string>> = {
  stage_left: 'этап пройден',
  condition_gone: 'условие больше не верно',
  deal_closed: 'сделка закрыта',
  by_person: 'отменил сотрудник',
}

const refusal: ReplayWords['refusal'] = ({ field, why, writers = [], values }) => {
  switch (why) {
    case 'writer':
      return `${field}: заполняет только ${writers.join(', ')}`
    case 'value':
      return `${field}: не подходит ${values.join(', ')}`
    case 'computed':
      return `${field}: считается по формуле, вручную не заполняется`
  }
}

/** The sentences of a replay in Russian. */
export const replayRu: ReplayWords = {
  head: ({ deals, events, file, since, until, zone }) =>
    `Проверка по ${file}: ${deals} ${plural(deals, 'сделка', 'сделки', 'сделок')}, ` +
    `в истории ${events} ${plural(events, 'событие', 'события', 'событий')}, с ${since} по ${until} (${zone})`,
  moves: (all, stopped) => `Переходов: ${all}; новые правила не пропустили бы ${stopped}`,
  movesMarkdown: (all, stopped) => `**Переходов:** ${all}, новые правила не пропустили бы **${stopped}**.`,
  alsoBefore: (count) => `прежним правилам тоже не отвечали: ${count}`,
  noLonger: (count) => `теперь прошли бы: ${count}`,
  forWantOf: (what) => `не хватает: ${what}`,
  example: (title, by, deal) => `«${title}», ${by}  (${deal})`,
  refused: (count) => `Записанные значения: новые правила не приняли бы ${count}`,
  refusal,
  won: (sides) => `Выиграно сделок: ${sides}`,
  wonNoMore: (count) =>
    `${plural(count, 'сделка', 'сделки', 'сделок')} по новым правилам ${count === 1 ? 'не выиграна' : 'не выиграно'}`,
  wonNew: (count) =>
    `${plural(count, 'сделка выиграна', 'сделки выиграны', 'сделок выиграно')} только по новым правилам`,
  named: (title, deal) => `«${title}»  (${deal})`,
  tasks: (tasks, late) => `Задачи: ${tasks}, с пропущенным сроком: ${late}`,
  alerts: (told) => `Уведомления: ${told}`,
  callBacks: (count, sides) => `Нужно было перезвонить: ${count}; поздно: ${sides}`,
  lateWithin: (late, within) => `${late} при сроке «${within}»`,
  noCallBack: 'правила этого не требуют',
  heads: { tasks: 'задачи', missed: 'срок пропущен', told: 'уведомления', all: 'все' },
  stopHeads: { stopped: 'не пропущено', move: 'переход', want: 'не хватает', line: 'строка', example: 'пример' },
  unplaced: (count, what, example) =>
    `Нет места для ${count} ${plural(count, 'сделки', 'сделок', 'сделок')}, начиная с ${what}, например ${example}: ` +
    'напишите в «moved:», что с ним стало.',
  unknownFields: (fields) => `Поля из истории, которых нет в файле: ${fields}.`,
  caution: [
    'Остановленный переход в этой проверке всё же пропускается, чтобы посмотреть сделку до конца: что люди сделали бы вместо',
    'него, никто не знает. «До» – та же история по правилам, которые тогда действовали: обе стороны считаются одинаково.',
  ],
  before: 'по прежним правилам',
  after: 'по новым правилам',
  progress: 'Проверено сделок',
  step: (ladder, step) => `${ladder}, ступень ${step}`,
  alert: (name) => alerts[name] ?? name,
  title: (title, id, zone) => `«${title}» (${id}), ${zone}`,
  life: {
    stopped: (to, missing) => `✗ не пропущена на ${to}: ${missing}`,
    refused: (group) => `✗ не принято: ${refusal(group)}`,
    lost: (what) => `✗ ${what}: такого больше нет`,
    rule: (id) => `правило ${id}`,
    completed: 'завершена',
    closed: (what, reason) => {
      const said = { lost: 'проиграна', cancelled: 'отменена', reopened: 'открыта снова' }[what]
      return `${said}${reason === undefined ? '' : `: ${reason}`}`
    },
    event: (name) => `событие ${name}`,
    owner: (owner) => `ведёт ${owner}`,
    answered: 'клиенту ответили',
    run: (rule, outcome = '') => `правило ${rule}: ${outcomes[outcome] ?? outcome}`,
    alert: (what, people) => `! ${alerts[`deal.${what}`]}, уведомление: ${people}`,
    late: (task) => `! ${task}: срок прошёл`,
    told: (people) => `, уведомление: ${people}`,
    given: (person) => `, дальше ведёт ${person}`,
    opened: (task, who, due) => `+ ${task} (${who}, ${due === undefined ? 'без срока' : `срок ${due}`})`,
    done: (task, isLate) => `✓ ${task}${isLate ? ', с опозданием' : ''}`,
    dropped: (task, reason = '') => `– ${task} (${reasons[reason] ?? reason})`,
  },
}
