import { filledText } from '#domain/rules/task-text'
import { peopleChoice } from '#pages/people-choice.tsx'
import { mayCountAgain } from '#domain/deals/closing-rights'
import { reaches } from '#domain/kernel/access'
import { completed } from '#domain/deals/moving'
import { pipelineOf } from '#domain/rules/stage-rules'
import { conditionSentences, dueSentence, sayings, whoDoes } from '#playbook/rule-sentences'
import { fieldName } from '#playbook/playbook-scene'
import { readDealPage, type DealPageFile } from '#usecases/deals/read-deal-page'
import type { Child } from 'hono/jsx'
import type { Language } from '#schemas/language-names'

import type { PageAsk, PieceSpec } from '#pages/page.tsx'
import { Lines, PieceForm, PieceHead, Select, type Choice } from '#pages/piece-form.tsx'
import { frameTexts } from '#pages/texts/frame'
import type { Model } from '#schemas/model'
import { dealTexts } from './texts/deal'

type Words = (typeof dealTexts)['en']
type Inside = (ask: PageAsk, file: DealPageFile, t: Words) => { readonly title: string; readonly form: Child }

/** What can be done with a deal beside moving it: one dialog each. */
export const dealPieces: readonly PieceSpec[] = [
  dealPiece('event', (ask, { deal, newest }, t) => ({
    title: t.postEvent,
    form: (
      <PieceForm language={ask.language} api={`POST /deals/${deal.id}/events`} done={t.done.posted} label={t.postEvent}>
        <Select
          label={t.event}
          name="event"
          isRequired
          options={Object.entries(newest.model.events).map(([id, { name }]) => [id, name] as const)}
        />
      </PieceForm>
    ),
  })),
  dealPiece('title', (ask, { deal }, t) => ({
    title: t.rename,
    form: (
      <PieceForm
        language={ask.language}
        api={`PATCH /deals/${deal.id}`}
        version={deal.version}
        done={t.done.renamed}
        label={t.rename}
      >
        <label class="field">
          <span class="label">{t.title}</span>
          <input name="title" value={deal.title} maxlength={200} required autocomplete="off" />
        </label>
      </PieceForm>
    ),
  })),
  dealPiece('owner', (ask, { deal, newest }, t) => ({
    title: t.changeOwner,
    form: (
      <PieceForm language={ask.language} api={`PUT /deals/${deal.id}/owner`} done={t.done.owner} label={t.changeOwner}>
        <Select
          label={t.to}
          name="owner"
          isRequired
          empty={frameTexts[ask.language].choose}
          options={peopleFor(ask, deal.owner, newest.model)}
        />
        <Lines label={t.reasonWords} name="reason" />
      </PieceForm>
    ),
  })),
  dealPiece('reply', (ask, { deal }, t) => ({
    title: t.reply,
    form: (
      <PieceForm language={ask.language} api={`POST /deals/${deal.id}/reply`} done={t.done.posted} label={t.reply}>
        <label class="field">
          <span class="label">{t.channel}</span>
          <input name="channel" maxlength={40} />
        </label>
        <Lines label={t.comment} name="comment" />
      </PieceForm>
    ),
  })),
  dealPiece('lose', (ask, { deal, newest }, t) => ({
    title: t.lose,
    form: <Close ask={ask} id={deal.id} t={t} what="loss" reasons={newest.model.outcomes.lost.reasons} />,
  })),
  dealPiece('cancel', (ask, { deal, newest }, t) => ({
    title: t.cancel,
    form: <Close ask={ask} id={deal.id} t={t} what="cancellation" reasons={newest.model.outcomes.cancelled.reasons} />,
  })),
  dealPiece('reopen', (ask, { deal, newest }, t) => {
    const { stages = [], wonAfter } = newest.model.pipelines[deal.pipeline] ?? {}
    const here = stages.findIndex(({ id }) => id === deal.stage)
    const scene = { model: newest.model, org: ask.people }
    // What may not count again is offered the stages before the win alone.
    const isOffBooks = deal.status === 'cancelled' && !mayCountAgain(ask.caller, deal, scene)
    const until = isOffBooks ? stages.findIndex(({ id }) => id === wonAfter) + 1 : here
    const earlier = stages.slice(0, Math.min(here, until))
    return {
      title: t.reopenDeal,
      form: (
        <PieceForm
          language={ask.language}
          api={`POST /deals/${deal.id}/reopening`}
          done={t.done.reopened}
          label={t.reopenDeal}
        >
          <Select
            label={t.toStage}
            name="toStage"
            {...(isOffBooks ? { isRequired: true } : { empty: t.sameStage })}
            options={earlier.map(({ id, name }) => [id, name] as const)}
          />
          <Lines label={t.reasonWords} name="reason" isRequired />
        </PieceForm>
      ),
    }
  }),
  dealPiece('client', (ask, { deal }, t) => ({
    title: t.client,
    form: (
      <PieceForm
        language={ask.language}
        api={`PATCH /deals/${deal.id}`}
        version={deal.version}
        done={t.client}
        label={t.client}
      >
        <label class="field">
          <span class="label">{t.title}</span>
          <input name="title" value={deal.title} maxlength={200} required />
        </label>
        {(['name', 'phone', 'email'] as const).map((name) => (
          <label class="field">
            <span class="label">{t[name]}</span>
            <input
              name={`client.${name}`}
              type={name === 'phone' ? 'tel' : name === 'email' ? 'email' : 'text'}
              value={deal.client[name] ?? ''}
              maxlength={200}
              autocomplete="off"
            />
          </label>
        ))}
      </PieceForm>
    ),
  })),
  dealPiece('task', (ask, { deal, newest }, t) => ({
    title: t.addTask,
    form: (
      <PieceForm language={ask.language} api={`POST /deals/${deal.id}/tasks`} done={t.done.task} label={t.addTask}>
        <label class="field">
          <span class="label">{t.what}</span>
          <input name="do" required maxlength={500} autofocus />
        </label>
        <div class="columns">
          <Select
            label={t.who}
            name="responsible"
            isRequired
            options={peopleChoice(ask, undefined, newest.model.roles)}
            selected={deal.owner}
          />
          <label class="field">
            <span class="label">{t.whenDue}</span>
            <input name="dueAt" type="datetime-local" data-type="instant" min={ask.format.localInput(ask.now)} />
          </label>
        </div>
        {ask.caller.reach.rules_edit === 'all' ? (
          <label class="field">
            <span class="label">{t.orRule}</span>
            <input name="due" maxlength={100} />
          </label>
        ) : null}
        <label class="check">
          <input type="checkbox" name="required" data-type="yes_no" /> {t.required}
        </label>
        <label class="check">
          <input type="checkbox" name="keep" data-type="yes_no" /> {t.keepTask}
        </label>
      </PieceForm>
    ),
  })),
  dealPiece('stage', (ask, file, t) => ({
    title: stageIn(file, ask.query.get('stage'))?.name ?? t.rail,
    form: <StageAsks file={file} stage={ask.query.get('stage') ?? file.deal.stage} t={t} language={ask.language} />,
  })),
]

