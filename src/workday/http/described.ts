import type { ChapterOf } from '#http/described'
import type { operations } from './operations'

/** What the description of the interface says about a company's beginning. */
export const described = {
  chapter: 56,
  operations: {
    setUpCompany: {
      tag: 'People',
      summary: 'Say what a new company is called, its currency, zone and first rules',
      description: 'Only until its first people are there.',
      refusals: [
        'forbidden',
        'company_begun',
        'field_value',
        'rules_faulty',
        'rules_blocked',
        'rules_unknown',
        'version_conflict',
        'department_unknown',
        'department_cycle',
        'employee_unknown',
        'last_people_editor',
        'precondition_failed',
        'now_unknown',
      ],
    },
    addFirstPeople: {
      tag: 'People',
      summary: 'Hire the first people of a new company',
      refusals: [
        'forbidden',
        'company_begun',
        'field_value',
        'rules_unknown',
        'department_unknown',
        'employee_unknown',
        'last_people_editor',
        'precondition_failed',
      ],
    },
    startHandover: {
      tag: 'People',
      summary: 'Give what somebody has to others',
      description:
        'Deals, tasks in deals of others, clients, and keys of the company, each by a command of its own and by the rights of whoever asks. A dry run answers the plan. The plan is kept before anything goes; what is not done with the answer is done by the clock.',
      refusals: [
        'forbidden',
        'employee_unknown',
        'employee_inactive',
        'employee_lacks_right',
        'nobody_to_give_to',
        'too_many_changes',
        'handover_unknown',
        'field_value',
      ],
    },
    listHandovers: { tag: 'People', summary: 'Handovers', refusals: ['forbidden'] },
    readHandover: {
      tag: 'People',
      summary: 'What went to whom, and what did not',
      refusals: ['forbidden', 'handover_unknown'],
    },
    returnHandover: {
      tag: 'People',
      summary: 'Give back what nobody has changed since',
      description: 'What has been changed is listed as touched and stays.',
      refusals: ['forbidden', 'handover_unknown', 'handover_state', 'version_conflict'],
    },
  },
} as const satisfies ChapterOf<typeof operations>
