import type { Code } from '#config/codes'
import { channelExamples } from './channel-examples'
import { clientExamples } from './client-examples'
import { liveExamples } from './live-examples'
import { paperExamples } from './paper-examples'
import type { PageExample } from './page'

/** For every code a piece of a file that gives it, and the piece put right. */
export const examples: Readonly<Record<Code, PageExample>> = {
  'yaml-syntax': {
    before: 'do: Draft: contract and annexes',
    after: 'do: "Draft: contract and annexes"',
  },
  'yaml-subset': {
    before: 'due: &soon 2 working days',
    after: 'due: 2 working days',
  },
  'not-utf8': {
    before: 'Draw up the contr�ct',
    after: 'Draw up the contract',
  },
  'missing-space': {
    before: 'by:lawyer',
    after: 'by: lawyer',
  },
  'text-cut': {
    before: 'do: Draft contract #2',
    after: 'do: "Draft contract #2"',
  },
  'lookalike-letter': {
    before: 'by: lаwyer',
    after: 'by: lawyer',
  },
  'duplicate-key': {
    before: 'name: Contract\n    name: Agreement',
    after: 'name: Contract',
  },
  'unknown-key': {
    before: 'responsible: lawyer',
    after: 'by: lawyer',
  },
  'missing-key': {
    before: 'draft:\n        do: Draft the contract\n        due: 2 working days',
    after: 'draft:\n        do: Draft the contract\n        by: lawyer\n        due: 2 working days',
  },
  'wrong-kind': {
    before: 'checklist: Ask for the charter',
    after: 'checklist: [Ask for the charter]',
  },
  'unknown-value': {
    before: 'on_leave: stay',
    after: 'on_leave: keep',
  },
  'bad-id': {
    before: 'Too expensive: The price is too high',
    after: 'too_expensive: The price is too high',
  },
  'ambiguous-duration': {
    before: 'due: 2 days',
    after: 'due: 2 working days',
  },
  'iso-duration': {
    before: 'due: P2D',
    after: 'due: 2 working days',
  },
  'bad-duration': {
    before: 'due: 2 wroking days',
    after: 'due: 2 working days',
  },
  'one-action': {
    before: '- notify: lawyer\n        set: { source: referral }',
    after: '- notify: lawyer\n      - set: { source: referral }',
  },
  'unknown-role': {
    before: 'by: layer',
    after: 'by: lawyer',
  },
  'unknown-stage': {
    before: 'won_after: paymnt',
    after: 'won_after: payment',
  },
  'unknown-field': {
    before: 'filled: [amuont]',
    after: 'filled: [amount]',
  },
  'unknown-option': {
    before: 'client_type: compny',
    after: 'client_type: company',
  },
  'unknown-pipeline': {
    before: 'pipeline: sels',
    after: 'pipeline: sales',
  },
  'unknown-escalation': {
    before: 'when_stuck: mony_late',
    after: 'when_stuck: money_late',
  },
  'unknown-anchor': {
    before: 'after drafft',
    after: 'after draft',
  },
  'unknown-event': {
    before: 'on: payd',
    after: 'on: paid',
  },
  'unknown-axis': {
    before: 'axes: { segmnt: b2b }',
    after: 'axes: { segment: b2b }',
  },
  'unknown-channel': {
    before: 'when: { channel: stie }',
    after: 'when: { channel: site }',
  },
  'intake-never-reached': {
    before: '- becomes: request\n    - when: { channel: site }\n      becomes: deal',
    after: '- when: { channel: site }\n      becomes: deal\n    - becomes: request',
  },
  'unknown-task': {
    before: 'complete_task: chek_money',
    after: 'complete_task: check_money',
  },
  'bad-comparison': {
    before: 'amount: large',
    after: 'amount: at least 1 000',
  },
  'bad-formula': {
    before: 'formula: paid / "amount" * 100',
    after: 'formula: paid / amount * 100',
  },
  'missing-percent': {
    before: 'chance: 70\n',
    after: 'chance: 70%\n',
  },
  'never-true': {
    before: 'when: { score: more than 10 }',
    after: 'when: { score: more than 7 }',
  },
  'always-true': {
    before: 'when: { score: at least 0 }',
    after: 'when: { score: at least 7 }',
  },
  'task-cycle': {
    before: 'by: lawyer\n        due: 2 working days after sign',
    after: 'by: lawyer\n        due: 2 working days',
  },
  'won-after': {
    before: 'stages: [payment]\n    won_after: contract',
    after: 'stages: [payment]\n    won_after: payment',
  },
  'stage-twice': {
    before: 'stages: [contract, payment, contract]',
    after: 'stages: [contract, payment]',
  },
  'change-unused': {
    before: 'change:\n      contract: { max_age: 9 working days }',
    after: 'change:\n      payment: { max_age: 9 working days }',
  },
  'skip-last': {
    before: 'may_skip: [contract, payment]',
    after: 'may_skip: [contract]',
  },
  'gate-needs-unfillable': {
    before: 'gate:\n      must: { amount: at least 1 000 }',
    after: 'gate:\n      filled: [amount]\n      must: { amount: at least 1 000 }',
  },
  'one-pair-of-hands': {
    before: 'fields:\n  discount: { type: percent }',
    after: 'fields:\n  discount: { type: percent }\n  paid: { written_by: accountant }',
  },
  'no-catch-all': {
    before: '- when: { client_type: company }\n    pipeline: sales\n    give_to: lawyer',
    after:
      '- when: { client_type: company }\n    pipeline: sales\n    give_to: lawyer\n  - pipeline: sales\n    give_to: hunters',
  },
  gap: {
    before: 'client_type: person, repeat_client: yes',
    after: 'client_type: person',
  },
  'no-otherwise': {
    before: 'give_to: previous_owner\n',
    after: 'give_to: previous_owner\n    otherwise: lawyer\n',
  },
  'move-stopped': {
    before: '- move_to: completed',
    after: '- complete_task: check_money\n      - move_to: completed',
  },
  'automation-loop': {
    before: 'field: score\n    do:',
    after: 'field: score\n    when: { score: more than 7 }\n    do:',
  },
  'ladder-order': {
    before: '- after: 2 working hours',
    after: '- after: 1 working day',
  },
  'due-after-max-age': {
    before: 'due: 10 working days',
    after: 'due: 2 working days',
  },
  'stage-without-task': {
    before: 'by: lawyer\n        due: 2 working days\n        optional: yes',
    after: 'by: lawyer\n        due: 2 working days',
  },
  'holiday-on-weekend': {
    before: 'holidays: [2027-01-01, 2027-01-02]',
    after: 'holidays: [2027-01-01]',
  },
  'contradictory-day': {
    before: 'holidays: [2027-02-20]\n  extra_working_days: [2027-02-20]',
    after: 'extra_working_days: [2027-02-20]',
  },
  'calendar-behind': {
    before: 'holidays: [2026-01-01]',
    after: 'holidays: [2026-01-01, 2027-01-01]',
  },
  'zone-sign': {
    before: 'timezone: Etc/GMT+3',
    after: 'timezone: Europe/Moscow',
  },
  'calendar-ends': {
    before: 'work_week: []',
    after: 'work_week: mon-fri',
  },
  'moved-cycle': {
    before: 'talk: chat\n  chat: talk',
    after: 'talk: contract\n  chat: contract',
  },
  'same-name': {
    before: 'name: Contract\n    tasks:\n      check_money:',
    after: 'name: Payment\n    tasks:\n      check_money:',
  },
  'unreadable-name': {
    before: 'lawyer: "\\u200B"',
    after: 'lawyer: Lawyer',
  },
  'odd-chance': {
    before: 'name: Payment\n    chance: 30%',
    after: 'name: Payment\n    chance: 80%',
  },
  'said-twice': {
    before: 'filled: [offer, offer]',
    after: 'filled: [offer]',
  },
  unused: {
    before: 'lawyer: Lawyer\n  cook: Cook',
    after: 'lawyer: Lawyer',
  },
  'consent-text-missing': {
    before: 'news: { text: consents/news.pdf, version: 1 }',
    after: 'news: { text: I agree to be written to about offers., version: 1 }',
  },
  ...clientExamples,
  ...channelExamples,
  ...paperExamples,
  ...liveExamples,
}
