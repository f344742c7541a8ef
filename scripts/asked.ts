import { parseArgs } from 'node:util'

/** What an option may be: there or not, anything, one of these, or whatever it is not told why it cannot be. */
type Wanted = 'flag' | 'value' | readonly string[] | ((value: string) => string | undefined)
type Wants = Readonly<Record<string, Wanted>>
type Given<T> = { readonly [K in keyof T]?: T[K] extends 'flag' ? boolean : string }
type Words = readonly string[]

/** What a script takes. */
export type Wish<T> = {
  /** The line by which it is called, then what each option means. */
  readonly usage: string
  readonly options?: T
  /** Why these options cannot stand together. */
  readonly refuse?: (options: Given<T>) => string | undefined
  /** Why these words beside the options cannot be used; without it there can be none. */
  readonly words?: (words: Words) => string | undefined
}
type Asked<T> = { readonly options: Given<T>; readonly words: Words }

/**
 * What was typed behind `npm run X --`. Whoever asks for --help is told what there is, and nothing else is done (0); what is not
 * known, or cannot be what it stands for, is refused with the same text (2).
 */
export function asked<const T extends Wants>(wish: Wish<T>): Asked<T> {
  const read = readTyped(wish, process.argv.slice(2))
  if (read === 'help') {
    console.log(wish.usage)
    process.exit(0)
  }
  if (typeof read === 'string') {
    console.error(`${read}\n\n${wish.usage}`)
    process.exit(2)
  }
  return read
}

/** What was typed, as far as it can be used; else why not, or “help” where that was asked for. */
export function readTyped<const T extends Wants>(wish: Wish<T>, typed: Words): Asked<T> | string {
  const wanted = Object.entries<Wanted>(wish.options ?? {})
  const parsed = parsedArgs(wanted, typed)
  if (typeof parsed === 'string') return parsed
  const { positionals: words } = parsed
  const values: Readonly<Record<string, unknown>> = parsed.values
  if (values['help'] === true) return 'help'
  const options = values as Given<T>
  return (
    wanted.map(([name, kind]) => objectionTo(name, kind, values[name])).find((one) => one !== undefined) ??
    wish.refuse?.(options) ??
    (words.length === 0 ? undefined : refusedWords(words, wish.words)) ?? { options, words }
  )
}

function parsedArgs(wanted: readonly (readonly [string, Wanted])[], typed: Words) {
  const known = wanted.map(([name, kind]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' }] as const)
  const options = Object.fromEntries([['help', { type: 'boolean', short: 'h' } as const], ...known])
  try {
    return parseArgs({ args: [...typed], allowPositionals: true, options })
  } catch (error) {
    // Behind its first sentence Node says how to type something that begins with a dash; the text that follows says what there is.
    const [said = ''] = (error as Error).message.split('. ')
    return said.endsWith('.') ? said : `${said}.`
  }
}

function objectionTo(name: string, kind: Wanted, value: unknown): string | undefined {
  if (typeof value !== 'string' || kind === 'flag') return undefined
  if (value === '') return `--${name} is empty.`
  if (typeof kind === 'function') {
    const why = kind(value)
    return why === undefined ? undefined : `--${name} cannot be “${value}”: ${why}`
  }
  return kind === 'value' || kind.includes(value)
    ? undefined
    : `--${name} cannot be “${value}”. Choose among: ${kind.join(', ')}.`
}

function refusedWords(words: Words, refuse: ((words: Words) => string | undefined) | undefined): string | undefined {
  return refuse === undefined ? `“${words.join(' ')}” is not something that can be asked for here.` : refuse(words)
}
