/** A value that several parts of the page follow: where we are, whether a new version waits, what was just said. */
export interface Shared<T> {
  readonly value: T
  set(value: T): void
  /** Calls `listener` after each change; returns how to stop. */
  follow(listener: () => void): () => void
}

export function shared<T>(first: T): Shared<T> {
  const listeners = new Set<() => void>()
  let value = first
  return {
    get value() {
      return value
    },
    set(next) {
      if (next === value) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    follow(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
