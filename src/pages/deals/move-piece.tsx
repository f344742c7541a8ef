import { readDealPage, type DealPageFile } from '#usecases/deals/read-deal-page'
import { isNamed } from '#domain/kernel/access'
import { gateMessage, missingToLeave, writtenFields, type MissingTask } from '#domain/deals/gate'
import { followsFrom } from '#domain/deals/following'
import { isEmpty } from '#domain/formula/condition'
import { completed, routeOf, type Route } from '#domain/deals/moving'
import { roleCalled } from '#playbook/rule-sentences'
import { unmetConditions } from '#playbook/stopped-move'
import { ownPart, type OwnPart } from '#usecases/deals/own-part'

import { FieldInput } from './field-input'
import { OthersField, RemindForm, remindId, whoseTask } from './others-part'
import { askedOfClients, WantedName } from './wanted-name'
import type { PageAsk, PieceSpec } from '#pages/page.tsx'
import type { AttachedFile } from '#schemas/attached'
import { filesToChoose } from '#usecases/attached/files'
import type { Field } from '#schemas/model'
import type { Task } from '#schemas/task'
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
    const files = await filesToChoose(ask.ports, deal.id, wantedFields(file))
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
          {route.direction === 'back' ? (
            <Back ask={ask} />
          ) : (
            <Forward ask={ask} file={file} files={files} route={route} />
          )}
          <p class="problem" data-problem role="alert" hidden />
          <div class="buttons">
            <button type="button" class="secondary" data-closes>
              {f.cancel}
            </button>
            <button class="primary">{t.move}</button>
          </div>
        </form>
        {route.direction === 'back' ? null : <Reminders ask={ask} file={file} />}
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
type Kept = { readonly files: readonly AttachedFile[] }

function Forward({ ask, file, files, route }: Parts & Kept & { readonly route: Route }) {
  const t = boardTexts[ask.language]
  const { gate, rules } = file
  if (route.skipped.length > 0) {
    const name = (id: string) => rules.pipeline.stages.find((stage) => stage.id === id)?.name ?? id
    return <p class="problem">{t.skips(route.skipped.map(name).join(', '))}</p>
  }
  if (gate.open) return <p class="good">{t.nothingMissing}</p>
  const own = ownPart(ask, file)
  const tasks = missingToLeave(file.deal, file.rules, file.tasks).tasks.map((one) => ({ one, task: own.task(one.id) }))
  const others = tasks.filter(({ task }) => task !== undefined && !own.mayDo(task))
  const later = tasks.filter(({ one }) => own.isLater(one.id))
  const mine = tasks.filter((each) => !others.includes(each) && !later.includes(each))
  const fields = wantedFields(file)
  // A condition on what payments or lines say is met elsewhere, even where nothing is left to write.
  const isElsewhere = fields.length === 0 && gate.missing.must.length > 0
  const isOnCards = askedOfClients(file).length > 0
  const isOwn = others.length + later.length === 0 && fields.every(own.mayWrite) && !isElsewhere
  const message = gateMessage(gate.missing, rules)
  return (
    <>
      <p>{!isOwn ? t.missingOthers : isOnCards ? t.missingOnCards : t.missing}</p>
      {message === undefined ? null : <p class="quiet">{message}</p>}
      <OwnTasks ask={ask} tasks={mine.map(({ one }) => one)} />
      <OthersTasks ask={ask} file={file} tasks={others.flatMap(({ task }) => task ?? [])} />
      <LaterTasks ask={ask} tasks={later.map(({ one }) => one)} />
      <MissingFields ask={ask} file={file} files={files} own={own} />
      <OnCards ask={ask} file={file} />
      <Override ask={ask} file={file} />
    </>
  )
}

