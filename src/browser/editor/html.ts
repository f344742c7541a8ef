/** A text as HTML that shows exactly this text. */
export function shown(text: string): string {
  const marks: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? mark)
}

/** The little Markdown of explanations as HTML: bold, code, paragraphs. */
export function explained(text: string): string {
  return shown(text)
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map(
      (part) =>
        `<p>${part.replaceAll(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>').replaceAll(/`([^`]+)`/g, '<code>$1</code>')}</p>`,
    )
    .join('')
}
