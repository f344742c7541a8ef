import { membersOf } from '#domain/people/responsible'
import { own } from '#domain/kernel/own'
import { dateIn } from '#domain/time/zone'
import type { Model } from '#schemas/model'
import type { ReleaseChange, Renaming } from '#schemas/release'
import { touchedBy, type Alive, type Connected } from './live-facts'

/** Messengers that a company under restrictions may not write to clients by, directly or through somebody. */
const foreign: readonly string[] = ['telegram', 'whatsapp', 'wazzup']

const finding = (
  code: ReleaseChange['code'],
  key: string,
  names: ReleaseChange['names'],
  line?: number,
): ReleaseChange => ({ code, key, names, ...(line === undefined ? {} : { line }), ...touchedBy([], []) })

/** Channels that numbers lead to and the new rules have lost: nothing can be published until it says what became of them. */
export function goneChannels(after: Model, { facts }: Alive): readonly ReleaseChange[] {
  const connected = facts.connected ?? []
  const known = after.channels ?? {}
  const named = [...new Set(connected.flatMap(({ lines }) => Object.values(lines)))].toSorted()
  return named
    .filter((id) => own(known, channelAfter(after, id)) === undefined)
    .map((id) => {
      const by = connected.filter(({ lines }) => Object.values(lines).includes(id)).map(({ name }) => name)
      return {
        ...finding('channel-in-use', `channels.${id}`, { channel: id, by: by.join(', ') }),
        paste: [`channels.${id}:`],
      }
    })
}

/** What a channel is called by the rules, whatever a number that leads to it was told. */
function channelAfter({ moved }: Model, id: string): string {
  return own(moved, `channels.${id}`) ?? id
}

/** What somebody should know of channels: by which nobody can come, whom nobody would call back, and which may not be used. */
export function channelFindings(
  after: Model,
  { roles }: Pick<Renaming, 'roles'>,
  { facts }: Alive,
): readonly ReleaseChange[] {
  const connected = facts.connected ?? []
  return [
    ...withoutLine(after, connected),
    ...nobodyIn(after, roles, facts),
    ...(after.restricted === true ? foreignOnes(connected) : []),
  ]
}

/** As long as nothing at all is connected there is nothing to be told of. */
function withoutLine(after: Model, connected: readonly Connected[]): readonly ReleaseChange[] {
  if (connected.length === 0) return []
  const led = new Set(connected.flatMap(({ lines }) => Object.values(lines).map((id) => channelAfter(after, id))))
  return Object.values(after.channels ?? {})
    .filter(({ id }) => !led.has(id))
    .map(({ id, name, origin }) =>
      finding('channel-without-line', `channels.${id}`, { channel: id, name }, origin.line),
    )
}

/** Roles that call back whoever nobody had, or answer requests, and that nobody is in. */
function nobodyIn(
  after: Model,
  renamed: Readonly<Record<string, string>>,
  { at, org }: Pick<Alive['facts'], 'at' | 'org'>,
): readonly ReleaseChange[] {
  const on = dateIn(after.calendar.timezone, at)
  const before = (role: string) => Object.keys(renamed).find((id) => renamed[id] === role) ?? role
  const { missed } = after.calls ?? {}
  const asked = [
    ...(missed === undefined
      ? []
      : [missed.by, missed.otherwise].map((role) => ({ role, key: 'calls.missed', line: missed.origin.line }))),
    ...(after.intake?.lines ?? []).map(({ by, origin }) => ({ role: by, key: 'intake', line: origin.line })),
  ]
  return asked.flatMap(({ role, key, line }) => {
    if (role === undefined || !Object.hasOwn(after.roles, role)) return []
    if (membersOf(before(role), on, org).length > 0) return []
    return [finding('nobody-in-otherwise', key, { role, name: after.roles[role]?.name ?? role }, line)]
  })
}

function foreignOnes(connected: readonly Connected[]): readonly ReleaseChange[] {
  return connected
    .filter(({ adapter }) => foreign.includes(adapter))
    .map(({ id, name }) => finding('foreign-messenger', 'company.restricted', { integration: id, name }))
}
