import { mergeClients } from '#clients/usecases/merging/merge-clients'
import { undoMerge } from '#clients/usecases/merging/undo-merge'
import type { PageAsk, PieceSpec } from '#pages/page.tsx'
import { PieceForm, PieceHead } from '#pages/piece-form.tsx'
import type { MergePlan, MergeValue } from '#schemas/clients/merge'
import type { Command } from '#usecases/command'
import { duplicateTexts } from './texts/duplicates'

/** What merging two cards would make, value by value, before it is done. */
const mergePiece: PieceSpec = {
  id: 'mergeClients',
  path: '/app/pieces/clients/:client/merge/:other',
  right: 'clients_merge',
  run: async (ask) => {
    const t = duplicateTexts[ask.language]
    const [id, loser] = [ask.params['client'] ?? '', ask.params['other'] ?? '']
    const plan = await mergeClients(ask.ports, commandOf(ask), ask.people, { id, input: { loser, dryRun: true } })
    return (
      <>
        <PieceHead title={t.mergeTitle} language={ask.language} />
        <p>
          {t.into(plan.winner.name)}{' '}
          <button type="button" class="link" data-piece={`/app/pieces/clients/${loser}/merge/${id}`}>
            {t.otherWay}
          </button>
        </p>
        {plan.blocks.map(({ detail }) => (
          <p class="problem" role="alert">
            {detail}
          </p>
        ))}
        {plan.blocks.length > 0 ? null : (
          <PieceForm
            language={ask.language}
            api={`POST /clients/${plan.winner.id}/merge`}
            version={plan.winner.version}
            body={{ loser: plan.loser.id, loserVersion: plan.loser.version }}
            done={t.merged}
            label={t.mergeNow}
          >
            <Values ask={ask} plan={plan} />
            <Moves ask={ask} plan={plan} />
            <p class="quiet">{t.undoable}</p>
          </PieceForm>
        )}
      </>
    )
  },
}

type Parts = { readonly ask: PageAsk; readonly plan: MergePlan }

function Values({ ask, plan: { values } }: Parts) {
  const t = duplicateTexts[ask.language]
  const open = values.filter(({ given }) => given !== undefined)
  return (
    <>
      {open.map((value) => (
        <fieldset class="form asked">
          <legend>
            {t.keep}: {fieldName(ask, value.field)}
          </legend>
          <Choice value={value} whose="winner" />
          <Choice value={value} whose="loser" />
        </fieldset>
      ))}
    </>
  )
}

function Choice({ value, whose }: { readonly value: MergeValue; readonly whose: 'winner' | 'loser' }) {
  const text = value.from === whose ? value.kept : value.given
  return (
    <label class="check">
      <input type="radio" name={`take.${value.field}`} value={whose} checked={value.from === whose} />
      <span>{text}</span>
    </label>
  )
}

function Moves({ ask, plan: { values, moves } }: Parts) {
  const t = duplicateTexts[ask.language]
  const filled = values.filter(({ given, from }) => given === undefined && from === 'loser')
  const counted = (['ways', 'links', 'deals'] as const).filter((what) => moves[what] > 0)
  if (filled.length + counted.length === 0) return null
  return (
    <>
      <p class="label">{t.comes}</p>
      <ul class="plain-list">
        {filled.map(({ field, kept }) => (
          <li>
            {fieldName(ask, field)}: {kept}
          </li>
        ))}
        {counted.map((what) => (
          <li>
            {t.moves[what]}: {moves[what]}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What undoing a merge would make, before it is done. */
const undoPiece: PieceSpec = {
  id: 'undoMerge',
  path: '/app/pieces/merges/:merge',
  right: 'clients_merge',
  run: async (ask) => {
    const t = duplicateTexts[ask.language]
    const id = ask.params['merge'] ?? ''
    const { winner, loser, stays } = await undoMerge(ask.ports, commandOf(ask), ask.people, {
      id,
      input: { dryRun: true },
    })
    const since = [
      ...stays.values.map((field) => fieldName(ask, field)),
      ...(stays.deals.length === 0 ? [] : [t.stayDeals(stays.deals.length)]),
    ]
    return (
      <>
        <PieceHead title={t.undoTitle} language={ask.language} />
        <p>
          {winner.name} · {loser.name}
        </p>
        <p class="quiet">{since.length === 0 ? t.nothingSince : `${t.stays} ${since.join(', ')}`}</p>
        <PieceForm
          language={ask.language}
          api={`POST /client-merges/${id}/undo`}
          done={t.undone}
          label={t.undoNow}
          isDangerous
        />
      </>
    )
  },
}

/** Dialogs of merging and parting cards. */
export const mergePieces: readonly PieceSpec[] = [mergePiece, undoPiece]

function fieldName({ language }: PageAsk, field: string): string {
  const names: Readonly<Record<string, string>> = duplicateTexts[language].fields
  return names[field] ?? field.replace(/^field-/, '')
}

/** Nothing is written by it: it asks what would be. */
function commandOf({ caller, language }: PageAsk): Command {
  return { caller, language, correlationId: 'page' }
}
