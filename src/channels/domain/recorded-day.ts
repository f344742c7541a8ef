import type { Language } from '#schemas/language-names'

/** What providers sent on a day, as it is kept in a file: to be played into a company, or to become a test. */
export type RecordedDay = {
  readonly integrations: readonly RecordedIntegration[]
  readonly arrivals: readonly RecordedArrival[]
}

export type RecordedIntegration = {
  readonly id: string
  readonly adapter: string
  /** In the file one text, or one a language. */
  readonly name: Readonly<Record<Language, string>>
  /** Number, address or form: channel of the file. */
  readonly lines?: Readonly<Record<string, string>>
  /** Extension or login: a role, of whose people one is behind it. */
  readonly logins?: Readonly<Record<string, string>>
  /** What it is set to. */
  readonly settings?: Readonly<Record<string, string>>
  /** What the provider would have given. */
  readonly secrets?: Readonly<Record<string, string>>
}

export type RecordedArrival = {
  /** Seconds after the beginning of the day. */
  readonly at: number
  readonly integration: string
  readonly method: string
  readonly tail: string
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Whether it was recorded from a provider: its signature does not fit any more, for names and numbers were replaced. */
  readonly isRecorded: boolean
}

/** Why a file is no day that can be played. */
export type DayFault = { readonly place: string; readonly wants: string }

/** Reads a day; the first thing that is wrong with it, where something is. */
export function readDay(text: string): RecordedDay | DayFault {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch (error) {
    return { place: '', wants: `JSON (${error instanceof Error ? error.message : String(error)})` }
  }
  const integrations = listIn(read, 'integrations')
  const arrivals = listIn(read, 'arrivals')
  if (integrations === undefined) return { place: 'integrations', wants: '[{ "id", "adapter", "name" }]' }
  if (arrivals === undefined) return { place: 'arrivals', wants: '[{ "at", "integration", "body" }]' }
  for (const [no, one] of integrations.entries())
    for (const name of ['id', 'adapter', 'name'])
      if ((name === 'name' ? nameIn(one) : textIn(one, name)) === undefined)
        return { place: `integrations[${no}].${name}`, wants: '"…"' }
  const known = new Set(integrations.map((one) => textIn(one, 'id')))
  for (const [no, one] of arrivals.entries()) {
    if (typeof valueIn(one, 'at') !== 'number') return { place: `arrivals[${no}].at`, wants: '60' }
    if (!known.has(textIn(one, 'integration')))
      return { place: `arrivals[${no}].integration`, wants: [...known].join(', ') }
  }
  return { integrations: integrations.map(integrationIn), arrivals: arrivals.map(arrivalIn) }
}

function integrationIn(one: unknown): RecordedIntegration {
  const table = (name: string) => {
    const found = Object.entries((valueIn(one, name) ?? {}) as object).filter(([, value]) => typeof value === 'string')
    return found.length === 0 ? {} : { [name]: Object.fromEntries(found) as Readonly<Record<string, string>> }
  }
  const text = (name: string) => textIn(one, name) ?? ''
  return {
    id: text('id'),
    adapter: text('adapter'),
    name: nameIn(one) ?? { en: '', ru: '' },
    ...table('lines'),
    ...table('logins'),
    ...table('settings'),
    ...table('secrets'),
  }
}

/** What it is called: one text for both languages, or one for each. */
function nameIn(one: unknown): RecordedIntegration['name'] | undefined {
  const name = valueIn(one, 'name')
  const [en, ru] = typeof name === 'string' ? [name, name] : [textIn(name, 'en'), textIn(name, 'ru')]
  return en === undefined || ru === undefined ? undefined : { en, ru }
}

function arrivalIn(one: unknown): RecordedArrival {
  const body = valueIn(one, 'body')
  const isText = typeof body === 'string'
  const written = Object.entries((valueIn(one, 'headers') ?? {}) as object)
  const headers = written.map(([name, value]) => [name.toLowerCase(), String(value)] as const)
  return {
    at: Number(valueIn(one, 'at')),
    integration: textIn(one, 'integration') ?? '',
    method: textIn(one, 'method') ?? 'POST',
    tail: textIn(one, 'tail') ?? '',
    query: textIn(one, 'query') ?? '',
    headers: { ...(isText ? {} : { 'content-type': 'application/json' }), ...Object.fromEntries(headers) },
    body: isText ? body : JSON.stringify(body ?? ''),
    isRecorded: valueIn(one, 'isRecorded') === true,
  }
}

/** What may stand in double braces: instants of now and of so many seconds before, secrets, numbers of clients. */
export type Fillings = {
  readonly now: string
  readonly secrets: Readonly<Record<string, string>>
  /** Numbers of clients of the company; the first is `{{client.1}}`. */
  readonly clients: readonly string[]
}

/** A text with what stands in double braces filled in: `{{now-30}}`, `{{unix}}`, `{{secret.key}}`, `{{client.1}}`. */
export function filled(text: string, { now, secrets, clients }: Fillings): string {
  return text.replaceAll(/\{\{(\w+)(?:\.(\w+))?(?:-(\d+))?\}\}/g, (whole, kind: string, name = '', seconds = '0') => {
    const ms = Date.parse(now) - Number(seconds) * 1000
    switch (kind) {
      case 'now':
        return new Date(ms).toISOString()
      case 'unix':
        return String(Math.floor(ms / 1000))
      case 'unixms':
        return String(ms)
      case 'secret':
        return secrets[name] ?? ''
      case 'client':
        return clients[Number(name) - 1] ?? madeUpNumber(Number(name))
      default:
        return whole
    }
  })
}

/** A number that no client has: those of the samples. */
export function madeUpNumber(no: number): string {
  return `+7900555${String(100 + (no % 9_900)).padStart(4, '0')}`
}

function listIn(value: unknown, name: string): readonly unknown[] | undefined {
  const found = valueIn(value, name)
  return Array.isArray(found) ? (found as readonly unknown[]) : undefined
}

function textIn(value: unknown, name: string): string | undefined {
  const found = valueIn(value, name)
  return typeof found === 'string' ? found : undefined
}

function valueIn(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Readonly<Record<string, unknown>>)[name]
}
