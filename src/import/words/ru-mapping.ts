import type { Translated } from '#domain/kernel/saying'
import type { enMapping, Offer } from './en-mapping'

const rulesThings = {
  stage: 'этапа',
  direction: 'направления',
  role: 'роли',
  field: 'поля',
  'lost reason': 'причины проигрыша',
} as const

/** As `enMapping`, in Russian. Of what the sentence is its place in the file says. */
export const ruMapping: Translated<typeof enMapping> = {
  yaml: ({ text }) => text,
  mapping_empty: 'Файл соответствий пуст. Начните с «version: 1».',
  version_missing: 'Файл соответствий начинается с «version: 1».',
  inputs_missing: 'В файле соответствий есть «inputs»: список файлов и того, что в них.',
  kind_missing: ({ kinds }) => `У каждого входа указан вид (kind): ${kinds.join(', ')}.`,
  file_unnamed: 'У каждого входа назван файл (file).',
  key_unknown: ({ key, ...offer }) => `Ключа «${key}» здесь нет${offerRu(offer)}`,
  word_unknown: ({ text, ...offer }) => `«${text}» здесь не подходит${offerRu(offer)}`,
  not_keys: () => 'Здесь нужны ключи со значениями, по одному в строке.',
  not_text: () => 'Здесь нужен один текст.',
  no_value: ({ key }) => `У «${key}» нет значения.`,
  lookup_lacks: ({ lookup, key }) => `В справочнике «${lookup}» не хватает «${key}»: нужны file, from и to.`,
  lookup_unknown: ({ lookup, ...offer }) => `Справочника «${lookup}» в этом файле соответствий нет${offerRu(offer)}`,
  source_unsaid: () =>
    'Скажите, откуда берётся значение: column, text (со {столбцами} внутри) или value (одно для всех).',
  otherwise_alone:
    '«otherwise» – для значений, которых нет в «map» или «lookup»: добавьте что-то из них или уберите otherwise.',
  not_whole: ({ key }) => `«${key}» – целое число от 1.`,
  factor: 'Множитель (factor) – целое число от 1, например 1000 для файла в тысячах.',
  dates: ({ text }) =>
    `«${text}» не говорит, как записаны даты. Напишите, например, YYYY-MM-DD, DD.MM.YYYY, M/D/YYYY h:mm A, D MMM YYYY (месяц словом), DD.MM.YYYY* (что после дня – не важно) или excel (дни по счёту Excel).`,
  delimiter: ({ text }) =>
    `«${text}» не может быть разделителем. Напишите один знак, например ";" или "|", или слово tab.`,
  // deals
  no_external_id:
    'Не хватает «external_id»: того, чем сделка отличается от всех других, чтобы второй прогон не завёл её снова. Назовите столбец или сложите несколько: «crm:{Номер}».',
  no_title: 'Не хватает «title»: того, как называют сделку, например «Заказ {Номер}».',
  no_owner:
    'Не хватает «owner»: того, кто ведёт сделку. Назовите столбец (если в нём имена – с «as: id») или напишите { value: идентификатор сотрудника }.',
  no_pipeline:
    'Не хватает «pipeline»: направления сделки. Назовите столбец (с map) или напишите { value: направление из pipelines.yaml }.',
  no_closed: 'Не хватает «closed»: дня, когда сделки выиграны или проиграны. Назовите столбец.',
  no_created: 'Не хватает «created»: дня, когда сделки заведены. Назовите столбец.',
  amount_beside: 'Пишите «amount» рядом с «fields», а не внутри.',
  outcome_meaning:
    'Скажите, что значит каждое значение столбца: «map: { Won: { won: yes }, Lost: { lost: причина } }».',
  won_and_lost: 'Сделка или выиграна, или проиграна: оставьте что-то одно.',
  lost_reason: ({ reasons }) =>
    `У проигранной сделки есть причина: напишите «lost: ПРИЧИНА» (${reasons.join(', ')}) или добавьте «reason».`,
  // employees
  no_employee_id: 'Не хватает «id»: идентификатора сотрудника. Из имени его делает { column: Имя, as: id }.',
  no_employee_name: 'Не хватает «name»: имени сотрудника. Назовите столбец.',
  no_department_id: 'Не хватает «id»: идентификатора отдела. Назовите столбец или напишите { value: идентификатор }.',
  no_department_name: 'Не хватает «name»: названия отдела. Назовите столбец или напишите { value: название }.',
  no_head_id: 'Не хватает «id»: идентификатора того, кто руководит отделом.',
  no_head_name: 'Не хватает «name»: имени того, кто руководит отделом.',
  // targets
  no_target_id: ({ scope }) =>
    `Не хватает «id»: чей это план (scope: ${scope}). Назовите столбец или напишите { value: идентификатор }.`,
  no_period:
    'Не хватает «period»: периода, на который план. Назовите столбец с 2026-11, 2026-Q4, 2026-H2 или 2026 либо с датами (и «period_of: month»).',
  no_target_value: 'Не хватает «value»: сколько запланировано. Назовите столбец.',
  company_id: 'У плана компании нет «id»: уберите его.',
  wide_twice: ({ key }) => `«${key}» и «wide» говорят одно и то же: оставьте что-то одно.`,
  wide_columns:
    "Напишите в «wide» столбцы, каждый со своим периодом: «columns: { M01: '{Year}-01', M02: '{Year}-02' }».",
  // against the rules and the files
  rules_know_no: ({ thing, id, ...offer }) => `В правилах нет ${rulesThings[thing]} «${id}»${offerRu(offer)}`,
  column_twice: ({ file, column }) =>
    `В ${file} несколько столбцов «${column}», и не понять, какой нужен. Назовите их в файле по-разному.`,
  column_unknown: ({ file, column, ...offer }) => `В ${file} нет столбца «${column}»${offerRu(offer)}`,
}

/** The end of a sentence that has named what is not there. */
function offerRu({ guess, known }: Offer): string {
  if (known.length === 0) return ': там нет ни одного.'
  const all = `. Напишите одно из: ${known.join(', ')}.`
  return guess === undefined ? all : `${all} Возможно, вы имели в виду «${guess}»?`
}
