import type { CheckCode } from './codes'
import type { MapNode, ScalarNode, Span } from './yaml/tree'
import { tell } from './messages/say'
import type { Phrase } from './messages/say'
import type { Language } from '#schemas/language-names'
import type { Diagnostic, Field, Origin, Severity } from '#schemas/model'

/** What can be referred to by name. A kind that is absent could not be read, so nothing is said against its names. */
export type Names = {
  readonly role?: ReadonlySet<string>
  readonly stage?: ReadonlySet<string>
  readonly pipeline?: ReadonlySet<string>
  readonly escalation?: ReadonlySet<string>
  readonly event?: ReadonlySet<string>
  readonly axis?: ReadonlySet<string>
  readonly task?: ReadonlySet<string>
  readonly channel?: ReadonlySet<string>
  readonly message?: ReadonlySet<string>
  readonly seller?: ReadonlySet<string>
  readonly series?: ReadonlySet<string>
  readonly invoice?: ReadonlySet<string>
  readonly document?: ReadonlySet<string>
  readonly consent?: ReadonlySet<string>
}

/** Where faults of one text are collected. */
export type Sink = {
  readonly text: string
  readonly lang: Language
  readonly place: (offset: number) => { readonly line: number; readonly column: number }
  readonly diagnostics: Diagnostic[]
  /** What would put some of the faults right. */
  readonly fixes: Fix[]
  /** Lines of which the one fault has been told already. */
  readonly muted: Set<number>
  /** Ids as they are declared that cannot be ids: where one of them is used, nothing more is said. */
  readonly misnamed: Set<string>
}

/** What every reader and check of one run shares. The diagnostics, marks and sites grow as the run goes on. */
export type Context = Sink & {
  readonly names: Names
  readonly fields: Map<string, Field>
  /** What conditions may ask of clients, by its name: `client.inn`. */
  readonly clientFields: Map<string, Field>
  /** Names that are not declared, until all of them are known. */
  readonly unknown: UnknownName[]
  /** What is referred to by its exact name. */
  readonly exact: Set<string>
  /** What people call what is declared, as `kind name`, and its id. */
  readonly titles: ReadonlyMap<string, string>
  /** Fields of which the type could not be read: nothing is said against their values. */
  readonly untyped: Set<string>
  /** Whether there may be fields that could not be read. */
  readonly hasUnreadFields: boolean
  /** `kind.id` of everything that is referred to. */
  readonly used: Set<string>
  /** Where an object of the model was read from. */
  readonly sites: WeakMap<object, MapNode>
  /** The day it is, as `YYYY-MM-DD`; without it nothing is said that depends on it. */
  readonly today?: string
  /** Where a line of a condition was read from. */
  readonly spans: WeakMap<object, Span>
  /** Conditions in which a line could not be understood: nothing is concluded from the rest. */
  readonly shaky: WeakSet<object>
}

/** A stretch of the text and what to write there; it puts one fault right. */
export type Fix = Span & { readonly text: string; readonly code: CheckCode }

/** What is wrong with a piece of text, by offsets within it; without them, all of it. */
export type Fault = {
  readonly code: CheckCode
  readonly message: Phrase
  /** Goes on where the message ends. */
  readonly also?: Phrase
  readonly help?: Phrase
  /** What to write instead, where that is certain; at the place of the fault unless it says another. */
  readonly fix?: { readonly text: string; readonly from?: number; readonly to?: number }
  readonly from?: number
  readonly to?: number
}

/** A name that is not declared, kept until it is clear whether it or the declaration is misspelled. */
export type UnknownName = {
  readonly kind: string
  readonly text: string
  readonly at: Span
  readonly fault: Fault
  readonly guess?: string
  /** Where the guess is declared, when that is not a section of the file. */
  readonly declaredAt?: Span
}

/** Reports one fault at a stretch of the text. */
export function report(context: Sink, at: Span, fault: Fault, severity: Severity = 'error'): void {
  const from = context.place(at.start)
  if (context.muted.has(from.line)) return
  const to = context.place(Math.max(at.end, at.start + 1))
  if (fault.fix !== undefined)
    context.fixes.push({ start: at.start, end: at.end, text: fault.fix.text, code: fault.code })
  if (isOfMisnamed(context, at, fault.code)) return
  context.diagnostics.push({
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
    severity,
    code: fault.code,
    message: toldFault(fault, context.lang),
    ...(fault.help === undefined ? {} : { help: tell(fault.help, context.lang) }),
  })
}

/** Whether a fault is only that something uses an id as it is declared, which was told where it is declared. */
function isOfMisnamed({ text, misnamed }: Sink, { start, end }: Span, code: CheckCode): boolean {
  if (misnamed.size === 0 || !saysOfNames(code)) return false
  const words = text.slice(start, end)
  return [...misnamed].some((id) => {
    const at = words.indexOf(id)
    return at >= 0 && !isOfWord(words[at - 1]) && !isOfWord(words[at + id.length])
  })
}

/** Faults of something unknown that is no name of the file’s own. */
const ofNoNames: ReadonlySet<CheckCode> = new Set([
  'unknown-key',
  'unknown-value',
  'unknown-option',
  'unknown-client-field',
])

/** Whether a fault may be about a name that the file declares somewhere. */
function saysOfNames(code: CheckCode): boolean {
  if (code === 'bad-duration' || code === 'lookalike-letter') return true
  return code.startsWith('unknown-') && !ofNoNames.has(code)
}

function isOfWord(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}_]/u.test(sign)
}

/** The sentence of a fault. */
export function toldFault({ message, also }: Pick<Fault, 'message' | 'also'>, lang: Language): string {
  const told = tell(message, lang)
  return also === undefined ? told : `${told.replace(/\.$/, '')}${tell(also, lang)}`
}

/** Reports a fault inside a value, at the very word when the value stands in the text letter by letter. */
export function reportIn(context: Sink, node: ScalarNode, fault: Fault): void {
  const { fix, ...rest } = fault
  report(context, partOf(node, fault), rest)
  if (fix === undefined || !node.isExact || context.muted.has(context.place(node.start).line)) return
  context.fixes.push({ ...partOf(node, { from: fault.from, to: fault.to, ...fix }), text: fix.text, code: fault.code })
}

/** The stretch of text a part of a value takes up. */
export function partOf(
  node: ScalarNode,
  part: { readonly from?: number | undefined; readonly to?: number | undefined },
): Span {
  if (!node.isExact || part.from === undefined || part.to === undefined) return node
  return { start: node.start + part.from, end: node.start + part.to }
}

/** Where a rule stands, as the model keeps it. */
export function originAt(context: Context, at: Span, path: string): Origin {
  return { ...context.place(at.start), path }
}

/** Remembers which block of the file an object of the model was read from. */
export function remember<T extends object>(context: Context, value: T, site: MapNode): T {
  context.sites.set(value, site)
  return value
}
