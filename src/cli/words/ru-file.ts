import { plural } from '#config/messages/plural'
import type { Translated } from '#domain/kernel/saying'
import type { enFile } from './en-file'
import { meantRu } from './lists'

/** As `enFile`, in Russian. */
export const ruFile: Translated<typeof enFile> = {
  // check, explain
  format_file: ({ format }) => `Скажите, куда записать: --format ${format}=ФАЙЛ.`,
  two_formats: ({ first, second }) =>
    `Напечатать можно только один формат. Другой запишите в файл: --format ${first} --format ${second}=ФАЙЛ.`,
  max_warnings: ({ written }) => `Для --max-warnings нужно число, например 0, а написано «${written}».`,
  report_unwritten: ({ file }) => `Отчёт не записывается в ${file}.`,
  code: ({ id, guess }) =>
    `Кода «${id}» нет.${guess === undefined ? ' Все коды покажет norma explain.' : meantRu(guess)}`,
  // fmt, fix, watch
  check_or_stdout: 'Выберите что-то одно: --check или --stdout.',
  formatted: ({ file }) => `${file}: приведено к единому виду.`,
  unformatted: ({ file }) => `${file}: не в едином виде; это исправит norma fmt.`,
  formatted_already: ({ file }) => `${file}: менять нечего.`,
  fixable: ({ file, changes }) =>
    changes === 0
      ? `${file}: само не исправить ничего.`
      : `${file}: можно исправить ${places(changes)}, файл не изменён.`,
  fixed: ({ file, changes, left }) =>
    changes === 0
      ? `${file}: исправлять само нечего; ${faultsLeft(left)}.`
      : `${file}: исправлено ${places(changes)}; ${faultsLeft(left)}.`,
  awaited: ({ file }) => `${file}: файла нет, жду, пока он появится.`,
  next_save: 'Жду следующего сохранения (Ctrl+C – выход) …',
  unchanged: 'С прошлого раза ничего не изменилось.',
  changed: ({ mended, fresh }) => `С прошлого раза: исправлено ${mended}, новых ${fresh.length}${linesOf(fresh)}.`,
  // schema
  watch_to_file: 'С --watch результат пишется в файл: уберите «--out -».',
  wrote: ({ file }) => `Записано: ${file}.`,
  watching: ({ file }) => `Слежу за ${file}; остановить – Ctrl+C.`,
  link: ({ file }) => `Чтобы редактор её увидел, напишите в начале файла ${file}:`,
  other_link: ({ linked, file }) => `Сейчас редактор берёт ${linked}. Вместо этого напишите в начале файла ${file}:`,
  // init
  answers_shape: ({ file, company }) => `В ${file} нужны строки вроде «company: ${company}».`,
  init_wrote: ({ file, schema }) => `Записано: ${file} и ${schema} – по нему редактор подсказывает.`,
  init_usual: ({ keys }) => `Ответа не было, поэтому как обычно: ${keys.join(', ')}.`,
  init_next:
    'Дальше: norma holidays RU 2027 --write впишет праздники, norma check – после каждой правки, norma start – запуск.',
  // import-pipelines
  export_unnamed: 'Назовите файл выгрузки: norma import-pipelines export.json',
  imported: ({ file, pipelines, stages, reasons }) =>
    `Записан ${file}: ${pipelines} ${plural(pipelines, 'направление', 'направления', 'направлений')}, ` +
    `${stages} ${plural(stages, 'этап', 'этапа', 'этапов')}, ` +
    `${reasons} ${plural(reasons, 'причина', 'причины', 'причин')} проигрыша.`,
  direction_left_out: ({ name }) => `Пропущено: в «${name}» нет этапа, на котором со сделкой работают.`,
  to_do: ({ count }) => `Ошибок в нём нет, но ${places(count)} с пометкой «TO DO» нужно дописать вручную.`,
  // docs
  no_playbook: ({ file, count }) =>
    `Ошибок в ${file}: ${count}, поэтому писать пока нечего. Посмотрите их: norma check ${file}`,
  playbook: ({ count, folder, first }) => `Страниц в ${folder}: ${count}. Начните с ${first}.`,
}

function places(count: number): string {
  return `${count} ${plural(count, 'место', 'места', 'мест')}`
}

function faultsLeft(left: number): string {
  if (left === 0) return 'ошибок не осталось'
  return `осталось ${left} ${plural(left, 'ошибка', 'ошибки', 'ошибок')}, см. norma check`
}

function linesOf(lines: readonly number[]): string {
  return lines.length === 0 ? '' : ` (${plural(lines.length, 'строка', 'строки', 'строки')} ${lines.join(', ')})`
}
