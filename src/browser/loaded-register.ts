/** What a register brought, or would bring. */
export type Loaded = {
  readonly dryRun: boolean
  readonly found: number
  readonly added: number
  readonly known: number
  readonly refused: number
  readonly left: number
  readonly faults: readonly {
    readonly line: number
    readonly cell?: string
    readonly column?: string
    readonly weight: 'fault' | 'warning'
    readonly text: string
  }[]
  readonly faultsLeftOut: number
  readonly rows: readonly {
    readonly name: string
    readonly number: string
    readonly buyer: string
    readonly deal: { readonly id: string; readonly number: string; readonly title: string }
  }[]
}

/** The words of it. */
export type LoadedWords = Readonly<
  Record<
    | 'found'
    | 'added'
    | 'wouldAdd'
    | 'known'
    | 'refused'
    | 'nothingYet'
    | 'faults'
    | 'row'
    | 'column'
    | 'says'
    | 'papers'
    | 'deal'
    | 'moreFaults',
    string
  >
>

/** Rows that a page shows; the answer of the API has more. */
const [mostFaults, mostPapers] = [200, 50]

/** Shows what a register brought: how many rows became what, every fault with its place, and what would be kept. */
export function showLoaded(place: HTMLElement, loaded: Loaded, words: LoadedWords): void {
  const { dryRun, found, added, known, refused, faults, faultsLeftOut, rows } = loaded
  const counts = [
    `${words.found}: ${found}`,
    `${dryRun ? words.wouldAdd : words.added}: ${added}`,
    `${words.known}: ${known}`,
    `${words.refused}: ${refused}`,
  ]
  const said = made('p', `${counts.join(' · ')}.${dryRun ? ` ${words.nothingYet}` : ''}`)
  said.className = 'lead'
  place.replaceChildren(said)
  if (faults.length > 0) {
    const all = faults.slice(0, mostFaults)
    place.append(made('h3', `${words.faults}: ${faults.length + faultsLeftOut}`))
    place.append(
      table(
        [words.row, words.column, words.says],
        all.map(({ line, cell, column, text }) => [cell ?? String(line), column ?? '', text]),
      ),
    )
    const more = faults.length - all.length + faultsLeftOut
    if (more > 0) place.append(made('p', `${words.moreFaults} ${more}`))
  }
  if (dryRun && rows.length > 0) {
    place.append(made('h3', words.papers))
    const shown = rows.slice(0, mostPapers)
    place.append(
      table(
        null,
        shown.map(({ name, number, buyer, deal }) => [`${name} ${number}`, buyer, `${deal.title} · № ${deal.number}`]),
      ),
    )
    if (added > shown.length) place.append(made('p', `${words.moreFaults} ${added - shown.length}`))
  }
}

function table(head: readonly string[] | null, rows: readonly (readonly string[])[]): HTMLElement {
  const scroll = document.createElement('div')
  scroll.className = 'table-wrap'
  scroll.tabIndex = 0
  const body = document.createElement('table')
  if (head !== null) body.createTHead().append(rowOf('th', head))
  body.createTBody().append(...rows.map((cells) => rowOf('td', cells)))
  scroll.append(body)
  return scroll
}

function rowOf(tag: 'td' | 'th', cells: readonly string[]): HTMLTableRowElement {
  const row = document.createElement('tr')
  row.append(
    ...cells.map((text, at) => {
      const cell = made(tag, text)
      // Where it is stays in one piece on a phone, too.
      if (at < cells.length - 1) cell.className = 'nowrap'
      return cell
    }),
  )
  return row
}

function made(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag)
  element.textContent = text
  return element
}
