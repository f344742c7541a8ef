declare module 'petrovich' {
  type Name = { readonly first?: string; readonly middle?: string; readonly last?: string; readonly gender?: string }
  const petrovich: (name: Name, gcase: 'genitive') => Name
  export default petrovich
}

declare module 'russian-nouns-js' {
  class Engine {
    decline(lemma: { readonly text: string; readonly gender: string }, grammaticalCase: string): readonly string[]
  }
  const library: {
    readonly Engine: typeof Engine
    readonly Case: { readonly GENITIVE: string }
    readonly Gender: { readonly FEMININE: string; readonly MASCULINE: string; readonly NEUTER: string }
  }
  export default library
}
