import { tiesOf, type DepartmentTies } from '#domain/departments/department-ties'
import { isOpenDepartment } from '#domain/kernel/departments-led'
import type { PageAsk } from '#pages/page.tsx'
import type { Department } from '#schemas/people'

import { departmentTexts } from './texts/departments'

type Closed = { readonly ask: PageAsk; readonly departments: readonly Department[]; readonly edit: string }

/** Departments that were closed, apart from those in which people work. */
export function ClosedDepartments({ ask, departments, edit }: Closed) {
  const t = departmentTexts[ask.language]
  if (departments.length === 0) return null
  return (
    <details class="card closed-departments" id="closed-departments">
      <summary>{`${t.closed}: ${ask.format.number(departments.length)}`}</summary>
      <p class="quiet">{t.closedWhy}</p>
      <ul class="session-list">
        {departments.map(({ id, name, head }) => {
          const last = ask.people.employees[head ?? '']?.name
          return (
            <li id={`department-${id}`} data-filter-words={name.toLowerCase()}>
              <span>
                <strong>{name}</strong>
                {last === undefined ? null : <span class="quiet"> · {t.lastHead({ name: last })}</span>}
              </span>
              <button
                type="button"
                class="secondary small"
                data-piece={`/app/pieces/departments/${id}`}
                aria-label={`${edit}: ${name}`}
              >
                {edit}
              </button>
            </li>
          )
        })}
      </ul>
    </details>
  )
}

type Closing = { readonly ask: PageAsk; readonly department: Department; readonly version: string }

/** Closes a department, or says who and what is in the way; opens a closed one again. */
export function CloseDepartment({ ask, department, version }: Closing) {
  const t = departmentTexts[ask.language]
  const { id, active: _active, ...rest } = department
  const parts = { 'data-api': `PUT /departments/${id}`, 'data-version': version }
  if (!isOpenDepartment(department)) {
    return (
      <form class="form" {...parts} data-body={JSON.stringify(rest)} data-done={t.isOpen}>
        <p class="quiet">{t.openWhy}</p>
        <p class="problem" data-problem role="alert" hidden />
        <div class="buttons">
          <button class="secondary">{t.open}</button>
        </div>
      </form>
    )
  }
  const ties = tiesOf(id, ask.people)
  const isFree = ties.people.length + ties.below.length === 0
  const body = JSON.stringify({ ...rest, active: false })
  return (
    <details class="folded">
      <summary>{t.closing}</summary>
      <p class="quiet">{t.closeWhy}</p>
      {isFree ? (
        <form class="form" {...parts} data-body={body} data-done={t.isClosed} data-sure={t.sure({ name: rest.name })}>
          <p class="problem" data-problem role="alert" hidden />
          <div class="buttons">
            <button class="secondary danger">{t.close}</button>
          </div>
        </form>
      ) : (
        <InTheWay ask={ask} ties={ties} />
      )}
    </details>
  )
}

const mostNamed = 8

type Tied = Pick<Closing, 'ask'> & { readonly ties: DepartmentTies }

function InTheWay({ ask, ties: { people, below } }: Tied) {
  const t = departmentTexts[ask.language]
  const { format } = ask
  const more = (all: readonly unknown[]) =>
    all.length > mostNamed ? ` ${t.more({ count: format.number(all.length - mostNamed) })}` : ''
  return (
    <>
      <p>{t.firstMove}</p>
      <ul>
        {people.length === 0 ? null : (
          <li>
            {`${t.people}: `}
            {people.slice(0, mostNamed).map(({ id, name }, at) => (
              <>
                {at === 0 ? '' : ', '}
                <a href={`/app/people/${id}`}>{name}</a>
              </>
            ))}
            {more(people)}
          </li>
        )}
        {below.length === 0 ? null : (
          <li>
            {`${t.below}: `}
            {below
              .slice(0, mostNamed)
              .map(({ name }) => name)
              .join(', ')}
            {more(below)}
          </li>
        )}
      </ul>
    </>
  )
}