function OwnTasks({ ask, tasks }: { readonly ask: PageAsk; readonly tasks: readonly MissingTask[] }) {
  const t = boardTexts[ask.language]
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

/** What nobody can do yet: it is asked for once what comes before it is done. */
function LaterTasks({ ask, tasks }: { readonly ask: PageAsk; readonly tasks: readonly MissingTask[] }) {
  if (tasks.length === 0) return null
  return (
    <fieldset class="form asked others">
      <legend>{boardTexts[ask.language].later}</legend>
      {tasks.map((task) => (
        <p data-later-task={task.id}>{task.do}</p>
      ))}
    </fieldset>
  )
}

function OthersTasks({ ask, file, tasks }: Parts & { readonly tasks: readonly Task[] }) {
  const t = boardTexts[ask.language]
  if (tasks.length === 0) return null
  return (
    <fieldset class="form asked others">
      <legend>{t.others}</legend>
      {tasks.map((task) => (
        <p class="row" data-others-task={task.id}>
          <span class="grow">
            {task.do} — {whoseTask({ ask, model: file.rules.model, task, deal: file.deal })}
            {task.dueAt === null ? null : <span class="quiet small"> · {ask.format.due(task.dueAt)}</span>}
          </span>
          <button class="link small" form={remindId(task)}>
            {t.remind}
          </button>
        </p>
      ))}
    </fieldset>
  )
}

/** Beside the form of the move: a form cannot stand in another. */
function Reminders({ ask, file }: Parts) {
  const own = ownPart(ask, file)
  const tasks = missingToLeave(file.deal, file.rules, file.tasks).tasks.flatMap(({ id }) => own.task(id) ?? [])
  return (
    <>
      {tasks
        .filter((task) => !own.mayDo(task))
        .map((task) => (
          <RemindForm ask={ask} deal={file.deal.id} of={{ task: task.id }} id={remindId(task)} />
        ))}
      {wantedFields(file)
        .filter((field) => field.writtenBy !== undefined && !own.mayWrite(field))
        .map((field) => (
          <RemindForm ask={ask} deal={file.deal.id} of={{ field: field.id }} id={remindId(field)} />
        ))}
    </>
  )
}

/** What people write of the fields that keep a deal in its stage. */
function wantedFields({ deal, gate: { missing }, rules }: DealPageFile) {
  const ids = [...missing.fields.map(({ id }) => id), ...missing.must.map(({ field }) => field)]
  return [...new Set(ids.flatMap((id) => leftToWrite(writtenFields(id, rules.model), deal)))]
}

/**
 * What of the fields that one value comes from is left to write: not what follows from payments, lines or a card; nor what
 * is filled in already, unless all of it is, and nobody else has the word.
 */
function leftToWrite(fields: readonly Field[], deal: DealPageFile['deal']): readonly Field[] {
  const own = fields.filter(({ id }) => followsFrom(id, deal) === undefined)
  const left = own.filter(({ id, writtenBy }) => isEmpty(deal.fields[id]) || writtenBy !== undefined)
  return left.length === 0 && own.length === fields.length ? own : left
}

function MissingFields({ ask, file, files, own }: Parts & Kept & { readonly own: OwnPart }) {
  const t = boardTexts[ask.language]
  const { deal, rules } = file
  const fields = wantedFields(file)
  const others = fields.filter((field) => !own.mayWrite(field))
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
      {fields.filter(own.mayWrite).map((field) => (
        <FieldInput
          field={field}
          value={deal.fields[field.id] ?? null}
          currency={deal.currency}
          language={ask.language}
          people={ask.people}
          namedDeals={file.namedDeals}
          files={files}
          of={deal.id}
        />
      ))}
      {others.length === 0 ? null : (
        <dl class="shown">
          {others.map((field) => (
            <OthersField ask={ask} model={rules.model} field={field} deal={deal} />
          ))}
        </dl>
      )}
    </fieldset>
  )
}

/** What is written on the cards of clients: a dialog of the deal cannot hold it, so it leads there. */
function OnCards({ ask, file }: Parts) {
  const asked = askedOfClients(file)
  if (asked.length === 0) return null
  return (
    <fieldset class="form asked others">
      <legend>{boardTexts[ask.language].onCards}</legend>
      {asked.map((id) => (
        <p data-on-card={id}>
          <WantedName file={file} id={id} language={ask.language} />
        </p>
      ))}
    </fieldset>
  )
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
          <span class="quiet">({t.overrideWho(roleCalled(role, file.rules.model, ask.language))})</span>
        </span>
        <textarea name="override.reason" maxlength={500} />
      </label>
    </details>
  )
}
