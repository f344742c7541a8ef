import type { PageExample } from './page'

/** Examples of faults in what is asked of clients. */
export const clientExamples = {
  'unknown-client-field': {
    before: 'gate: { filled: [client.inm] }',
    after: 'gate: { filled: [client.inn] }',
  },
  'client-role-of-wrong-kind': {
    before: 'gate: { filled: [client.contact.kpp] }',
    after: 'gate: { filled: [client.contact.email] }',
  },
  'inn-of-person': {
    before: 'gate: { filled: [client.contact.inn] }',
    after: 'gate: { filled: [client.inn] }',
  },
  'gate-needs-role-nobody-sets': {
    before: 'must: { client.payer.segment: large }',
    after: 'filled: [client.payer.name]\n      must: { client.payer.segment: large }',
  },
  'personal-in-text': {
    before: 'do: Call {client.contact.phone}',
    after: 'do: Call {client.contact.name}',
  },
  'personal-data-abroad': {
    before: 'personal_data: { of: RU, stored_in: DE }',
    after: 'personal_data: { of: RU, stored_in: RU }',
  },
  'keep-shorter-than-law': {
    before: 'keep: { contract: 12 calendar months }',
    after: 'keep: { contract: 60 calendar months }',
  },
  'mask-without-reader': {
    before: 'owner: no\n      department: no',
    after: 'owner: always\n      department: no',
  },
  'duplicates-link-too-wide': {
    before: '- phone\n',
    after: '- phone with name\n',
  },
} as const satisfies Readonly<Record<string, PageExample>>
