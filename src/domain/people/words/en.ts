/** What keeps a company at its currency. */
export type KeptInCurrency = 'deal' | 'plan' | 'recurring'

type Days = { readonly from: string; readonly to: string }

/** Why nothing was done with employees, departments and the company’s settings, in English, by code. */
export const en = {
  employee_unknown: ({ id }: { id: string }) => `There is no employee “${id}”.`,
  'employee_unknown.owner': ({ id }: { id: string }) => `There is no employee “${id}” to own the deal.`,
  'employee_unknown.head': ({ id }: { id: string }) => `There is no employee “${id}” to lead it.`,
  'employee_unknown.deputy': ({ id }: { id: string }) => `There is no employee “${id}” to stand in.`,
  'employee_unknown.role': ({ role, known }: { role: string; known: readonly string[] }) =>
    `There is no role “${role}”. Write one of: ${known.join(', ')}.`,
  'employee_unknown.caller': ({ id }: { id: string }) => `“${id}” is not an employee.`,
  'employee_unknown.whose_tasks': 'You are not an employee: say whose tasks you want, with assignee and an id.',
  'employee_unknown.day': 'Only employees have a day.',
  'employee_unknown.nobody_in_role': ({ role }: { role: string }) =>
    `Nobody is in the role “${role}”, so nobody can do this.`,
  employee_inactive: ({ name }: { name: string }) => `${name} does not work here any more.`,
  'employee_inactive.owner': ({ id }: { id: string }) =>
    `“${id}” does not work here any more and cannot own a new deal.`,
  department_unknown: ({ id }: { id: string }) => `There is no department “${id}”.`,
  department_cycle: ({ parent, name }: { parent: string; name: string }) =>
    `“${parent}” lies below “${name}” already. Choose another department above it.`,
  'department_cycle.self': ({ name }: { name: string }) =>
    `“${name}” cannot lie below itself. Choose another department above it.`,
  'precondition_failed.people': ({ id }: { id: string }) =>
    `“${id}” was changed by somebody else in this moment. Read it again and send If-Match with the ETag you get.`,
  'precondition_failed.settings':
    'Somebody else changed the settings in this moment. Read them again and send If-Match with the ETag you get.',
  last_people_editor: ({ name }: { name: string }) =>
    `“${name}” is the last one here who may change everybody. Give that right to somebody else first.`,
  'field_value.parent': ({ id }: { id: string }) => `There is no department “${id}” for it to be below.`,
  'field_value.role': ({ id, known }: { id: string; known: readonly string[] }) =>
    `There is no role “${id}” in pipelines.yaml. There are: ${listOrNone(known)}.`,
  'field_value.calendar': ({ id, known }: { id: string; known: readonly string[] }) =>
    `There is no calendar “${id}” in pipelines.yaml. There are: ${listOrNone(known)}.`,
  'field_value.absence_days': ({ from, to }: Days) =>
    `The last day of an absence cannot come before its first: ${from} – ${to}. Change one of them.`,
  'field_value.absence_self': 'Nobody stands in for themselves. Choose somebody else, or nobody.',
  'field_value.absence_overlap': ({ from, to }: Days) =>
    `There is an absence on some of these days already: ${from} – ${to}. Remove it, or choose other days.`,
  'field_value.email': ({ email }: { email: string }) =>
    `“${email}” is not an e-mail address. Write one such as anna@company.example.`,
  'field_value.email_taken': ({ email, name }: { email: string; name: string }) =>
    `${email} is the address of ${name}: of two people who share one, neither could sign in with it. Write another, or none.`,
  'field_value.id_means': ({ id }: { id: string }) => `“${id}” means something else here already. Choose another id.`,
  'field_value.id': ({ id }: { id: string }) =>
    `“${id}” cannot be an id. Write small Latin letters, digits, _ . and -, a letter first, at most 64.`,
  'field_value.own_currency': ({ currency }: { currency: string }) =>
    `${currency} is the company’s own currency: leave its rate out.`,
  'field_value.rate': ({ currency, rate }: { currency: string; rate: string }) =>
    `The rate of ${currency} cannot be ${rate}: it must be more than 0.`,
  'field_value.currency_in_use': ({ was, asked, kept }: { was: string; asked: string; kept: KeptInCurrency }) =>
    `The company keeps ${{ deal: 'deals', plan: 'plans', recurring: 'recurring plans' }[kept]} in ${was}, so its currency cannot simply become ${asked}: every sum would be read as another money. Ask for the change with its rate (POST /settings/currency, or the page Company), or leave “currency” at ${was} and give ${asked} a rate.`,
  'field_value.same_currency': ({ currency }: { currency: string }) =>
    `The company reckons in ${currency} already. Name another currency.`,
  'version_conflict.currency': ({ from, to }: { from: string; to: string }) =>
    `The books are being converted from ${from} to ${to}. Wait until that is done; GET /settings/currency tells.`,
  'forbidden.people': 'You may not change employees and departments.',
  'forbidden.export':
    'You may not take files out. Whoever looks after the people can give you the right to export files.',
  'forbidden.settings': 'You may not change the company’s settings.',
  'forbidden.currency':
    'You may not change the currency of the company: that takes the rights to publish rules and to correct all books.',
  'forbidden.letters': 'You may not see or try again what could not be handled: whoever publishes the rules may.',
} as const

function listOrNone(known: readonly string[]): string {
  return known.length === 0 ? 'none' : known.join(', ')
}
