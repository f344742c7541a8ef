import { readDifference } from '#release/usecases/read-versions'
import type { DifferenceLine } from '#release/domain/text-difference'

import { PieceHead } from '#pages/piece-form.tsx'
import type { PieceSpec } from '#pages/page.tsx'
import { versionTexts } from './texts/versions'

/** What a version of the rules changed in the text of the one before it. */
export const differencePiece: PieceSpec = {
  id: 'rulesDifference',
  path: '/app/pieces/rules-difference/:version',
  right: 'signed_in',
  run: async ({ ports, params, language, format }) => {
    const t = versionTexts[language]
    const version = /^\d{1,6}$/.test(params['version'] ?? '') ? Number(params['version']) : 0
    const pieces = await readDifference(ports, version)
    return (
      <>
        <PieceHead title={t.differenceOf(format.number(version))} language={language} />
        {pieces.length === 0 ? <p class="quiet">{version === 1 ? t.first : t.same}</p> : null}
        {pieces.map((lines) => (
          <pre class="difference" tabindex={0}>
            {lines.map((line) => (
              <Line line={line} />
            ))}
          </pre>
        ))}
      </>
    )
  },
}

function Line({ line: { kind, text, line } }: { readonly line: DifferenceLine }) {
  const written = `${String(line).padStart(4)}  ${text}\n`
  if (kind === 'in') return <ins>{`+${written}`}</ins>
  return kind === 'out' ? <del>{`-${written}`}</del> : <span>{` ${written}`}</span>
}
