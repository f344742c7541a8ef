import { firstStart } from '#domain/kernel/access'
import { oddSignRu } from '#domain/kernel/texts/odd-sign-ru'
import type { Translated } from '#domain/kernel/saying'
import type { enRelease } from './en-release'
import { momentIn } from './moment'

const kinds = {
  stage: 'этап',
  pipeline: 'направление',
  role: 'роль',
  field: 'поле',
  option: 'вариант',
  paper: 'вид документа',
} as const

/** As `enRelease`, in Russian. */
export const ruRelease: Translated<typeof enRelease> = {
  note_sign: ({ sign }) => oddSignRu('--note', sign),
  note_missing: 'Напишите, что меняется и почему: --note "…".',
  release_at: ({ written }) =>
    `Для --at нужен момент с часовым поясом, например 2026-12-01T06:00:00+03:00, а написано «${written}».`,
  release_past: ({ written }) =>
    `--at ${written} уже прошло. Напишите момент в будущем или уберите --at, чтобы опубликовать сразу.`,
  expected: ({ written }) => `Для --expected нужен номер версии, например 41, а написано «${written}».`,
  no_plan: ({ file }) => `В ${file} нет плана. Запишите его: norma plan --format json > ${file}`,
  version: ({ written }) => `Назовите версию, к которой вернуться, её номером, например 41, а не «${written}».`,
  one_version: 'Версия пока одна: возвращаться некуда.',
  see_faults: ({ file }) => `Посмотреть все: norma check ${file}`,
  nothing_published: 'Ничего не опубликовано.',
  file_not_planned: 'Файл уже не тот, для которого строился план.',
  in_force_already: ({ version }) => `Этот текст уже действует, это версия ${version}.`,
  in_force: ({ version }) => `Действует версия ${version}.`,
  back_in_force: ({ version, to }) => `Действует версия ${version}. В ней то же, что было в версии ${to}.`,
  back_to: ({ version }) => `Возврат к версии ${version}`,
  scheduled: ({ at, id }) =>
    `Будет опубликовано ${on(at)}, перед этим – ещё одна проверка и план. Отменить: norma unschedule ${id}`,
  called_off: ({ id }) => `Публикация «${id}» отменена.`,
  followed: ({ count }) => `Перешло сделок: ${count}.`,
  not_all_followed: 'Перешли ещё не все; сколько осталось, скажет norma status.',
  looking: 'Просмотрено открытых сделок и задач',
  seating: 'Переведено сделок',
  // status
  now: ({ version, restores, at, author, note }) =>
    `v${version}${restores === undefined ? '' : ` (возврат к v${restores})`} действует с ${on(at)}, ${author === firstStart ? 'с первого запуска' : `автор – ${author}`}${note === '' ? '' : `: ${note}`}`,
  following: ({ version, done, total, since }) =>
    `сделки переходят на v${version}: ${done} из ${total}, начало ${on(since)}`,
  have_followed: (followed) => haveFollowed(followed),
  watched: (followed) => `${haveFollowed(followed)}; опоздавшие ещё ожидаются`,
  stuck: ({ deal, why }) => `НЕ ПЕРЕШЛА: сделка ${deal}: ${why}`,
  judged: ({ deals, version }) => `открытых сделок по v${version}: ${deals}`,
  waiting: ({ at, author, note, id }) => `запланировано на ${on(at)}, ${author}: ${note} (${id})`,
  not_published: ({ at, note, id, why }) => `НЕ ОПУБЛИКОВАНО ${on(at)}: ${note} (${id}). ${why}`,
  rule_paused: ({ rule, by, reason }) => `правило «${rule}» остановлено, ${by}: ${reason}`,
  // moved
  nothing_renamed: 'Ничего никогда не переименовывали.',
  never_renamed: ({ id }) => `Имя «${id}» всегда значило то же, что сегодня.`,
  became: ({ id, ends, to }) => `«${id}» теперь называется ${ends.join(', ')}, а не «${to}».`,
  renamed: ({ version, kind, in: home, from, to }) =>
    `v${version}  ${kinds[kind]}${home === undefined ? '' : ` (${home})`}  ${from} → ${to}`,
  // a Norma that runs elsewhere
  who_asks: ({ url }) => `Скажите, от чьего имени спрашивать ${url}: --token ТОКЕН или NORMA_TOKEN.`,
  no_answer: ({ url }) => `По адресу ${url} Норма не отвечает. Верен ли адрес, и запущена ли она?`,
  token_unknown: ({ url }) => `По адресу ${url} этот токен не подходит. Дайте новый: --token или NORMA_TOKEN.`,
  strange_answer: ({ url, status }) => `${url} отвечает ${status}: это ответ не Нормы.`,
}

function haveFollowed({
  version,
  done,
  finishedAt,
}: {
  readonly version: number
  readonly done: number
  readonly finishedAt?: string | undefined
}): string {
  return `перешло сделок на v${version}: ${done}${finishedAt === undefined ? '' : `, закончено ${on(finishedAt)}`}`
}

function on(instant: string): string {
  return momentIn('ru-RU', instant)
}
