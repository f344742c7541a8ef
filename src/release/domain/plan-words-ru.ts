import { dayInDigits } from '#domain/kernel/texts/day-in-digits'
import type { Format } from '#domain/kernel/texts/format'
import { arrow, directionsText, taskKeyOf, type PlanWords } from './plan-words'
import type { ReleaseChange } from '#schemas/release'

const deals_ = { one: 'открытая сделка', few: 'открытые сделки', many: 'открытых сделок', other: 'открытой сделки' }
const tasks_ = { one: 'открытая задача', few: 'открытые задачи', many: 'открытых задач', other: 'открытой задачи' }
const finish = {
  one: 'сделка на этапе закончит его',
  few: 'сделки на этапе закончат его',
  many: 'сделок на этапе закончат его',
  other: 'сделки на этапе закончат его',
}
const jobs = { one: 'задача', few: 'задачи', many: 'задач', other: 'задачи' }
const people = { one: 'человек', few: 'человека', many: 'человек', other: 'человека' }
const none = 'ничего'

/** A plan in Russian. */
export const planRu: PlanWords = {
  title: ({ from, deals }, file, format) => `План: v${from} → ${file}     ${format.counted(deals, deals_)}`,
  groups: {
    blocked: 'ПРЕПЯТСТВИЯ – пока на них нет ответа, опубликовать нельзя',
    warnings: 'ПРЕДУПРЕЖДЕНИЯ – они ничему не мешают',
    moves: 'ПЕРЕЕЗДЫ',
    nextEntry: 'СО СЛЕДУЮЩЕГО ВХОДА НА ЭТАП',
    newDeals: 'ТОЛЬКО НОВЫЕ СДЕЛКИ',
    atOnce: 'СРАЗУ',
  },
  head,
  body: (change, group, format) => [
    ...(group === 'nextEntry' ? staying(change, format) : []),
    ...(group === 'moves' ? moving(change, format) : []),
    ...nowLines(change, format),
    ...(change.code === 'role-empty'
      ? [
          `посчитано по сделкам, вошедшим на этапы её задач за последние ${change.names['days'] ?? '7'} дней; пока в роли никого нет, задачи получат руководители владельцев`,
        ]
      : []),
  ],
  examples: (named) => `например: ${named.join(', ')}`,
  quoted: (title) => `«${title}»`,
  paste: ({ guess, code }) => {
    if (code === 'id-reused') return 'Это снова прежнее имя? Тогда добавьте:'
    if (guess === undefined) return 'Что с этим стало? Добавьте строку, новый id – после двоеточия:'
    const why = code === 'pipeline-in-use' ? 'те же этапы' : 'те же задачи'
    return `У «${guess}» ${why} – это новое имя? Тогда добавьте:`
  },
  texts: (keys) => `другие тексты (${keys.length}): ${keys.join(', ')}`,
  same: 'Этот текст уже действует: публиковать нечего.',
  nothing: 'Для сделок, задач и людей ничего не меняется.',
  publishable: 'Можно публиковать.',
  blocked: 'Публиковать нельзя.',
}

