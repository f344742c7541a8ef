/** Why rules were not planned, published or scheduled, in English, by code. */
export const en = {
  'forbidden.plan_rules': 'You may not plan rules. Ask somebody who has the right to publish rules.',
  'forbidden.publish_rules': 'You may not publish rules. Ask somebody who has the right to publish rules.',
  rules_faulty: ({ count }: { count: number }) => `The rules have ${faults(count)} and were not published.`,
  'rules_faulty.first': ({ count, line, message }: { count: number; line: number; message: string }) =>
    `The rules have ${faults(count)} and were not published. The first: line ${line}, ${message}`,
  'rules_unknown.what_to_plan': 'Say what is to be planned: a text, or the version to go back to (not both).',
  'rules_unknown.not_before': ({ version, current }: { version: number; current: number }) =>
    `Version ${version} is not before the one in force (${current}): there is nothing to go back to.`,
  now_unknown: ({ unknown, known }: { unknown: readonly string[]; known: readonly string[] }) =>
    `“${unknown.join('”, “')}” is not a key of this plan. ${known.length === 0 ? 'Nothing of this plan can be applied at once.' : `There are: ${known.join(', ')}.`}`,
  rules_blocked: ({ keys }: { keys: readonly string[] }) =>
    `Nothing was published: say under “moved:” what becomes of “${keys.join('”, “')}”. The plan has the lines to write.`,
  'rules_blocked.scheduled': 'Nothing was scheduled: the plan has what must be answered first.',
  release_unknown: ({ id, known }: { id: string; known: readonly string[] }) =>
    `Nothing “${id}” is scheduled. ${known.length === 0 ? 'Nothing is scheduled.' : `There are: ${known.join(', ')}.`}`,
  'version_conflict.in_force': ({ expected, since }: { expected: number; since: readonly Since[] }) =>
    `Version ${expected} is not the one in force any more.${since.length === 0 ? '' : ` Since then: ${since.map(told).join('; ')}.`} Look at a new plan before you publish.`,
  'version_conflict.schedule': ({ expected, current }: { expected: number; current: number }) =>
    `Version ${expected} is not the one in force any more: it is ${current}.`,
  'field_value.at_past': ({ at }: { at: string }) =>
    `“at”: ${at} is past already. Write an instant to come, or publish at once.`,
} as const

function faults(count: number): string {
  return count === 1 ? 'one fault' : `${count} faults`
}

type Since = { version: number; author: string; at: string; note: string }

function told({ version, author, at, note }: Since): string {
  return `v${version} by ${author} at ${at}${note === '' ? '' : ` (${note})`}`
}
