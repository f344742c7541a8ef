import { own } from '#domain/kernel/own'
import { consentChannels, type ConsentChannel, type ConsentKind } from '#schemas/clients/client-rules'
import type { FormFact } from './facts'

/** What a visitor agreed to on a form: which consent of the rules it is where that can be said, and the wording they saw. */
export type ConsentMeant = {
  readonly consent: string
  readonly name: string
  readonly for: readonly ConsentChannel[]
  readonly version?: string
  /** The words they saw; absent where the form tells neither words nor a wording of the rules. */
  readonly text?: string
  /** Whether those are the words of the rules in force. */
  readonly isOfRules: boolean
}

type Kinds = Readonly<Record<string, ConsentKind>>

/** What is agreed to on a form that the rules do not speak of stands under this. */
const ofSite = 'site'

/**
 * Reads which consent a tick on a form gives. The form may name it (`news 2`, or `2` where no other consent is called so), or
 * say its words; where the rules ask for one alone it is that. Anything else is kept as the site has asked for it.
 */
export function consentMeant(
  kinds: Kinds,
  { version, text }: NonNullable<FormFact['consent']>,
  name: string,
): ConsentMeant {
  const [word = '', ...rest] = (version ?? '').trim().split(/\s+/)
  const named = own(kinds, word)
  const all = Object.values(kinds)
  const kind =
    named ??
    onlyOne(all.filter((one) => one.version === version)) ??
    onlyOne(all.filter((one) => text !== undefined && isSame(one.text, text))) ??
    onlyOne(all)
  const said = named === undefined ? version : rest.join(' ') || undefined
  if (kind === undefined) return { consent: ofSite, name, for: consentChannels, ...seen(said, text), isOfRules: false }
  const isOfRules = text === undefined ? said === kind.version : isSame(kind.text, text)
  const wording = isOfRules ? seen(said ?? kind.version, kind.text) : seen(said, text)
  return { consent: kind.id, name: kind.name, for: kind.for, ...wording, isOfRules }
}

function onlyOne<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined
}

/** Pages break lines where they like. */
function isSame(one: string, other: string): boolean {
  return plain(one) === plain(other)
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

function seen(version: string | undefined, text: string | undefined): Pick<ConsentMeant, 'version' | 'text'> {
  return { ...(version === undefined ? {} : { version }), ...(text === undefined ? {} : { text }) }
}
