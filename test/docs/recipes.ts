/** One thing a document teaches: what to write instead of what, and the plan it is said to give. */
export type Recipe = {
  readonly title: string
  readonly steps: readonly { readonly before: string; readonly after: string }[]
  readonly plan: string | undefined
}

/** Every recipe of a document: a heading with blocks of YAML marked `before` and `after`. */
export function recipesOf(markdown: string): readonly Recipe[] {
  return markdown
    .split(/^(?=##+ )/m)
    .map((section) => recipeOf(section))
    .filter(({ steps }) => steps.length > 0)
}

/** Every block of YAML in a document, whatever it is marked as. */
export function yamlBlocks(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^```yaml(.*)\n([\s\S]*?)^```/gm)].map(([, mark = '']) => mark.trim())
}

/** The document with the plan of a recipe written into it: in its place, or after the last block. */
export function withPlan(markdown: string, { title }: Recipe, plan: string): string {
  const sections = markdown.split(/^(?=##+ )/m)
  const at = sections.findIndex((section) => /^#+ (.*)$/m.exec(section)?.[1] === title)
  const section = sections[at] ?? ''
  const block = `\`\`\`text plan\n${plan}\n\`\`\``
  const old = /^```text plan\n[\s\S]*?^```/m
  const last = [...section.matchAll(/^```yaml after\n[\s\S]*?^```\n/gm)].at(-1)
  const end = (last?.index ?? 0) + (last?.[0].length ?? 0)
  // A plan has no dollar signs with a meaning, but a replacement text would.
  const written = old.test(section)
    ? section.replace(old, () => block)
    : `${section.slice(0, end)}\n${block}\n${section.slice(end)}`
  return sections.toSpliced(at, 1, written).join('')
}

/** The file with every step of a recipe written into it. What a step replaces must stand in the file exactly once. */
export function written(base: string, { title, steps }: Recipe): string {
  return steps.reduce((text, { before, after }) => {
    const parts = text.split(before)
    if (parts.length !== 2) throw new Error(`“${title}”: this stands in the file ${parts.length - 1} times:\n${before}`)
    return parts.join(after)
  }, base)
}

function recipeOf(section: string): Recipe {
  const title = /^#+ (.*)$/m.exec(section)?.[1] ?? ''
  const blocks = [...section.matchAll(/^```(?:yaml|text) (before|after|plan)\n([\s\S]*?)^```/gm)]
  const of = (mark: string): readonly string[] =>
    blocks.flatMap(([, found, text = '']) => (found === mark ? [text.trimEnd()] : []))
  const [befores, afters] = [of('before'), of('after')]
  if (befores.length !== afters.length) throw new Error(`“${title}” has a before without an after.`)
  return { title, steps: befores.map((before, index) => ({ before, after: afters[index] ?? '' })), plan: of('plan')[0] }
}
