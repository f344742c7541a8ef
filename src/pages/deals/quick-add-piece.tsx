import type { PageAsk, PieceSpec } from '#pages/page.tsx'
import type { Deal } from '#schemas/deal'
import { seenDeals } from '#usecases/linked/linkable-deals'
import { Lines, PieceForm, PieceHead, Select } from '#pages/piece-form.tsx'
import { attachedTexts } from '#pages/attached/texts/attached'
import { boardTexts } from './texts/board'
import { DealInput } from './field-input'
import { dealTexts } from './texts/deal'

const mostDeals = 100

/**
 * What the key `n` opens everywhere: a new deal, or a task or a comment for the deal one looks at, or another. Whoever sees but
 * their own deals chooses among these, anybody else looks for one.
 */
export const quickAddPiece: PieceSpec = {
  id: 'quickAdd',
  path: '/app/pieces/quick-add',
  right: 'signed_in',
  run: async (ask) => {
    const t = dealTexts[ask.language]
    const at = ask.query.get('deal') ?? ''
    const isOwn = at === '' && ask.caller.reach.deals_read === 'own'
    const [[here], own] = await Promise.all([
      seenDeals(ask.ports.deals, ask, at === '' ? [] : [at]),
      isOwn ? ask.ports.deals.byOwner({ owner: ask.me.id, limit: mostDeals }) : { items: [] },
    ])
    const deals = own.items.map(({ id, title }) => [id, title] as const)
    return (
      <>
        <PieceHead title={t.quick.title} language={ask.language} />
        <div class="stack">
          {ask.caller.reach.deals_edit === 'none' ? null : (
            <button type="button" class="primary" data-piece="/app/pieces/new-deal" data-closes autofocus>
              {boardTexts[ask.language].newDeal.title}
            </button>
          )}
          <OfDeals ask={ask} deals={deals} here={here} />
        </div>
      </>
    )
  },
}

type Deals = readonly (readonly [id: string, title: string])[]

function OfDeals({
  ask,
  deals,
  here,
}: {
  readonly ask: PageAsk
  readonly deals: Deals
  readonly here: Deal | undefined
}) {
  const t = dealTexts[ask.language]
  const said = attachedTexts[ask.language]
  const chosen =
    deals.length > 0 ? (
      <Select label={t.quick.deal} name="deal" options={deals} isRequired />
    ) : (
      <DealInput label={t.quick.deal} name="deal" chosen={here} language={ask.language} />
    )
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
