import type { FormFact } from './facts'

/** Labels and values of a form, in their order. */
export type Said = readonly (readonly [label: string, value: string])[]

type Known = 'name' | 'phone' | 'email' | 'message'

/** How sites call what a form asks for. Compared in small letters, without punctuation and without `your`. */
const words: Readonly<Record<Known, readonly string[]>> = {
  phone: [
    'phone',
    'tel',
    'telephone',
    'mobile',
    'phone number',
    'phonenumber',
    'contact phone',
    'whatsapp',
    'телефон',
    'тел',
    'ваш телефон',
    'номер',
    'номер телефона',
    'контактный телефон',
    'мобильный',
    'мобильный телефон',
  ],
  email: [
    'email',
    'e mail',
    'mail',
    'email address',
    'почта',
    'эл почта',
    'электронная почта',
    'ваша почта',
    'адрес почты',
    'имейл',
    'емейл',
  ],
  name: [
    'name',
    'first name',
    'firstname',
    'full name',
    'fullname',
    'fio',
    'имя',
    'ваше имя',
    'как вас зовут',
    'фио',
    'контактное лицо',
  ],
  message: [
    'message',
    'comment',
    'comments',
    'text',
    'question',
    'textarea',
    'сообщение',
    'комментарий',
    'комментарии',
    'вопрос',
    'ваш вопрос',
    'ваше сообщение',
    'текст',
    'пожелания',
  ],
}

/** What says where a visitor came from. */
const origins = /^(?:utm_[a-z_]{1,30}|yclid|gclid|fbclid|vkclid|rb_clickid|_ym_uid|_ga|ym|ga|page|referrer)$/

/** What people do not see: whoever fills it in is a robot. */
const hidden: ReadonlySet<string> = new Set(['website', 'homepage', 'url confirm'])

/** What forms send of themselves, which nobody said. */
const technical =
  /^(?:_wpcf7|_wp_|_wpnonce|form_id$|form_name$|form$|formid$|formname$|tranid$|opened$|sent$|submission$|altcha$|cookies$|_charset_$|test$|user agent$|удалённый ip$|удаленный ip$|remote ip$|работает на$|powered by$)/

/** Somebody who types needs so long at least. */
const fastestMs = 2_000

const mostAlso = 200
const longest = 4_000
/** What somebody writes may be longer than what they enter elsewhere. */
const longestMessage = 20_000
/** All that was also said has this many letters together. */
const mostLetters = 60_000

/**
 * What a form says: name, telephone, address and message found by the words that sites use, everything else kept as it was
 * said. The first of two fields of one kind is taken, the second kept under what was also said. Where neither a telephone nor
 * an address was found by its label, it is what can be nothing else.
 */
export function formSaid(pairs: Said, more: Partial<FormFact> = {}): FormFact {
  const found: Partial<Record<Known, string>> = {}
  const also: (readonly [string, string])[] = []
  const source: Record<string, string> = {}
  const beside: Record<string, string> = {}
  let letters = 0
  for (const [written, given] of pairs) {
    const label = written.trim().slice(0, 200)
    const segments = segmentsOf(label)
    const plain = plainly(label)
    const kind = segments.length > 1 ? (kindOf(plain) ?? kindOf(plainly(segments.at(-1) ?? ''))) : kindOf(plain)
    const value = cut(given.trim(), kind === 'message' ? longestMessage : longest)
    const last = (segments.at(-1) ?? label).toLowerCase()
    if (origins.test(last)) source[last] = value
    else if (isBuilders(segments)) continue
    else if (technical.test(label.toLowerCase()) || hidden.has(plain) || isConsent(plain))
      beside[hidden.has(plain) ? 'website' : plain] = value
    else if (value === '') continue
    else if (isAddress(last, plainly(last))) Object.assign(source, sourceOf(value))
    else if (kind !== undefined && found[kindByValue(kind, value)] === undefined)
      found[kindByValue(kind, value)] = value
    else if (also.length < mostAlso && letters < mostLetters) {
      also.push([label, value])
      letters += value.length
    }
  }
  const robot = robotIn(beside)
  const consent = consentIn(pairs)
  return {
    kind: 'form',
    ...withContact(found, also),
    ...(consent === undefined ? {} : { consent }),
    ...(robot === undefined ? {} : { robot }),
    ...more,
    source: { ...source, ...more.source },
  }
}

function cut(value: string, most: number): string {
  return value.length <= most ? value : `${value.slice(0, most - 1)}…`
}

type Also = readonly (readonly [string, string])[]

/** A telephone or an address that stands under a label nobody foresaw, where neither is known. */
function withContact(found: Partial<Record<Known, string>>, also: Also): typeof found & { readonly also: Also } {
  if (found.phone !== undefined || found.email !== undefined) return { ...found, also }
  const own = also.find(([label, value]) => isMail(value) || (isPhone(value) && !numbers.test(label)))
  if (own === undefined) return { ...found, also }
  const [, value] = own
  return { ...found, [isMail(value) ? 'email' : 'phone']: value, also: also.filter((one) => one !== own) }
}

