import type { enTime } from './en-time'
import { plural } from './plural'

/** Russian: lengths of time, due dates and what they count from. */
export const ruTime: typeof enTime = {
  'duration-wrong-word': ({ word }) => `В промежутке времени не может стоять «${word}».`,
  'duration-otherwise': ({ text }) => `«${text}» здесь пишут иначе.`,
  'less-than-nothing': ({ text }) => `«${text}» – меньше, чем нисколько.`,
  'too-long-a-time': ({ text }) => `«${text}» – дольше, чем здесь считают.`,
  'two-lengths': ({ text }) => `«${text}» – это два промежутка, а нужен один.`,
  'counts-from-entering': ({ text }) => `«${text}» писать не нужно: срок и так считается от входа в этап.`,
  'one-length': () => 'Напишите один промежуток в меньших единицах, например «12 working hours».',
  'write-up-to': ({ most }) => `Напишите число до ${most}.`,
  'no-anchor-here': ({ key }) => `«${key}» считается от входа в этап или от появления сделки, а не от чего-то ещё.`,
  'not-a-duration': ({ text }) => `«${text}» – не промежуток времени.`,
  'write-duration': () => 'Напишите число, «working» или «calendar» и единицу, например «3 working days».',
  'iso-duration': ({ text }) => `«${text}» – запись для программ, а здесь время пишут словами.`,
  'write-length': () => 'Напишите промежуток вроде «3 working days».',
  'write-both': ({ working, calendar }) => `Напишите «${working}» или «${calendar}».`,
  'duration-ambiguous': ({ text, unit }) =>
    `По «${text}» непонятно, ${units[unit] ?? 'рабочее это время или календарное'}.`,
  'no-time-at-all': ({ text }) => `«${text}» – это нисколько.`,
  'write-at-once': () => 'Напишите «at once» там, где это можно, или число от 1.',
  'not-whole': ({ count }) => `«${count}» – не целое число, а время здесь считают целыми.`,
  'smaller-unit': () => 'Возьмите единицу помельче, например «90 working minutes».',
  'not-a-time': ({ text }) => `«${text}» – не время суток.`,
  'write-time': () => 'Напишите часы и минуты, например «15:00».',
  'at-once-with-time': ({ text }) => `В «${text}» сказано и «at once», то есть сразу, и время суток.`,
  'once-or-same-day': ({ at }) => `Напишите «at once» или «same day at ${at}».`,
  'no-time-of-day': ({ word }) => `«${word}» – день без времени суток.`,
  'relation-needs-date': ({ relation, word, kind }) =>
    `«${relation}» считает от даты, а «${word}» – это ${kind === 'task' ? 'задача' : 'событие'}.`,
  'no-anchor': ({ word, onlyDates }) =>
    onlyDates
      ? `Поля с датой «${word}», от которого считать срок, нет.`
      : `Считать не от чего: «${word}» – не задача этого этапа, не событие и не поле с датой.`,
  'anchor-type': ({ name, type }) => `У поля «${name}» тип ${type}, а срок считают только от дат.`,
  'anchor-elsewhere': ({ name }) =>
    `«${name}» – задача этапа, а здесь срок можно считать только от событий и полей с датой.`,
  'anchor-other-stage': ({ name, stage }) =>
    `«${name}» – задача другого этапа, а срок считают только от задач того же этапа, «${stage}».`,
  'count-from': ({ known }) =>
    known.length === 0
      ? 'Уберите «after …»: тогда срок считается от входа в этап.'
      : `Здесь срок можно считать от: ${known.join(', ')}.`,
  'holiday-not-worked': ({ day, weekday }) =>
    `${day} – ${weekdays[weekday - 1] ?? 'выходной'}, в этот день и так не работают.`,
  'day-twice': ({ day, lists }) =>
    lists.length < 2
      ? `${day} стоит в «${lists[0] ?? ''}» дважды.`
      : `${day} стоит и в «${lists.join('», и в «')}», а должно быть что-то одно.`,
  'day-once': ({ day }) => `Оставьте ${day} только в одном месте.`,
  'extra-day-worked': ({ day, weekday }) => `${day} – ${weekdays[weekday - 1] ?? 'день'}, в этот день и так работают.`,
  'short-day-usual': ({ day, hours }) => `${day} и так работают ${hours}.`,
  'weekday-twice': ({ day }) => `Часы для «${day}» указаны в двух строках.`,
  'weekday-once': () => 'Оставьте часы каждого дня недели только в одной строке.',
  'week-and-hours': ({ day, isWorked }) =>
    isWorked
      ? `День «${day}» есть в «work_week», а часов для него в «hours» нет; считаем обычные.`
      : `Часы для «${day}» в «hours» есть, а в «work_week» этого дня нет; считаем его рабочим.`,
  'leave-week-out': () => 'Уберите «work_week»: если в часах названы дни, понятно и так, какие из них рабочие.',
  'calendar-behind': ({ calendar, years }) =>
    `В календаре «${calendar}» нет ни одного праздника на ${years.join(' и ')} ${plural(years.length, 'год', 'годы', 'годы')}.`,
  'write-holidays': ({ year }) =>
    `Напишите праздники в «holidays»; «norma holidays RU ${year} --write» впишет туда праздники страны.`,
  'zone-sign': ({ text, means }) => `«${text}» – это ${means}: в таких поясах знак стоит наоборот.`,
  'write-place-or-turned': ({ turned, means }) =>
    `Напишите место, например «Europe/Moscow», или «${turned}», если нужен ${means}.`,
  'leave-day-out': ({ day }) => `Уберите ${day} или проверьте год.`,
  'calendar-without-time': ({ calendar, from, days }) =>
    from === undefined
      ? `В календаре «${calendar}» вообще нет рабочего времени, так что ни один срок не наступит.`
      : `В календаре «${calendar}» начиная с ${from} нет рабочего времени больше ${days} ${plural(days, 'дня', 'дней', 'дней')} подряд, так что сроки не наступят.`,
  'write-working-time': () => 'Напишите рабочие дни в «work_week» и часы работы в «hours».',
}

const weekdays = ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье']

const units: Readonly<Record<string, string>> = {
  minutes: 'рабочие это минуты или календарные',
  hours: 'рабочие это часы или календарные',
  days: 'рабочие это дни или календарные',
  weeks: 'рабочие это недели или календарные',
  months: 'рабочие это месяцы или календарные',
}
