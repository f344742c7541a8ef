import { distance } from 'fastest-levenshtein'
import { own } from '#domain/kernel/own'

const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  е: 'e',
  ё: 'e',
  н: 'h',
  к: 'k',
  м: 'm',
  о: 'o',
  р: 'p',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  п: 'n',
  г: 'r',
  и: 'u',
}

const russianKeys = 'йцукенгшщзхъфывапролджэячсмитьбю'
const latinKeys = "qwertyuiop[]asdfghjkl;'zxcvbnm,."

const synonyms: Readonly<Record<string, string>> = {
  responsible: 'by',
  assignee: 'by',
  assigned_to: 'by',
  who: 'by',
  executor: 'by',
  deadline: 'due',
  when_due: 'due',
  due_date: 'due',
  until: 'due',
  title: 'name',
  label: 'name',
  caption: 'name',
  sla: 'max_age',
  limit: 'max_age',
  max_time: 'max_age',
  time_limit: 'max_age',
  required: 'filled',
  required_fields: 'filled',
  mandatory: 'filled',
  if: 'when',
  condition: 'when',
  conditions: 'when',
  description: 'how_to',
  instructions: 'how_to',
  instruction: 'how_to',
  howto: 'how_to',
  help: 'how_to',
  task: 'do',
  action: 'do',
  what: 'do',
  actions: 'do',
  steps_to_take: 'do',
  probability: 'chance',
  likelihood: 'chance',
  directions: 'pipelines',
  funnels: 'pipelines',
  pipeline: 'pipelines',
  steps: 'stages',
  phases: 'stages',
  stage: 'stages',
  routing: 'new_deals',
  leads: 'new_deals',
  escalation: 'escalations',
  automations: 'automation',
  renamed: 'moved',
  assign_to: 'give_to',
  assign: 'give_to',
  tz: 'timezone',
  time_zone: 'timezone',
  zone: 'timezone',
  event: 'on',
  trigger: 'on',
  inform: 'notify',
  tell: 'notify',
  conditions_to_leave: 'gate',
  exit: 'gate',
  override: 'may_override',
  skip: 'may_skip',
  overrides: 'change',
  changes: 'change',
  purpose: 'goal',
  values: 'options',
  working_hours: 'hours',
  working_days: 'work_week',
  workdays: 'work_week',
  days_off: 'holidays',
  boolean: 'yes_no',
  bool: 'yes_no',
  checkbox: 'yes_no',
  string: 'text',
  select: 'choice',
  enum: 'choice',
  list: 'choice',
  integer: 'number',
  currency: 'money',
  sum: 'money',
  round_robin: 'in_turn',
  manager: 'owner',
  responsible_person: 'owner',
  задачи: 'tasks',
  шанс: 'chance',
  вероятность: 'chance',
  название: 'name',
  имя: 'name',
  кто: 'by',
  исполнитель: 'by',
  срок: 'due',
  сделать: 'do',
  этапы: 'stages',
  стадии: 'stages',
  направления: 'pipelines',
  воронки: 'pipelines',
  роли: 'roles',
  поля: 'fields',
  события: 'events',
  календарь: 'calendar',
  праздники: 'holidays',
  часы: 'hours',
  если: 'when',
  когда: 'when',
  условие: 'when',
  причины: 'reasons',
  ответственный: 'owner',
  менеджер: 'owner',
  владелец: 'owner',
  руководитель: 'owner_manager',
  начальник: 'owner_manager',
  юрист: 'lawyer',
  бухгалтер: 'accountant',
  бухгалтерия: 'accountant',
  логист: 'logistics',
  логистика: 'logistics',
  руководитель_отдела_продаж: 'head_of_sales',
  роп: 'head_of_sales',
  текст: 'text',
  число: 'number',
  деньги: 'money',
  сумма: 'money',
  процент: 'percent',
  дата: 'date',
  datetime: 'date_time',
  timestamp: 'date_time',
  moment: 'date_time',
  user: 'person',
  employee: 'person',
  сотрудник: 'person',
  deal: 'link',
  lookup: 'link',
  relation: 'link',
  reference: 'link',
  direction: 'to',
  направление: 'to',
  сделка: 'link',
  ссылка: 'link',
  связь: 'link',
  дата_и_время: 'date_time',
  выбор: 'choice',
  файл: 'file',
  да: 'yes',
  нет: 'no',
  пн: 'mon',
  январь: 'january',
  февраль: 'february',
  март: 'march',
  апрель: 'april',
  май: 'may',
  июнь: 'june',
  июль: 'july',
  август: 'august',
  сентябрь: 'september',
  октябрь: 'october',
  ноябрь: 'november',
  декабрь: 'december',
}

