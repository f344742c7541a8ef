import { gateName } from './en-meaning'
import type { Bounds, enMeaning } from './en-meaning'
import { plural } from './plural'

/** Russian: what can be read but cannot be meant. */
export const ruMeaning: typeof enMeaning = {
  'intake-never-reached': ({ line }) => `До этой строки «intake» ничего не доходит: строка ${line} выше забирает всё.`,
  'call-back-at-night': ({ text }) =>
    `«${text}» идёт и ночью, и в выходные: кто позвонил вечером, тому опоздают перезвонить ещё до начала рабочего дня.`,
  'call-back-too-soon': ({ text }) =>
    `«${text}» пройдёт раньше, чем о звонке узнают: он считается пропущенным после полуминуты тишины, а задача видна в течение минуты.`,
  'recorded-untold': () => 'Звонки записываются, а что об этом говорят звонящему, не написано.',
  'answer-later': ({ answer, reply }) =>
    `Кто уже клиент, ждал бы «${answer}» – дольше любой новой сделки, на которую отвечают за «${reply}».`,
  'no-clock-time': ({ text }) => `«${text}» – не время суток.`,
  'no-client-role': ({ text }) => `Среди клиентов сделки нет «${text}».`,
  'no-tries': ({ text }) => `«${text}» не говорит, сколько раз и за какое время.`,
  'no-talk-length': ({ text }) => `«${text}» – не длина разговора: её считают в calendar seconds.`,
  'no-phone': ({ text }) => `«${text}» – не номер телефона.`,
  'move-no-way': ({ stage, pipeline }) =>
    `Переход на «${stage}» в направлении «${pipeline}» не пройдёт: такого этапа в нём нет.`,
  'narrow-or-add': ({ stage }) => `Добавьте в «when» строку «pipeline: …» или «${stage}» – в этапы направления.`,
  'move-here': ({ stage }) =>
    `Сделка, для которой сработает правило, уже на этапе «${stage}»: переход ничего не изменит.`,
  'leave-move-out': () => 'Уберите переход или назовите тот этап, который имелся в виду.',
  'chance-falls': ({ stage, pipeline, chance, before, was }) =>
    `В направлении «${pipeline}» вероятность падает с ${was}% на этапе «${before}» до ${chance} на этапе «${stage}», хотя сделка там ближе к победе.`,
  'chance-no-less': ({ was }) => `Напишите здесь не меньше ${was}% или уменьшите вероятность на предыдущем этапе.`,
  'chance-after-win': ({ stage, pipeline, wonAfter }) =>
    `В направлении «${pipeline}» сделка выиграна после этапа «${wonAfter}»: вероятность на этапе «${stage}» ни на что не влияет.`,
  'leave-chance-out': ({ text }) => `Уберите «chance: ${text}».`,
  'asks-for-nothing': ({ key }) => `«${key}» – пустой список и ничего не требует.`,
  'fill-or-leave': () => 'Напишите, что должно быть заполнено, или уберите строку.',
  'spelled-otherwise': ({ field, text, other }) =>
    `«${text}» в «${field}» отличается одной буквой от «${other}» в другой строке, а текст может быть любым.`,
  'said-twice': ({ text, key }) => `«${text}» стоит в «${key}» дважды.`,
  'say-once': () => 'Уберите одно из двух или напишите то, что имелось в виду.',
  'move-skips': ({ stage, pipeline, skipped }) =>
    `Переход на «${stage}» в направлении «${pipeline}» не пройдёт: ${skipped.length === 1 ? 'был бы пропущен этап' : 'были бы пропущены этапы'} ${quoted(skipped)}.`,
  'next-or-skip': ({ next }) => `Напишите «move_to: ${next}» или добавьте этапы между ними в «may_skip».`,
  'move-leaves-open': ({ stage, pipeline, tasks }) =>
    `Переход на «${stage}» в направлении «${pipeline}» не пройдёт: ${tasks.length === 1 ? 'ещё не закрыта задача' : 'ещё не закрыты задачи'} ${quoted(tasks)}.`,
  'add-before-move': ({ line }) => `Добавьте перед переходом «${line}».`,
  'move-own-task': ({ stage, pipeline, task }) =>
    `Переход на «${stage}» в направлении «${pipeline}» не пройдёт: задача «${task}», которую поставило это же правило, ещё открыта.`,
  'optional-or-after': () =>
    'Добавьте этой задаче «optional: yes» или поставьте «add_task» после перехода, чтобы она относилась к следующему этапу.',
  'move-unmet': ({ stage, pipeline, line }) =>
    `Переход на «${stage}» в направлении «${pipeline}» не пройдёт: для выхода из этапа нужно «${line}», а здесь это ничем не обеспечено.`,
  'move-unfilled': ({ stage, pipeline, field }) =>
    `Переход на «${stage}» в направлении «${pipeline}» не пройдёт: для выхода из этапа должно быть заполнено «${field}», а здесь это ничем не обеспечено.`,
  'add-to-when': ({ line }) => `Добавьте в «when» строку «${line}».`,
  'rule-loop': ({ rules }) =>
    rules.length === 1
      ? `Правило «${rules[0] ?? ''}» без конца запускает само себя.`
      : `Эти правила без конца запускают друг друга: ${round(rules)}.`,
  'when-ends': () => 'Добавьте условие «when», которое после первого раза перестанет выполняться.',
  'never-turned': ({ line }) => `«${line}» не выполнится никогда: первое число больше второго.`,
  'never-others': ({ line }) => `«${line}» не выполнится никогда: этому мешают соседние строки.`,
  'never-bounds': ({ line, field, bounds }) => `«${line}» не выполнится никогда: «${field}» ${bounded(bounds)}.`,
  'write-percentage': ({ from, to }) => `Напишите проценты от ${from} до ${to}.`,
  'write-number': ({ from, to }) => `Напишите число от ${from} до ${to}.`,
  'values-together': () => 'Напишите значения, которые могут встретиться вместе, или уберите строку.',
  always: ({ line, field, bounds, isNot }) =>
    `«${line}» выполняется ${isNot ? 'всегда' : 'всегда, когда поле заполнено'}: «${field}» ${bounded(bounds)}.`,
  'leave-or-compare': () => 'Уберите строку или сравните с другим значением.',
  'write-if-meant': ({ line }) => `Если это и нужно, напишите «${line}».`,
  'bounds-turned': ({ field }) => `Наименьшее значение поля «${field}» больше наибольшего.`,
  'exchange-bounds': () => 'Поменяйте местами «min» и «max».',
  'gate-unfillable': ({ stage, field, through, later }) =>
    `Для выхода из этапа «${stage}» нужно поле «${field}»${through === undefined ? '' : ` (для «${through}»)`}, а заполняют его позже, на этапе «${later}».`,
  'ask-before': ({ field, later }) =>
    `Потребуйте «${field}» в «filled» здесь или раньше либо перенесите условие на этап «${later}».`,
  'one-pair': ({ who, pipeline, gates }) =>
    `В «${pipeline}» один человек${who === 'owner' ? ', менеджер сделки,' : ` с ролью «${who}»`} сам проходит всё до выигрыша: ${gates.map(gateName).join(', ')}.`,
  'second-pair': ({ field }) =>
    `Поручите одну из задач другой роли или скажите, кто заполняет поле: «${field}: { …, written_by: РОЛЬ }».`,
  'second-pair-by': ({ by }) =>
    `«${by}» открывает то, что должен решать другой: уберите это или назовите того, кто сам не продаёт.`,
  'ladder-order': ({ step, before }) =>
    `Ступень «after: ${step}» стоит ниже «after: ${before}», но наступает не позже её.`,
  'climb-later': ({ before }) => `Напишите больше, чем «${before}», или расставьте ступени по времени.`,
  'behind-order': ({ step, before }) =>
    `«below: ${step}» стоит после «below: ${before}», а каждая ступень должна быть ниже предыдущей.`,
  'write-lower': ({ before }) => `Напишите меньше ${before} или поменяйте ступени местами.`,
  'task-outlives': ({ task, stage, age }) =>
    `Срок задачи «${task}» позже, чем сделка может простоять на этапе «${stage}»: ${age}.`,
  'earlier-or-longer': () => 'Напишите более ранний срок или увеличьте «max_age».',
  'age-too-short': ({ age, task, due }) => `Сделке можно стоять здесь ${age}, а срок задачи «${task}» позже: ${due}.`,
  'longer-or-tasks': () => 'Увеличьте «max_age» или измените здесь же и задачи этапа.',
  'no-catch-all': () =>
    'Новая сделка, которой не подошла ни одна из этих строк, никуда не попадёт: последняя строка должна быть без «when».',
  'add-catch-all': ({ line }) => `Добавьте последнюю строку, например «${line}».`,
  'takes-every-deal': ({ lines }) =>
    lines.length === 1
      ? `Эта строка забирает все сделки, и до строки ${lines[0] ?? 0} ниже дело не доходит.`
      : `Эта строка забирает все сделки, и до строк ${lines.join(', ')} ниже дело не доходит.`,
  'open-line-out': () => 'Уберите эту строку или задайте ей «when».',
  'write-or-leave-line': ({ text }) => `Напишите «${text}»: для таких сделок строки пока нет.`,
  'open-line-last': () => 'Переставьте строку без «when» в конец.',
  'never-reached': ({ line }) => `До этой строки дело не дойдёт: её сделки забирает строка ${line} выше.`,
  'leave-or-above': () => 'Уберите её или поставьте выше той строки.',
  gap: ({ words, more }) =>
    `Для сделок с ${words}${more === 0 ? '' : ` (и ещё для ${more} ${plural(more, 'такого сочетания', 'таких сочетаний', 'таких сочетаний')})`} строки нет, хотя для каждого из этих значений по отдельности она есть.`,
  'add-line': ({ words }) => `Добавьте строку «- when: { ${words} }» с «pipeline» и «give_to».`,
  'task-cycle': ({ tasks }) =>
    tasks.length === 1
      ? `Задача «${tasks[0] ?? ''}» ждёт саму себя, её срок не наступит никогда.`
      : `Эти задачи ждут друг друга, и срок ни одной из них не наступит: ${round(tasks)}.`,
  'count-from-stage': () => 'Пусть срок одной из них считается от входа в этап: уберите «after …».',
  unused: ({ kind, id }) => `${unusedWords[kind]} «${id}».`,
  'leave-or-use': ({ id }) => `Уберите «${id}» или используйте.`,
  'no-otherwise': () => 'Прежний менеджер есть не у каждого клиента, а кто тогда получит сделку, не сказано.',
  'add-otherwise': () => 'Добавьте «otherwise: …» с ролью.',
  'moved-cycle': ({ names }) => `Эти переименования идут по кругу: ${names.join(' → ')}.`,
  'leave-back-line': () => 'Уберите строку, которая ведёт обратно.',
  'stage-twice': ({ stage }) => `Этап «${stage}» стоит в списке дважды, а сделка проходит этап один раз.`,
  'leave-one-out': () => 'Уберите один из двух.',
  'change-unused': ({ stage, pipeline }) => `Здесь меняется этап «${stage}», но в направлении «${pipeline}» его нет.`,
  'add-or-leave-change': ({ stage }) => `Добавьте «${stage}» в этапы направления или уберите это изменение.`,
  'won-after': ({ stage, pipeline }) =>
    `Сделку в направлении «${pipeline}» никогда не выиграть: этапа «${stage}» в нём нет.`,
  'write-its-stage': ({ stages }) => `Напишите один из его этапов: ${stages.join(', ')}.`,
  'skip-unknown': ({ stage, pipeline }) => `Пропустить «${stage}» нельзя: в направлении «${pipeline}» его нет.`,
  'leave-or-one-of': ({ stages }) => `Уберите его или напишите один из: ${stages.join(', ')}.`,
  'skip-last': ({ stage, pipeline }) =>
    `«${stage}» – последний этап направления «${pipeline}», и пропустить его нельзя: дальше идти некуда.`,
  'leave-out-of-skip': ({ stage }) => `Уберите «${stage}» из «may_skip».`,
  'stage-without-task': ({ stage, isAllOptional }) =>
    isAllOptional
      ? `Все задачи этапа «${stage}» необязательные, так что его можно пройти, ничего не сделав.`
      : `На этапе «${stage}» нет ни одной задачи, и никто не знает, что на нём делать.`,
  'add-a-task': () => 'Добавьте задачу в «tasks»: что сделать, кто делает и к какому сроку.',
}

const unusedWords = {
  role: 'Никто ничего не делает в роли',
  axis: 'Ни одно направление не указано в разрезе',
  event: 'Ничто не ждёт события',
  stage: 'Ни одно направление не проходит через этап',
  escalation: 'Нигде не используется порядок эскалации',
} as const

function quoted(ids: readonly string[]): string {
  return ids.map((id) => `«${id}»`).join(', ')
}

function round(ids: readonly string[]): string {
  return [...ids, ids[0] ?? ''].join(' → ')
}

function bounded(bounds: Bounds): string {
  switch (bounds.kind) {
    case 'from-to':
      return `бывает от ${bounds.from} до ${bounds.to}`
    case 'from':
      return `не бывает меньше ${bounds.limit}`
    case 'to':
      return `не бывает больше ${bounds.limit}`
    case 'options':
      return `может быть только: ${bounds.options.join(', ')}`
    case 'yes-no':
      return 'бывает только yes или no'
    case 'others':
      return 'уже ограничено соседними строками'
  }
}
