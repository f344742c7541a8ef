import { dealRefusal } from '#domain/deals/words/deal-refusal'
import type { Child } from 'hono/jsx'

import { dealIdOf } from '#domain/kernel/task-id'
import { readableDeal } from '#usecases/deals/readable-deal'
import type { Task } from '#schemas/task'

import { peopleChoice } from '#pages/people-choice.tsx'
import type { PageAsk, PieceSpec } from '#pages/page.tsx'
import { Lines, PieceForm, PieceHead, Select } from '#pages/piece-form.tsx'
import { dealTexts } from '#pages/deals/texts/deal'
import { frameTexts } from '#pages/texts/frame'
import type { Model } from '#schemas/model'

type Words = (typeof dealTexts)['en']

/** What can be done with a task beside doing it: one dialog each. */
export const taskPieces: readonly PieceSpec[] = [
  taskPiece('reassign', (ask, task, t, roles) => ({
    title: t.reassign,
    form: (
      <PieceForm
        language={ask.language}
        api={`PUT /tasks/${task.id}/responsible`}
        done={t.done.given}
        label={t.reassign}
      >
        <p>{task.do}</p>
        <Select
          label={t.to}
          name="responsible"
          isRequired
          empty={frameTexts[ask.language].choose}
          options={peopleChoice(ask, (id) => id !== task.responsible, roles)}
        />
        <Lines label={t.reasonWords} name="reason" />
      </PieceForm>
    ),
  })),
  taskPiece('reschedule', (ask, task, t) => ({
    title: t.reschedule,
    form: (
      <PieceForm language={ask.language} api={`PUT /tasks/${task.id}/due`} done={t.done.moved} label={t.reschedule}>
        <p>{task.do}</p>
        <label class="field">
          <span class="label">{t.whenDue}</span>
          <input
            name="dueAt"
            type="datetime-local"
            data-type="instant"
            data-empty="null"
            value={task.dueAt === null ? '' : ask.format.localInput(task.dueAt)}
          />
        </label>
        <Lines label={t.reasonWords} name="reason" />
      </PieceForm>
    ),
  })),
  taskPiece('cancel', (ask, task, t) => ({
    title: t.cancelTask,
    form: (
      <PieceForm
        language={ask.language}
        api={`POST /tasks/${task.id}/cancellation`}
        done={t.done.cancelled}
        label={t.cancelTask}
        isDangerous
      >
        <p>{task.do}</p>
        <Lines label={t.reasonWords} name="reason" isRequired />
      </PieceForm>
    ),
  })),
  taskPiece('reopen', (ask, task, t) => ({
    title: t.reopen,
    form: (
      <PieceForm
        language={ask.language}
        api={`POST /tasks/${task.id}/reopening`}
        done={t.done.reopened}
        label={t.reopen}
      >
        <p>{task.do}</p>
        <Lines label={t.reasonWords} name="reason" isRequired />
      </PieceForm>
    ),
  })),
]

function taskPiece(
  what: string,
  inside: (
    ask: PageAsk,
    task: Task,
    t: Words,
    roles: Model['roles'],
  ) => { readonly title: string; readonly form: Child },
): PieceSpec {
  return {
    id: `task ${what}`,
    path: `/app/pieces/task/:task/${what}`,
    right: 'signed_in',
    run: async (ask) => {
      const { model } = await ask.ports.rules.current()
      const { title, form } = inside(ask, await taskOf(ask), dealTexts[ask.language], model.roles)
      return (
        <>
          <PieceHead title={title} language={ask.language} />
          {form}
        </>
      )
    },
  }
}

/** The task of the address, for whoever may see its deal. */
async function taskOf({ ports, caller, people, params }: PageAsk): Promise<Task> {
  const id = params['task'] ?? ''
  const dealId = dealIdOf(id)
  const found = dealId === undefined ? undefined : await readableDeal(ports, caller, people, dealId)
  const task = found?.tasks.find((one) => one.id === id)
  if (task === undefined) throw dealRefusal('task_unknown', { id })
  return task
}
