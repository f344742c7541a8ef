import { departmentChoice } from '#pages/department-choice'
import { peopleChoice } from '#pages/people-choice.tsx'
import type { Member } from '#entry/usecases/read-staff'
import { employeeCaller } from '#domain/kernel/access'
import type { PageAsk } from '#pages/page.tsx'
import { Select, type Choice } from '#pages/piece-form.tsx'
import type { Calendar, Model } from '#schemas/model'
import type { Absence, Employee } from '#schemas/people'
import { reaches, rightKinds, type Reach, type RightKind } from '#schemas/people-names'

import { SharedWith } from './shared-mail'
import type { PeopleTexts } from './texts/people'

/** What the cards of a person are made of; `version` is the ETag of the employee as shown. */
export type Card = {
  readonly ask: PageAsk
  readonly t: PeopleTexts
  readonly member: Member
  readonly version: string
  readonly model: Model
}

/** What is sent beside the fields of a form: the rest of the employee as it is. */
export function restOf(employee: Employee, but: readonly (keyof Employee)[]): string {
  const rest = Object.entries(employee).filter(([key]) => key !== 'id' && !(but as readonly string[]).includes(key))
  return JSON.stringify(Object.fromEntries(rest))
}

/** Name, e-mail, department, calendar and roles. */
export function WhoCard({ ask, t, member: { employee }, version, model }: Card) {
  return (
    <section class="card">
      <h2 class="hidden">{t.name}</h2>
      <form
        class="form"
        data-api={`PUT /employees/${employee.id}`}
        data-version={version}
        data-body={restOf(employee, ['name', 'email', 'department', 'calendar', 'roles'])}
        data-done={t.saved}
      >
        <WhoFields ask={ask} t={t} model={model} employee={employee} />
        <p class="problem" data-problem role="alert" hidden />
        <div class="buttons">
          <button class="primary">{t.save}</button>
        </div>
      </form>
    </section>
  )
}

