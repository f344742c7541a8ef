import { sellerOf, shownLines } from '#domain/money/deal-lines'
import type { DealPageFile } from '#usecases/deals/read-deal-page'
import { readLines } from '#usecases/money/deal-lines'
import type { ShownLine, ShownLines } from '#schemas/money/deal-lines'
import type { Language } from '#schemas/language-names'
import type { InvoiceLine } from '#schemas/money/money'

import type { PageAsk, PieceSpec } from '#pages/page.tsx'
import { PieceForm, PieceHead } from '#pages/piece-form.tsx'
import { linesTexts } from './texts/lines'

/** Lines that are shown at once; the others are folded away. */
const shownAtOnce = 10

/** Empty rows at the end of a form. */
const freshRows = 3

type Parts = { readonly ask: PageAsk; readonly file: DealPageFile; readonly lines: readonly InvoiceLine[] }

/** What a deal sells, line by line, and a way to change it; nothing where no paper is ever made of it. */
export function DealLines({ ask, file: { deal, newest, mayEdit }, lines }: Parts) {
  const { documents = {}, invoices = {}, fields } = newest.model
  const hasPapers = Object.keys(documents).length + Object.keys(invoices).length > 0
  if (deal.currency !== 'RUB' || (lines.length === 0 && !hasPapers)) return null
  const t = linesTexts[ask.language]
  const shown = shownLines(deal, lines, sellerOf(newest.model, deal.pipeline)?.vat)
  const isOpen = deal.status === 'open' || deal.status === 'won'
  const mayWrite = mayEdit && isOpen && fields['amount']?.formula === undefined
  const rest = shown.items.slice(shownAtOnce)
  return (
    <section class="card" aria-labelledby="lines-title" id="lines">
      <header>
        <h2 id="lines-title">{t.title}</h2>
        {lines.length === 0 ? null : <span class="badge">{ask.format.number(lines.length)}</span>}
        {mayWrite ? (
          <button type="button" class="secondary" data-piece={`/app/pieces/deal/${deal.id}/lines`}>
            {lines.length === 0 ? t.enter : t.edit}
          </button>
        ) : null}
      </header>
      {lines.length === 0 ? <p class="quiet">{t.none}</p> : null}
      <ol class="file-list">
        {shown.items.slice(0, shownAtOnce).map((line) => (
          <OneLine ask={ask} line={line} />
        ))}
      </ol>
      {rest.length === 0 ? null : (
        <details>
          <summary>{t.more(ask.format.number(lines.length))}</summary>
          <ol class="file-list">
            {rest.map((line) => (
              <OneLine ask={ask} line={line} />
            ))}
          </ol>
        </details>
      )}
      {lines.length === 0 ? null : <Together ask={ask} shown={shown} />}
    </section>
  )
}

function OneLine({ ask, line }: { readonly ask: PageAsk; readonly line: ShownLine }) {
  const t = linesTexts[ask.language]
  const { format } = ask
  const price = `${quantityIn(ask.language, line)} ${line.unit} × ${format.money(line.priceKopecks, 'RUB')}`
  const vat = line.vatPercent === null ? t.noVat : `${t.vat} ${format.percent(line.vatPercent)}`
  return (
    <li>
      <p>{line.name}</p>
      <p class="quiet small">{`${price} = ${format.money(line.kopecks, 'RUB')} · ${vat}`}</p>
    </li>
  )
}

/** A price as it is typed. */
function priceIn(language: Language, { priceKopecks }: ShownLine): string {
  const plain = (priceKopecks / 100).toFixed(2)
  return language === 'ru' ? plain.replace('.', ',') : plain
}

/** Every digit of a quantity: what a form shows is sent back. */
function quantityIn(language: Language, { quantity }: ShownLine): string {
  const plain = quantity.toFixed(9).replace(/\.?0+$/, '')
  return language === 'ru' ? plain.replace('.', ',') : plain
}

