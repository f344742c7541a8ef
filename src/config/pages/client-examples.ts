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
} as const satisfies Readonly<Record<string, PageExample>>
