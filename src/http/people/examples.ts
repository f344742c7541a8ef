import type { ExamplesOf } from '#http/described'
import { anna, b2b, dealId } from '#http/example-things'
import type { operations } from './operations'

/** An example of every operation on people; only the description of the interface shows them. */
export const examples = {
  readMe: {
    answer: {
      employee: anna,
      reach: {
        deals_read: 'own',
        deals_edit: 'own',
        plan_read: 'own',
        plan_edit: 'none',
        books_edit: 'none',
        people_edit: 'none',
        rules_edit: 'none',
        import: 'none',
      },
      leads: [],
    },
  },
  listEmployees: { answer: { items: [anna] } },
  readEmployee: { params: { employee: anna.id }, answer: anna },
  saveEmployee: {
    params: { employee: anna.id },
    body: { name: anna.name, department: 'b2b', roles: ['manager'], active: true },
    answer: anna,
  },
  handOver: {
    params: { employee: anna.id },
    body: { to: 'ivan.kotov', reason: 'Anna has moved to another city', dryRun: true },
    answer: { from: anna.id, to: 'ivan.kotov', dryRun: true, deals: [dealId], tasks: [], failed: [], more: false },
  },
  listDepartments: { answer: { items: [b2b] } },
  readDepartment: { params: { department: 'b2b' }, answer: b2b },
  saveDepartment: {
    params: { department: 'b2b' },
    body: { name: b2b.name, parent: 'sales', head: 'oleg.smirnov' },
    answer: b2b,
  },
} as const satisfies ExamplesOf<typeof operations>
