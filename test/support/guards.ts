/** One line that keeps something from being done twice, lost or said for no reason, and the test that notices its absence. */
export type Guard = {
  readonly name: string
  readonly file: string
  /** Stands in the file exactly once. */
  readonly from: string
  /** The same place without the guard. */
  readonly to: string
  readonly test: string
  /** What the names of the tests begin with or contain. */
  readonly named: string
}

/** Every guard that `npm run prove:guards` takes away, one at a time. */
export const guards: readonly Guard[] = [
  {
    name: 'a deal is written only from the version that was read',
    file: 'src/store/deals/deal-write.ts',
    from: "return { ConditionExpression: 'version = :version', ExpressionAttributeValues: { ':version': version } }",
    to: 'return {}',
    test: 'test/usecases/guarded-writes.test.ts',
    named: 'a deal is not written over by somebody who saw it before another change',
  },
  {
    name: 'a task is opened only while nobody else has opened it',
    file: 'src/store/only-revision.ts',
    from: "if (rev === undefined) return { ConditionExpression: 'attribute_not_exists(pk)' }",
    to: 'if (rev === undefined) return {}',
    test: 'test/usecases/guarded-writes.test.ts',
    named: 'a task that somebody has done meanwhile is not opened over it',
  },
  {
    name: 'a task is changed only from the revision that was read',
    file: 'src/store/only-revision.ts',
    from: "return { ConditionExpression: 'rev = :rev', ExpressionAttributeValues: { ':rev': rev } }",
    to: 'return {}',
    test: 'test/usecases/guarded-writes.test.ts',
    named: 'a task is not changed by somebody who saw it before another change',
  },
  {
    name: 'a sweep asks at the time of firing whether the task is still asked for',
    file: 'src/domain/deals/lateness.ts',
    from: "if (!isStillAsked(task, deal)) return { kind: 'nothing' }",
    to: '',
    test: 'test/usecases/time-late-tasks.test.ts',
    named: 'the deal moved on, although nobody has cancelled the task yet',
  },
  {
    name: 'a sweep notes nothing of a deal that has changed since it was read',
    file: 'src/store/deals/note-write.ts',
    from: "ConditionExpression: 'version = :version',",
    to: "ConditionExpression: 'version = :version OR attribute_exists(pk)',",
    test: 'test/usecases/time-late-tasks.test.ts',
    named: 'the deal was lost a moment ago',
  },
  {
    name: 'a stuck deal is looked at only in the visit its clock was set for',
    file: 'src/domain/deals/deal-clock.ts',
    from: 'if (clock.visit !== deal.visit.no || !isRunning(deal)) return',
    to: 'if (!isRunning(deal)) return',
    test: 'test/usecases/guarded-writes.test.ts',
    named: 'a deal that went back is not stuck by the clock of the stage it left',
  },
  {
    name: 'a note is written once, and so is the run of a rule',
    file: 'src/store/deals/note-write.ts',
    from: "ConditionExpression: 'attribute_not_exists(pk)',",
    to: '',
    test: 'test/usecases/guarded-writes.test.ts',
    named: 'a note stays as the first one wrote it',
  },
  {
    name: 'an action of a rule that was done before is not done again',
    file: 'src/automation/usecases/take-action.ts',
    from: 'if (before !== undefined) return { step: { kind, done: true }, place: before }',
    to: '',
    test: 'test/usecases/automation-once.test.ts',
    named: 'a run that broke off is gone on with weeks later',
  },
  {
    name: 'of two requests with one Idempotency-Key the second has no effect',
    file: 'src/store/deals/deal-write.ts',
    from: "      ConditionExpression: 'attribute_not_exists(pk)',\n    },\n  }\n}\n\nfunction finders",
    to: '    },\n  }\n}\n\nfunction finders',
    test: 'test/http/idempotency.test.ts',
    named: 'fifty simultaneous requests with one key make one deal',
  },
  {
    name: 'the ledger takes no older version of a part',
    file: 'src/store/plan/ledger-store.ts',
    from: 'if (was !== undefined && was.version >= entry.version) return',
    to: '',
    test: 'test/store/plan-store.test.ts',
    named: 'a deal that counts for somebody else now leaves the row it was in',
  },
  {
    name: 'the ledger adds a difference only to the part it was computed from',
    file: 'src/store/plan/ledger-store.ts',
    from: "if (was === undefined) return { ConditionExpression: 'attribute_not_exists(pk)' }",
    to: 'if (was === undefined) return {}',
    test: 'test/store/plan-store.test.ts',
    named: 'two that tell of one deal at the same time count it once',
  },
  {
    name: 'a visit is judged by the version it was entered with, not by the newest',
    file: 'src/usecases/deals/deal-file.ts',
    from: 'rules.version(deal.visit.configVersion),',
    to: 'rules.current(),',
    test: 'test/release/model.test.ts',
    named: 'whatever is published',
  },
  {
    name: 'a column shows deals that still stand under its earlier names',
    file: 'src/product/todays-words.ts',
    from: 'const old = (await isFollowed()) ? oldPlaces(ask) : []',
    to: 'const old = (await isFollowed()) ? oldPlaces(ask).slice(0, 0) : []',
    test: 'test/release/model.test.ts',
    named: 'whatever is published',
  },
  {
    name: 'what is taken back leaves alone what somebody has touched since',
    file: 'src/release/domain/amend.ts',
    from: 'if (entry?.was === undefined || entry.rev !== task.rev) return []',
    to: 'if (entry?.was === undefined) return []',
    test: 'test/release/now.test.ts',
    named: 'takes back what came with --now, but not what somebody has touched since',
  },
  {
    name: 'what is published with now comes to a visit once',
    file: 'src/release/domain/pending.ts',
    from: 'if (isOver || amended.some(({ rules }) => rules === version)) return []',
    to: 'if (isOver) return []',
    test: 'test/release/now.test.ts',
    named: 'comes to a visit once, and to none that began under the new rules',
  },
  {
    name: 'facts for reports are written only from the head that was read',
    file: 'src/reports/store/report-store.ts',
    from: "{ ConditionExpression: 'rev = :was', ExpressionAttributeValues: { ':was': wasRev } }",
    to: '{}',
    test: 'test/reports/keep-reports.test.ts',
    named: 'somebody who read the deal before the last writer did cannot write after it',
  },
]
