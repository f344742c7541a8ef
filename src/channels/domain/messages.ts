import type { Saying } from '#schemas/saying'
import type { MessageState } from '#schemas/channels/talk'

/** What one notice says of a message. Facts are joined in any order, however often they come. */
export type MessageFact = {
  readonly kind: 'message'
  /** The provider’s own id of the message. */
  readonly message: string
  /** The id here of the message of ours that is meant, where the provider says it. */
  readonly ours?: string
  /** Who is outside: a telephone number, an address, or how the messenger calls them. */
  readonly contact?: string
  /** How a number of theirs was written, where they gave it. */
  readonly phone?: string
  /** How they call themselves. */
  readonly name?: string
  readonly direction?: 'in' | 'out'
  /** Address, bot or account of ours by which it came. */
  readonly line?: string
  /** Where an answer has to go to, as the provider calls it. */
  readonly to?: string
  readonly text?: string
  readonly subject?: string
  /** The talk it was written into, proven by its address. */
  readonly inTalk?: string
  /** The deal it was put on by whoever of ours wrote or forwarded it. */
  readonly inDeal?: string
  /** The provider’s own ids of the messages it answers to. */
  readonly answersTo?: readonly string[]
  /** What is only quoted of earlier messages. */
  readonly quoted?: string
  readonly attachments?: readonly MessageAttachment[]
  /** Login or name of whoever of ours wrote it. */
  readonly by?: string
  readonly at?: string
  /** When its author changed it. */
  readonly editedAt?: string
  readonly isDeleted?: boolean
  readonly isAutomatic?: boolean
  readonly state?: MessageState
  /** Why it was not delivered, in the provider’s words. */
  readonly why?: string
  /** The same by its key, where it is a sentence of ours. */
  readonly said?: readonly Saying[]
}

/** Something that came with a message: what it is, and where it can be had. */
export type MessageAttachment = {
  readonly kind: string
  readonly name?: string
  readonly ref?: string
  /** Under which key its bytes are kept, and how many they are. */
  readonly file?: string
  readonly size?: number
  /** Its bytes, until they are kept as a file: facts never hold them. */
  readonly bytes?: Uint8Array
}

/** A fact as it is kept. */
export type KeptMessageFact = Omit<MessageFact, 'kind' | 'message' | 'ours'> & { readonly learnedAt: string }

/** One message, as far as is known of it. */
export type Message = {
  readonly id: string
  readonly integration: string
  readonly direction: 'in' | 'out'
  readonly at: string
  readonly contact?: string
  readonly name?: string
  readonly line?: string
  readonly to?: string
  readonly text: string
  readonly subject?: string
  readonly inTalk?: string
  readonly inDeal?: string
  readonly answersTo?: readonly string[]
  readonly quoted?: string
  readonly attachments: readonly MessageAttachment[]
  readonly by?: string
  readonly state: MessageState
  readonly why?: string
  readonly said?: readonly Saying[]
  readonly isAutomatic?: boolean
  readonly isEdited?: boolean
  readonly isDeleted?: boolean
}

/** No more facts of a message are kept. */
const mostFacts = 50

/** Adds facts to those of a message: each is there once. */
export function withMessageFacts(
  kept: readonly KeptMessageFact[],
  more: readonly KeptMessageFact[],
): readonly KeptMessageFact[] {
  const all = new Map<string, KeptMessageFact>()
  for (const fact of [...kept, ...more]) {
    const { learnedAt, ...says } = fact
    const key = JSON.stringify(Object.entries(says).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    const before = all.get(key)
    all.set(key, before === undefined || learnedAt < before.learnedAt ? fact : before)
  }
  return [...all]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, fact]) => fact)
    .slice(0, mostFacts)
}

/**
 * The message that facts tell of; undefined while its own words are not known, as where a change of it or its state came
 * first. The newest wording holds; a state holds from the farthest that was ever told, whatever order it came in.
 */
