/** Windows tell each other that something changed: never what, only where to look. */

const changes = ['entries', 'removed', 'profile', 'settings', 'erased', 'keys', 'lock', 'leave'] as const
/**
 * `entries`: incidents, reports or shares. `removed`: words of them, for good. `erased`: everything is gone and a new diary begun. `keys`: a lock was set,
 * changed or taken away. `lock`: lock at once. `leave`: leave at once.
 */
export type DiaryChange = (typeof changes)[number]

const known: readonly unknown[] = changes

export interface Changes {
  announce: (change: DiaryChange) => void
  /** Calls `listener` after each change, here or in another window, until the returned function is called. */
  onChange: (listener: (change: DiaryChange) => void) => () => void
  close: () => void
}

/** @param onOthers called before the listeners where another window changed something */
export function hearChanges(name: string, onOthers: () => void): Changes {
  const listeners = new Set<(change: DiaryChange) => void>()
  const tell = (change: DiaryChange) => {
    for (const listener of listeners) listener(change)
  }
  // Safari has it since 15.4; before, another window sees the change when it is next looked at.
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name)
  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!known.includes(data)) return
      onOthers()
      tell(data as DiaryChange)
    }
  }
  return {
    announce(change) {
      channel?.postMessage(change)
      tell(change)
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => channel?.close(),
  }
}
