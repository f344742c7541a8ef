import type { RecordingFault } from '#schemas/channels/talk'

/** A recording of a call: on its way to us, kept, not to be had, or gone after its time. */
export type KeptRecording = {
  readonly call: string
  /** Made of where the provider has it: the same for whoever hears of it again. */
  readonly id: string
  /** When the call began: its time is counted from then. */
  readonly at: string
  readonly state: 'waiting' | 'kept' | 'lost' | 'gone'
  /** Where the provider has it, as long as it is not ours. */
  readonly url?: string
  /** Under which key of `Files` it is, or will be. */
  readonly file: string
  readonly type?: string
  readonly size?: number
  readonly attempts: number
  /** When it is fetched next, while it waits. */
  readonly nextAt?: string
  readonly fault?: RecordingFault
  readonly rev: number
}

/** Which recording of which call. */
export type RecordingPlace = Readonly<Record<'call' | 'id', string>>

/** Recordings of calls; their bytes are in `Files`. */
export type RecordingStore = {
  readonly findRecording: (place: RecordingPlace) => Promise<KeptRecording | undefined>
  readonly recordingsOf: (call: string) => Promise<readonly KeptRecording[]>
  /** False when it is not at the revision before this one any more. */
  readonly saveRecording: (recording: KeptRecording) => Promise<boolean>
  /** Those to be fetched at an instant, the longest due first. May lag by moments in AWS. */
  readonly recordingsDue: (until: string, limit: number) => Promise<readonly RecordingPlace[]>
  /** Those that are kept, of the oldest calls first. May lag by moments in AWS. */
  readonly oldestRecordings: (limit: number) => Promise<readonly RecordingPlace[]>
  /** Takes away what is known of the recordings of a call; their bytes are taken away before. */
  readonly eraseRecordings: (call: string) => Promise<void>
}