function Together({ ask: { format, language }, shown: { kopecks, vatKopecks } }: { ask: PageAsk; shown: ShownLines }) {
  const t = linesTexts[language]
  const inside = vatKopecks === null ? t.noVat : `${t.inside} ${format.money(vatKopecks, 'RUB')}`
  return (
    <p>
      <strong>{`${t.total}: ${format.money(kopecks, 'RUB')}`}</strong> <span class="quiet">{inside}</span>
    </p>
  )
}

/** The form of all lines of a deal, with some empty rows at the end. */
export const linesPiece: PieceSpec = {
  id: 'deal lines',
  path: '/app/pieces/deal/:deal/lines',
  right: 'signed_in',
  run: async (ask) => {
    const id = ask.params['deal'] ?? ''
    const [shown, deal, { model }] = await Promise.all([
      readLines(ask.ports, ask.caller, id),
      ask.ports.deals.find(id),
      ask.ports.rules.current(),
    ])
    const t = linesTexts[ask.language]
    const rate = sellerOf(model, deal?.pipeline ?? '')?.vat
    const ours = t.ofOurs(rate === undefined ? t.noVat : ask.format.percent(rate))
    const fresh = Math.min(freshRows, Math.max(0, 500 - shown.items.length))
    return (
      <>
        <PieceHead title={t.title} language={ask.language} />
        <PieceForm
          language={ask.language}
          api={`PUT /deals/${id}/lines`}
          version={shown.version}
          done={t.saved}
          label={t.save}
          body={{ items: [] }}
        >
          <p class="quiet">{t.hint}</p>
          {shown.items.map((line, at) => (
            <Row ask={ask} at={at} line={line} ours={ours} />
          ))}
          {Array.from({ length: fresh }, (_, at) => (
            <Row ask={ask} at={shown.items.length + at} ours={ours} />
          ))}
          {deal?.won === undefined ? null : (
            <label class="field">
              <span class="label">{t.why}</span>
              <input name="reason" maxlength={500} />
            </label>
          )}
        </PieceForm>
      </>
    )
  },
}

/** Rates of VAT that there are by law. */
const rates = [22, 20, 10, 7, 5, 0]

type Rowed = { readonly ask: PageAsk; readonly at: number; readonly line?: ShownLine; readonly ours: string }

function Row({ ask: { language, format }, at, line, ours }: Rowed) {
  const t = linesTexts[language]
  const name = (what: string): string => `items.${at}.${what}`
  const own = line?.isOwnRate === true ? line.vatPercent : undefined
  const known = typeof own === 'number' && !rates.includes(own) ? [own, ...rates] : rates
  return (
    <fieldset class="card stack">
      <legend class="quiet small">{line === undefined ? t.fresh : t.line(format.number(at + 1))}</legend>
      <label class="field">
        <span class="label">{t.name}</span>
        <input name={name('name')} value={line?.name} maxlength={500} autocomplete="off" />
      </label>
      <div class="columns">
        <label class="field">
          <span class="label">{t.quantity}</span>
          <input
            name={name('quantity')}
            value={line === undefined ? undefined : quantityIn(language, line)}
            data-type="number"
            inputmode="decimal"
            placeholder="1"
          />
        </label>
        <label class="field">
          <span class="label">{t.unit}</span>
          <input name={name('unit')} value={line?.unit} maxlength={20} placeholder={t.piece} />
        </label>
        <label class="field">
          <span class="label">{t.price}</span>
          <input
            name={name('priceKopecks')}
            value={line === undefined ? undefined : priceIn(language, line)}
            data-type="money"
            inputmode="decimal"
          />
        </label>
        <label class="field">
          <span class="label">{t.vat}</span>
          <select name={name('vatPercent')} data-type="rate">
            <option value="">{ours}</option>
            <option value="none" selected={own === null}>
              {t.noVat}
            </option>
            {known.map((rate) => (
              <option value={String(rate)} selected={own === rate}>
                {format.percent(rate)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </fieldset>
  )
}