/** People write their address where the telephone is asked for, and the other way round. */
function kindByValue(kind: Known, value: string): Known {
  if (kind === 'phone' && isMail(value)) return 'email'
  return kind === 'email' && isPhone(value) ? 'phone' : kind
}

/** Numbers that look like those of telephones and are none. */
const numbers = /инн|кпп|огрн|снилс|счет|счёт|заказ|артикул|inn\b|vat|order|invoice|\bid\b/iu

function isMail(value: string): boolean {
  return /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]{2,}$/.test(value)
}

function isPhone(value: string): boolean {
  const digits = value.replaceAll(/\D/g, '').length
  return digits >= 10 && digits <= 15 && /^(?:\+\s*\d|8[\s(-]*[3489]\d\d|7[\s(-]*[3489]\d\d)[\d\s().–-]*$/.test(value)
}

/** A form with what a company has said its labels stand for; what was found by usual words before stays. */
export function withMapping(form: FormFact, fields: Readonly<Record<string, string>> | undefined): FormFact {
  if (fields === undefined) return form
  const mapped = form.also.flatMap(([label, value]) => {
    const kind = Object.hasOwn(fields, label) ? fields[label] : undefined
    return kind === undefined ? [] : [[label, kind, value] as const]
  })
  const labels = new Set(mapped.map(([label]) => label))
  const given = Object.fromEntries(mapped.map(([, kind, value]) => [kind, value]))
  return { ...form, ...given, also: form.also.filter(([label]) => !labels.has(label)) }
}

/** What the address of a page says of where its visitor came from. */
export function sourceOf(page: string): Readonly<Record<string, string>> {
  const query = /\?([^#]*)/.exec(page)?.[1] ?? ''
  const named = [...new URLSearchParams(query)].filter(([name]) => origins.test(name.toLowerCase()))
  return {
    page: page.slice(0, 1_000),
    ...Object.fromEntries(named.map(([name, value]) => [name.toLowerCase(), value])),
  }
}

/** Whether somebody typed faster than anybody can; false where the form does not say. */
export function isTooFast(opened: string | undefined, sent: string | undefined): boolean {
  const took = Date.parse(sent ?? '') - Date.parse(opened ?? '')
  return took >= 0 && took < fastestMs
}

/** The parts of a label such as `fields[phone][value]` or `contact.phone`, without those that say nothing. */
function segmentsOf(label: string): readonly string[] {
  if (!/^[\p{L}\p{N}_-]+(?:\[[^\]]*\]|\.[\p{L}\p{N}_-]+)+$/u.test(label)) return [label]
  return label.split(/[[\].]+/).filter((one) => one !== '' && !/^(?:\d+|value|values)$/i.test(one))
}

/** What builders send of a field or of the form itself: nobody said that. */
function isBuilders(segments: readonly string[]): boolean {
  const [first = '', ...rest] = segments.map((one) => one.toLowerCase())
  if (rest.length === 0) return false
  if (first === 'form' || first === 'meta') return !/^(?:page_?url|url|page|referrer)$/.test(rest.at(-1) ?? '')
  return first === 'fields' && rest.length > 1 && /^(?:id|type|title|raw_value|required)$/.test(rest.at(-1) ?? '')
}

function plainly(label: string): string {
  const [first = '', second, ...others] = segmentsOf(label)
  const own = others.length === 0 && second !== undefined && /^(?:fields|form_fields)$/i.test(first) ? second : label
  return own
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^your /, '')
    .replace(/ \d+$/, '')
    .trim()
}

function kindOf(plain: string): Known | undefined {
  const kinds = Object.keys(words) as readonly Known[]
  return kinds.find((kind) => words[kind].includes(plain))
}

function isAddress(label: string, plain: string): boolean {
  return plain === 'адрес страницы' || plain === 'page url' || plain === 'url' || label.toLowerCase() === 'page_url'
}

function robotIn(beside: Readonly<Record<string, string>>): FormFact['robot'] {
  if ((beside['website'] ?? '') !== '') return 'hidden_field'
  return isTooFast(beside['opened'], beside['sent']) ? 'too_fast' : undefined
}

const consents: ReadonlySet<string> = new Set(['consent', 'acceptance', 'agree', 'checkbox', 'согласие', 'policy'])

function isConsent(plain: string): boolean {
  return consents.has(plain.split(' ')[0] ?? '')
}

function consentIn(pairs: Said): FormFact['consent'] {
  // A form that is to say “no” as well sends that first, and the tick behind it.
  const asked = pairs.findLast(([label]) => isConsent(plainly(label)))
  if (asked === undefined) return undefined
  return { given: !['', '0', 'no', 'off', 'false', 'нет'].includes(asked[1].trim().toLowerCase()) }
}
