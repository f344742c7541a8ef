import type { PageAsk } from '#pages/page.tsx'

import { timelineTexts } from './texts/timeline'

/** One thing that was changed; of what was empty before, only what it is now. */
export function Changed({ name, was, now }: { readonly name: string; readonly was: string; readonly now: string }) {
  return (
    <li>
      {name === '' ? null : <span class="quiet">{`${name}: `}</span>}
      {was === '—' ? null : (
        <>
          <del>{was}</del> →{' '}
        </>
      )}
      <ins>{now}</ins>
    </li>
  )
}

/** An item of a checklist is ticked, or its tick is taken back; what was before says which. */
export function Checked({ ask, was }: { readonly ask: PageAsk; readonly was: Readonly<Record<string, unknown>> }) {
  const t = timelineTexts[ask.language]
  return (
    <p>
      {was['done'] === true ? t.unticked : t.ticked}: {typeof was['item'] === 'string' ? was['item'] : ''}
    </p>
  )
}
