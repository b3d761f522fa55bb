/** What stands under a key; made when it is first asked for. */
export function kept<V>(all: Map<string, V>, key: string, make: () => V): V {
  let one = all.get(key)
  if (one === undefined) {
    one = make()
    all.set(key, one)
  }
  return one
}