export function messageOf(id: string, integration: string, facts: readonly KeptMessageFact[]): Message | undefined {
  const told = facts.filter(({ direction, editedAt }) => direction !== undefined && editedAt === undefined)
  const [first] = told.toSorted((one, other) => compare(one.at ?? one.learnedAt, other.at ?? other.learnedAt))
  if (first?.direction === undefined) return undefined
  const edits = facts.filter(({ editedAt, text }) => editedAt !== undefined && text !== undefined)
  const last = edits.toSorted((one, other) => compare(one.editedAt, other.editedAt)).at(-1)
  const some = <K extends keyof KeptMessageFact>(key: K) => facts.find((fact) => fact[key] !== undefined)?.[key]
  return named<Message>({
    id,
    integration,
    direction: first.direction,
    at: first.at ?? first.learnedAt,
    contact: some('contact'),
    name: some('name'),
    line: some('line'),
    to: some('to'),
    text: last?.text ?? first.text ?? '',
    subject: first.subject,
    inTalk: first.inTalk,
    inDeal: some('inDeal'),
    answersTo: first.answersTo,
    quoted: first.quoted,
    attachments: first.attachments ?? [],
    by: some('by'),
    state: farthest(facts),
    // Of a message that came it is said why nothing of it can be read.
    ...(first.direction === 'in' || ['failed', 'unsure'].includes(farthest(facts))
      ? { why: some('why'), said: some('said') }
      : {}),
    isAutomatic: facts.some(({ isAutomatic }) => isAutomatic === true) ? true : undefined,
    isEdited: edits.length > 0 ? true : undefined,
    isDeleted: facts.some(({ isDeleted }) => isDeleted === true) ? true : undefined,
  })
}

const ladder: readonly MessageState[] = ['waiting', 'unsure', 'failed', 'sent', 'delivered', 'read']

/** The farthest state that was told: what was read was delivered, whatever was said of it before or after. */
export function farthest(facts: readonly Pick<KeptMessageFact, 'state'>[]): MessageState {
  const told = facts.flatMap(({ state }) => (state === undefined ? [] : [ladder.indexOf(state)]))
  return ladder[Math.max(0, ...told)] ?? 'waiting'
}

/** Until when free text may be sent, counted from the client’s last word; null where there is no end. */
export function windowOf(lastWordAt: string, hours: number | undefined): string | null {
  return hours === undefined ? null : new Date(Date.parse(lastWordAt) + hours * 3_600_000).toISOString()
}

/** What owes no answer though a person sent it: a sign of assent, thanks, or nothing but pictures of faces. */
export function owesAnswer({
  text,
  attachments,
  isAutomatic,
}: Pick<Message, 'text' | 'attachments' | 'isAutomatic'>): boolean {
  if (isAutomatic === true) return false
  if (attachments.some(({ kind }) => kind !== 'sticker' && kind !== 'reaction')) return true
  const words = text
    .replaceAll(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f/gu, '')
    .replaceAll(/[\s.!,)(]+/g, ' ')
    .trim()
    .toLowerCase()
  return words !== '' && !nods.has(words)
}

const nods: ReadonlySet<string> = new Set([
  'ok',
  'okay',
  'thanks',
  'thank you',
  'ок',
  'окей',
  'хорошо',
  'спасибо',
  'благодарю',
  'понял',
  'поняла',
  'принято',
  'ясно',
])

function compare(one: string | undefined, other: string | undefined): number {
  const [first, second] = [one ?? '', other ?? '']
  return first < second ? -1 : first > second ? 1 : 0
}

function named<T extends object>(value: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T
}

/** A place somebody has sent, in words that need no language: what it is called, and where it is. */
export function placeSaid(
  where: readonly [latitude: unknown, longitude: unknown],
  ...names: readonly (string | undefined)[]
): string | undefined {
  if (!where.every((one) => typeof one === 'number' && Number.isFinite(one))) return undefined
  const at = where.map((one) => String(Math.round(Number(one) * 1e5) / 1e5)).join(', ')
  const named = names.filter((one) => one !== undefined && one !== '')
  return named.length === 0 ? at : `${named.join(', ')} (${at})`
}

/** A card of somebody else that was sent: their name and numbers. */
export function cardSaid(
  names: readonly (string | undefined)[],
  phones: readonly (string | undefined)[],
): string | undefined {
  const name = names.filter((one) => one !== undefined).join(' ')
  const said = [name, ...phones.filter((one) => one !== undefined)].filter((one) => one !== '')
  return said.length === 0 ? undefined : said.join(', ')
}
