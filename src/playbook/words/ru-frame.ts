import { ruAnswers } from './ru-answers'
import { line } from '#playbook/blocks'
import type { DirectionWords, Frame, GateWords, HomeWords, RoleWords, StageWords, TaskWords } from './frame'
import { ruAutomation, ruDeals, ruGlossary } from './ru-frame-more'

const home: HomeWords = {
  title: 'Книга продаж',
  intro: (directions, stages, tasks) =>
    `Как мы продаём: ${directions}, ${stages}, ${tasks}. Книга составлена по самим правилам, поэтому всегда свежая.`,
  start: (deals, automation, glossary) =>
    line`Вы у нас недавно? Прочтите про своё направление, потом страницу своей роли: там всё, что от вас ждут, и сроки. Дальше: ${deals}, ${automation}, ${glossary}.`,
  directions: 'Направления',
  directionsCaption: 'Какие есть направления и когда сделка выиграна',
  rolesCaption: 'Какие есть роли и сколько для них задач в правилах',
  direction: 'Направление',
  stages: 'Этапы',
  wonAfter: 'Выиграна после этапа',
  roles: 'Кто что делает',
  role: 'Роль',
  owes: 'Задачи в правилах',
  pages: 'Страницы книги',
  back: 'Все страницы',
}

const direction: DirectionWords = {
  axes: (parts) => line`В отчётах и планах складывается и вместе с направлениями: ${parts}.`,
  won: (stage) =>
    line`Сделка выиграна, когда она уходит с этапа ${stage} вперёд. Дальше она идёт до конца и тогда завершена.`,
  skip: (stages) => line`Эти этапы можно пропустить: ${stages}. Остальные проходят все.`,
  diagram: (name) => `Путь сделки: ${name}`,
  glance: 'Все задачи сразу',
  caption: (name) => `Этапы, задачи, ответственные и сроки: ${name}`,
  heads: ['Этап', 'Задача', 'Кто', 'Срок'],
  start: 'Новая сделка',
  end: 'Завершена',
  wonHere: 'Выиграна',
  skippable: 'можно пропустить',
  lost: 'Может быть проиграна, с причиной',
  cancelled: 'Может быть отменена, с причиной',
  tasks: (count) => count,
  chance: (percent) => `вероятность ${percent}`,
  atMost: (length) => `не дольше ${length}`,
}

const stage: StageWords = {
  title: (index, name) => `${index}. ${name}`,
  goal: (goal) => line`${{ strong: 'Цель:' }} ${goal}`,
  chance: (percent) => `Вероятность выиграть сделку на этом этапе – ${percent}.`,
  maxAge: (length, ladder) => line`Сделка стоит здесь не дольше ${length}; дальше – по лестнице ${ladder}.`,
  maxIdle: (length, ladder) => line`Если никто ничего не делает дольше ${length} – по лестнице ${ladder}.`,
  won: 'Когда сделка уходит с этого этапа вперёд, она выиграна.',
  skippable: 'Этот этап можно пропустить.',
  howTo: 'Как здесь работать',
  tasks: 'Задачи',
  leave: 'Когда можно идти дальше',
  byItself: 'Что происходит само',
  made: (name) => line`Как только сделка пришла на этап, готовится черновик «${name}».`,
  madeAfter: (name, event) => line`После события ${event} готовится черновик «${name}».`,
  changed: 'В этом направлении этап отличается от обычного.',
}

const paperFacts = {
  made: 'составлен',
  issued: 'выставлен',
  sent: 'отправлен',
  signed: 'подписан всеми сторонами',
  paid: 'оплачен',
} as const

const task: TaskWords = {
  who: (who) => line`Кто: ${who}.`,
  mayAlso: (who) => line`Выполнить её может и: ${who}.`,
  due: (due) => line`Срок: ${due}.`,
  only: (condition) => line`Только если ${condition}.`,
  onlyShort: (condition) => line`если ${condition}`,
  optional: 'Этап можно пройти и без неё.',
  optionalShort: 'не обязательна',
  checklist: 'Отметить по ходу дела:',
  howTo: 'Как сделать хорошо:',
  late: (ladder) => line`Если опоздали – по лестнице ${ladder}.`,
  keep: 'Когда сделка идёт дальше, задача остаётся открытой.',
  once: 'Если сделка вернулась на этап, а задача уже была выполнена, второй раз она не появляется.',
  waits: 'Пока ответственный в отпуске или болеет, задача ждёт его и не переходит к заместителю.',
  closes: ({ name, isInvoice }, fact) =>
    line`Выполняется сама, как только ${isInvoice ? 'счёт' : 'документ'} «${name}» ${paperFacts[fact]}.`,
}

const gate: GateWords = {
  intro: 'С этого этапа можно идти дальше, когда:',
  task: (done) => line`выполнена задача ${done}`,
  taskIf: (done, condition) => line`выполнена задача ${done} (только если ${condition})`,
  filled: (field) => line`заполнено поле ${field}`,
  paid: (percent) => line`оплачено не меньше ${percent} от выставленного`,
  invoiced: (name) => line`выставлен счёт «${name}»`,
  signed: (name) => line`документ «${name}» подписан всеми, кто его подписывает`,
  message: (message) => line`Кто попробует раньше, прочтёт: ${message}`,
  override: (who) => line`Пропустить сделку и без этого, письменно назвав причину, может: ${who}.`,
  strict: 'Пропустить сделку без этого не может никто.',
  back: 'Вернуться на более ранний этап можно всегда, назвав причину.',
}

const role: RoleWords = {
  intro: () => 'Что делает эта роль и к какому сроку.',
  tasks: 'Задачи на этапах',
  asOwner: 'Задачи в своих сделках',
  caption: (name) => `Задачи: ${name}`,
  heads: ['Задача', 'Срок', 'Этап', 'Направления'],
  added: 'Задачи, которые появляются сами',
  addedTask: (added, due, rule) => line`${added}: ${due}. ${rule}`,
  followUp: (added, due) => line`${added}: ${due}. Появляется, когда сделка закрыта досрочно.`,
  decides: 'Что решает эта роль',
  overrides: (left, directions) =>
    line`Может пропустить сделку с этапа ${left}, хотя условия не выполнены, письменно назвав причину (${directions}).`,
  mayLose: 'Может закрыть сделку как проигранную.',
  mayCancel: 'Может отменить выигранную сделку.',
  told: 'О чём узнаёт эта роль',
  ladder: (ladder, step) => line`${ladder}: ${step}`,
  behind: (percent) => `Когда план ниже ${percent} от того, что должно быть на сегодня.`,
  takesOver: 'За что берётся эта роль',
  deals: 'Какие новые сделки получает эта роль',
  becomesOwner: (owner) =>
    line`Кто получил сделку, тот её дальше и ведёт. Что он должен делать – на странице: ${owner}.`,
  nothing: 'В правилах для этой роли пока ничего нет.',
}

/** The frame of the playbook in Russian. */
export const ruFrame: Frame = {
  home,
  direction,
  stage,
  task,
  gate,
  role,
  deals: ruDeals,
  answers: ruAnswers,
  automation: ruAutomation,
  glossary: ruGlossary,
}
