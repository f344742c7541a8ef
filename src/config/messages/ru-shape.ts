import { atStart } from '#domain/kernel/texts/at-start'
import type { Shape } from '#config/shape/shape'
import type { enShape, Given } from './en-shape'
import { ruFormula } from './ru-formula'
import { inRussian } from './ru-language'

/** Russian: keys, values and ids that cannot stand where they stand. */
export const ruShape: typeof enShape = {
  'version-unknown': ({ text }) => `Версии языка «${text}» нет, есть только версия 1.`,
  'nothing-after': ({ name }) => `После «${name}» ничего не написано.`,
  'write-or-leave': () => 'Напишите значение или уберите строку.',
  'bad-word': ({ text, name, words }) =>
    `После «${name}» не может стоять «${text}», а может одно из: ${quoted(words)}.`,
  'write-one-of': ({ words }) => `Напишите одно из: ${words.join(', ')}.`,
  lookalike: ({ text }) => `В слове «${text}» есть буквы другого алфавита, похожие на латинские.`,
  'invisible-in-word': ({ text }) => `В слове «${text}» есть невидимый знак.`,
  'quotes-in-word': ({ text }) => `Кавычки такого вида вокруг слова ${text} не нужны.`,
  'another-file': ({ names }) =>
    `Это не файл правил: он начинается с ${quoted(names)}, и ни один его ключ – не раздел правил.`,
  'key-means-nothing': ({ key, under }) => `Ключ «${key}» ${within(under)} ничего не значит.`,
  'can-stand': ({ known }) => `Здесь могут стоять: ${known.join(', ')}.`,
  'key-missing': ({ key, under, says }) => `${atStart(within(under))} не хватает «${key}». ${inRussian(says)}`,
  reserved: ({ id }) => `«${id}» – слово самого языка и не может быть именем.`,
  'choose-another': ({ id }) => `Выберите другое, например «${id}».`,
  'event-is-task': ({ id }) => `«${id}» – уже задача, и было бы непонятно, от чего из двух считать срок.`,
  'event-is-field': ({ id }) => `«${id}» – уже поле с датой, и было бы непонятно, от чего из двух считать срок.`,
  'list-without-brackets': ({ name }) => `После «${name}» несколько имён, а скобок списка вокруг них нет.`,
  'bad-id': ({ id, most }) =>
    `«${id}» не годится в идентификаторы: в них только строчные латинские буквы, цифры и «_», первая – буква, длина – до ${most} знаков.`,
  'choose-id': () => 'Выберите идентификатор вроде «first_call», а слова для людей оставьте в «name».',
  empty: ({ name, shape }) =>
    name === '' ? `Файл пуст. Нужно: ${wanted(shape)}.` : `«${name}» не заполнено. Нужно: ${wanted(shape)}.`,
  'write-under': () => 'Допишите, что сюда относится, или уберите строку.',
  'begin-file': () => 'Начните с «version: 1» и разделов; первый файл составит «norma init».',
  'wrong-kind': ({ name, shape, given }) =>
    `${name === '' ? 'В файле' : `После «${name}»`} нужно: ${wanted(shape)}, а стоит ${standing(given)}.`,
  'leave-dash': () => 'Уберите «- »: начинайте каждую строку с идентификатора и двоеточия.',
  'write-what': ({ shape }) => `Напишите, что нужно: ${wanted(shape)}.`,
  'nothing-for-event': ({ key, on }) => `Для события «${on}» ключ «${key}» ничего не значит.`,
  'rule-without-field': ({ rule }) => `В правиле «${rule}» не сказано, какое поле должно измениться.`,
  'two-actions': ({ keys }) =>
    `${keys.map((key) => `«${key}»`).join(' и ')} стоят в одном пункте «do», а у каждого действия должен быть свой.`,
  'own-dash': () => 'Начинайте каждое действие со своего «- ».',
  'set-computed': ({ field }) => `Поле «${field}» вычисляется, и задать его нельзя.`,
  'set-sources': () => 'Задайте поля, из которых оно вычисляется.',
  'no-zone': ({ text }) => `Часового пояса «${text}» нет.`,
  'write-zone': () => 'Напишите континент и город, например «Europe/Moscow».',
  'not-weekdays': ({ text }) => `«${text}» – не день недели и не промежуток между днями.`,
  'week-otherwise': ({ text }) => `Дни недели здесь записаны другими словами: «${text}».`,
  'write-weekdays': () => 'Напишите дни, например «mon-fri» или «[mon, wed, fri]».',
  'hours-overlap': ({ hours }) => `Часы ${hours} начинаются раньше, чем закончились предыдущие.`,
  'write-intervals': () => 'Пишите промежутки один за другим, например «09:00-13:00, 14:00-18:00».',
  'not-hours': ({ text }) => `«${text}» – не часы работы.`,
  'hours-no-time': ({ text }) => `Часы «${text}» начинаются и заканчиваются в одно и то же время.`,
  'write-hours': () =>
    'Напишите часы, например «09:00-18:00»; концом может быть «24:00», а «22:00-06:00» – ночная смена.',
  'not-a-day': ({ text }) => `Дня «${text}» в календаре нет.`,
  'day-otherwise': ({ text }) => `«${text}» – это день, но дни пишут так: год-месяц-день.`,
  'day-range': ({ text }) => `«${text}» – это промежуток, а дни пишут каждый отдельно.`,
  'write-day': ({ day }) => `Напишите год, месяц и день, например «${day}».`,
  'any-needs-list': () => 'После «any» нужен список условий.',
  'any-inside': () => 'Внутри пункта «any» не может стоять ещё один «any».',
  'write-flat': ({ items }) => `Напишите вместо этого пункта «${items}».`,
  'any-item': () => 'Каждый пункт «any» – это условие «поле: значение».',
  'line-needs-value': ({ key }) => `После «${key}» нужно значение или список значений.`,
  'write-value-or-list': ({ key }) => `Напишите «${key}: значение» или «${key}: [a, b]».`,
  'list-needs-values': ({ key }) => `В списке после «${key}» должны быть отдельные значения.`,
  'computed-written': ({ key }) =>
    `Поле с «formula» вычисляется: его никто не заполняет, поэтому «${key}» здесь ничего не значит.`,
  'leave-or-no-formula': () => 'Уберите его и скажите то же о полях, которые читает формула.',
  'field-built-in': ({ field }) => `Поле «${field}» встроенное, объявлять его не нужно.`,
  'leave-or-other-id': () => 'Уберите строку или выберите другой идентификатор.',
  'option-twice': ({ text }) => `Вариант «${text}» перечислен дважды.`,
  'nothing-to-choose': ({ field }) => `Поле «${field}» – выбор из вариантов, а вариантов нет.`,
  'links-nowhere': ({ field }) => `Поле «${field}» указывает на другую сделку, но не сказано, из какого направления.`,
  'bad-option': ({ text }) =>
    `«${text}» не может быть вариантом: в вариантах только строчные латинские буквы, цифры и «_», и это не «filled», «empty» или «not».`,
  'choose-another-word': () => 'Выберите другое слово.',
  'write-or-keep': ({ better, text }) =>
    `Напишите «${better}» или, чтобы сохранить формулировку, «${better}: ${text}».`,
  'nothing-for-type': ({ key, type }) => `Для поля типа «${type}» ключ «${key}» ничего не значит.`,
  'leave-or-type': ({ types }) => `Уберите его или выберите один из типов: ${types.join(', ')}.`,
  formula: ({ says }) => ruFormula(says),
  'formula-begins': () => 'Формула начинается без знака «=».',
  'formula-percent': () => 'Знака процента в формуле нет: «%» здесь – остаток от деления.',
  'formula-example': () =>
    'Напишите формулу вроде «paid / amount * 100»: идентификаторы полей без кавычек, числа и знаки между ними.',
  'divides-by-zero': () => 'На ноль не делят: числа не получится.',
  'divide-otherwise': () => 'Делите на поле или на число, кроме 0.',
  'formula-circle': ({ field }) => `Формула поля «${field}» замкнулась: ей нужно значение самого поля «${field}».`,
  'compute-from-filled': () => 'Вычисляйте его из полей, которые заполняют люди.',
  'step-does-nothing': () => 'Эта ступень ничего не делает: не сказано ни кому сообщить, ни кому передать.',
  'not-an-old-name': ({ key }) => `«${key}» – не старое имя.`,
  'write-old-name': () => 'Напишите этап, «направление.этап», «roles.x», «fields.x.вариант» или «pipelines.x».',
  'chance-no-percent': ({ text }) => `У вероятности «${text}» нет знака «%».`,
  'not-a-chance': ({ text }) => `«${text}» – не вероятность: она задаётся в процентах от 0% до 100%.`,
  'write-chance': () => 'Напишите проценты, например «50%».',
  'no-percent': ({ text }) => `После «${text}» нет знака «%».`,
  'not-a-pace': ({ text }) => `«${text}» – не процент от темпа.`,
  'axes-missing': ({ pipeline, axes }) =>
    `Для направления «${pipeline}» не указан разрез ${quoted(axes)}: его не получится сложить в отчётах и планах.`,
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `«${word}»`).join(', ')
}

function within(name: string): string {
  return name === '' ? 'на верхнем уровне файла' : `в «${name}»`
}

function standing({ kind, text }: Given): string {
  if (kind === 'scalar') return `одно значение «${text}»`
  return kind === 'list' ? 'список' : 'блок строк «ключ: значение»'
}

function wanted(shape: Shape): string {
  switch (shape.is) {
    case 'value':
      return inRussian(shape.what)
    case 'words':
      return `одно из ${quoted(shape.words)}`
    case 'list':
      return 'список (строки с «- » или [a, b])'
    case 'block':
      return `строки «ключ: значение», например ${quoted(Object.keys(shape.keys).slice(0, 3))}`
    case 'table':
      return 'строки «идентификатор: …»'
    case 'one_of':
      return [shape.value, shape.list, shape.block]
        .flatMap((part) => (part === undefined ? [] : [wanted(part)]))
        .join(' или ')
  }
}
