/** Why no demo can be made here. */
export const en = {
  other_rules: ({ lacking }: { lacking: readonly string[] }) =>
    `The demo sells by the rules that come with the product; those here lack ${lacking.join(', ')}. Choose an empty folder with --data, and run it where there is no other pipelines.yaml.`,
  deals_here: ({ title }: { title: string }) =>
    `There are deals here already, such as “${title}”. A demo needs an empty folder: name another with --data, or take this one away.`,
}
