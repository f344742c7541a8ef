import {
  adapter,
  bearer,
  count,
  instantOfSeconds,
  instantOfText,
  json,
  keyed,
  known,
  later,
  said,
  same,
  unread,
} from '#channels/adapter'
import type { AdapterPart } from '#channels/adapter'
import type { CallFact, Direction, Fact } from '#channels/domain/facts'

/** What Asterisk tells by its manager interface (AMI): `norma pbx`, or any program beside the exchange, hands the text on. */
export const asterisk = adapter({
  id: 'asterisk',
  kind: 'phone',
  name: { en: 'Asterisk, FreePBX', ru: 'Asterisk, FreePBX' },
  secrets: { key: { name: { en: 'Key', ru: 'Ключ' }, isOurs: true } },
  needsZone: false,
  connect: {
    en: [
      'In manager.conf of the exchange add a user: [norma], secret = PASSWORD, permit = 127.0.0.1/255.255.255.255, read = call,cdr,agent',
      'On the machine of the exchange start: NORMA_PBX_PASSWORD=PASSWORD NORMA_PBX_KEY={secret} npx norma pbx --user norma --to {address}',
      'Let it run as a service; what it says of itself: npx norma pbx --status',
      'So that a click calls: add write = originate to the user in manager.conf, and --dial PJSIP/{extension} to the start of the program (SIP/{extension} where the telephones are connected so).',
      'A program of your own hands what it reads there to the same address as text/plain, with the header Authorization: Bearer {secret}',
    ],
    ru: [
      'В manager.conf АТС добавьте пользователя: [norma], secret = ПАРОЛЬ, permit = 127.0.0.1/255.255.255.255, read = call,cdr,agent',
      'На машине с АТС запустите: NORMA_PBX_PASSWORD=ПАРОЛЬ NORMA_PBX_KEY={secret} npx norma pbx --user norma --to {address}',
      'Пусть она работает как служба; что она говорит о себе: npx norma pbx --status',
      'Чтобы звонить одним нажатием: добавьте пользователю в manager.conf строку write = originate, а к запуску программы – --dial PJSIP/{extension} (или SIP/{extension}, если телефоны подключены так).',
      'Своя программа передаёт прочитанное на тот же адрес как text/plain с заголовком Authorization: Bearer {secret}',
    ],
  },
  verify: ({ asked, secrets: { key = '' } }) =>
    same(bearer(asked), key) || same(asked.headers['x-norma-signature'], `sha256=${keyed('sha256', key, asked.body)}`),
  ordersAt: 'orders',
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
  if (blocks.length === 0) throw unread('unread_ami')
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
    case 'CallOnFile':
      return onFile(block, call)
    case 'CallOrdered':
      return orderedOf(block, call)
    default:
      return undefined
  }
}

/**
 * A call that was ordered from here: whoever ordered it rings first, by a channel that says nothing of the client. Where they
 * did not pick up nobody outside was called.
 */
function orderedOf(block: Block, call: string): CallFact {
  if (block.get('Response') === 'Failure') return { kind: 'call', call, direction: 'internal', last: 'part' }
  return known<CallFact>({
    kind: 'call',
    call,
    direction: 'out',
    client: said(block.get('Exten')),
    by: said(block.get('CallerIDNum')),
    startedAt: instantOfSeconds(block.get('Timestamp')),
  })
}

/** What the exchange has on file of a call: answered is what a telephone of ours has taken, not a menu or a queue. */
function onFile(block: Block, call: string): CallFact {
  const sides = sidesOf(block)
  const who = telephoneIn(sides.direction === 'in' ? block.get('DestChannel') : block.get('Channel'))
  const answeredAt = instantOfText(block.get('Answered'))
  const isAnswered = who !== undefined && answeredAt !== undefined
  return known<CallFact>({
    kind: 'call',
    call,
    ...sides,
    startedAt: instantOfText(block.get('Started')),
    answeredAt: isAnswered ? answeredAt : undefined,
    endedAt: instantOfText(block.get('Ended')),
    result: isAnswered ? 'answered' : 'missed',
    by: isAnswered ? who : undefined,
    last: 'part',
    isFoundLater: block.get('FoundLater') === 'yes' ? true : undefined,
  })
}

function telephoneIn(channel: string | undefined): string | undefined {
  return /^[A-Z]+\/(\d{1,5})\D/i.exec(channel ?? '')?.[1]
}

/** Who is outside, told by the lengths of the numbers: extensions are short. */
function sidesOf(block: Block): { readonly direction?: Direction; readonly client?: string; readonly line?: string } {
  const [from, to] = [said(block.get('CallerIDNum')) ?? '', said(block.get('Exten')) ?? '']
  // The channels that telephones are rung by say nothing of who is outside.
  if (to === '' || to === 's' || isLocal(block.get('Channel'))) return {}
  if (isOwn(from) && isOwn(to)) return { direction: 'internal' }
  if (isOwn(from)) return { direction: 'out', client: to }
  // A telephone of ours that shows the number of whoever it is rung for is no call from outside.
  return telephoneIn(block.get('Channel')) === undefined ? { direction: 'in', client: numberOf(from), line: to } : {}
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
  // On the way out the telephone that calls is ours, and what is rung is the client’s.
  const ours = telephoneIn(block.get('DestChannel')) ?? telephoneIn(block.get('Channel'))
  const who = ours ?? said(block.get('DestCallerIDNum'))
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

/** A call is named by the second it began at and a number behind the point; the name of the exchange may stand before. */
function begunIn(id: string): string | undefined {
  return instantOfSeconds(/(?:^|-)(\d{9,11})\.\d+$/.exec(id)?.[1])
}
