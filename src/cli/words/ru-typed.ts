import type { Translated } from '#domain/kernel/saying'
import type { enTyped } from './en-typed'
import { listed, meantRu } from './lists'

/** As `enTyped`, in Russian. */
export const ruTyped: Translated<typeof enTyped> = {
  as_told: ({ text }) => text,
  command_missing: ({ known }) => `Скажите, что сделать: ${known.join(', ')}. Подробнее: norma --help.`,
  command_unknown: ({ id, guess, known }) =>
    `Команды «${id}» нет. Есть: ${known.join(', ')}. Подробнее: norma --help.${meantRu(guess)}`,
  args_missing: ({ command }) => `Команде чего-то не хватает. Напишите: norma ${command}`,
  args_unused: ({ args }) => `Это лишнее: ${args.map((one) => `\`${one}\``).join(', ')}`,
  option_unknown: ({ option, guess }) => `Параметра ${option} нет. Какие есть, скажет --help.${meantRu(guess)}`,
  option_value: ({ option }) => `После параметра не хватает значения: ${option}`,
  lang: ({ written }) => `Для --lang можно выбрать en или ru, а написано «${written}».`,
  format: ({ written, guess, known }) =>
    `Для --format можно выбрать ${listed(known, 'или')}, а написано «${written}».${meantRu(guess)}`,
  file_missing: ({ files }) =>
    files.length === 1 ? `Файла ${files.join('')} нет.` : `Таких файлов нет: ${files.join(', ')}.`,
  file_there: ({ file }) => `Файл ${file} уже есть. Выберите другой (--out) или запишите поверх (--force).`,
  file_folder: ({ file }) => `${file} – папка. Назовите файл в ней, например ${file}/pipelines.yaml.`,
  file_unreadable: ({ file, why }) => `Файл ${file} не читается: ${why}`,
  file_no_json: ({ file, why }) => `${file} – не JSON: ${why}`,
  file_faults: ({ file, count }) => `Ошибок в ${file}: ${count}. Посмотрите их: norma check ${file}`,
  no_rules_here: 'В этой папке нет pipelines.yaml. Назовите файл: norma check ФАЙЛ.',
  deal_missing: ({ deal }) => `Сделки «${deal}» нет.`,
  deal_missing_in: ({ deal, data }) => `Сделки «${deal}» в ${data} нет.`,
  direction: ({ id, guess, known }) => `Направления «${id}» нет. Есть: ${known.join(', ')}.${meantRu(guess)}`,
  stage: ({ pipeline, id, guess, known }) =>
    `В направлении «${pipeline}» нет этапа «${id}». Есть: ${known.join(', ')}.${meantRu(guess)}`,
}
