import type { Paragraph } from '#documents/domain/template/paragraphs'

type Block = { readonly table?: string; readonly paragraphs: Paragraph[] }

/** What a document says, paragraph by paragraph and with its tables: to be read before it goes anywhere. */
export function DocumentText({ text }: { readonly text: readonly Paragraph[] }) {
  return (
    <div class="stack">
      {blocksOf(text).map(({ table, paragraphs }) =>
        table === undefined ? (
          paragraphs.map((one) => (one.text.trim() === '' ? null : <p>{lines(one.text)}</p>))
        ) : (
          <div class="table-wrap paper" tabindex={0}>
            <table>
              <tbody>
                {groups(paragraphs, ({ rowOf }) => rowOf).map((row) => (
                  <tr>
                    {groups(row, ({ cell }) => cell).map((cell) => (
                      <td colspan={cell[0]?.span ?? 1}>
                        {cell.map((one) => (
                          <p>{lines(one.text)}</p>
                        ))}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ),
      )}
    </div>
  )
}

function blocksOf(text: readonly Paragraph[]): readonly Block[] {
  const blocks: Block[] = []
  for (const one of text) {
    const last = blocks.at(-1)
    if (last !== undefined && last.table === one.table) last.paragraphs.push(one)
    else blocks.push({ ...(one.table === undefined ? {} : { table: one.table }), paragraphs: [one] })
  }
  return blocks
}

/** Neighbours that have something in common, together. */
function groups(
  paragraphs: readonly Paragraph[],
  of: (one: Paragraph) => string | undefined,
): readonly (readonly Paragraph[])[] {
  const found: Paragraph[][] = []
  for (const one of paragraphs) {
    const last = found.at(-1)
    if (last?.[0] !== undefined && of(last[0]) === of(one)) last.push(one)
    else found.push([one])
  }
  return found
}

function lines(text: string) {
  return text.split('\n').map((line, at) => (
    <>
      {at === 0 ? null : <br />}
      {line}
    </>
  ))
}
