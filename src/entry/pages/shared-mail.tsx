import { employeesAt, sharedAddresses } from '#domain/people/employees-at'
import type { PageAsk } from '#pages/page.tsx'
import type { Employee } from '#schemas/people'

import { sharedMailTexts } from './texts/shared-mail'

/** Who shares an address with whom: signing in by it lets in none of them, and only whoever may change people can mend that. */
export function SharedMail({ ask }: { readonly ask: PageAsk }) {
  const t = sharedMailTexts[ask.language]
  const shared = isForSigningIn(ask) ? [...sharedAddresses(ask.people.employees)] : []
  if (shared.length === 0) return null
  return (
    <section class="problem empty-roles" aria-labelledby="shared-mail">
      <h2 id="shared-mail">{t.title}</h2>
      <p>{t.why}</p>
      <ul>
        {shared.map(([address, people]) => (
          <li>
            <strong>{address}</strong>:{' '}
            {people.map(({ id, name }, at) => (
              <>
                {at === 0 ? '' : ', '}
                <a href={`/app/people/${id}`}>{name}</a>
              </>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Beside an address: who has it, too. */
export function SharedWith({ ask, employee }: { readonly ask: PageAsk; readonly employee: Employee | undefined }) {
  const others = othersAt(ask, employee)
  if (others.length === 0) return null
  const names = others.map(({ name }) => name).join(', ')
  return <span class="warn small">{sharedMailTexts[ask.language].with({ names })}</span>
}

/** Who else has the address of somebody who works here; nobody where addresses let nobody in. */
export function othersAt(ask: PageAsk, employee: Employee | undefined): readonly Employee[] {
  if (employee?.active !== true || !isForSigningIn(ask)) return []
  return employeesAt(ask.people.employees, employee.email ?? '').filter(({ id }) => id !== employee.id)
}

function isForSigningIn({ ports: { ways } }: PageAsk): boolean {
  return ways.by === 'link' || ways.by === 'provider'
}
