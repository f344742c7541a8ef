import Type from 'typebox'

import { releaseCodes } from './release-names'
import { Saying } from './saying'
import { instant, line, nullable, prose, shape, words } from './shape'

/** Where something stands in the directions. */
export type Place = { readonly pipeline: string; readonly stage: string }

/**
 * What one publishing calls differently: ids of the rules before it → ids of its own. Only what is gone is in it. Stages
 * by direction; options by the field as it was called before.
 */
export type Renaming = {
  readonly version: number
  readonly seats: Readonly<Record<string, Readonly<Record<string, Place>>>>
  readonly pipelines: Readonly<Record<string, string>>
  readonly roles: Readonly<Record<string, string>>
  readonly fields: Readonly<Record<string, string>>
  readonly options: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Kinds of documents and invoices, which share their ids; absent where none is called otherwise. */
  readonly papers?: Readonly<Record<string, string>>
}

/** A version that took back what came after an earlier one. */
export type Undone = { readonly version: number; readonly to: number }

/** How many open deals and open tasks something touches. */
const touched = {
  deals: Type.Integer({ minimum: 0, description: 'Open deals it touches' }),
  tasks: Type.Integer({ minimum: 0, description: 'Open tasks it touches' }),
}

/** What a change touches in one direction. */
export const ReleaseDirection = shape('ReleaseDirection', { pipeline: Type.String(), ...touched })

/** What would happen at once to deals that are in the stage, if the key were named in `now`. */
export type NowEffect = Type.Static<typeof NowEffect>
export const NowEffect = shape('NowEffect', {
  key: Type.String({ description: 'What to name in `now`', examples: ['contract.draft_contract.by'] }),
  chosen: Type.Boolean({ description: 'Whether this plan was asked with it' }),
  deals: Type.Integer({ description: 'Deals in the stage that would be judged by the new rule' }),
  opened: Type.Integer({ description: 'Tasks that would appear' }),
  cancelled: Type.Integer({ description: 'Open tasks that would be cancelled' }),
  redated: Type.Integer({ description: 'Open tasks that would get another due date, none of them in the past' }),
  forgiven: Type.Integer({ description: 'How many of those are late now, and would not be late any more' }),
  handedOver: Type.Integer({ description: 'Open tasks that would go to somebody else' }),
  won: Type.Integer({ description: 'Open deals that would be won at once, because they are behind `won_after`' }),
})

/** One line of a plan: what changes, for whom, since when. */
export type ReleaseChange = Type.Static<typeof ReleaseChange>
export const ReleaseChange = shape('ReleaseChange', {
  code: words(releaseCodes, { description: 'What it is; `norma explain` has a page for what blocks' }),
  key: Type.String({ description: 'Where in the file it is', examples: ['contract.draft_contract.by'] }),
  line: Type.Optional(Type.Integer({ description: 'Line of the new file' })),
  names: Type.Record(Type.String(), Type.String(), { description: 'The ids and texts it speaks of' }),
  from: Type.Optional(nullable(Type.String({ description: 'How it was; null for nothing' }))),
  to: Type.Optional(nullable(Type.String({ description: 'How it becomes; null for nothing' }))),
  ...touched,
  directions: Type.Array(ReleaseDirection, { description: 'By direction, only where the change is' }),
  examples: shape('ReleaseExamples', {
    deals: Type.Array(shape('ReleaseDeal', { id: Type.String(), title: Type.String() })),
    tasks: Type.Array(shape('ReleaseTask', { id: Type.String(), do: Type.String() })),
  }),
  paste: Type.Optional(Type.Array(Type.String(), { description: 'Lines to write under `moved:`' })),
  guess: Type.Optional(Type.String({ description: 'What it may have become: it has the same tasks' })),
  now: Type.Optional(NowEffect),
})

const changes = (description: string) => Type.Array(ReleaseChange, { description })

/** What publishing a text would do to the deals that are open. */
export type ReleasePlan = Type.Static<typeof ReleasePlan>
export const ReleasePlan = shape('ReleasePlan', {
  from: Type.Integer({ minimum: 0, description: 'Version in force, on which the plan is based; 0 for none' }),
  hash: Type.String({ description: 'SHA-256 of the planned text' }),
  at: instant('When the deals were counted'),
  ...touched,
  publishable: Type.Boolean({ description: 'Nothing is blocked' }),
  changed: Type.Boolean({ description: 'The text is not the one in force' }),
  now: Type.Array(Type.String(), { description: 'What was asked to apply to deals in the stage' }),
  blocked: changes('Must be answered before anything can be published'),
  warnings: changes('Stops nothing, but somebody should know'),
  moves: changes('Open deals, tasks, people and fields that follow `moved`'),
  nextEntry: changes('Deals that are in the stage finish it by the old rule'),
  newDeals: changes('Deals that are created after publishing'),
  atOnce: changes('Everybody, from the moment of publishing'),
})

const maxText = 1_048_576
/** A whole file: what may stand in it is for the check of the file to say. */
const fileText = Type.String({ minLength: 1, maxLength: maxText, description: 'pipelines.yaml, whole' })
const nowKeys = Type.Array(line({ maxLength: 200 }), {
  maxItems: 200,
  description: 'Keys of the plan that shall apply to deals in the stage too',
})

/** Asks what a text, or going back to an earlier version, would do. */
/** The files that rules are published with, by their path beside them. */
const filesBeside = Type.Record(Type.String({ pattern: '^.{1,200}$' }), Type.String({ pattern: '^[0-9a-f]{64}$' }), {
  maxProperties: 200,
  description:
    'SHA-256 of files that the rules name, such as templates, sent before; those of the version in force where absent',
})

