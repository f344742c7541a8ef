import type { OddSign } from '#domain/kernel/text'
import { oddSignEn } from '#domain/kernel/texts/odd-sign-en'

/** The patterns of request shapes: a test compares them with the shapes. */
export type KnownPattern = keyof typeof patternWords

/** How each pattern of a request shape reads. */
export const patternWords = {
  '^[A-Z]{3}$': 'three capital letters such as RUB',
  '^[a-z][a-z0-9_]{0,63}$': 'small letters, digits and _, with a letter first',
  '^[a-z][a-z0-9_.-]{0,63}$': 'small letters, digits, _ . and -, with a letter first, at most 64',
  '^[a-z][A-Za-z0-9_-]{0,80}$': 'letters, digits, _ and -, with a small letter first',
  '^\\d{4}-(0[1-9]|1[0-2])$': 'a month such as 2026-11',
  '^-?\\d{1,20}$': 'the number of a chat such as 123456789',
  '^[a-z0-9](?:[a-z0-9-]{1,58}[a-z0-9])$': 'small letters, digits and -, 3 to 60 of them, such as mango-main',
  '^.{1,200}$': 'a name of 1 to 200 letters',
  '^up_[A-Z0-9]{1,40}$': 'the id that POST /uploads has given: up_ and letters and digits',
  '^[0-9a-f]{64}$': 'a SHA-256 in 64 hexadecimal digits',
  '^[0-9A-Fa-f.:]{2,45}$': 'a network address such as 203.0.113.7',
  '^\\d{4}[\\dA-Z]{2}\\d{3}$': 'a KPP of 9 characters such as 773601001',
  '^[A-Za-z0-9+/]+={0,2}$': 'bytes written in base64',
  '^\\d{1,12}(\\.\\d{1,10})?$': 'a decimal such as 92.50, written as text',
} as const

/** The sentences about a faulty body or query. `name` is what is faulty, `sent` what was sent, `limit` what it goes by. */
export type FaultWords = {
  readonly body: string
  readonly query: string
  readonly nothing: string
  readonly quoted: (text: string) => string
  readonly list: string
  readonly object: string
  readonly kinds: Readonly<Record<string, string>>
  readonly or: string
  readonly patterns: Readonly<Record<KnownPattern, string>>
  readonly otherPattern: string
  readonly otherId: string
  readonly day: string
  readonly moment: string
  readonly oddSign: (name: string, sign: OddSign) => string
  readonly missing: (name: string) => string
  readonly onlyOnce: (name: string) => string
  readonly must: (name: string, wish: string, sent: string) => string
  readonly oneOf: (name: string, values: string, sent: string) => string
  readonly empty: (name: string) => string
  readonly tooShort: (name: string, limit: string) => string
  readonly tooLong: (name: string, limit: string, has: number) => string
  readonly atLeast: (name: string, limit: string, sent: string) => string
  readonly atMost: (name: string, limit: string, sent: string) => string
  readonly tooFewEntries: (name: string, limit: string) => string
  readonly tooManyEntries: (name: string, limit: string) => string
  readonly tooManyProperties: (name: string, limit: string) => string
  readonly moreThan: (name: string, limit: string, sent: string) => string
  readonly twice: (name: string, entry: string) => string
  readonly unreadable: (name: string, sent: string) => string
  readonly noId: (name: string, wish: string) => string
  readonly unknown: (name: string, where: 'body' | 'query', names: string) => string
  readonly more: (first: string, count: number) => string
  readonly noBody: (first: string) => string
  readonly noParameters: string
  readonly noParameter: (name: string) => string
}

/** In English. */
export const faultWords: FaultWords = {
  body: 'The body',
  query: 'The query',
  nothing: 'nothing',
  quoted: (text) => `“${text}”`,
  list: 'a list',
  object: 'an object',
  kinds: {
    string: 'text',
    number: 'a number',
    integer: 'a whole number',
    boolean: 'true or false',
    object: 'an object',
    array: 'a list',
    null: 'null',
  },
  or: ' or ',
  patterns: patternWords,
  otherPattern: 'written another way',
  otherId: 'another form',
  day: 'a day such as 2026-11-23',
  moment: 'a moment such as 2026-11-23T09:00:00.000Z',
  oddSign: oddSignEn,
  missing: (name) => `${name} is missing.`,
  onlyOnce: (name) => `${name} may be given once only.`,
  must: (name, wish, sent) => `${name} must be ${wish}, you sent ${sent}.`,
  oneOf: (name, values, sent) => `${name} must be one of ${values}, you sent ${sent}.`,
  empty: (name) => `${name} must not be empty.`,
  tooShort: (name, limit) => `${name} must have at least ${limit} characters.`,
  tooLong: (name, limit, has) => `${name} may have at most ${limit} characters, it has ${has}.`,
  atLeast: (name, limit, sent) => `${name} must be at least ${limit}, you sent ${sent}.`,
  atMost: (name, limit, sent) => `${name} must be at most ${limit}, you sent ${sent}.`,
  tooFewEntries: (name, limit) => `${name} must have at least ${limit} ${limit === '1' ? 'entry' : 'entries'}.`,
  tooManyEntries: (name, limit) => `${name} may have at most ${limit} entries.`,
  tooManyProperties: (name, limit) => `${name} may have at most ${limit} properties.`,
  moreThan: (name, limit, sent) => `${name} must be more than ${limit}, you sent ${sent}.`,
  twice: (name, entry) => `${name} has ${entry} twice.`,
  unreadable: (name, sent) => `${name} cannot be read, you sent ${sent}.`,
  noId: (name, wish) => `${name} is not an id: an id has ${wish}.`,
  unknown: (name, where, names) =>
    `There is no ${where === 'query' ? 'parameter' : 'property'} ${name}. ${names === '' ? 'Nothing may stand here.' : `There are: ${names}.`}`,
  more: (first, count) => `${first} And ${count} more.`,
  noBody: (first) => `The body is missing. ${first}`,
  noParameters: 'There are no parameters here.',
  noParameter: (name) => `There is no parameter ${name} here.`,
}