function head(change: ReleaseChange, format: Format): string {
  const { code, names, deals, tasks } = change
  const open = format.counted(deals, deals_)
  switch (code) {
    case 'stage-in-use': {
      const place = names['pipeline'] === undefined ? '' : ` в направлении «${names['pipeline']}»`
      return `этапа «${names['stage']}»${place} больше нет, а на нём ${open}: ${directionsText(change)}`
    }
    case 'pipeline-in-use':
      return names['linked'] === undefined
        ? `направления «${names['pipeline']}» больше нет, а в нём ${open}`
        : `направления «${names['pipeline']}» больше нет, а на его сделки ссылаются: ${open}`
    case 'role-in-use': {
      const who = names['people'] === '' ? [] : (names['people']?.split(', ') ?? [])
      const held = who.length === 0 ? '' : `${format.counted(who.length, people)} (${names['people']})`
      const named = tasks === 0 ? '' : format.counted(tasks, tasks_)
      return `роли «${names['role']}» больше нет, а в ней: ${[held, named].filter((part) => part !== '').join(', ')}`
    }
    case 'field-in-use':
      return `поля «${names['field']}» больше нет, а от него зависят ${open} и ${format.counted(tasks, tasks_)}`
    case 'option-in-use':
      return `варианта «${names['option']}» поля «${names['field']}» больше нет, а его выбрали: ${open}`
    case 'series-removed':
      return `серии «${names['series']}» (${names['like']}) больше нет: её номера пошли бы заново; оставьте её в «numbers», даже если по ней уже ничего не нумеруют`
    case 'id-reused':
      return names['both'] === undefined
        ? `«${change.from}» – прежнее имя «${change.to}»; выберите другой id, иначе старые записи будут прочитаны неверно`
        : `«${change.from}» – прежнее имя того, что теперь «${change.to}», а в этом тексте есть оба: вернитесь через «norma rollback» или на странице версий либо дайте новому свой идентификатор`
    case 'role-empty': {
      const week = Number(names['week'])
      return `в роли ${names['role']} никого нет: ${format.counted(week, jobs)} в неделю ${verb(week, 'останется', 'останутся')} без исполнителя`
    }
    case 'old-versions-alive':
      return `${open}: этап заканчивается по правилам до v${names['from']} (самые старые: v${names['oldest']})`
    default:
      return channelHead(change) ?? changeHead(change)
  }
}

/** Channels that are gone, by which nobody can come, or that may not be used; and what is amiss with clients. */
function channelHead({ code, names }: ReleaseChange): string | undefined {
  switch (code) {
    case 'paper-in-use':
      return `вида «${names['name']}» (${names['paper']}) больше нет, а в работе таких: ${names['count']}${names['by'] === undefined ? '' : ` (${names['by']})`}`
    case 'channel-in-use':
      return `канала «${names['channel']}» больше нет, а в него ведёт: ${names['by']}`
    case 'channel-without-line':
      return `в канал «${names['channel']}» («${names['name']}») ничего подключённого не ведёт: по нему никто не придёт`
    case 'nobody-in-otherwise':
      return `в роли ${names['role']} никого нет: её перезвоны и ответы достанутся руководителю компании`
    case 'alarm-role-empty':
      return `в роли ${names['role']} никого нет, а ей сообщать, если кто-то смотрит слишком много чужих клиентов`
    case 'consent-text-changed':
      return `у согласия «${names['name']}» (${names['consent']}) другой текст, а версия прежняя: ${names['version']}; дайте ему новую`
    case 'keep-erases': {
      const among = names['looked'] === undefined ? '' : `, только среди первых ${names['looked']} достаточно старых`
      const on = dayInDigits(names['on'] ?? '')
      return `по новому «keep» сотрутся клиенты, которых пока хранят: ${names['cards']}${among}; первые – после ${on}, о каждом предупредят за неделю`
    }
    case 'foreign-messenger':
      return `«${names['name']}» – иностранный мессенджер, а в «company» сказано «restricted: yes»`
    default:
      return undefined
  }
}

