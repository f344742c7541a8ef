import { contentTag } from '#http/conditions'
import { readMember } from '#entry/usecases/read-staff'
import { readSessions } from '#entry/usecases/sessions'
import type { PageSpec } from '#pages/page.tsx'

import { awayOf } from './people-page'
import { AbsencesCard, RightsCard, WhoCard } from './person-cards'
import { LeavingCard, SigningCard } from './person-doors'
import { rightsInWords } from './rights-in-words'
import { peopleTexts } from './texts/people'
import { mayDo } from './texts/rights'

/** One person: who they are, what they may do, when they are away, how they come in, and leaving. */
export const personPage: PageSpec = {
  id: 'person',
  path: '/app/people/:person',
  nav: 'people',
  right: 'people_edit',
  script: 'people',
  run: async (ask) => {
    const { ports, caller, people, language } = ask
    const t = peopleTexts[language]
    const id = ask.params['person'] ?? ''
    const member = await readMember(ports, caller, { people, id })
    const [{ items: sessions }, { model }] = await Promise.all([readSessions(ports, caller, id), ports.rules.current()])
    const { employee } = member
    const away = awayOf(member, ask)
    const roles = employee.roles.map((role) => model.roles[role]?.name ?? role)
    const card = { ask, t, member, version: (await contentTag(employee)).replaceAll('"', ''), model }
    return {
      title: employee.name,
      body: (
        <div class="person-page">
          <p>
            <a href="/app/people">← {t.back}</a>
          </p>
          <header class="page-head">
            <h1>{employee.name}</h1>
            {away === undefined ? null : <span class="badge warn">{away}</span>}
            {employee.active ? null : <span class="badge bad">{t.hasLeft}</span>}
            <a href={`/app/people/${employee.id}/reading`}>{t.whatRead}</a>
          </header>
          <p class="sub">{roles.join(' · ')}</p>
          <section class="card rights-said" aria-labelledby="may-title">
            <h2 id="may-title">{mayDo[language]}</h2>
            <ul>
              {rightsInWords(member, t).map((said) => (
                <li>{said}</li>
              ))}
            </ul>
          </section>
          <div class="person-cards">
            <div class="stack">
              <WhoCard {...card} />
              <RightsCard {...card} />
            </div>
            <div class="stack">
              <SigningCard {...card} sessions={sessions} />
              <AbsencesCard {...card} />
              <LeavingCard {...card} />
            </div>
          </div>
        </div>
      ),
    }
  },
}