/** The text with Cyrillic letters that look Latin written as Latin ones; undefined when there are none or others remain. */
export function withoutLookAlikes(text: string): string | undefined {
  if (!/[а-яёіјѕ]/i.test(text)) return undefined
  const latin = text.replace(/[а-яёіјѕ]/gi, (letter) => lookAlikes[letter.toLowerCase()] ?? letter)
  return /^[\x20-\x7e]*$/.test(latin) ? latin : undefined
}

/** What was meant by a word that is not among the known ones, when that is clear enough to say. */
export function suggest(word: string, known: Iterable<string>): string | undefined {
  const candidates = [...known]
  const plain = simplify(word)
  const exact = [plain, withoutLookAlikes(word.toLowerCase()), retyped(word), own(synonyms, plain)].find(
    (guess) => guess !== undefined && candidates.includes(guess),
  )
  const turned = candidates.find((candidate) => isTurned(plain, candidate))
  return (
    exact ?? turned ?? closest(plain, candidates) ?? extended(plain, candidates) ?? sameBeginning(plain, candidates)
  )
}

/** Whether a word is another way of writing the one that is meant, or another word for it: nothing is guessed. */
export function isSpelling(word: string, meant: string): boolean {
  const plain = simplify(word)
  return plain === meant || own(synonyms, plain) === meant
}

/** Whether two words differ by a slip of the pen only. */
export function isClose(word: string, meant: string): boolean {
  return (
    distance(word, meant) <= allowedDistance(Math.min(word.length, meant.length)) || withoutLookAlikes(word) === meant
  )
}

function simplify(word: string): string {
  return word
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
}

function retyped(word: string): string | undefined {
  if (!/[а-яё]/i.test(word)) return undefined
  return word.toLowerCase().replace(/[а-яё]/g, (letter) => latinKeys[russianKeys.indexOf(letter)] ?? letter)
}

function closest(word: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates
    .map((candidate) => ({ candidate, far: distance(word, candidate) }))
    .filter(
      ({ candidate, far }) => far <= allowedDistance(Math.min(word.length, candidate.length), word[0] === candidate[0]),
    )
    .toSorted((left, right) => left.far - right.far)
  return ranked[0]?.candidate
}

/** Whether two neighbouring letters have changed places, and nothing else. */
function isTurned(word: string, candidate: string): boolean {
  if (word.length !== candidate.length) return false
  const at = sharedLength(word, candidate)
  return (
    word[at] !== undefined &&
    word[at] === candidate[at + 1] &&
    word[at + 1] === candidate[at] &&
    word.slice(at + 2) === candidate.slice(at + 2)
  )
}

function allowedDistance(length: number, isSameStart = false): number {
  if (length <= 2) return length === 2 && isSameStart ? 1 : 0
  if (length <= 4) return 1
  return length <= 7 ? 2 : 3
}

function extended(word: string, candidates: readonly string[]): string | undefined {
  if (word.length < 3) return undefined
  const found = candidates.filter(
    (candidate) =>
      candidate.startsWith(word) || (candidate.length >= 4 && word.startsWith(candidate)) || hasPart(candidate, word),
  )
  return found.length === 1 ? found[0] : undefined
}

function hasPart(candidate: string, word: string): boolean {
  return candidate.split('_').includes(word)
}

/** The one candidate that begins alike for at least four letters and most of the shorter word. */
function sameBeginning(word: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates
    .map((candidate) => ({ candidate, same: sharedLength(word, candidate) }))
    .filter(({ candidate, same }) => same >= 4 && same >= Math.min(word.length, candidate.length) * 0.6)
    .toSorted((left, right) => right.same - left.same)
  return ranked[0]?.same === ranked[1]?.same ? undefined : ranked[0]?.candidate
}

function sharedLength(left: string, right: string): number {
  let length = 0
  while (length < left.length && left[length] === right[length]) length += 1
  return length
}
