import type { CallBackFact } from '#schemas/channels/call-back-fact'
import type { Page } from './page'
import type { RecordingStore } from './recordings'

/** What is known of a call by what its provider has told; the room of channels knows the form of `facts`. */
export type KeptCall = {
  readonly id: string
  readonly integration: string
  readonly facts: readonly unknown[]
  readonly rev: number
  /** From when on it may be judged, as long as it was not. */
  readonly settlesAt?: string
}

/** What is known of a message; the room of channels knows the form of `facts`. */
export type KeptMessage = {
  readonly id: string
  readonly integration: string
  readonly facts: readonly unknown[]
  readonly rev: number
  /** The message of ours that the provider calls so. */
  readonly of?: string
  /** The deal it belongs to, as soon as that is certain or somebody has said so. */
  readonly deal?: string
}

/** A message of ours that is to be sent, as long as `nextAt` says when. */
export type KeptOutgoing = {
  readonly id: string
  readonly integration: string
  readonly to: string
  readonly text: string
  /** Who wrote it, what it is about and which mail it answers, where it goes by mail. */
  readonly by?: string
  readonly subject?: string
  readonly answersTo?: string
  readonly talk?: string
  readonly files?: readonly { readonly key: string; readonly name: string; readonly type: string }[]
  /** The approved template of the provider it is written by, filled. */
  readonly template?: {
    readonly name: string
    readonly language: string
    readonly places: readonly { readonly name: string; readonly text: string }[]
  }
  /** Somebody is sending it: where nothing more is heard of them, nobody knows whether it left. */
  readonly sending?: boolean
  /** What a rule wants to be written: by what, and with which words, is decided when it is due. */
  readonly order?: {
    readonly template: string
    readonly to: string
    readonly deal?: string
    readonly talk?: string
  }
  /** Cards of whoever it goes to: what they revoke before it has left holds it back. */
  readonly clients?: readonly string[]
  /** The consent that it needs, whatever that is for. */
  readonly consent?: string
  readonly at: string
  readonly attempts: number
  readonly nextAt?: string
  readonly rev: number
}

/** The talk with one number or address outside: what was said and what is owed hang on it. */
export type KeptTalk = {
  readonly id: string
  readonly rev: number
  /** Telephone number or address; absent where nothing of the kind is known. */
  readonly contact?: string
  /** How they called themselves. */
  readonly name?: string
  /** Their telephone number, where a messenger told it. */
  readonly phone?: string
  /** The client whose talk it is, where that is known for certain. */
  readonly client?: string
  /** The deal that the first message became. */
  readonly deal?: string
  /** Which of several deals the talk is about, as somebody has said last. */
  readonly picked?: { readonly deal: string; readonly at: string; readonly by: string }
  /** Who has said that this is no client: nothing is owed to them. */
  readonly notClient?: { readonly at: string; readonly by: string; readonly reason?: string }
  /** The call back that is owed, with the task that says so. */
  readonly owed?: { readonly task: string; readonly because: string }
  readonly lastAt: string
}

/** A call, a request or a message in a talk, or that somebody listened to one; the room of channels knows its form. */
export type TalkLine = {
  readonly kind: 'call' | 'request' | 'message' | 'heard'
  readonly id: string
  readonly at: string
  readonly says: unknown
}

/** When something was claimed, and by what. */
export type Claim = { readonly at: string; readonly by: string }

