import type { ExamplesOf } from '#http/described'
import { anna } from '#http/example-things'
import type { operations } from './operations'

/** An example of every operation on a company's beginning. */
export const examples = {
  setUpCompany: {
    body: {
      company: 'Aurora',
      currency: 'RUB',
      zone: 'Europe/Moscow',
      language: 'ru',
      rules: 'first',
      name: 'Oleg Smirnov',
      email: 'oleg@aurora.example',
    },
    answer: { company: 'Aurora', rules: 2 },
  },
  addFirstPeople: {
    body: { people: [{ name: anna.name, email: 'anna@aurora.example', roles: ['lawyer'] }] },
    answer: { items: [anna] },
  },
} as const satisfies ExamplesOf<typeof operations>
