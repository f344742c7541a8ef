import type { Translated } from '#domain/kernel/saying'
import type { enCalendar } from './en-calendar'
import { meantRu } from './lists'

type Named = { readonly code: string; readonly name: string }

/** As `enCalendar`, in Russian. */
export const ruCalendar: Translated<typeof enCalendar> = {
  // due
  calendar: ({ id, guess, known }) =>
    `Календаря «${id}» нет. ${known.length === 0 ? 'Есть только календарь компании' : `Есть: ${known.join(', ')}`}.${meantRu(guess)}`,
  time: ({ option, written }) =>
    `Для ${option} нужно время, например "2026-12-30 16:30" или 2026-12-30T13:30:00Z, а написано «${written}».`,
  field_moment: ({ field, written }) =>
    `Для --field ${field} нужны день и время, например «2027-01-11 16:30», а написано «${written}».`,
  field_day: ({ field, written }) => `Для --field ${field} нужен день, например 2027-01-11, а написано «${written}».`,
  counted_from: ({ name, written, option }) => `Отсчёт идёт от «${name}», а не от «${written}»: ${option} ${name}=…`,
  counted_from_field: ({ field }) => `Отсчёт идёт от «${field}»: --field ${field}=2027-01-11`,
  due_not_promised: ({ name }) =>
    name === 'call_back'
      ? 'В файле не сказано, когда перезванивать: напишите call_back в calls.missed или введите срок, например "15 working minutes".'
      : 'В файле не сказано, когда отвечать на сообщения: напишите answer в messages или введите срок, например "30 working minutes".',
  due_task: ({ expression, task }) =>
    `«${expression}» считается от выполнения задачи «${task}». Скажите, когда она выполнена: --task-done "2026-12-30 16:30"`,
  due_event: ({ expression, event, name }) =>
    `«${expression}» считается от события «${event}» (${name}). Скажите, когда оно было: --event "2026-12-30 16:30"`,
  due_field: ({ expression, field, name }) =>
    `«${expression}» считается от даты в поле «${field}» (${name}). Скажите, какая она: --field ${field}=2027-01-11`,
  due_stray: ({ expression, option }) =>
    `«${expression}» не считается от того, что указано в ${option}. Уберите ${option}.`,
  // holidays
  year: ({ written, first, last }) => `«${written}» – не год с ${first} по ${last}. Напишите год, например 2027.`,
  country: ({ id, guess }) =>
    `Страны «${id}» нет. ${guess === undefined ? 'Код страны – две буквы, например RU.' : meant(guess)}`,
  no_regions: ({ country }) => `Для ${country} регионы не известны: уберите --region.`,
  region: ({ id, country, guess, known }) =>
    `Региона «${id}» в ${country} нет. ${guess === undefined ? `Есть: ${known.map(named).join(', ')}.` : meant(guess)}`,
  calendar_faulty: ({ file }) =>
    `В ${file} есть ошибки, поэтому в него ничего не записано. Посмотрите их: norma check ${file}`,
  calendar_by_hand: ({ file }) =>
    `Календарь в ${file} записан так, что дополнить его сам я не могу. Впишите дни вручную.`,
  days_off: ({ country, year, count }) =>
    `${country} ${year}: нерабочих дней, которые пришлись на рабочие, – ${count}.`,
  weekdays: 'вс пн вт ср чт пт сб',
  days_worked: 'Выходные, которые стали рабочими:',
  days_anyway: 'Пропущены: в эти дни и так не работают:',
  days_partial: 'Пропущены: в эти дни не работают только часть дня; см. «short_days»:',
  unsure: 'Чего этот список не знает:',
  unsure_decisions: 'Решений на один этот год в списке нет: сверьте его с официальным календарём.',
  unsure_regions: ({ codes }) =>
    `Здесь только праздники всей страны. Для региона добавьте --region, есть: ${codes.join(', ')}.`,
  unsure_shorter: 'Рабочий день перед праздником по закону на час короче: впишите такие дни в «short_days».',
  unsure_resolution: ({ year }) =>
    `Постановления правительства на ${year} год эта версия не знает: оно переносит выходные дни января и может сделать субботы рабочими. Сверьте с официальным производственным календарём.`,
  for_calendar: 'В календарь pipelines.yaml:',
  or_written: ({ file, country, year }) =>
    `Или впишите их в ${file} командой: norma holidays ${country} ${year} --write`,
  days_there: ({ file }) => `В ${file} все эти дни уже есть.`,
  days_written: ({ file, off, worked }) => `Вписано в ${file}: праздников – ${off}, рабочих выходных – ${worked}.`,
}

function named({ code, name }: Named): string {
  return `${code} (${name})`
}

function meant(guess: Named): string {
  return `Возможно, вы имели в виду ${named(guess)}?`
}