/** Calls with their recordings, talks and what was asked for. */
export type TalkStore = RecordingStore & {
  readonly findCall: (id: string) => Promise<KeptCall | undefined>
  /** Those of them that are known, in no particular order. */
  readonly findCalls: (ids: readonly string[]) => Promise<readonly KeptCall[]>
  /** False when it is not at the revision before this one any more. */
  readonly saveCall: (call: KeptCall) => Promise<boolean>
  /** Ids of calls that may be judged at an instant, the longest due first. May lag by moments in AWS. */
  readonly callsToSettle: (until: string, limit: number) => Promise<readonly string[]>
  readonly findMessage: (id: string) => Promise<KeptMessage | undefined>
  /** False when it is not at the revision before this one any more. */
  readonly saveMessage: (message: KeptMessage) => Promise<boolean>
  readonly findOutgoing: (id: string) => Promise<KeptOutgoing | undefined>
  /** Tells that it waits in the write that makes it. False when it is not at the revision before this one any more. */
  readonly saveOutgoing: (outgoing: KeptOutgoing) => Promise<boolean>
  /** Ids of messages that are due, the longest due first. May lag by moments in AWS. */
  readonly outgoingDue: (until: string, limit: number) => Promise<readonly string[]>
  /** The talk with whoever is behind a number or an address; the same for whoever computes it. */
  readonly talkIdOf: (contact: string) => Promise<string>
  readonly findTalk: (id: string) => Promise<KeptTalk | undefined>
  /** False when it is not at the revision before this one any more. */
  readonly saveTalk: (talk: KeptTalk) => Promise<boolean>
  /** Writes a line, over one of the same id at the same instant. `list` names where it is found beside its talk. */
  readonly saveLine: (
    talk: string,
    line: TalkLine,
    list?: { readonly name: string; readonly until?: string },
  ) => Promise<void>
  /** The newest first. */
  readonly lines: (talk: string, page: { limit: number; cursor?: string; from?: string }) => Promise<Page<TalkLine>>
  /** Lines of any talk in a list, the newest first. May lag by moments in AWS. */
  readonly listed: (
    name: string,
    page: { limit: number; cursor?: string },
  ) => Promise<Page<{ readonly talk: string; readonly line: TalkLine }>>
  /** Notes that a talk is a client’s. */
  readonly link: (client: string, talk: string) => Promise<void>
  readonly unlink: (client: string, talk: string) => Promise<void>
  readonly talksOf: (client: string) => Promise<readonly string[]>
  /** Whose a talk was noted to be. May lag by moments in AWS. */
  readonly clientsOf: (talk: string) => Promise<readonly string[]>
  /** Notes that nobody known is behind a talk, as of an instant; what was noted before stays. */
  readonly noteStranger: (talk: string, at: string) => Promise<void>
  /** Notes it as of a later instant, over what was noted before. */
  readonly putOffStranger: (talk: string, at: string) => Promise<void>
  /** Talks of nobody known, the longest noted first. May lag by moments in AWS. */
  readonly oldestStrangers: (limit: number) => Promise<readonly { readonly talk: string; readonly at: string }[]>
  /**
   * Takes these lines of a talk away, and where no other line is there and the talk is at the revision that was read (or was
   * none), the talk itself, and last the note that it is nobody’s. False where something has come since: that stays, and so
   * does the talk. What was taken away before is no fault.
   */
  readonly eraseTalk: (
    talk: string,
    read: { readonly lines: readonly TalkLine[]; readonly rev: number | undefined },
  ) => Promise<boolean>
  readonly eraseCall: (call: string) => Promise<void>
  /** Takes away what is known of a message, and what of it is still to be sent. */
  readonly eraseMessage: (message: string) => Promise<void>
  /**
   * What was first claimed under a key: the caller’s own where nothing was, or where that is longer ago than `withinMs`; else
   * that of whoever was first, so that everybody who tries again does the same thing. Of several in the same millisecond one
   * is first: `by` tells them apart.
   */
  readonly claim: (key: string, own: Claim, withinMs: number) => Promise<Claim>
  /** Counts one more under a key in the hour of an instant, and says how many that makes in this hour and the one before. */
  readonly countUp: (key: string, at: string) => Promise<number>
  readonly countOf: (key: string, at: string) => Promise<number>
}

/** What is asked of calls by whoever does not know them. Rooms that do answer; the core knows none. */
export type CallBacks = {
  /**
   * Whether one of these numbers has just called somebody of ours: their own telephone rings or has rung in the last minutes,
   * or they talk, or have until minutes ago. Whom they call themselves, and calls they told of themselves, do not count.
   */
  readonly justRang: (asked: {
    readonly employee: string
    readonly numbers: readonly string[]
    readonly at: string
  }) => Promise<boolean>
  /** Of everybody whose first missed call was from the first instant on and before the second. */
  readonly between: (from: string, to: string) => Promise<readonly CallBackFact[]>
}
