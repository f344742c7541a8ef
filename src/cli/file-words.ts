import { plural } from '#config/messages/plural'

type Pipelines = Readonly<Record<'pipelines' | 'stages' | 'reasons', number>>
type Demo = Readonly<Record<'people' | 'deals' | 'open' | 'won' | 'completed' | 'lost' | 'cancelled', number>>

const en = {
  wrote: (file: string) => `Wrote ${file}.`,
  watching: (file: string) => `Watching ${file}; stop with Ctrl+C.`,
  link: (file: string) => `So that your editor uses it, write at the top of ${file}:`,
  otherLink: (linked: string, file: string) =>
    `Your editor uses ${linked} now. Instead of that, write at the top of ${file}:`,
  imported: (file: string, { pipelines, stages, reasons }: Pipelines) =>
    `Wrote ${file}: ${pipelines} pipelines, ${stages} stages, ${reasons} reasons why deals are lost.`,
  leftOut: (name: string) => `Left out: “${name}” has no stage in which a deal is under way.`,
  toDo: (count: number) =>
    `The check has nothing against it, but ${count} places marked “TO DO” have to be completed by hand.`,
  demoDeals: 'Deals of three months',
  demoPeople: ({ people, deals, open, won, completed, lost, cancelled }: Demo) =>
    `${people} people; ${deals} deals: ${open} open, ${won} won and being delivered, ${completed} completed, ${lost} lost, ${cancelled} cancelled.`,
  demoTasks: (open: number, overdue: number) =>
    `${open} open tasks, ${overdue} of them overdue. Plans for months, quarter, half-year and year.`,
  demoMade: (seconds: string) => `Made in ${seconds} s. Look at it:`,
  runs: (address: string, dataDir: string) =>
    `Norma runs at ${address}   (data in ${dataDir}, API described at ${address}/openapi.json)`,
  openPages: 'Open the pages in a browser:',
  getToken: 'For the API, get a token in another terminal:',
  thenTry: 'Then try:',
  exampleTitle: 'Coffee machines for Aurora',
  otherRules: (version: number, day: string, file: string) =>
    `Rules of this company: version ${version} of ${day}. ${file} was not used; bring it in with: norma publish ${file}`,
  calendarBehind: (calendar: string, years: readonly number[]) =>
    `The calendar “${calendar}” of the rules has no holiday in ${years.join(' and ')}: days off count as worked. Write them in with: norma holidays COUNTRY ${years[0] ?? ''} --write`,
  stop: 'Stop it with Ctrl+C; the data stays.',
  stopping: 'Stopping.',
  engineLost: 'The database engine has ended unexpectedly, so Norma stops too. Start it again: nothing is lost.',
  weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as readonly string[],
}

const ru: typeof en = {
  wrote: (file) => `Записано: ${file}.`,
  watching: (file) => `Слежу за ${file}; остановить – Ctrl+C.`,
  link: (file) => `Чтобы редактор её увидел, напишите в начале файла ${file}:`,
  otherLink: (linked, file) => `Сейчас редактор берёт ${linked}. Вместо этого напишите в начале файла ${file}:`,
  imported: (file, { pipelines, stages, reasons }) =>
    `Записан ${file}: ${pipelines} ${plural(pipelines, 'направление', 'направления', 'направлений')}, ` +
    `${stages} ${plural(stages, 'этап', 'этапа', 'этапов')}, ` +
    `${reasons} ${plural(reasons, 'причина', 'причины', 'причин')} проигрыша.`,
  leftOut: (name) => `Пропущено: в «${name}» нет этапа, на котором со сделкой работают.`,
  toDo: (count) =>
    `Ошибок в нём нет, но ${count} ${plural(count, 'место', 'места', 'мест')} с пометкой «TO DO» нужно дописать вручную.`,
  demoDeals: 'Сделки за три месяца',
  demoPeople: ({ people, deals, open, won, completed, lost, cancelled }) =>
    `Сотрудников: ${people}; сделок: ${deals}, из них открыто ${open}, выиграно и выполняется ${won}, ` +
    `завершено ${completed}, проиграно ${lost}, отменено ${cancelled}.`,
  demoTasks: (open, overdue) =>
    `Открытых задач: ${open}, просрочено ${overdue}. Есть планы на месяцы, квартал, полугодие и год.`,
  demoMade: (seconds) => `Готово за ${seconds} с. Посмотреть:`,
  runs: (address, dataDir) =>
    `Норма работает: ${address}   (данные в ${dataDir}, описание API: ${address}/openapi.json)`,
  openPages: 'Откройте страницы в браузере:',
  getToken: 'Токен для API – в другом окне терминала:',
  thenTry: 'Затем попробуйте:',
  exampleTitle: 'Кофемашины для «Авроры»',
  otherRules: (version, day, file) =>
    `Правила этой компании: версия ${version} от ${day}. Файл ${file} не использован; ввести его в действие: norma publish ${file}`,
  calendarBehind: (calendar, years) =>
    `В календаре «${calendar}» правил нет ни одного праздника на ${years.join(' и ')} ${plural(years.length, 'год', 'годы', 'годы')}: выходные считаются рабочими. Впишите их: norma holidays СТРАНА ${years[0] ?? ''} --write`,
  stop: 'Остановить – Ctrl+C; данные сохранятся.',
  stopping: 'Останавливаюсь.',
  engineLost:
    'База данных неожиданно завершилась, поэтому Норма тоже останавливается. Запустите снова: ничего не потеряно.',
  weekdays: ['вс', 'пн', 'вт', 'ср', 'чт', 'пт', 'сб'],
}

/** What commands say about files they write and about a Norma they start, by language. */
export const fileWords: Readonly<Record<'en' | 'ru', typeof en>> = { en, ru }
