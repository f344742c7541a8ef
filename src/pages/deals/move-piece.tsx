import { readDealPage, type DealPageFile } from '#usecases/deals/read-deal-page'
import { isNamed } from '#domain/kernel/access'
import { missingToLeave } from '#domain/deals/gate'
import { completed, routeOf, type Route } from '#domain/deals/moving'
import { unmetConditions } from '#playbook/stopped-move'
import type { Field } from '#schemas/model'

import { FieldInput } from './field-input'
import type { PageAsk, PieceSpec } from '#pages/page.tsx'
import { boardTexts } from './texts/board'
import { frameTexts } from '#pages/texts/frame'

/** How a deal is moved: where to, everything that is missing, to be filled in here, or why it goes back. */
export const movePiece: PieceSpec = {
  id: 'move',
  path: '/app/pieces/move/:deal',
  right: 'signed_in',
  run: async (ask) => {
    const file = await readDealPage(ask.ports, ask, ask.params['deal'] ?? '')
    const { deal, newest, gate } = file
    const t = boardTexts[ask.language]
    const f = frameTexts[ask.language]
    const wanted = ask.query.get('to') ?? gate.next ?? deal.stage
    const route = routeOf(deal, newest.model, wanted)
    const stages = newest.model.pipelines[deal.pipeline]?.stages ?? []
    const goal = stages.find(({ id }) => id === wanted)?.name ?? f.none
    return (
      <>
        <header>
          <h2>{t.moveTo(deal.title)}</h2>
          <button type="button" class="icon" data-closes aria-label={f.close}>
            ×
          </button>
        </header>
        <form
          class="form"
          data-api={`POST /deals/${deal.id}/moves`}
          data-version={deal.version}
          data-done={t.moved(wanted === completed ? t.statuses.completed : goal)}
        >
          <label class="field">
            <span class="label">{t.to}</span>
            <select name="toStage" data-reloads={`/app/pieces/move/${deal.id}`}>
              {stages
                .filter(({ id }) => id !== deal.stage)
                .map(({ id, name }) => (
                  <option value={id} selected={id === wanted}>
                    {name}
                  </option>
                ))}
              <option value={completed} selected={wanted === completed}>
                {t.completed}
              </option>
            </select>
          </label>
          {route.direction === 'back' ? <Back ask={ask} /> : <Forward ask={ask} file={file} route={route} />}
          <p class="problem" data-problem role="alert" hidden />
          <div class="buttons">
            <button type="button" class="secondary" data-closes>
              {f.cancel}
            </button>
            <button class="primary">{t.move}</button>
          </div>
        </form>
      </>
    )
  },
}

function Back({ ask }: { readonly ask: PageAsk }) {
  const t = boardTexts[ask.language]
  return (
    <>
      <p class="quiet">{t.back}</p>
      <label class="field">
        <span class="label">{t.reason}</span>
        <textarea name="reason" required maxlength={500} />
      </label>
    </>
  )
}

type Parts = { readonly ask: PageAsk; readonly file: DealPageFile }

function Forward({ ask, file, route }: Parts & { readonly route: Route }) {
  const t = boardTexts[ask.language]
  const { gate, rules } = file
  if (route.skipped.length > 0) {
    const name = (id: string) => rules.pipeline.stages.find((stage) => stage.id === id)?.name ?? id
    return <p class="problem">{t.skips(route.skipped.map(name).join(', '))}</p>
  }
  if (gate.open) return <p class="good">{t.nothingMissing}</p>
  return (
    <>
      <p>{t.missing}</p>
      {rules.stage.gate?.message === undefined ? null : <p class="quiet">{rules.stage.gate.message}</p>}
      <MissingTasks ask={ask} file={file} />
      <MissingFields ask={ask} file={file} />
      <Override ask={ask} file={file} />
    </>
  )
}

function MissingTasks({ ask, file }: Parts) {
  const t = boardTexts[ask.language]
  const { tasks } = missingToLeave(file.deal, file.rules, file.tasks)
  if (tasks.length === 0) return null
  return (
    <fieldset class="form asked">
      <legend>{t.tasks}</legend>
      {tasks.map((task) => (
        <label class="check">
          <input type="checkbox" name="complete[]" value={task.id} />
          <span>
            {task.do}{' '}
            <span class="quiet small">
              {task.responsible === null
                ? t.notYet
                : (ask.people.employees[task.responsible]?.name ?? task.responsible)}
              {task.dueAt === null ? '' : ` · ${ask.format.due(task.dueAt)}`}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function MissingFields({ ask, file }: Parts) {
  const t = boardTexts[ask.language]
  const { gate, deal, rules } = file
  const ids = new Set([...gate.missing.fields.map(({ id }) => id), ...gate.missing.must.map(({ field }) => field)])
  const fields = [...ids].flatMap((id) => settable(rules.model.fields, id))
  const unmet = unmetConditions(file, ask.language)
  if (fields.length + unmet.length === 0) return null
  return (
    <fieldset class="form asked">
      <legend>{t.fields}</legend>
      {unmet.map((sentence) => (
        <p class="badge warn wish">
          {t.must}: {sentence}
        </p>
      ))}
      {[...new Set(fields)].map((field) => (
        <FieldInput
          field={field}
          value={deal.fields[field.id] ?? null}
          currency={deal.currency}
          language={ask.language}
        />
      ))}
    </fieldset>
  )
}

/** What can be filled in for a field: itself, or for a computed one the fields it reads. */
function settable(fields: Readonly<Record<string, Field>>, id: string): readonly Field[] {
  const field = fields[id]
  if (field === undefined) return []
  return field.formula === undefined ? [field] : (field.reads ?? []).flatMap((one) => settable(fields, one))
}

function Override({ ask, file }: Parts) {
  const t = boardTexts[ask.language]
  const role = file.gate.mayOverride
  if (role === null || !isNamed(ask.caller, role, file.deal.owner, ask.people)) return null
  return (
    <details>
      <summary>{t.override}</summary>
      <label class="field">
        <span class="label">
          {t.overrideReason}{' '}
          <span class="quiet">
            ({t.overrideWhy} “{file.rules.model.roles[role]?.name ?? role}”)
          </span>
        </span>
        <textarea name="override.reason" maxlength={500} />
      </label>
    </details>
  )
}
