import { contentTag } from '#http/conditions'
import { peopleRefusal } from '#domain/people/words/people-refusal'
import type { PageAsk, PieceSpec } from '#pages/page.tsx'
import { departmentChoice } from '#pages/department-choice'
import { PieceForm, PieceHead, Select, type Choice } from '#pages/piece-form.tsx'
import type { Department } from '#schemas/people'

import { CloseDepartment } from './closed-departments'
import { colleagues, WhoFields } from './person-cards'
import { peopleTexts } from './texts/people'

const hirePiece: PieceSpec = {
  id: 'hire',
  path: '/app/pieces/people/new',
  right: 'people_edit',
  run: async (ask) => {
    const t = peopleTexts[ask.language]
    const { model } = await ask.ports.rules.current()
    return (
      <>
        <PieceHead title={t.hire} language={ask.language} />
        <PieceForm
          language={ask.language}
          api="PUT /employees/{id}"
          body={{ active: true }}
          done={t.added}
          label={t.hire}
          then="go:/app/people/{id}"
        >
          <WhoFields ask={ask} t={t} model={model} />
          <IdField label={t.login} taken={Object.keys(ask.people.employees)} said={t.loginTaken} />
        </PieceForm>
      </>
    )
  },
}

const departmentPiece: PieceSpec = {
  id: 'department',
  path: '/app/pieces/departments/:department',
  right: 'people_edit',
  run: async (ask) => {
    const t = peopleTexts[ask.language]
    const id = ask.params['department'] ?? ''
    const { departments } = ask.people
    const known = Object.hasOwn(departments, id) ? departments[id] : undefined
    if (known === undefined && id !== 'new') throw peopleRefusal('department_unknown', { id })
    const version = known === undefined ? undefined : (await contentTag(known)).replaceAll('"', '')
    return (
      <>
        <PieceHead title={known === undefined ? t.newDepartment : t.changeDepartment} language={ask.language} />
        <PieceForm
          language={ask.language}
          api={`PUT /departments/${known === undefined ? '{id}' : id}`}
          {...(version === undefined ? {} : { version })}
          {...(known?.active === undefined ? {} : { body: { active: known.active } })}
          done={known === undefined ? t.added : t.saved}
          label={t.save}
        >
          <label class="field">
            <span class="label">{t.name}</span>
            <input name="name" value={known?.name ?? ''} required maxlength={200} autofocus data-names />
          </label>
          <div class="columns">
            <Select
              isNullable
              label={t.above}
              name="parent"
              empty={t.top}
              options={above(ask, known)}
              selected={known?.parent}
            />
            <Select
              isNullable
              label={t.headOf}
              name="head"
              empty={t.noHead}
              options={colleagues(ask, '')}
              selected={known?.head}
            />
          </div>
          {known === undefined ? (
            <IdField label={t.login} taken={Object.keys(departments)} said={t.loginTaken} />
          ) : null}
        </PieceForm>
        {known === undefined ? null : <CloseDepartment ask={ask} department={known} version={version ?? ''} />}
      </>
    )
  },
}

/** Open departments that another may lie below: not itself and what lies below it; and where it lies now. */
function above({ people, language }: PageAsk, known: Department | undefined): readonly Choice[] {
  const isBelow = (id: string | null, seen: readonly string[] = []): boolean =>
    id !== null &&
    !seen.includes(id) &&
    (id === known?.id || isBelow(people.departments[id]?.parent ?? null, [...seen, id]))
  return departmentChoice({ people, language }, known?.parent).filter(([id]) => !isBelow(id))
}

/** An id, which a script makes out of the name as long as nobody wrote another. */
function IdField({ label, taken, said }: { label: string; taken: readonly string[]; said: string }) {
  return (
    <label class="field">
      <span class="label">{label}</span>
      <input
        name="id"
        required
        pattern="[a-z][a-z0-9_.\-]{0,63}"
        maxlength={64}
        autocomplete="off"
        spellcheck={false}
        data-id
        data-taken={taken.join(' ')}
        data-taken-said={said}
      />
    </label>
  )
}

/** What scripts ask for on the pages of people. */
export const pieces: readonly PieceSpec[] = [hirePiece, departmentPiece]
