import type { PageAsk, PieceSpec } from '#pages/page.tsx'
import { Lines, PieceForm, PieceHead, Select } from '#pages/piece-form.tsx'
import { attachedTexts } from '#pages/attached/texts/attached'
import { boardTexts } from './texts/board'
import { dealTexts } from './texts/deal'

const mostDeals = 100

/** What the key `n` opens everywhere: a new deal, or a task or a comment for one of one’s own deals. */
export const quickAddPiece: PieceSpec = {
  id: 'quickAdd',
  path: '/app/pieces/quick-add',
  right: 'signed_in',
  run: async (ask) => {
    const t = dealTexts[ask.language]
    const { items } = await ask.ports.deals.byOwner({ owner: ask.me.id, limit: mostDeals })
    const deals = items.map(({ id, title }) => [id, title] as const)
    return (
      <>
        <PieceHead title={t.quick.title} language={ask.language} />
        <div class="stack">
          {ask.caller.reach.deals_edit === 'none' ? null : (
            <button type="button" class="primary" data-piece="/app/pieces/new-deal" data-closes autofocus>
              {boardTexts[ask.language].newDeal.title}
            </button>
          )}
          {deals.length === 0 ? <p class="quiet">{t.quick.noDeals}</p> : <OfDeals ask={ask} deals={deals} />}
        </div>
      </>
    )
  },
}

type Deals = readonly (readonly [id: string, title: string])[]

function OfDeals({ ask, deals }: { readonly ask: PageAsk; readonly deals: Deals }) {
  const t = dealTexts[ask.language]
  const said = attachedTexts[ask.language]
  const chosen = <Select label={t.quick.deal} name="deal" options={deals} isRequired />
  return (
    <>
      <details name="quick">
        <summary>{t.addTask}</summary>
        <PieceForm language={ask.language} api="POST /deals/{deal}/tasks" done={t.done.task} label={t.addTask}>
          {chosen}
          <label class="field">
            <span class="label">{t.what}</span>
            <input name="do" required maxlength={300} autocomplete="off" />
          </label>
          <label class="field">
            <span class="label">{t.whenDue}</span>
            <input type="datetime-local" name="dueAt" data-type="instant" required />
          </label>
        </PieceForm>
      </details>
      <details name="quick">
        <summary>{said.say}</summary>
        <PieceForm language={ask.language} api="POST /deals/{deal}/comments" done={said.sent} label={said.send}>
          {chosen}
          <Lines label={said.say} name="text" isRequired />
        </PieceForm>
      </details>
    </>
  )
}
