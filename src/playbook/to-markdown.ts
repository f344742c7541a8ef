import type { Block, Inline, Table, Text } from './blocks'
import type { Address } from './html-text'
import { drawMermaid } from './draw-mermaid'

/** Writes blocks as Markdown with Mermaid drawings, as code hosts show it. */
export function toMarkdown(blocks: readonly Block[], address: Address): string {
  return `${blocks.map((block) => blockText(block, address)).join('\n\n')}\n`
}

function blockText(block: Block, address: Address): string {
  switch (block.kind) {
    case 'heading': {
      const id = block.id === undefined ? '' : `<a id="${block.id}"></a>\n\n`
      return `${id}${'#'.repeat(block.level)} ${textOf(block.text, address)}`
    }
    case 'paragraph':
      return atStart(textOf(block.text, address))
    case 'quote':
      return `> ${textOf(block.text, address)}`
    case 'list':
      return block.items
        .map((item, index) => `${block.isOrdered === true ? `${index + 1}.` : '-'} ${atStart(textOf(item, address))}`)
        .join('\n')
    case 'checklist':
      return block.items.map((item) => `- [ ] ${escapeMarkdown(item)}`).join('\n')
    case 'table':
      return tableText(block.table, address)
    case 'prose':
      return quoted(withoutHtml(block.markdown.trim()))
    case 'diagram':
      return `\`\`\`mermaid\n${drawMermaid(block.diagram)}\n\`\`\``
  }
}

function textOf(text: Text, address: Address): string {
  return text.map((part) => inlineText(part, address)).join('')
}

function inlineText(part: Inline, address: Address): string {
  if (typeof part === 'string') return escapeMarkdown(part)
  if ('strong' in part) return `**${escapeMarkdown(part.strong)}**`
  if ('code' in part) return `\`${part.code}\``
  return `[${escapeMarkdown(part.link)}](${address(part.to)})`
}

function tableText({ caption, heads, rows, anchors }: Table, address: Address): string {
  const written = rows.map((cells, row) => {
    const id = anchors?.[row] === undefined ? '' : `<a id="${anchors[row]}"></a>`
    const texts = cells.map((cell, column) => (column === 0 ? id : '') + textOf(cell, address).replaceAll('|', '\\|'))
    return `| ${texts.join(' | ')} |`
  })
  return [
    `**${escapeMarkdown(caption)}**`,
    '',
    `| ${heads.join(' | ')} |`,
    `| ${heads.map(() => '---').join(' | ')} |`,
    ...written,
  ].join('\n')
}

/** A name that happens to look like Markdown stays the name it is. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<#]/g, (sign) => `\\${sign}`).replace(/\s*\n\s*/g, ' ')
}

/** What would begin a list or a quotation at the start of a line is written so that it does not. */
function atStart(text: string): string {
  return text.replace(/^([-+>])/, '\\$1').replace(/^(\d+)([.)])(?=\s)/, '$1\\$2')
}

/** People's Markdown stands apart as a quotation, so that headings in it do not mix with those of the page. */
function quoted(markdown: string): string {
  return markdown
    .split('\n')
    .map((text) => `> ${text}`.trimEnd())
    .join('\n')
}

/** Tags are shown as the text they are; code and addresses in angle brackets are left alone. */
function withoutHtml(markdown: string): string {
  return markdown
    .split(/(```[\s\S]*?```|`[^`\n]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/<(?!https?:|mailto:)(?=[a-z/!?])/gi, '&lt;')))
    .join('')
}
