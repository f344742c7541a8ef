import { headsIn } from '#domain/kernel/departments-led'
import type { Context } from 'hono'

import type { Ports } from '#ports/ports'
import type { Employee } from '#schemas/people'

import type { PageView } from './page'
import { backTo, isFromHere, keepToken, languageOf, wantedPage } from './session'
import type { SignIn } from './sign-in'
import { frameTexts } from './texts/frame'
import { signInTexts } from './texts/sign-in'

/** Signs in as anybody, without a password: only where everything is on one machine. `mint` makes a token. */
export function localSignIn(
  ports: Pick<Ports, 'people' | 'rules'>,
  mint: (employee: string) => Promise<string>,
): SignIn {
  return {
    addTo: (app, show) => {
      app.get('/app/sign-in', async (context) => show(context, await peopleView(context, ports)))
      app.post('/app/sign-in', async (context) => {
        if (!isFromHere(context)) return context.redirect('/app/sign-in', 303)
        const form = await context.req.parseBody()
        const { employees } = await ports.people.load()
        const asked = textOf(form['person'])
        const person = Object.hasOwn(employees, asked) ? employees[asked] : undefined
        if (person?.active !== true) return context.redirect('/app/sign-in', 303)
        keepToken(context, await mint(person.id))
        return context.redirect(wantedPage(textOf(form['back'])), 303)
      })
    },
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

async function peopleView(context: Context, ports: Pick<Ports, 'people' | 'rules'>): Promise<PageView> {
  const [{ employees, departments }, { model }] = await Promise.all([ports.people.load(), ports.rules.current()])
  const language = languageOf(context)
  const t = signInTexts[language]
  const wanted = (context.req.query('q') ?? '').trim().toLowerCase()
  const heads = headsIn(departments)
  const described = Object.values(employees)
    .filter(({ active }) => active)
    .map((person) => describe(person, { departments, roles: model.roles, isHead: heads.has(person.id), head: t.head }))
  const found = described.filter(({ words }) => words.includes(wanted))
  const sorted = found.toSorted((a, b) => Number(b.isHead) - Number(a.isHead) || a.name.localeCompare(b.name))
  const names = [...new Set(sorted.map(({ department }) => department))]
  const groups = names.map((name) => [name, sorted.filter(({ department }) => department === name)] as const)
  return {
    title: t.title,
    body: (
      <section class="narrow" data-filter-root>
        <h1>{t.demo}</h1>
        <p class="quiet">{t.demoWhy}</p>
        <form method="get" role="search" class="search">
          <input type="hidden" name="back" value={backTo(context.req.query('back'))} />
          <label class="field">
            <span class="hidden">{t.search}</span>
            <input type="search" name="q" value={context.req.query('q') ?? ''} placeholder={t.search} data-filter />
          </label>
          <button class="hidden">{frameTexts[language].search}</button>
        </form>
        <form method="post">
          <input type="hidden" name="back" value={backTo(context.req.query('back'))} />
          {groups.map(([department, people]) => (
            <section class="group" data-filter-group>
              <h2>{department}</h2>
              <ul class="people">
                {people.map((person) => (
                  <li data-filter-words={person.words}>
                    <button class="person" name="person" value={person.id}>
                      <strong>{person.name}</strong>
                      <span class="quiet">{person.does}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </form>
        <p class="quiet" data-filter-none hidden={found.length > 0}>
          {t.nobody}
        </p>
      </section>
    ),
  }
}

type Known = {
  readonly departments: Readonly<Record<string, { readonly name: string }>>
  readonly roles: Readonly<Record<string, { readonly name: string }>>
  readonly isHead: boolean
  readonly head: string
}

function describe(person: Employee, { departments, roles, isHead, head }: Known) {
  const department = departments[person.department ?? '']?.name ?? '—'
  const names = person.roles.map((role) => roles[role]?.name ?? role)
  const does = [...(isHead ? [head] : []), ...names].join(' · ')
  const words = `${person.name} ${person.id} ${department} ${does} ${person.roles.join(' ')}`.toLowerCase()
  return { id: person.id, name: person.name, department, does, words, isHead }
}