function dealPiece(what: string, inside: Inside): PieceSpec {
  return {
    id: `deal ${what}`,
    path: `/app/pieces/deal/:deal/${what}`,
    right: 'signed_in',
    run: async (ask) => {
      const file = await readDealPage(ask.ports, ask, ask.params['deal'] ?? '')
      const { title, form } = inside(ask, file, dealTexts[ask.language])
      return (
        <>
          <PieceHead title={title} language={ask.language} />
          {form}
        </>
      )
    },
  }
}

function Close(parts: {
  readonly ask: PageAsk
  readonly id: string
  readonly t: Words
  readonly what: 'loss' | 'cancellation'
  readonly reasons: Readonly<Record<string, string>>
}) {
  const { ask, id, t, what, reasons } = parts
  return (
    <PieceForm
      language={ask.language}
      api={`POST /deals/${id}/${what}`}
      done={what === 'loss' ? t.done.lost : t.done.cancelled}
      label={what === 'loss' ? t.lose : t.cancel}
      isDangerous
    >
      <Select
        label={t.reason}
        name="reason"
        isRequired
        empty={frameTexts[ask.language].choose}
        options={Object.entries(reasons)}
      />
      <Lines label={t.comment} name="comment" />
    </PieceForm>
  )
}

type Asked = { readonly file: DealPageFile; readonly stage: string; readonly t: Words; readonly language: Language }

function StageAsks({ file, stage: id, t, language }: Asked) {
  const stage = stageIn(file, id)
  if (stage === undefined) return <p class="quiet">{id === completed ? '' : id}</p>
  const { model } = file.newest
  const pipeline = pipelineOf(model, file.deal.pipeline)
  const name = (field: string) => fieldName({ model, words: sayings[language] }, field)
  return (
    <div class="stack">
      {stage.goal === undefined ? null : <p>{stage.goal}</p>}
      {stage.howTo === undefined ? null : <p class="lines quiet">{stage.howTo}</p>}
      <h3>{t.stageTasks}</h3>
      <ul class="linked">
        {stage.tasks.map((task) => (
          <li>
            <span>
              {filledText(task.do, file.rules.facts ?? {}, model.clients)}{' '}
              {task.optional ? <span class="badge">{t.optional}</span> : null}
            </span>
            <span class="quiet small">
              {whoDoes(task, model, language)} · {t.due}: {dueSentence(task, { pipeline, stage }, model, language)}
              {task.when === undefined
                ? ''
                : ` · ${t.when} ${conditionSentences(task.when, model, language).join('; ')}`}
            </span>
          </li>
        ))}
      </ul>
      <h3>{t.stageGate}</h3>
      {stage.gate === undefined ? (
        <p class="quiet">{t.noGate}</p>
      ) : (
        <ul class="linked">
          {stage.gate.filled.length === 0 ? null : (
            <li>
              {t.filled}: {stage.gate.filled.map(name).join(', ')}
            </li>
          )}
          {(stage.gate.must === undefined ? [] : conditionSentences(stage.gate.must, model, language)).map(
            (sentence) => (
              <li>{sentence}</li>
            ),
          )}
        </ul>
      )}
    </div>
  )
}

function stageIn({ deal, newest }: DealPageFile, id: string | null) {
  return newest.model.pipelines[deal.pipeline]?.stages.find((stage) => stage.id === id)
}

/** Everybody a deal can be given to by whoever asks. */
function peopleFor(ask: PageAsk, without: string, { roles }: Pick<Model, 'roles'>): readonly Choice[] {
  const { caller, people } = ask
  const mayHave = (id: string) => caller.reach.deals_edit === 'own' || reaches(caller, 'deals_edit', id, people)
  return peopleChoice(ask, (id) => id !== without && mayHave(id), roles)
}