/** The fields that say who somebody is, for whoever is there and for whoever is new. */
export function WhoFields({
  ask,
  t,
  model,
  employee,
}: Pick<Card, 'ask' | 't' | 'model'> & { readonly employee?: Employee }) {
  const departments = departmentChoice(ask, employee?.department)
  const calendars = Object.entries(model.calendars)
  return (
    <>
      <div class="columns">
        <label class="field">
          <span class="label">{t.name}</span>
          <input name="name" value={employee?.name ?? ''} required maxlength={200} autocomplete="off" data-names />
        </label>
        <label class="field">
          <span class="label">{t.email}</span>
          <input name="email" type="email" value={employee?.email ?? ''} maxlength={254} autocomplete="off" />
          <SharedWith ask={ask} employee={employee} />
        </label>
        <label class="field">
          <span class="label">{t.department}</span>
          <select name="department" data-empty="null">
            <option value="">{t.none}</option>
            {departments.map(([id, name]) => (
              <option value={id} selected={id === employee?.department}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {calendars.length === 0 ? null : (
          <Select
            label={t.calendar}
            name="calendar"
            empty={t.companyCalendar}
            selected={employee?.calendar ?? ''}
            options={calendars.map(([id, calendar], no) => [id, `${no + 1}: ${workingTime(calendar)}`] as const)}
          />
        )}
      </div>
      <fieldset class="field roles-choice">
        <legend class="label">{t.roleNames}</legend>
        <input type="hidden" name="roles[]" data-type="list" />
        <div class="columns">
          {Object.entries(model.roles).map(([id, { name }]) => (
            <label class="check">
              <input type="checkbox" name="roles[]" value={id} checked={employee?.roles.includes(id) === true} />
              <span>{name}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </>
  )
}

/** How far each right reaches, as usual or otherwise. */
export function RightsCard({ ask, t, member: { employee }, version }: Card) {
  const { rights: _own, ...plain } = employee
  const usual = employeeCaller(plain, ask.people.departments).reach
  return (
    <section class="card">
      <h2>{t.rights}</h2>
      <p class="quiet">{t.rightsWhy}</p>
      <form
        class="form"
        data-api={`PUT /employees/${employee.id}`}
        data-version={version}
        data-body={restOf(employee, ['rights'])}
        data-done={t.saved}
      >
        <div class="form">
          {rightKinds.map((kind) => (
            <Select
              label={t.right[kind]}
              name={`rights.${kind}`}
              empty={t.usual({
                what: saidOfRight(kind, usual[kind], t).replace(/^./u, (first) => first.toLowerCase()),
              })}
              selected={employee.rights?.[kind] ?? ''}
              options={reachesOf(kind).map((reach) => [reach, saidOfRight(kind, reach, t)] as const)}
            />
          ))}
        </div>
        <p class="problem" data-problem role="alert" hidden />
        <div class="buttons">
          <button class="primary">{t.save}</button>
        </div>
      </form>
    </section>
  )
}

const wholeRights: ReadonlySet<RightKind> = new Set([
  'books_edit',
  'people_edit',
  'rules_edit',
  'import',
  'export',
  'channels_edit',
])

/** How far a right may be given to reach, least first: some are had for everything or not at all. */
export function reachesOf(kind: RightKind): readonly Reach[] {
  return isWhole(kind) || kind === 'clients_know' ? ['none', 'all'] : reaches
}

function isWhole(kind: RightKind): boolean {
  return wholeRights.has(kind)
}

/** How far a right reaches, in words. */
export function saidOfRight(kind: RightKind, reach: (typeof reaches)[number], t: PeopleTexts): string {
  if (isWhole(kind)) return reach === 'all' ? t.yes : t.no
  const said = t.rightWords[kind][reach]
  if (said !== '') return said
  return reach === 'none' ? t.no : t.yes
}

/** When somebody is away and who stands in. */
export function AbsencesCard({ ask, t, member: { employee }, version }: Card) {
  const absences = (employee.absences ?? []).toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const others = colleagues(ask, employee.id)
  const body = (next: readonly Absence[]) =>
    JSON.stringify({ ...JSON.parse(restOf(employee, ['absences'])), absences: next })
  return (
    <section class="card">
      <h2>{t.absences}</h2>
      {absences.length === 0 ? <p class="quiet">{t.noAbsences}</p> : null}
      <ul class="session-list">
        {absences.map((absence) => (
          <li>
            <span>
              {t.absence({
                from: ask.format.day(absence.from),
                to: ask.format.day(absence.to),
                deputy: absence.deputy === undefined ? undefined : nameOf(ask, absence.deputy),
              })}
            </span>
            <form
              data-api={`PUT /employees/${employee.id}`}
              data-version={version}
              data-body={body(absences.filter((one) => one !== absence))}
              data-done={t.saved}
            >
              <button class="secondary small">{t.remove}</button>
            </form>
          </li>
        ))}
      </ul>
      <form
        class="form"
        data-api={`PUT /employees/${employee.id}`}
        data-version={version}
        data-body={body(absences)}
        data-done={t.saved}
      >
        <div class="columns">
          <label class="field">
            <span class="label">{t.from}</span>
            <input type="date" name="absences.+.from" required />
          </label>
          <label class="field">
            <span class="label">{t.to}</span>
            <input type="date" name="absences.+.to" required />
          </label>
          <Select label={t.deputy} name="absences.+.deputy" empty={t.noDeputy} options={others} />
        </div>
        <p class="quiet">{t.absenceWhy}</p>
        <p class="problem" data-problem role="alert" hidden />
        <div class="buttons">
          <button class="secondary">{t.addAbsence}</button>
        </div>
      </form>
    </section>
  )
}

/** Whoever else works here, as a choice. */
export function colleagues(ask: PageAsk, but: string): readonly Choice[] {
  return peopleChoice(ask, (id) => id !== but)
}

function nameOf(ask: PageAsk, id: string): string {
  return ask.people.employees[id]?.name ?? id
}

/** What people know a calendar by: rules give it no name. */
function workingTime({ timezone, hours }: Calendar): string {
  return [timezone, ...hours.map(({ from, to }) => `${from}–${to}`)].join(', ')
}
