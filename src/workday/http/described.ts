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
  },
} as const satisfies ChapterOf<typeof operations>
