/** A sentence of the description, with what stands in it between backticks as code. */
export function Coded({ text }: { readonly text: string }) {
  return <>{text.split('`').map((part, no) => (no % 2 === 0 ? part : <code>{part}</code>))}</>
}
