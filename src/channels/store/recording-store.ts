import { DeleteCommand, GetCommand } from '@aws-sdk/lib-dynamodb'

import type { KeptRecording, RecordingPlace, RecordingStore } from '#ports/recordings'
import { putRevision } from '#store/only-revision'
import { pageOf, queryAll } from '#store/query'
import type { TableAccess } from '#store/table-access'
import { asText, fromText } from '#store/text-item'
import { behind, indexKeys, keys, partitions } from './keys'

type Item = Readonly<Record<string, unknown>>

/** What is known of recordings, by their calls. */
export function recordingStore(access: TableAccess): RecordingStore {
  const { document, table: TableName } = access
  return {
    findRecording: async ({ call, id }) => {
      const { Item } = await document.send(
        new GetCommand({ TableName, Key: keys.recording(call, id), ConsistentRead: true }),
      )
      return fromText<KeptRecording>(Item?.['recording'])
    },
    recordingsOf: async (call) =>
      (await queryAll(access, { pk: partitions.recordings(call) })).flatMap(
        (item) => fromText<KeptRecording>(item['recording']) ?? [],
      ),
    saveRecording: (recording) => {
      const { call, id, rev } = recording
      const item = { ...keys.recording(call, id), ...indexOf(recording), rev, recording: asText(recording) }
      return putRevision(access, item, rev)
    },
    recordingsDue: async (until, limit) =>
      (await pageOf(access, { index: 'gsi1', pk: indexKeys.toFetch, to: `${until}~`, limit }, placeIn)).items,
    oldestRecordings: async (limit) =>
      (await pageOf(access, { index: 'gsi1', pk: indexKeys.recorded, limit }, placeIn)).items,
    eraseRecordings: async (call) => {
      for (const { pk, sk } of await queryAll(access, { pk: partitions.recordings(call) }))
        await document.send(new DeleteCommand({ TableName, Key: { pk, sk } }))
    },
  }
}

function indexOf({ state, nextAt, at, id }: KeptRecording): Item {
  if (state === 'waiting' && nextAt !== undefined) return { gsi1pk: indexKeys.toFetch, gsi1sk: `${nextAt}#${id}` }
  return state === 'kept' ? { gsi1pk: indexKeys.recorded, gsi1sk: `${at}#${id}` } : {}
}

function placeIn(item: Item): RecordingPlace {
  return { call: behind(String(item['pk'])), id: String(item['sk']) }
}
