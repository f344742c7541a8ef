type Kinds = readonly { readonly id: string; readonly name: string }[]

/** Chooses what of a deal is made, and makes it; nothing where there is nothing to make. */
export function MakeForm(props: {
  readonly api: string
  readonly kinds: Kinds
  readonly t: { readonly kind: string; readonly make: string; readonly done?: string }
  /** Where it leads when it is made; without it the page says that it is. */
  readonly then?: string
}) {
  const { api, kinds, t, then } = props
  if (kinds.length === 0) return null
  return (
    <form class="row" data-api={api} data-then={then} data-done={then === undefined ? t.done : undefined}>
      <label class="field">
        <span>{t.kind}</span>
        <select name="kind">
          {kinds.map((kind) => (
            <option value={kind.id}>{kind.name}</option>
          ))}
        </select>
      </label>
      <button class="secondary">{t.make}</button>
      <p class="problem" data-problem role="alert" hidden />
    </form>
  )
}
