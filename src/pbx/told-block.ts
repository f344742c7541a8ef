import type { AmiBlock } from './ami-blocks'

/** What says something of a call; everything else a manager interface tells stays where it is. */
const told: ReadonlySet<string> = new Set([
  'Newchannel',
  'QueueCallerJoin',
  'QueueCallerLeave',
  'QueueCallerAbandon',
  'DialBegin',
  'DialEnd',
  'Hangup',
  'CEL',
])

/** The lines of a block that Norma reads: variables, accounts and the like are not handed on. */
const lines: readonly string[] = [
  'Event',
  'EventName',
  'Timestamp',
  'Channel',
  'CallerIDNum',
  'Exten',
  'Uniqueid',
  'UniqueID',
  'Linkedid',
  'LinkedID',
  'DestChannel',
  'DestCallerIDNum',
  'DestUniqueid',
  'DestLinkedid',
  'DialStatus',
  'HoldTime',
  'Cause',
]

/**
 * A block as it is handed on; undefined where it says nothing of a call. Where the exchange does not say when it was
 * (`timestampevents`), it is when it was heard.
 */
export function toldBlock({ says }: AmiBlock, heardAt: number): string | undefined {
  const event = says.get('Event') ?? ''
  if (!told.has(event) || (event === 'CEL' && says.get('EventName') !== 'LINKEDID_END')) return undefined
  const kept = new Map(says)
  if (!kept.has('Timestamp')) kept.set('Timestamp', (heardAt / 1000).toFixed(3))
  const written = lines.flatMap((name) => {
    const value = kept.get(name)
    return value === undefined ? [] : [`${name}: ${value}`]
  })
  return written.join('\r\n')
}
