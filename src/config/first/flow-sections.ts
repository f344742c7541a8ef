import { teamOf } from './writer'
import type { Writer } from './writer'

/** Who gets a new deal: every kind of client is covered. */
export function newDeals({ answers, remark, head }: Writer): readonly string[] {
  const lines = answers.directions.flatMap((direction) => {
    const isNew = direction.endsWith('new')
    const isCompany = direction.startsWith('b2b')
    const client = `client_type: ${isCompany ? 'company' : 'person'}`
    // Where new and regular clients of a kind go the same way, the line is for both of them.
    const isAlone = answers.directions.filter((other) => teamOf(other) === teamOf(direction)).length === 1
    return [
      `  - when: { ${isAlone ? client : `${client}, repeat_client: ${isNew ? 'no' : 'yes'}`} }`,
      `    pipeline: ${direction}`,
      ...(isNew
        ? [`    give_to: ${teamOf(direction)}`, '    pick: in_turn']
        : ['    give_to: previous_owner', `    otherwise: ${teamOf(direction)}`]),
      `    first_reply: ${isCompany ? '2 working hours' : '15 working minutes'}`,
    ]
  })
  const first = answers.directions[0] ?? ''
  const anyone = head === 'owner_manager' ? teamOf(first) : head
  return [
    `# ${remark('new_deals')}`,
    'new_deals:',
    ...lines,
    `  - pipeline: ${first}  # ${remark('catch_all')}`,
    `    give_to: ${anyone}`,
  ]
}

/** Who is told when something is late or stuck. */
export function escalations({ remark, head }: Writer): readonly string[] {
  const ladder = (id: string, steps: readonly (readonly [string, string])[]): readonly string[] => [
    `  ${id}:`,
    ...steps.flatMap(([after, what]) => [`    - after: ${after}`, `      ${what}`]),
  ]
  return [
    `# ${remark('escalations')}`,
    'escalations:',
    ...ladder('late_task', [
      ['at once', 'notify: owner'],
      ['1 working day', 'notify: owner_manager'],
    ]),
    ...ladder('stuck_deal', [
      ['at once', 'notify: owner'],
      ['2 working days', `notify: ${head}`],
    ]),
  ]
}

/** What happens by itself: what the chosen stages can use. */
export function automation({ answers, remark }: Writer): readonly string[] {
  if (!answers.stages.includes('payment')) return []
  return [
    `# ${remark('automation')}`,
    'automation:',
    '  paid_in_full:',
    '    on: payment_received',
    '    when: { stage: payment, paid_percent: at least 100% }',
    '    do:',
    '      - complete_task: check_payment',
    '      - notify: owner',
  ]
}

/** Who is told when the plan slips. */
export function plan({ remark, head }: Writer): readonly string[] {
  return [
    `# ${remark('plan')}`,
    'plan:',
    '  year_starts: january',
    '  when_behind:',
    '    - below: 90%',
    `      notify: ${head}`,
  ]
}
