/** Who is meant by the word of the rules, in English: a role by what people call it, in quotes; whoever a deal names in plain words. */
export function whom(role: string): string {
  if (role === 'owner') return 'the manager of the deal'
  return role === 'owner_manager' ? 'the head of the deal’s manager' : `“${role}”`
}