function changeHead(change: ReleaseChange): string {
  const { code, key, names } = change
  switch (code) {
    case 'stage-moved':
      return `этап ${arrow(change, none)}`
    case 'pipeline-moved':
      return `направление ${arrow(change, none)}`
    case 'role-moved':
      return `роль ${arrow(change, none)}`
    case 'field-moved':
      return `поле ${arrow(change, none)}`
    case 'option-moved':
      return `вариант поля ${names['field']} ${arrow(change, none)}`
    case 'task-added':
      return `${key}: новая задача «${names['do']}», ${change.to}`
    case 'task-removed':
      return `${key}: задачи «${names['do']}» больше нет`
    case 'task-by':
      return `${taskKeyOf(change)}: ответственный ${arrow(change, none)}`
    case 'task-may-also':
      return `${taskKeyOf(change)}: кто ещё может выполнить ${arrow(change, 'никто')}`
    case 'task-due':
      return `${taskKeyOf(change)}: срок ${arrow(change, none)}`
    case 'task-asked':
      return `${taskKeyOf(change)}: ${arrow(change, none)}`
    case 'task-text':
      return `${taskKeyOf(change)}: ${textChange(change)}`
    case 'task-ladder':
      return `${taskKeyOf(change)}: при опоздании ${arrow(change, none)}`
    default:
      return code.startsWith('new-deals') ? newDealsHead(change) : (paperHead(change) ?? plainHead(change))
  }
}

function plainHead(change: ReleaseChange): string {
  const { code, key, names } = change
  const called = names['name'] === undefined ? '' : ` («${names['name']}»)`
  switch (code) {
    case 'stage-added':
      return `этап ${key}${called} – новый`
    case 'stage-removed':
      return `этапа ${key} больше нет; сделок на нём нет`
    case 'won-behind':
      return `${key}: сделки оказываются за этапом «${names['stage']}»`
    case 'stages-order':
      return `${key}: порядок ${arrow(change, none)}`
    case 'pipeline-added':
      return `направление ${names['pipeline']}${called} – новое`
    case 'pipeline-removed':
      return `направления ${names['pipeline']} больше нет; сделок в нём нет`
    case 'calendar':
      return `${key}: ${change.to}`
    case 'role-added':
    case 'field-added':
    case 'event-added':
    case 'option-added':
      return `${key}${called} – новое`
    case 'role-removed':
    case 'field-removed':
    case 'event-removed':
    case 'option-removed':
      return `${key} больше нет; ничто открытое на это не ссылается`
    case 'automation-added':
      return `${key} – новое правило, для того, что случится с этого момента`
    case 'automation-removed':
      return `${key} больше нет`
    case 'automation-changed':
      return `${key} делает другое, для того, что случится с этого момента`
    case 'text':
      return `${key}: ${textChange(change)}`
    default:
      return `${key}: ${arrow(change, none)}`
  }
}

/** Sellers, series, kinds of invoices and documents, channels and templates that come and go. */
function paperHead({ code, key, names }: ReleaseChange): string | undefined {
  const called = names['name'] === undefined ? '' : ` («${names['name']}»)`
  if (code === 'paper-added' || code === 'channel-added' || code === 'client-added') return `${key}${called} – новое`
  if (code === 'client-removed') return `${key}${called} больше нет; в карточках всё остаётся`
  if (code === 'channel-removed') return `${key}${called} больше нет; сроки того, что уже должны, не меняются`
  return code === 'paper-removed'
    ? `${key}${called} больше нет; выставленное и подписанное остаётся как есть`
    : undefined
}

function newDealsHead(change: ReleaseChange): string {
  const { code, names } = change
  if (code === 'new-deals-added') return `new_deals: новая строка ${names['no']} (${names['pipeline']}): ${change.to}`
  if (code === 'new-deals-removed')
    return `new_deals: строки ${names['no']} (${names['pipeline']}) больше нет: ${change.from}`
  return `new_deals, строка ${names['no']} (${names['pipeline']}): ${arrow(change, none)}`
}

function textChange({ from, to }: ReleaseChange): string {
  if (!from) return `новый текст «${to}»`
  return !to ? `текста «${from}» больше нет` : `«${from}» → «${to}»`
}

/** A verb that goes with a number: 1 and 21 are one, 11 is many. */
function verb(count: number, one: string, many: string): string {
  return count % 10 === 1 && count % 100 !== 11 ? one : many
}

