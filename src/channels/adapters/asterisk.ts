import { adapter, bearer, count, instantOfSeconds, json, known, later, said, same, Unreadable } from '#channels/adapter'
import type { AdapterPart } from '#channels/adapter'
import type { CallFact, Direction, Fact } from '#channels/domain/facts'

/** What Asterisk tells by its manager interface (AMI): a program beside the exchange hands the text on as it is. */
export const asterisk = adapter({
  id: 'asterisk',
  kind: 'phone',
  name: { en: 'Asterisk, FreePBX', ru: 'Asterisk, FreePBX' },
  secrets: { key: { name: { en: 'Key', ru: 'Ключ' }, isOurs: true } },
  needsZone: false,
  connect: {
    en: [
      'In manager.conf allow a user to read call,cdr,agent and set timestampevents = yes.',
      'Let a program beside the exchange hand what it reads there to {address}, as text/plain.',
      'Add the header Authorization: Bearer {secret}',
    ],
    ru: [
      'В manager.conf разрешите пользователю чтение call,cdr,agent и включите timestampevents = yes.',
      'Пусть программа рядом с АТС передаёт прочитанное на {address} как text/plain.',
      'Добавьте заголовок Authorization: Bearer {secret}',
    ],
  },
  verify: ({ asked, secrets }) => same(bearer(asked), secrets['key']),
  read: factsIn,
  answer: json({ taken: true }),
})

type Block = ReadonlyMap<string, string>

function factsIn({ asked }: AdapterPart): readonly Fact[] {
  const blocks = asked
    .text()
    .split(/\r?\n\r?\n/)
    .map(blockIn)
    .filter((block) => block.has('Event'))
  if (blocks.length === 0) throw new Unreadable('No line begins with “Event:”.')
  return blocks.flatMap((block) => {
    const call = said(block.get('Linkedid')) ?? said(block.get('DestLinkedid')) ?? said(block.get('LinkedID'))
    return call === undefined ? [] : (factIn(block, call) ?? [])
  })
}

function blockIn(text: string): Block {
  const lines = text.split(/\r?\n/).flatMap((line) => {
    const at = line.indexOf(':')
    return at < 1 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()] as const]
  })
  return new Map(lines)
}

function factIn(block: Block, call: string): CallFact | undefined {
  switch (block.get('Event')) {
    case 'Newchannel':
      return known<CallFact>({ kind: 'call', call, ...sidesOf(block), startedAt: begunIn(call) })
    case 'QueueCallerJoin':
      return { kind: 'call', call, leg: legOf('queue', block, 'begins', 'queue') }
    case 'QueueCallerAbandon':
    case 'QueueCallerLeave':
      return { kind: 'call', call, leg: legOf('queue', block, 'ends', 'queue'), ...waitedIn(block, call) }
    case 'DialBegin':
      return personOf(block, call, 'begins')
    case 'DialEnd':
      return personOf(block, call, block.get('DialStatus') === 'ANSWER' ? 'talks' : 'ends')
    case 'Hangup':
      return hangupOf(block, call)
    case 'CEL':
      return block.get('EventName') === 'LINKEDID_END' ? overOf(block, call) : undefined
    default:
      return undefined
  }
}

/** Who is outside, told by the lengths of the numbers: extensions are short. */
function sidesOf(block: Block): { readonly direction?: Direction; readonly client?: string; readonly line?: string } {
  const [from, to] = [said(block.get('CallerIDNum')) ?? '', said(block.get('Exten')) ?? '']
  // The channels that telephones are rung by say nothing of who is outside.
  if (to === '' || to === 's' || isLocal(block.get('Channel'))) return {}
  if (isOwn(from) && isOwn(to)) return { direction: 'internal' }
  return isOwn(from) ? { direction: 'out', client: to } : { direction: 'in', client: numberOf(from), line: to }
}

function isOwn(number: string): boolean {
  return /^\d{1,5}$/.test(number)
}

function numberOf(written: string): string {
  return /\d{6,}/.test(written) ? written : ''
}

function isLocal(channel: string | undefined): boolean {
  return channel?.startsWith('Local/') === true
}

type Leg = NonNullable<CallFact['leg']>

function legOf(id: string, block: Block, state: Leg['state'], place: Leg['place']): Leg {
  return known<Leg>({ id, place, state, withClient: true, at: instantOfSeconds(block.get('Timestamp')) })
}

function personOf(block: Block, call: string, state: Leg['state']): CallFact {
  const who = /^[A-Z]+\/(\d{1,5})\D/i.exec(block.get('DestChannel') ?? '')?.[1] ?? said(block.get('DestCallerIDNum'))
  const id = said(block.get('DestUniqueid')) ?? who ?? ''
  const begins = state === 'begins' ? begunIn(id) : undefined
  const at = instantOfSeconds(block.get('Timestamp')) ?? begins
  return { kind: 'call', call, leg: known<Leg>({ id, place: 'ringing', state, withClient: true, who, at }) }
}

/** The channel that began a call ends it; one of several telephones ends for itself. */
function hangupOf(block: Block, call: string): CallFact {
  const id = said(block.get('Uniqueid')) ?? ''
  if (id === call) return overOf(block, call)
  return { kind: 'call', call, leg: legOf(id, block, 'ends', 'ringing') }
}

function overOf(block: Block, call: string): CallFact {
  return known<CallFact>({ kind: 'call', call, endedAt: instantOfSeconds(block.get('Timestamp')), last: 'part' })
}

function waitedIn(block: Block, call: string): Pick<CallFact, 'endedAt'> {
  const [began, seconds] = [begunIn(call), count(block.get('HoldTime'))]
  return began === undefined || seconds === undefined ? {} : { endedAt: later(began, seconds) }
}

/** A call is named by the second it began at and a number behind the point. */
function begunIn(id: string): string | undefined {
  return instantOfSeconds(id.split('.')[0])
}
