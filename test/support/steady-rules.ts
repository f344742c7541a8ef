import { readFileSync } from 'node:fs'

const calendar = `calendar:
  timezone: Europe/Moscow
  work_week: mon-fri
  hours: 09:00-18:00
  holidays: [2027-01-01, 2027-01-04, 2027-01-05, 2027-01-06, 2027-01-07, 2027-01-08, 2027-02-23, 2027-03-08]
  extra_working_days: [2027-02-20]

`

/** What the shipped rules say of clients and of how they are answered. */
const sections = /^(?:clients|consents|channels|intake|calls|messages):.*\n(?: .*\n|\n)*/gm

/**
 * The rules of the repository without what they say of clients and of how these are answered, and without a gate that asks
 * for it: for tests that say it in their own words, or have deals without cards.
 */
export function plainRules(): string {
  return readFileSync('pipelines.yaml', 'utf8')
    .replaceAll(sections, '')
    .replaceAll(', client.inn]', ']')
    .replaceAll('{client.name}, who', 'the client who')
    .replaceAll('not recommend us, and put', 'not recommend us and put')
}

/** These with a calendar of the tests' own: the shipped one learns of new days every year. */
export function steadyRules(): string {
  return plainRules().replace(/^calendar:\n(?: .*\n|\n)+/m, calendar)
}
