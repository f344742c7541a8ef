import type { Child } from 'hono/jsx'

type Texts = { readonly secret: string; readonly secretHow: string; readonly close: string }

/** A secret that is shown once, when it is made, in one line or in what is given; it stands outside of what is renewed. */
export function ShownOnce({ t, children }: { readonly t: Texts; readonly children?: Child }) {
  return (
    <dialog id="shown" aria-labelledby="shown-title">
      <header>
        <h2 id="shown-title">{t.secret}</h2>
        <button type="button" class="icon" data-closes aria-label={t.close}>
          ×
        </button>
      </header>
      <p>{t.secretHow}</p>
      {children ?? <input data-shown readonly aria-label={t.secret} />}
    </dialog>
  )
}
