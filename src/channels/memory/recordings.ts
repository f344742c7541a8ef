import { kept } from '#memory/kept'
import { shelf } from '#memory/shelf'
import type { KeptRecording, RecordingPlace, RecordingStore } from '#ports/recordings'

/** What is known of recordings. */
export function memoryRecordings(): RecordingStore {
  const known = shelf<KeptRecording>()
  const all = new Map<string, RecordingPlace>()
  const found = ({ call, id }: RecordingPlace) => known.get(call, id)
  const sorted = (by: (one: KeptRecording) => string | undefined, until: string) =>
    [...all.values()]
      .flatMap((place) => {
        const one = found(place)
        const sort = one === undefined ? undefined : by(one)
        return sort === undefined || sort > until ? [] : [{ place, sort }]
      })
      .toSorted((one, other) => (one.sort < other.sort ? -1 : 1))
      .map(({ place }) => place)
  return {
    findRecording: async (place) => found(place),
    recordingsOf: async (call) => known.all(call),
    saveRecording: async (recording) => {
      const { call, id, rev } = recording
      if ((found(recording)?.rev ?? 0) !== rev - 1) return false
      known.put(call, id, kept(recording))
      all.set(`${call} ${id}`, { call, id })
      return true
    },
    recordingsDue: async (until, limit) =>
      sorted(({ state, nextAt }) => (state === 'waiting' ? nextAt : undefined), until).slice(0, limit),
    oldestRecordings: async (limit) =>
      sorted(({ state, at }) => (state === 'kept' ? at : undefined), '~').slice(0, limit),
    eraseRecordings: async (call) => {
      for (const { id } of known.all(call)) {
        known.take(call, id)
        all.delete(`${call} ${id}`)
      }
    },
  }
}