export type PlanRules = Type.Static<typeof PlanRules>
export const PlanRules = shape('PlanRules', {
  text: Type.Optional(fileText),
  rollbackTo: Type.Optional(Type.Integer({ minimum: 1, description: 'Or an earlier version' })),
  now: Type.Optional(nowKeys),
  files: Type.Optional(filesBeside),
})

/** Asks for new rules. */
export type PublishRules = Type.Static<typeof PublishRules>
export const PublishRules = shape('PublishRules', {
  text: fileText,
  note: prose({ maxLength: 500, description: 'What changes and why' }),
  expected: Type.Integer({ minimum: 0, description: 'Version the text is based on; 0 for the first' }),
  now: Type.Optional(nowKeys),
  files: Type.Optional(filesBeside),
})

/** Asks for rules to be published later. */
export type SchedulePublish = Type.Static<typeof SchedulePublish>
export const SchedulePublish = shape('SchedulePublish', {
  text: fileText,
  note: prose({ maxLength: 500, description: 'What changes and why' }),
  expected: Type.Integer({ minimum: 1, description: 'Version the text is based on; another one by then stops it' }),
  now: Type.Optional(nowKeys),
  files: Type.Optional(filesBeside),
  at: instant('When it is to be published'),
})

/** Asks to go back to what an earlier version said. */
export type RollbackRules = Type.Static<typeof RollbackRules>
export const RollbackRules = shape('RollbackRules', {
  to: Type.Integer({ minimum: 1, description: 'The earlier version' }),
  note: prose({ maxLength: 500, description: 'Why' }),
  expected: Type.Integer({ minimum: 1, description: 'Version in force that is left' }),
})

/** A published version without its text. */
export type VersionHead = Type.Static<typeof VersionHead>
export const VersionHead = shape('VersionHead', {
  version: Type.Integer({ minimum: 1 }),
  hash: Type.String(),
  author: Type.String(),
  note: Type.String(),
  at: instant('When it was published'),
  now: Type.Optional(Type.Array(Type.String(), { description: 'What it applied to deals in their stage' })),
  restores: Type.Optional(Type.Integer({ description: 'The version it went back to' })),
})

/** The published versions, the newest first. */
export const VersionList = shape('VersionList', { items: Type.Array(VersionHead) })

/** Rules that are to be published later, or were not. */
export type ScheduledRelease = Type.Static<typeof ScheduledRelease>
export const ScheduledRelease = shape('ScheduledRelease', {
  id: Type.String({ examples: ['2026-12-01T06:00:00.000Z~5e2f0c1d'] }),
  at: instant('When it is published'),
  expected: Type.Integer({ minimum: 1 }),
  hash: Type.String(),
  author: Type.String(),
  note: Type.String(),
  now: Type.Array(Type.String()),
  state: words(['waiting', 'failed'], { description: 'failed: it was due, and could not be published' }),
  why: Type.Optional(Type.String({ description: 'Why it was not published' })),
  said: Type.Optional(Type.Array(Saying, { description: 'The same by the keys of its sentences' })),
})

/** A scheduled publishing that was called off. */
export const ReleaseCancelled = shape('ReleaseCancelled', { cancelled: Type.String() })

/** Deals on their way to where the rules in force have them. */
export type ReseatProgress = Type.Static<typeof ReseatProgress>
export const ReseatProgress = shape('ReseatProgress', {
  version: Type.Integer({ description: 'The rules they follow' }),
  state: words(['running', 'watching', 'done'], {
    description: 'running: deals are being seated; watching: for latecomers, two minutes after the last one; done',
  }),
  total: Type.Integer({ description: 'Deals there were to seat when it began' }),
  done: Type.Integer({ description: 'Deals seated by the job' }),
  startedAt: instant('When it began'),
  finishedAt: Type.Optional(instant('When nothing was left')),
  stuck: Type.Optional(
    Type.Array(shape('StuckDeal', { deal: Type.String(), why: Type.String() }), {
      description: 'Deals that could not be seated at the last try (fifty at most); they are tried again every minute',
    }),
  ),
})

/** Something that is called otherwise since a version. */
export type RenamedId = Type.Static<typeof RenamedId>
export const RenamedId = shape('RenamedId', {
  version: Type.Integer({ description: 'Since which version' }),
  kind: words(['stage', 'pipeline', 'role', 'field', 'option', 'paper'], {
    description: 'A paper is a kind of document or invoice',
  }),
  in: Type.Optional(Type.String({ description: 'The direction of a stage, the field of an option' })),
  from: Type.String(),
  to: Type.String(),
})

/** How it stands with the rules. */
export type ReleaseStatus = Type.Static<typeof ReleaseStatus>
export const ReleaseStatus = shape('ReleaseStatus', {
  current: VersionHead,
  reseating: Type.Optional(ReseatProgress),
  scheduled: Type.Array(ScheduledRelease),
  paused: Type.Array(shape('PausedRule', { rule: Type.String(), by: Type.String(), reason: Type.String() })),
  alive: Type.Array(shape('AliveVersion', { version: Type.Integer(), deals: Type.Integer() }), {
    description: 'Open deals by the version of the rules that judges them, oldest first',
  }),
  renamed: Type.Array(RenamedId, { description: 'What was ever called otherwise, oldest first' }),
})
