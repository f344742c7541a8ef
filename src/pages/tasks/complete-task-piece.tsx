import { filesToChoose } from '#usecases/attached/files'
import { readTaskWork } from '#usecases/tasks/read-task-work'

import { FieldInput } from '#pages/deals/field-input.tsx'
import { OthersField } from '#pages/deals/others-part.tsx'
import type { PieceSpec } from '#pages/page.tsx'
import { frameTexts } from '#pages/texts/frame'
import { taskWorkTexts } from './texts/task-work'

/** What completing a task asks for: its checklist, a word on what came of it, the fields the gate will want. */
export const completeTaskPiece: PieceSpec = {
  id: 'completeTask',
  path: '/app/pieces/complete/:task',
  right: 'signed_in',
  run: async (ask) => {
    const { ports, caller, people, params, language, currency } = ask
    const id = params['task'] ?? ''
    const { task, deal, model, asks, others } = await readTaskWork(ports, { caller, people }, id)
    const t = taskWorkTexts[language]
    const f = frameTexts[language]
    const files = await filesToChoose(ports, deal.id, asks)
    return (
      <>
        <header>
          <h2>{task.do}</h2>
          <button type="button" class="icon" data-closes aria-label={f.close}>
            ×
          </button>
        </header>
        {task.checklist.length === 0 ? null : (
          <fieldset class="form" data-checklist={id}>
            <legend>{t.checklist}</legend>
            {task.checklist.map(({ text, done }, at) => (
              <label class="check">
                <input type="checkbox" checked={done} data-item={at} /> {text}
              </label>
            ))}
          </fieldset>
        )}
        <form class="form" data-api={`POST /tasks/${id}/completion`} data-done={t.completed}>
          {asks.length === 0 ? null : <p class="quiet small">{t.fillIn}</p>}
          {asks.map((field) => (
            <FieldInput
              field={field}
              value={deal.fields[field.id] ?? null}
              currency={deal.currency || currency}
              language={language}
              people={people}
              files={files}
            />
          ))}
          {others.length === 0 ? null : (
            <dl class="shown">
              {others.map((field) => (
                <OthersField ask={ask} model={model} field={field} deal={deal} />
              ))}
            </dl>
          )}
          <label class="field">
            <span class="label">{t.comment}</span>
            <textarea name="comment" maxlength={2000} />
          </label>
          <p class="problem" data-problem role="alert" hidden />
          <div class="buttons">
            <button type="button" class="secondary" data-closes>
              {f.cancel}
            </button>
            <button class="primary">{t.complete}</button>
          </div>
        </form>
      </>
    )
  },
}