function staying(change: ReleaseChange, format: Format): readonly string[] {
  const { code, deals, tasks, from } = change
  const where = directionsText(change)
  const directions = change.directions.map(({ pipeline }) => pipeline).join(', ')
  const open = format.counted(tasks, tasks_)
  if (code === 'ladder') return [`${open}: ${verb(tasks, 'поднимается', 'поднимаются')} по прежней лестнице`]
  if (code === 'won-after' || code === 'won-behind') return winning(change, format)
  if (['stages-order', 'may-skip', 'stage-added'].includes(code)) {
    const who = directions === '' ? '' : `${directions}; ${format.counted(deals, deals_)}, `
    return [`${who}со следующего перехода; выигранное остаётся выигранным`]
  }
  if (deals === 0) return ['сейчас на этапе нет сделок']
  const old = `${where}; ${format.counted(deals, finish)} по прежнему правилу`
  if (tasks === 0) return [old]
  const kept: Readonly<Record<string, string>> = {
    'task-by': `${open}: ${verb(tasks, 'остаётся', 'остаются')} за ${from ?? ''}`,
    'task-due': `${open}: срок прежний`,
    'task-removed': `${open}: ${verb(tasks, 'остаётся, пока не выполнена', 'остаются, пока не выполнены')}`,
  }
  return [old, ...(kept[code] === undefined ? [] : [kept[code]])]
}

/** Deals that are behind the stage which wins, though nobody has won them yet. */
function winning({ to, names, deals }: ReleaseChange, format: Format): readonly string[] {
  const rule = 'со следующего перехода; выигранное остаётся выигранным'
  if (deals === 0) return [rule]
  const each = deals === 1 ? 'она' : 'каждая'
  return [
    `уже за этапом «${to ?? names['stage'] ?? ''}» – ${format.counted(deals, deals_)}: ${each} будет выиграна при следующем переходе вперёд`,
    rule,
  ]
}

function moving(change: ReleaseChange, format: Format): readonly string[] {
  const { code, deals, tasks } = change
  const open = format.counted(tasks, tasks_)
  if (code === 'role-moved') return [`следуют её люди и ${open}`]
  if (code === 'field-moved') return [`${format.counted(deals, deals_)}: значения сохраняются под новым именем`]
  if (code === 'option-moved') return [`${format.counted(deals, deals_)}: вместо прежнего варианта будет новый`]
  const where = directionsText(change)
  return [
    ...(where === '' ? [] : [where]),
    `следуют: ${format.counted(deals, deals_)}, ${open}; сроки, люди, история и условия выхода с этапа прежние`,
  ]
}

function nowLines({ now }: ReleaseChange, format: Format): readonly string[] {
  if (now === undefined) return []
  const parts = [
    ...(now.opened > 0 ? [`задача появится (сделок не более ${format.number(now.opened)})`] : []),
    ...(now.cancelled > 0
      ? [`${verb(now.cancelled, 'отменяется', 'отменяются')} ${format.counted(now.cancelled, tasks_)}`]
      : []),
    ...(now.redated > 0 ? [`новый срок, не в прошлом: ${format.counted(now.redated, tasks_)}`] : []),
    ...(now.forgiven > 0
      ? [`из них просрочено сейчас и перестанет быть просроченным: ${format.number(now.forgiven)}`]
      : []),
    ...(now.won > 0
      ? [`сразу, сегодняшним днём ${verb(now.won, 'выигрывается', 'выигрываются')} ${format.counted(now.won, deals_)}`]
      : []),
    ...(now.handedOver > 0
      ? [`${verb(now.handedOver, 'передаётся', 'передаются')} ${format.counted(now.handedOver, tasks_)}`]
      : []),
  ]
  const deals = `по новому правилу: ${format.counted(now.deals, deals_)}, отсчёт от публикации`
  const what = parts.length === 0 ? deals : parts.join(', ')
  return [now.chosen ? `СРАЗУ (--now ${now.key}): ${what}` : `с --now ${now.key}: ${what}`]
}
