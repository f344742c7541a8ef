import type { ChapterOf } from '#http/described'
import type { operations } from './operations'

/** What the description of the interface says about rules. */
export const described = {
  chapter: 70,
  operations: {
    listPipelines: {
      tag: 'Rules',
      summary: 'The directions as they are sold today',
      description: 'Stages with each direction’s changes applied, tasks and gates in the words of pipelines.yaml.',
      refusals: ['rules_unknown'],
    },
    readBoard: {
      tag: 'Deals',
      summary: 'Counts and sums of a board’s columns',
      description: 'Of the deals that the caller may see. `GET /deals?pipeline=&stage=` lists a column.',
      refusals: ['pipeline_unknown', 'rules_unknown'],
    },
    readRules: {
      tag: 'Rules',
      summary: 'The rules in force',
      refusals: ['rules_unknown'],
    },
    readRulesVersion: {
      tag: 'Rules',
      summary: 'An earlier version of the rules',
      refusals: ['rules_unknown'],
    },
    planRules: {
      tag: 'Rules',
      summary: 'What publishing a text would do',
      description:
        'Changes nothing. Give `text`, or `rollbackTo` with an earlier version. Groups what changes by when it takes effect, with the open deals and tasks it touches; `now` names keys that shall apply to deals in the stage too.',
      refusals: ['forbidden', 'rules_unknown', 'rules_faulty', 'now_unknown'],
    },
    publishRules: {
      tag: 'Rules',
      summary: 'Publish new rules',
      description:
        'The text is checked and planned again here; faulty rules, and rules under which open deals would lose their place, change nothing. `expected` is the version it was planned on; the refusal says who published since.',
      refusals: ['forbidden', 'rules_faulty', 'rules_blocked', 'now_unknown', 'rules_unknown', 'version_conflict'],
    },
    rollbackRules: {
      tag: 'Rules',
      summary: 'Go back to what an earlier version said',
      description:
        'A new version with the text of the earlier one. What was renamed since is turned round, what was applied with `now` is taken back where nobody has touched it.',
      refusals: ['forbidden', 'rules_faulty', 'rules_blocked', 'now_unknown', 'rules_unknown', 'version_conflict'],
    },
    scheduleRules: {
      tag: 'Rules',
      summary: 'Publish rules at a time to come',
      description: 'Checked and planned now, and again when it is due. What cannot be published then changes nothing.',
      refusals: [
        'forbidden',
        'field_value',
        'rules_faulty',
        'rules_blocked',
        'now_unknown',
        'rules_unknown',
        'version_conflict',
      ],
    },
    cancelScheduled: {
      tag: 'Rules',
      summary: 'Call a scheduled publishing off',
      refusals: ['forbidden', 'release_unknown'],
    },
    readReleaseStatus: {
      tag: 'Rules',
      summary: 'How it stands with the rules',
      description:
        'What is in force, what is scheduled, how far deals have followed, by which versions they are judged.',
      refusals: ['rules_unknown'],
    },
    listRulesVersions: {
      tag: 'Rules',
      summary: 'The published versions, the newest first',
      description: 'The fifty newest, without their texts; `GET /rules/{rules}` gives the text of one.',
    },
  },
} as const satisfies ChapterOf<typeof operations>
