import { mayExport } from '#domain/kernel/access'
import type { RegisterRow } from '#documents/domain/register/register-rows'
import { readRegister, type Register } from '#documents/usecases/read-register'
import { registerTexts } from '#documents/words/register-words'
import { dealAddress, queryOf } from '#pages/links.tsx'
import type { PageAsk, PageSpec } from '#pages/page.tsx'
import { nameBeside } from '#pages/phone-table.tsx'
import { LoadCard } from './load-card'
import { registerPageTexts } from './texts/register'

/** Rows that a page shows; a file has them all. */
const most = 500

/** The register of contracts, other documents and invoices of a year: to be looked through, narrowed, and taken out. */
export const registerPage: PageSpec = {
  id: 'register',
  path: '/app/register',
  nav: 'payments',
  right: 'signed_in',
  script: 'register',
  run: async (ask) => {
    const t = registerPageTexts[ask.language]
    const words = registerTexts[ask.language]
    const said = (name: string): string => ask.query.get(name)?.trim() ?? ''
    const [kind, state, q] = [said('kind'), said('state'), said('q')]
    const named = /^20\d\d$/.test(said('year')) ? { year: Number(said('year')) } : {}
    const asked = { ...named, ...(kind && { kind }), ...(state && { state }), ...(q && { q }) }
    const { year, rows, kinds, mayLoad } = await readRegister(ask.ports, ask.caller, asked)
    const loads = mayLoad ? await ask.ports.loads.own({ what: 'register', actor: ask.caller.actor, limit: 5 }) : []
    const query = queryOf({ ...asked, year: String(year), lang: ask.language })
    return {
      title: words.title,
      body: (
        <>
          <header class="page-head">
            <h1>
              {words.title} <span class="badge">{ask.format.number(rows.length)}</span>
            </h1>
            <p>{t.lead}</p>
          </header>
          {mayLoad ? <LoadCard ask={ask} kinds={kinds} loads={loads} /> : null}
          <Narrowing ask={ask} register={{ year, kinds }} said={{ kind, state, q }} query={query} />
          <div class="stack">
            {rows.length === 0 ? <p class="empty">{t.none}</p> : <Rows ask={ask} rows={rows} />}
            {rows.length > most ? <p class="quiet">{t.more(rows.length - most)}</p> : null}
          </div>
        </>
      ),
    }
  },
}

type Narrowed = {
  readonly ask: PageAsk
  readonly register: Pick<Register, 'year' | 'kinds'>
  readonly said: { readonly kind: string; readonly state: string; readonly q: string }
  /** The same narrowing for the addresses of files. */
  readonly query: string
}

function Narrowing({ ask, register: { year, kinds }, said: { kind, state, q }, query }: Narrowed) {
  const t = registerPageTexts[ask.language]
  const words = registerTexts[ask.language]
  return (
    <form method="get" class="card report-filters" role="search" aria-label={t.show}>
      <label class="field">
        <span class="label">{t.year}</span>
        <input name="year" type="number" min="2000" max="2200" value={String(year)} />
      </label>
      <Choice name="kind" label={t.kind} all={t.all} chosen={kind} options={kinds.map(({ id, name }) => [id, name])} />
      <Choice name="state" label={t.state} all={t.all} chosen={state} options={Object.entries(words.states)} />
      <label class="field">
        <span class="label">{t.q}</span>
        <input name="q" type="search" value={q} maxlength={100} />
      </label>
      <button class="secondary">{t.show}</button>
      {mayExport(ask.caller) ? (
        <>
          <a class="button secondary" href={`/app/api/register/xlsx?${query}`} download>
            Excel
          </a>
          <a class="button secondary" href={`/app/api/register/csv?${query}`} download>
            CSV
          </a>
        </>
      ) : null}
    </form>
  )
}

function Rows({ ask, rows }: { readonly ask: PageAsk; readonly rows: readonly RegisterRow[] }) {
  const words = registerTexts[ask.language]
  // Here every sum carries the sign of its currency; in the files there are numbers alone.
  const head = words.head.map(nameBeside)
  return (
    <div class="table-wrap card" tabindex={0} role="region" aria-label={words.title}>
      <table class="cards-on-phone">
        <thead>
          <tr>
            {head.map((title, at) => (
              <th scope="col" class={at >= 5 && at <= 7 ? 'number' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row) => (
            <tr id={row.id}>
              <th scope="row">
                <a href={row.is === 'document' ? `/app/documents/${row.id}` : dealAddress(row.dealId)}>{row.name}</a>
              </th>
              <td class="nowrap">{row.number}</td>
              <td class="nowrap">{row.on === '' ? '' : ask.format.shortDay(row.on)}</td>
              <td class="wide">{row.buyer}</td>
              <td class={row.inn === '' ? 'none' : undefined} data-name={head[4]}>
                {row.inn === '' ? '—' : row.inn}
              </td>
              <td class="number lead">{ask.format.money(row.kopecks, 'RUB')}</td>
              <td class={row.vatKopecks === null ? 'number none' : 'number'} data-name={head[6]}>
                {row.vatKopecks === null ? '—' : ask.format.money(row.vatKopecks, 'RUB')}
              </td>
              <td class={row.paidKopecks === null ? 'number none' : 'number'} data-name={head[7]}>
                {row.paidKopecks === null ? '—' : ask.format.money(row.paidKopecks, 'RUB')}
              </td>
              <td>{words.states[row.state] ?? row.state}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type Choosing = {
  readonly name: string
  readonly label: string
  readonly all: string
  readonly chosen: string
  readonly options: readonly (readonly [value: string, text: string])[]
}

function Choice({ name, label, all, chosen, options }: Choosing) {
  return (
    <label class="field">
      <span class="label">{label}</span>
      <select name={name}>
        <option value="">{all}</option>
        {options.map(([value, text]) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
