import { Refusal } from '#domain/kernel/refusal'
import { dealIdOf } from '#domain/kernel/task-id'
import { readableDeal } from '#usecases/deals/readable-deal'

import { FieldInput } from '#pages/deals/field-input.tsx'
import type { PieceSpec } from '#pages/page.tsx'
import { frameTexts } from '#pages/texts/frame'
import { taskWorkTexts } from './texts/task-work'

/** What completing a task asks for: its checklist, a word on what came of it, the fields the gate will want. */
export const completeTaskPiece: PieceSpec = {
  id: 'completeTask',
  path: '/app/pieces/complete/:task',
  right: 'signed_in',
  run: async ({ ports, caller, people, params, language, currency }) => {
    const id = params['task'] ?? ''
    const dealId = dealIdOf(id)
    if (dealId === undefined) throw new Refusal('task_unknown', `There is no task ${id}.`)
    const [{ deal, tasks }, { model }] = await Promise.all([
      readableDeal(ports, caller, people, dealId),
      ports.rules.current(),
    ])
    const task = tasks.find((one) => one.id === id)
    if (task === undefined) throw new Refusal('task_unknown', `There is no task ${id}.`)
    const t = taskWorkTexts[language]
    const f = frameTexts[language]
    const stage = model.pipelines[task.pipeline]?.stages.find((one) => one.id === task.stage)
    const empty =
      deal.stage !== task.stage ? [] : (stage?.gate?.filled ?? []).filter((one) => (deal.fields[one] ?? null) === null)
    const fields = empty.flatMap((one) => model.fields[one] ?? []).filter(({ formula }) => formula === undefined)
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
          {fields.length === 0 ? null : <p class="quiet small">{t.fillIn}</p>}
          {fields.map((field) => (
            <FieldInput field={field} value={null} currency={deal.currency || currency} language={language} />
          ))}
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
