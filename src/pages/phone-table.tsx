import type { Child } from 'hono/jsx'

import type { PageAsk } from './page.tsx'
import { frameTexts } from './texts/frame'

/** More rows than these wait on a phone until they are asked for, as the stylesheet has it. */
const mostAtOnce = 10

/** The heading of a column without its unit, which stands at the value: beside it it would be said twice. */
export function nameBeside(title: string): string {
  return title.replace(/, (%|руб\.|[A-Z]{3}|\p{Sc})$/u, '')
}

type Props = {
  readonly ask: PageAsk
  /** What a reader of the screen is told the table is: the id of its heading. */
  readonly labelledBy: string
  readonly rows: number
  /** Of hundreds of rows the heading has to stay in sight on a desk. */
  readonly isTall?: boolean
  /** Whether all rows wait on a phone: one of several tables, each with a picture above it. */
  readonly isFolded?: boolean
  readonly children?: Child
}

/**
 * A table (`cards-on-phone`) that stands on a desk as it is and on a phone as a card a row. There a cell says its column by
 * `data-name`, `lead` is the main figure, beside whose row it is, and what is `none` is left out.
 */
export function PhoneTable({ ask, labelledBy, rows, isTall = false, isFolded = false, children }: Props) {
  return (
    <div class={isFolded ? 'cards-box folded' : 'cards-box'}>
      <div class={`scroll-x${isTall ? ' tall' : ''}`} tabindex={0} role="region" aria-labelledby={labelledBy}>
        {children}
      </div>
      <AllRows ask={ask} rows={rows} most={isFolded ? 0 : mostAtOnce} />
    </div>
  )
}

/** What brings, on a phone, the rows of its `cards-box` that wait there; on a desk all of them are seen. */
export function AllRows({ ask, rows, most }: Pick<Props, 'ask' | 'rows'> & { readonly most: number }) {
  if (rows <= most) return null
  return (
    <label class="all-rows">
      <input type="checkbox" autocomplete="off" />
      {frameTexts[ask.language].allRows(ask.format.number(rows))}
    </label>
  )
}
